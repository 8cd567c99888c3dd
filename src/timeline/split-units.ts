import { type EId, joinEId, parentEId } from "../domain/e-id.ts";
import type { ProvisionKind } from "../domain/provision.ts";
import type { TextTable } from "../domain/text-table.ts";
import type { TextLine } from "../parse/normalise.ts";
import { readUnits } from "../parse/structure.ts";
import { divide } from "../parse/subdivisions.ts";
import { buildProvisions } from "../parse/unit-tree.ts";

/** A unit of new wording: its own words down to the first unit below it. */
export interface WordedUnit {
  readonly eId: EId;
  readonly kind: ProvisionKind;
  readonly text: string;
  /** Its first words are a heading (articles, chapters). */
  readonly titled: boolean;
  readonly parent: EId | null;
}

/**
 * New wording taken apart into the units it sets, seen from the unit it replaces or adds, by the same grammar that reads
 * documents:
 *
 *     art_5__cl_2 + "2. Mức chi:\na) Cấp tỉnh …;\nb) Cấp xã …"  →  art_5__cl_2, art_5__cl_2__point_a, …_b
 *
 * Words before the first number come under `unnumbered`. `tables` = the tables in the new wording without its quotation marks,
 * where the amending document knows them: what a cell begins with is no number of a unit.
 */
export function splitUnits(
  target: EId,
  content: string,
  tables: (words: string) => readonly TextTable[] = () => [],
): { readonly unnumbered: string; readonly units: readonly WordedUnit[] } {
  const words = unquoted(content);
  const before = contextOf(target);
  const text = before + words;
  const lines = linesOf(text);
  const quoted = nestedQuotes(lines);
  for (const { span } of tables(words))
    lines.forEach(({ start, end }, i) => {
      if (span.start <= start - before.length && end - before.length <= span.end) quoted[i] = 1;
    });
  const found = GROUPS.has(levelOf(target))
    ? readUnits({ lines, quoted, marksBold: false, from: 0, to: lines.length, articles: true, fragment: true }).units
    : divide({ lines, from: 0, to: lines.length, rest: 0, quoted, fragment: true }).units;
  const own = before === "" ? found : found.filter((u) => u.start >= before.length || u === found[0]);
  const end = (_: number, next: number | null): number => (next === null ? text.length : next);
  const provisions = buildProvisions(own, end).filter((p) => p.own.start >= before.length);
  const first = provisions[0]?.own.start ?? text.length;
  return {
    unnumbered: text.slice(before.length, Math.max(first, before.length)).trim(),
    units: provisions.map((p, i) => ({
      eId: placed(p.eId, target, before !== ""),
      kind: p.kind,
      text: text.slice(p.own.start, p.own.end).trim(),
      titled: p.heading !== null,
      parent: i === 0 || p.parent === null ? null : placed(p.parent, target, before !== ""),
    })),
  };
}

const GROUPS: ReadonlySet<string> = new Set(["art", "chp", "part", "sec", "subsec"]);

/** A number before the wording, so that the grammar knows where it stands: khoản 3 follows khoản 2, điểm a stands in khoản 1. */
function contextOf(target: EId): string {
  const level = levelOf(target);
  if (level === "cl") {
    const m = /^(\d{1,3})(\D.*)?$/u.exec(numberOf(target));
    const before = m ? (m[2] ? Number(m[1]) : Number(m[1]) - 1) : 0;
    return before > 0 ? `${before}. X.\n` : "";
  }
  const parent = level === "point" || level === "indent" ? clauseOf(target) : null;
  return parent ? `${/^\d+/u.exec(numberOf(parent))?.[0] ?? "1"}. X:\n` : "";
}

function clauseOf(eId: EId): EId | null {
  let at = parentEId(eId);
  while (at !== null && levelOf(at) !== "cl") at = parentEId(at);
  return at;
}

/** The identifier inside the wording put where the target stands. */
function placed(eId: EId, target: EId, hasContext: boolean): EId {
  const level = levelOf(target);
  if (GROUPS.has(level)) {
    const top = eId.slice(0, eId.indexOf("_"));
    return joinEId(top === "sec" || top === "subsec" ? parentEId(target) : attachmentOf(target), eId);
  }
  // the clause of the context stands for the real one
  const inside = hasContext && level !== "cl" && eId.startsWith("cl_") ? eId.replace(/^cl_[^_]+__/u, "") : eId;
  const clause = level === "cl" ? null : clauseOf(target);
  return inside.startsWith("cl_")
    ? joinEId(parentEId(clause ?? target), inside)
    : joinEId(level === "cl" ? parentEId(target) : (clause ?? parentEId(target)), inside);
}

const attachmentOf = (eId: EId): EId | null => /^att_[^_]+(?=__|$)/u.exec(eId)?.[0] ?? null;

/** `art`, `cl`, `point`, `chp`, `att` … */
export const levelOf = (eId: EId): string => {
  const last = eId.slice(eId.lastIndexOf("__") < 0 ? 0 : eId.lastIndexOf("__") + 2);
  return last.slice(0, last.indexOf("_"));
};

export const numberOf = (eId: EId): string => eId.slice(eId.lastIndexOf("_") + 1);

function linesOf(text: string): TextLine[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const at = start;
    start += line.length + 1;
    return { start: at, end: at + line.length, text: line, bold: 0, heading: false, cell: 0 };
  });
}

/**
 * Lines whose numbers open no unit: those that begin inside a quotation of the new wording itself, and a number alone,
 * which is the cell of a table.
 */
function nestedQuotes(lines: readonly TextLine[]): Uint8Array {
  const quoted = new Uint8Array(lines.length);
  let depth = 0;
  lines.forEach((line, i) => {
    quoted[i] = depth > 0 || /^\d{1,3}\s?[.)]?$/u.test(line.text) ? 1 : 0;
    for (const c of line.text) {
      if (c === "“") depth += 1;
      else if (c === "”" && depth > 0) depth -= 1;
    }
  });
  return quoted;
}

/** Without outer quotation marks and what closes an instruction after them. A pair inside the wording stays. */
export function unquoted(content: string): string {
  const text = content.trim();
  if (/^[“«]/u.test(text)) {
    const close = closingOf(text);
    if (close < 0) return text.slice(1).trim();
    return /^\s?[.;,]?$/u.test(text.slice(close + 1)) ? text.slice(1, close).trim() : text;
  }
  if (/^["”]/u.test(text)) return withoutClosing(text.slice(1).trimStart());
  return isBalanced(text) ? text : withoutClosing(text);
}

/** Where the mark that opens a text is closed; -1 = nowhere. */
function closingOf(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c === "“" || c === "«") depth += 1;
    else if (c === "”" || c === "»") depth -= 1;
    if (depth === 0) return i;
  }
  return -1;
}

function withoutClosing(text: string): string {
  const stop = /[.;,]$/u.test(text) ? text.slice(0, -1).trimEnd() : text;
  return /[”"»]$/u.test(stop) ? stop.slice(0, -1).trim() : text;
}

/** Every curly mark that opens is closed, and none closes that was not opened; straight ones come in pairs. */
export function isBalanced(text: string): boolean {
  let depth = 0;
  let straight = 0;
  for (const c of text) {
    if (c === "“") depth += 1;
    else if (c === "”") depth -= 1;
    else if (c === '"') straight += 1;
    if (depth < 0) return false;
  }
  return depth === 0 && straight % 2 === 0;
}
