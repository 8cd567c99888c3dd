import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isLegalDate } from "../domain/legal-date.ts";
import { parseSymbol, symbolKey } from "../domain/symbol.ts";
import { applyAddition } from "./register-additions.ts";
import { parseTable, type RegisterEntry, type Succession, toSuccession } from "./register-file.ts";

type Row = Readonly<Record<string, string>>;

/** Rows that a department adds to the shipped register. */
export interface LocalRegister {
  readonly additions: readonly Row[];
  readonly successions: readonly Succession[];
}

/** A line that cannot be used, for whoever keeps the file. */
export interface RegisterFault {
  readonly file: string;
  /** Counted from 1; the head is line 1. */
  readonly line: number;
  /** Vietnamese: what is wrong and what to write instead. */
  readonly what: string;
}

const KINDS = ["replace", "amend", "suspend", "extend"];
const CERTAINTIES = ["verified", "likely", "to-verify"];

/**
 * Reads `additions.csv` and `successions.csv` of a folder, with the columns of the files of the same names in
 * `corpus/register/`. Either may be absent. A line that does not fit is left out and named; nothing is thrown.
 */
export function readLocalRegister(folder: string): LocalRegister & { readonly faults: readonly RegisterFault[] } {
  const faults: RegisterFault[] = [];
  const fitting = (file: string, whyNot: (row: Row) => string | null): readonly Row[] =>
    rowsOf(join(folder, file)).filter((row, i) => {
      const what = whyNot(row);
      if (what !== null) faults.push({ file, line: i + 2, what });
      return what === null;
    });
  const additions = fitting("additions.csv", whyNoAddition);
  const successions = fitting("successions.csv", whyNoSuccession).map(toSuccession);
  return { additions, successions, faults };
}

const rowsOf = (path: string): readonly Row[] => (existsSync(path) ? parseTable(readFileSync(path, "utf8")) : []);

function whyNoAddition(row: Row): string | null {
  if (!parseSymbol(row.symbol ?? "")) return "cột symbol phải là số, ký hiệu đầy đủ, ví dụ 102/2024/NĐ-CP";
  return dayFault(row, "issued_on") ?? dayFault(row, "effective_on");
}

function whyNoSuccession(row: Row): string | null {
  if (!parseSymbol(row.old_symbol ?? "") || !parseSymbol(row.new_symbol ?? ""))
    return "cột old_symbol và new_symbol phải là số, ký hiệu đầy đủ";
  if (!KINDS.includes(row.kind ?? "")) return `cột kind phải là một trong: ${KINDS.join(", ")}`;
  if (!CERTAINTIES.includes(row.certainty ?? "")) return `cột certainty phải là một trong: ${CERTAINTIES.join(", ")}`;
  return dayFault(row, "from");
}

const dayFault = (row: Row, column: string): string | null =>
  !row[column] || isLegalDate(row[column]) ? null : `cột ${column} phải để trống hoặc là ngày dạng 2025-07-01`;

/** The shipped entries with a department's rows laid over them. */
export function withAdditions(entries: readonly RegisterEntry[], rows: readonly Row[]): readonly RegisterEntry[] {
  if (rows.length === 0) return entries;
  const keyed = new Map(entries.map((e) => [e.symbol ? symbolKey(e.symbol) : `${e.type} ${e.issuedOn}`, e]));
  for (const row of rows) applyAddition(keyed, row);
  return [...keyed.values()];
}
