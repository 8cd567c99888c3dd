import { legalTexts } from "./legal-text.ts";
import { type BenchRow, costOf } from "./measure.ts";

/** Enough for the compiler to have seen everything before the cheapest run is taken. */
const RUNS = 8;

/** Megabytes of UTF-8 a CPU second: parsing, parsing with extraction, and a bare line scan of the same text as ceiling. */
export async function parsing(): Promise<BenchRow[]> {
  const texts = legalTexts(120);
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const { parseDocument } = await import("../../src/parse/parse-document.ts");
  const { extractFacts } = await import("../../src/extract/extract-facts.ts");

  const scan = megabytes / (await costOf(RUNS, () => texts.reduce((sum, text) => sum + scanLines(text), 0))).cpu;
  const parse = megabytes / (await costOf(RUNS, () => texts.map((text) => parseDocument(text, { format: "txt" })))).cpu;
  const both =
    megabytes /
    (await costOf(RUNS, () => texts.map((text) => extractFacts(parseDocument(text, { format: "txt" }))))).cpu;
  return [
    { part: "parsing", name: "line scan with one pattern (ceiling)", value: scan, unit: "MB/s cpu" },
    { part: "parsing", name: "parse", value: parse, unit: "MB/s cpu", ofCeiling: parse / scan },
    {
      part: "parsing",
      name: "parse + extract",
      value: both,
      unit: "MB/s cpu",
      ofCeiling: both / scan,
      target: "≥ 10",
      met: both >= 10,
    },
  ];
}

/** The least any reader of structure has to do: look at the head of every line. */
function scanLines(text: string): number {
  let found = 0;
  for (const _ of text.matchAll(/^(?:Điều\s\d+|\d+\.|[a-zđ]\))/gmu)) found++;
  return found;
}
