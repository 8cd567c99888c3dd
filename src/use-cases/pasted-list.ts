import { dateInLine } from "./date-in-line.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";

/** Lines read of one pasted list; a department's whole stock has fewer. */
export const MOST_LINES = 3000;

/** What a list of numbers names. Every line is somewhere: nothing is dropped. */
export interface PastedList {
  readonly works: readonly { readonly work: Work; readonly line: string }[];
  /** A number that several documents bear, and the line gives no day that parts them. */
  readonly several: readonly { readonly line: string; readonly symbol: string; readonly candidates: readonly Work[] }[];
  /** Lines in which no number was read, or one that no document here bears. */
  readonly unfound: readonly string[];
  /** Lines beyond what is read. */
  readonly left: number;
}

/** `17/2025/QĐ-UBND`, `3076/QĐ-UB`, `64/2025/QH15`; spaces round the slashes are dirt. */
const SYMBOL = /\d{1,5}[a-zđ]?(?:\s*\/\s*\d{4})?\s*\/\s*\p{Lu}[\p{L}\d]*(?:\s?[-–./]\s?\p{L}[\p{L}\d]*)*/gu;

/** Documents by their numbers, as pasted from a table or a letter: one a line, or several. A day in the line narrows. */
export async function readPasted(store: Store, text: string): Promise<PastedList> {
  const lines = text
    .normalize("NFC")
    .split(/\r?\n/u)
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter(Boolean);
  const works = new Map<WorkId, { work: Work; line: string }>();
  const several: PastedList["several"][number][] = [];
  const unfound: string[] = [];
  for (const line of lines.slice(0, MOST_LINES)) {
    const symbols = [...line.matchAll(SYMBOL)].map(([symbol]) => symbol);
    if (symbols.length === 0) unfound.push(line);
    for (const symbol of symbols) {
      const found = (await store.search.bySymbol(symbol)).exact;
      const day = dateInLine(line);
      const dated = symbols.length === 1 && day !== null ? found.filter((w) => w.issuedOn === day) : found;
      const candidates = dated.length > 0 ? dated : found;
      const [only] = candidates;
      if (only === undefined) unfound.push(symbols.length === 1 ? line : `${symbol} (${line})`);
      else if (candidates.length > 1) several.push({ line, symbol, candidates });
      // a day that no document of that number has is a doubt, not a match
      else if (symbols.length === 1 && day !== null && only.issuedOn !== null && only.issuedOn !== day)
        several.push({ line, symbol, candidates });
      else works.set(only.id, { work: only, line });
    }
  }
  return { works: [...works.values()], several, unfound, left: Math.max(0, lines.length - MOST_LINES) };
}
