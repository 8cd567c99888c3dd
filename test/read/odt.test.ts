import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readBytes } from "../../src/read/read-file.ts";
import { odtFile, odtListStyle, odtParagraph } from "./odt-file.ts";
import { toTcvn3 } from "./old-letters.ts";

const LONG = "Quyết định này quy định việc đón khách ở các bến thuyền.";
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const outcome = await readBytes(bytes, "a.odt");
  return outcome.ok ? "ok" : outcome.problem.code;
};
async function read(bytes: Uint8Array): Promise<{ paragraphs: string[]; notes: string[]; whys: string }> {
  const outcome = await readBytes(bytes, "a.odt");
  if (!outcome.ok) throw new Error(outcome.problem.what);
  const notes = outcome.source.notes ?? [];
  return {
    paragraphs: outcome.source.text.split("\n\n"),
    notes: notes.map((n) => n.code),
    whys: notes.map((n) => n.why).join(" "),
  };
}
const item = (...inside: string[]): string => `<text:list-item>${inside.join("")}</text:list-item>`;

describe("OpenDocument", () => {
  it("writes out the numbers of lists and headings at every level", async () => {
    const styles = odtListStyle("L", [
      ["1", "", "."],
      ["a", "", ")"],
      [null, "", ""],
    ]);
    const { paragraphs } = await read(
      odtFile(
        `<text:h text:outline-level="1">Quy định chung</text:h>` +
          `<text:list text:style-name="L">${item(odtParagraph(LONG), `<text:p>không số</text:p>`, `<text:list>${item(odtParagraph("một"))}${item(odtParagraph("hai"), `<text:list>${item(odtParagraph("gạch"))}</text:list>`)}</text:list>`)}${item(odtParagraph("tiếp"), `<text:list>${item(odtParagraph("lại một"))}</text:list>`)}</text:list>` +
          `<text:p>xen giữa</text:p><text:list text:style-name="L" text:continue-numbering="true">${item(odtParagraph("nối"))}${`<text:list-item text:start-value="9"><text:p>chín</text:p></text:list-item>`}</text:list>` +
          `<text:list text:style-name="L">${item(odtParagraph("mới"))}</text:list><text:h text:outline-level="1">Thi hành</text:h>`,
        {
          styles: `${styles}<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-prefix="Chương "/></text:outline-style>`,
        },
      ),
    );
    expect(paragraphs).toEqual([
      "Chương I Quy định chung",
      `1. ${LONG}`,
      "không số",
      "a) một",
      "b) hai",
      "• gạch",
      "2. tiếp",
      "a) lại một",
      "xen giữa",
      "3. nối",
      "9. chín",
      "1. mới",
      "Chương II Thi hành",
    ]);
  });

  it("leaves deletions, comments, hidden text, notes and running heads outside; keeps cells, boxes, tabs", async () => {
    const { paragraphs, notes, whys } = await read(
      odtFile(
        `<text:tracked-changes><text:changed-region><text:deletion><text:p>đã xóa</text:p></text:deletion></text:changed-region></text:tracked-changes>` +
          `<table:table><table:table-row><table:table-cell><text:p>ô một</text:p></table:table-cell><table:table-cell><text:p>ô hai</text:p></table:table-cell></table:table-row></table:table>` +
          `<text:p>Mức <text:change-start/>sáu<text:change-end/><text:s text:c="3"/>triệu<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>chú thích &amp; nguồn</text:p></text:note-body></text:note><office:annotation><text:p>góp ý</text:p></office:annotation><text:span text:style-name="An">ẩn</text:span> đồng.</text:p>` +
          `<text:p>trước<draw:frame><draw:text-box><text:p>trong khung</text:p></draw:text-box></draw:frame> sau</text:p>` +
          `<text:p>Nơi nhận:<text:tab/><text:tab/>TM. ỦY BAN<text:line-break/>NHÂN DÂN</text:p><text:p><text:span text:style-name="Cu">${toTcvn3("quyết định của tỉnh")}</text:span></text:p>`,
        {
          styles:
            `<style:style style:name="An" style:family="text"><style:text-properties text:display="none"/></style:style>` +
            `<style:style style:name="Cu" style:family="text"><style:text-properties style:font-name="F1"/></style:style><style:font-face style:name="F1" svg:font-family="'.VnTimeH'"/>`,
          masters: `<style:master-page><style:header><text:p>Công báo An Khê</text:p></style:header><style:footer><text:p>7</text:p></style:footer></style:master-page>`,
        },
      ),
    );
    expect(paragraphs).toEqual([
      "ô một",
      "ô hai",
      "Mức sáu triệu đồng.",
      "trước sau",
      "trong khung",
      "Nơi nhận:\nTM. ỦY BAN\nNHÂN DÂN",
      "QUYẾT ĐỊNH CỦA TỈNH",
    ]);
    expect(notes).toEqual(["old-encoding-converted", "footnotes-left-out", "headers-left-out"]);
    expect(whys).toContain("[1] chú thích & nguồn");
    expect(whys).toContain("Công báo An Khê");
    expect(whys).not.toContain("7");
  });
});

describe("hostile OpenDocument files", () => {
  it("are refused: bombs, entities, passwords, other documents, cut XML, nesting without end", async () => {
    const body = odtParagraph(LONG);
    expect(await codeOf(odtFile(body, { extra: { "Pictures/a.png": new Uint8Array(64 * 1048576) } }))).toBe("zip-bomb");
    expect(
      await codeOf(odtFile(body, { extra: { "content.xml": [Buffer.alloc(40 * 1048576, "<a/>"), { level: 0 }] } })),
    ).toBe("zip-too-large");
    expect(
      await codeOf(
        odtFile(body, {
          extra: { "content.xml": strToU8('<!DOCTYPE a [<!ENTITY x "y">]><office:text>&x;</office:text>') },
        }),
      ),
    ).toBe("xml-entities");
    expect(
      await codeOf(
        odtFile(body, { extra: { "META-INF/manifest.xml": strToU8("<a><manifest:encryption-data/></a>") } }),
      ),
    ).toBe("encrypted-file");
    expect(
      await codeOf(odtFile(body, { extra: { mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") } })),
    ).toBe("format-mismatch");
    expect(await codeOf(zipSync({ "a.txt": strToU8(LONG) }))).toBe("format-mismatch");
    expect(await codeOf(odtFile("<text:p>dở dang"))).toBe("broken-odt");
    expect(await codeOf(odtFile("<text:section>".repeat(3000) + body + "</text:section>".repeat(3000)))).toBe(
      "broken-odt",
    );
    expect(
      await codeOf(odtFile("<draw:text-box><text:p>".repeat(500) + LONG + "</text:p></draw:text-box>".repeat(500))),
    ).toBe("ok");
  });
});
