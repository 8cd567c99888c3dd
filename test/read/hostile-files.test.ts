import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { createChildPool } from "../../src/read/child-pool.ts";
import { readBytes } from "../../src/read/read-file.ts";
import { costOnce } from "../bench/measure.ts";
import { asOdt, asRtf } from "./one-decision.ts";
import { inList, list, listDefinition, paragraph, wordFile } from "./word-file.ts";

vi.setConfig({ testTimeout: 120_000 });

/** RASOAT_MUTANTS=1000 for a night's run. */
const MUTANTS = Number(process.env.RASOAT_MUTANTS ?? 100);

const codeOf = async (bytes: Uint8Array, name = "doc.docx"): Promise<string> => {
  const outcome = await readBytes(bytes, name);
  return outcome.ok ? "ok" : outcome.problem.code;
};

describe("hostile Word files", () => {
  it("that unpack to 64 MB from 300 kB are refused within a second of work, before any converter sees them", async () => {
    const bomb = wordFile(paragraph("Điều 1. Nội dung"), {
      extra: { "word/media/a.xml": new Uint8Array(64 * 1048576) },
    });
    expect(bomb.length).toBeLessThan(300_000);
    const before = process.memoryUsage.rss();
    const cost = await costOnce(async () => {
      expect(await codeOf(bomb)).toBe("zip-bomb");
    });
    expect(cost.cpu).toBeLessThan(1);
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1048576);
  });

  it("whose text part alone is too large for the converter are refused", async () => {
    // Stored, not packed: no ratio tells; the part's own bound does.
    const files = unzipSync(wordFile(paragraph("Điều 1.")));
    files["word/document.xml"] = Buffer.alloc(40 * 1048576, "<w:p/>");
    expect(await codeOf(zipSync(files, { level: 0 }))).toBe("zip-too-large");
  });

  it("with external or growing entities are refused", async () => {
    const files = unzipSync(wordFile(paragraph("Điều 1. Nội dung của văn bản")));
    const xml = new TextDecoder().decode(files["word/document.xml"]);
    files["word/document.xml"] = strToU8(
      xml
        .replace("<w:document", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document')
        .replace("Điều 1.", "&x;"),
    );
    expect(await codeOf(zipSync(files))).toBe("xml-entities");
  });

  it("with styles in a circle, absurd levels and huge counters are read all the same", async () => {
    const numbering =
      listDefinition(0, [["upperRoman", "%1.%9.%1"]]) +
      list(1, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="999999"/></w:lvlOverride>');
    const styles =
      '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    const body =
      paragraph("Nội dung thứ nhất của văn bản", `<w:pStyle w:val="A"/>`) +
      paragraph("Nội dung thứ hai", inList(1, 0)) +
      paragraph("Nội dung thứ ba", inList(1, 77));
    expect(await codeOf(wordFile(body, { numbering, styles }))).toBe("ok");
  });
});

describe("large Word files", () => {
  it("cost no more than their size, however many styles they name", async () => {
    const seconds = async (paragraphs: number): Promise<number> => {
      const body = Array.from({ length: paragraphs }, (_, i) =>
        paragraph(`Nội dung thứ ${i}`, `<w:pStyle w:val="S${i}"/>`),
      );
      const file = wordFile(body.join(""));
      const cost = await costOnce(async () => {
        expect(await codeOf(file)).toBe("ok");
      });
      return cost.cpu;
    };
    await seconds(500);
    const [small, large] = [await seconds(3000), await seconds(12_000)];
    // Four times the paragraphs: 4 when linear, 16 when the converter warns of every style.
    expect(large / small).toBeLessThan(9);
  });
});

describe("a Word file whose text part has 15 MB", () => {
  it("is read in the child process of imports, within 20 seconds and 512 MB", async () => {
    const look = '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr>';
    const run = `<w:r w:rsidRPr="00A77B3E">${look}<w:t xml:space="preserve">Tổ chức, cá nhân thực hiện thủ tục theo quy định tại Điều này. </w:t></w:r>`;
    const one = `<w:p><w:pPr>${inList(1, 0)}</w:pPr>${run.repeat(3)}</w:p>`;
    const body = one.repeat(Math.ceil((15 * 1048576) / Buffer.byteLength(one)));
    const folder = await mkdtemp(join(tmpdir(), "rasoat-large-"));
    const path = join(folder, "lon.docx");
    // Stored, not packed: such a text of one sentence would pass for a bomb.
    const packed = wordFile(body, { numbering: listDefinition(0, [["decimal", "Điều %1."]]) + list(1, 0) });
    await writeFile(path, zipSync(unzipSync(packed), { level: 0 }));
    const pool = createChildPool({ script: new URL("./reading-child.ts", import.meta.url), size: 1 });
    try {
      const answer = await pool.run<{ length: number }>(path);
      expect(answer).toMatchObject({ code: "ok" });
      expect((answer as { length: number }).length).toBeGreaterThan(3_000_000);
    } finally {
      await pool.close();
      await rm(folder, { recursive: true });
    }
  });
});

describe("hostile pages", () => {
  it("of tags that never close are answered in time", async () => {
    for (const piece of ["<p", "<a href='", "<!--", "<table><tr>", "&#x", "<b><i><u><font>"]) {
      const cost = await costOnce(() => readBytes(strToU8(`<html><body>${piece.repeat(1500)}`), "x.html"));
      expect(cost.cpu).toBeLessThan(5);
    }
  });
});

describe("damaged files", () => {
  const text = `QUYẾT ĐỊNH\nĐiều 1. Phạm vi điều chỉnh\n1. Quyết định này quy định việc quản lý.\n${"Nội dung của các khoản, điểm được nhân dân thực hiện. ".repeat(20)}`;
  const word = wordFile(
    text
      .split("\n")
      .map((line) => paragraph(line, inList(1, 0)))
      .join(""),
    { numbering: listDefinition(0, [["decimal", "%1."]]) + list(1, 0) },
  );
  const originals: readonly (readonly [string, Uint8Array])[] = [
    ["a.txt", strToU8(text)],
    ["a.md", strToU8(`# ${text}`)],
    [
      "a.html",
      strToU8(`<html><body><table><tr><td>${text.replaceAll("\n", "</td><td>")}</td></tr></table></body></html>`),
    ],
    ["a.docx", word],
    ["stored.docx", zipSync(unzipSync(word), { level: 0 })],
    ["a.rtf", asRtf()],
    ["a.odt", asOdt()],
    ["a.doc", readFileSync(new URL("./fixtures/quyet-dinh-12.doc", import.meta.url))],
    ["b.doc", readFileSync(new URL("./fixtures/phong-chu-cu.doc", import.meta.url))],
  ];

  it.each(originals)("%s: mutants are each read or refused by name, never an exception", async (name, original) => {
    const random = seeded(name.length * 7919);
    for (let i = 0; i < MUTANTS; i++) {
      const outcome = await readBytes(mutate(original, random), name);
      if (outcome.ok) expect(outcome.source.text.length).toBeGreaterThan(0);
      else expect(outcome.problem.what).toContain(name);
    }
  });

  it("stored XML of a Word file damaged *with* a right checksum is read or refused too", async () => {
    const random = seeded(42);
    for (let i = 0; i < MUTANTS; i++) {
      const files = unzipSync(word);
      for (const part of ["word/document.xml", "word/numbering.xml"])
        files[part] = mutate(files[part] as Uint8Array, random);
      expect(await codeOf(zipSync(files, { level: 0 }))).toMatch(
        /^(?:ok|broken-docx|no-text|xml-entities|legacy-encoding|format-mismatch)$/u,
      );
    }
  });

  it("so is stored XML of an OpenDocument file", async () => {
    const random = seeded(43);
    for (let i = 0; i < MUTANTS; i++) {
      const files = unzipSync(asOdt());
      for (const part of ["content.xml", "styles.xml"]) files[part] = mutate(files[part] as Uint8Array, random);
      expect(await codeOf(zipSync(files, { level: 0 }), "a.odt")).toMatch(/^(?:ok|broken-odt|no-text|xml-entities)$/u);
    }
  });

  it("numbers of a Word 97 file made huge or zero one by one are bounded in time and never crash", async () => {
    const original = readFileSync(new URL("./fixtures/quyet-dinh-12.doc", import.meta.url));
    const word = original.indexOf(Buffer.from([0xec, 0xa5]));
    const cost = await costOnce(async () => {
      for (let at = 0x0a; at < 0x300; at += 4) {
        for (const value of [0, 0x7fffffff, 0xfffffff0]) {
          const bytes = Buffer.from(original);
          bytes.writeUInt32LE(value, word + at);
          expect(await codeOf(bytes, "a.doc")).toMatch(/^(?:ok|broken-doc|no-text|encrypted-file)$/u);
        }
      }
    });
    expect(cost.cpu).toBeLessThan(20);
  });
});

/** Flips, deletes, repeats or cuts: one to twenty places. */
function mutate(original: Uint8Array, random: () => number): Uint8Array<ArrayBuffer> {
  let bytes: Buffer<ArrayBuffer> = Buffer.from(original);
  for (let n = 1 + Math.floor(random() * 20); n > 0; n--) {
    const at = Math.floor(random() * bytes.length);
    const length = Math.floor(random() * 40);
    const kind = Math.floor(random() * 5);
    if (kind === 0) bytes[at] = Math.floor(random() * 256);
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    else if (kind === 3)
      bytes = Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from(["<w:p>", "</", "\0", "\"'", "&#", "<w:del>", "<!DOCTYPE"][Math.floor(random() * 7)] ?? ""),
        bytes.subarray(at),
      ]);
    else if (random() < 0.1) bytes = bytes.subarray(0, at);
    if (bytes.length === 0) return bytes;
  }
  return bytes;
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
