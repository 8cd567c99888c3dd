import { readBytes } from "../../src/read/read-file.ts";
import { inList, list, listDefinition, paragraph, wordFile } from "../read/word-file.ts";
import { legalTexts } from "./legal-text.ts";
import { type BenchRow, costOf } from "./measure.ts";

/** Word, HTML and text files read a CPU second: the same documents in three formats. */
export async function wordFiles(): Promise<BenchRow[]> {
  const texts = legalTexts(20, 3);
  const formats: readonly (readonly [name: string, files: readonly Uint8Array[]])[] = [
    ["a.txt", texts.map((text) => Buffer.from(text))],
    [
      "a.html",
      texts.map((text) =>
        Buffer.from(
          `<html><body>${lines(text)
            .map((line) => `<p>${line}</p>`)
            .join("\n")}</body></html>`,
        ),
      ),
    ],
    ["a.docx", texts.map(asWord)],
  ];
  const rows: BenchRow[] = [];
  for (const [name, files] of formats) {
    const cost = await costOf(3, async () => {
      for (const file of files) if (!(await readBytes(file, name)).ok) throw new Error(`${name} was refused`);
    });
    const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
    rows.push({
      part: "reading",
      name: `${name.slice(2)} files of ${Math.round((megabytes / texts.length) * 1000)} kB text`,
      value: files.length / cost.cpu,
      unit: "files/s cpu",
    });
  }
  return rows;
}

const lines = (text: string): string[] => text.split("\n\n");

/** Articles and clauses numbered by Word itself, as officials write them. */
function asWord(text: string): Uint8Array {
  const body = lines(text).map((line) => {
    const article = /^Điều \d+\. (.*)$/u.exec(line)?.[1];
    const clause = /^\d+\. (.*)$/u.exec(line)?.[1];
    return article !== undefined
      ? paragraph(article, inList(1, 0))
      : clause !== undefined
        ? paragraph(clause, inList(1, 1))
        : paragraph(line);
  });
  return wordFile(body.join(""), {
    numbering:
      listDefinition(0, [
        ["decimal", "Điều %1."],
        ["decimal", "%2."],
      ]) + list(1, 0),
  });
}
