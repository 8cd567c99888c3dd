import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { LegalDocument } from "../../src/domain/legal-document.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";
import { readBytes } from "../../src/read/read-file.ts";
import { toTcvn3, toVni } from "./old-letters.ts";
import { asDocx, asHtml, asOdt, asRtf, asTxt, decisionLines } from "./one-decision.ts";

async function parse(bytes: Uint8Array, name: string): Promise<LegalDocument> {
  const outcome = await readBytes(bytes, name);
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return parseDocument(outcome.source.text);
}

/** What a document says, without where it says it. */
const tree = (document: LegalDocument): unknown => ({
  lines: document.text.split(/\n+/u),
  provisions: document.provisions.map((p) => [
    p.eId,
    p.heading,
    document.text.slice(p.span.start, p.span.end).replace(/\s+/gu, " ").trim(),
  ]),
  meta: Object.fromEntries(
    Object.entries(document.meta).map(([field, value]) => [
      field,
      JSON.stringify(value, (key, inner: unknown) => (key === "span" || key === "spans" ? undefined : inner)),
    ]),
  ),
  basis: document.basis.length,
  attachments: document.attachments.length,
});

describe("one decision", () => {
  it("gives the same tree as TXT, HTML, DOCX, DOC, RTF and ODT, and as TCVN3 and VNI text", async () => {
    const expected = tree(await parse(asTxt(), "a.txt"));
    expect((expected as { provisions: unknown[][] }).provisions.map(([eId]) => eId)).toEqual([
      "art_1",
      "art_1__cl_1",
      "art_1__cl_2",
      "art_1__cl_2__point_a",
      "art_1__cl_2__point_b",
      "art_2",
      "art_2__cl_1",
      "art_2__cl_2",
      "art_3",
      "art_3__cl_1",
      "art_3__cl_2",
    ]);
    const word97 = readFileSync(new URL("./fixtures/quyet-dinh-12.doc", import.meta.url));
    const files: readonly (readonly [string, Uint8Array])[] = [
      ["a.html", asHtml()],
      ["a.docx", asDocx()],
      ["a.rtf", asRtf()],
      ["a.odt", asOdt()],
      ["a.doc", word97],
      ["vni.txt", Buffer.from(toVni(decisionLines().join("\r\n")))],
    ];
    for (const [name, bytes] of files) expect([name, tree(await parse(bytes, name))]).toEqual([name, expected]);
  });

  it("comes back from TCVN3 text but for the capitals its plain letters do not show", async () => {
    const typed = decisionLines().map((line) =>
      // A capital with a tone has no code: it comes as a small letter where no capital font is known.
      line === line.toUpperCase()
        ? toTcvn3(line.toLowerCase()).replace(/[a-z]/gu, (c) => c.toUpperCase())
        : toTcvn3(line.replace(/Ủ/gu, "ủ")),
    );
    const outcome = await readBytes(Buffer.from(typed.join("\r\n")), "a.txt");
    const lines = outcome.ok ? outcome.source.text.split("\r\n") : [];
    expect(lines).toEqual(
      decisionLines().map((line) => (line === line.toUpperCase() ? line : line.replace(/Ủ/gu, "ủ"))),
    );
  });
});
