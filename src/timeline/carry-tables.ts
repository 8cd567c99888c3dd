import type { LegalDocument } from "../domain/legal-document.ts";
import type { Span } from "../domain/span.ts";
import { movedTable, type TextTable, tablesIn } from "../domain/text-table.ts";

/** A unit's words with the tables in them, offsets counted from their beginning. */
export interface TabledText {
  readonly text: string;
  readonly tables?: readonly TextTable[];
  /** It had a table, and nobody can say with certainty which of its words now stand in which cell. */
  readonly tableLost?: true;
}

/** Own words of a unit without the white space around them. */
export function tabledText({ text, tables = [] }: Pick<LegalDocument, "text" | "tables">, own: Span): TabledText {
  const words = text.slice(own.start, own.end);
  const start = own.start + (words.length - words.trimStart().length);
  return withTables(words.trim(), tablesIn(tables, { start, end: own.end }));
}

export const withTables = (text: string, tables: readonly TextTable[], lost = false): TabledText =>
  tables.length > 0 ? { text, tables } : lost ? { text, tableLost: true } : { text };

/**
 * New words of a unit with the tables of the old ones where each cell can still be found: a changed line of a cell is still a
 * line of that cell. Where lines came or went, only a table above or below that place is.
 */
export function carryTables(before: TabledText, text: string): TabledText {
  const { tables = [] } = before;
  if (tables.length === 0) return withTables(text, [], before.tableLost === true);
  const [old, fresh] = [before.text.split("\n"), text.split("\n")];
  const same = old.length === fresh.length;
  const head = commonLines(old, fresh);
  const tail = commonLines([...old].reverse(), [...fresh].reverse());
  const [starts, moved] = [startsOf(old), startsOf(fresh)];
  const lineAt = (at: number): number => starts.findLastIndex((start) => start <= at);
  const shiftOf = ({ span }: TextTable): number =>
    same || lineAt(span.end) < head
      ? 0
      : lineAt(span.start) >= old.length - tail
        ? fresh.length - old.length
        : Number.NaN;
  const move = (at: number, shift: number): number => {
    if (Number.isNaN(shift)) return Number.NaN;
    const line = lineAt(at);
    const [words, now] = [old[line] as string, fresh[line + shift] as string];
    const within = at - (starts[line] as number);
    const start = moved[line + shift] as number;
    if (within === 0) return start;
    if (within === words.length) return start + now.length;
    return start + edgeIn(words, within, now);
  };
  const carried = tables.map((t) => {
    const shift = shiftOf(t);
    return movedTable(t, ({ start, end }) => ({ start: move(start, shift), end: move(end, shift) }));
  });
  const certain = carried.every((t) =>
    t.rows.every((row) => row.cells.every(({ span }) => !Number.isNaN(span.start) && !Number.isNaN(span.end))),
  );
  return withTables(text, certain ? carried : [], true);
}

/**
 * The edge of a cell in the middle of a line, where soft breaks have joined two cells: certain where all words before it, or
 * all behind it, are as they were.
 */
function edgeIn(words: string, edge: number, now: string): number {
  const before = now.startsWith(words.slice(0, edge));
  const behind = now.endsWith(words.slice(edge));
  const fromEnd = now.length - (words.length - edge);
  if (before && behind && fromEnd !== edge) return Number.NaN;
  return before ? edge : behind ? fromEnd : Number.NaN;
}

function commonLines(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((line, i) => line !== b[i]);
  return end < 0 ? Math.min(a.length, b.length) : end;
}

function startsOf(lines: readonly string[]): readonly number[] {
  let at = 0;
  return lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
}

/** New words that an amending document brings, with the tables they have there; found only where they stand word by word. */
export function broughtTables(text: string, source: LegalDocument | undefined, lost: boolean): TabledText {
  const tables = source?.tables ?? [];
  if (tables.length > 0 && source !== undefined && text !== "")
    for (let at = source.text.indexOf(text); at >= 0; at = source.text.indexOf(text, at + 1)) {
      const found = tablesIn(tables, { start: at, end: at + text.length });
      if (found.length > 0) return withTables(text, found);
    }
  return withTables(text, [], lost);
}

/** The same words with others before them, or without their first ones. */
export const shifted = ({ tables }: Pick<TabledText, "tables">, by: number): Pick<TabledText, "tables"> =>
  tables === undefined
    ? {}
    : { tables: tables.map((t) => movedTable(t, ({ start, end }) => ({ start: start + by, end: end + by }))) };
