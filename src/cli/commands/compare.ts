import { createInterface } from "node:readline";
import { comparePair, type ComparedText } from "../../compare/compare-pair.ts";
import type { Shell } from "../program.ts";
import { printLine } from "../terminal.ts";

/** `compare --ndjson`: a pair a line in, a verdict a line out. A line that is no pair gets its error, and the rest goes on. */
export async function compare(_: Shell): Promise<number> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    printLine(answer(line));
  }
  return 0;
}

function answer(line: string): Record<string, unknown> {
  let pair: { id?: unknown; subject?: ComparedText; basis?: ComparedText };
  try {
    pair = JSON.parse(line);
  } catch {
    return { id: null, ok: false, error: "Dòng này không phải JSON." };
  }
  if (typeof pair?.subject?.text !== "string" || typeof pair?.basis?.text !== "string") {
    return { id: pair?.id ?? null, ok: false, error: "Thiếu subject.text hoặc basis.text." };
  }
  return { id: pair.id ?? null, ...comparePair(pair.subject, pair.basis) };
}
