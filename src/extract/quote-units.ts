import { joinEId } from "../domain/e-id.ts";
import type { EId } from "../domain/e-id.ts";
import type { Span } from "../domain/span.ts";
import { stepsOf } from "./frame.ts";

/** A stretch of quoted new wording and the unit of the amended text it belongs to. */
export interface QuotedUnit {
  readonly start: number;
  readonly unit: EId | null;
}

const ARTICLE = /^[\s“"'‘”*]*Điều\s{1,3}(\d{1,4}[a-zđ]?)(?:[.:]|\s|$)/iu;
const CLAUSE = /^[\s“"'‘”*]*(\d{1,3}[a-zđ]?)\s?[.)-](?!\d)/u;
const POINT = /^[\s“"'‘”*]*([a-zđ]\d?)\s?[).]/u;

/**
 * Follows the numbering inside quoted wording, so that "khoản này" there finds its unit. `target` is the unit the
 * instruction names: a quotation for khoản 2 Điều 5 begins inside it.
 */
export function quotedUnits(text: string, quote: Span, target: EId | null): QuotedUnit[] {
  const steps = stepsOf(target);
  let article = steps.find((s) => s.level === "art")?.num ?? null;
  let clause = steps.find((s) => s.level === "cl")?.num ?? null;
  let point = steps.find((s) => s.level === "point")?.num ?? null;
  const out: QuotedUnit[] = [];
  let at = quote.start;
  while (at < quote.end) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 || newline > quote.end ? quote.end : newline;
    const line = text.slice(at, Math.min(end, at + 40));
    const art = ARTICLE.exec(line);
    const cl = art ? null : CLAUSE.exec(line);
    const pt = art || cl ? null : POINT.exec(line);
    if (art) [article, clause, point] = [art[1] as string, null, null];
    else if (cl && cl[1] === article && clause === null && at === quote.start) [clause, point] = [null, null];
    else if (cl) [clause, point] = [cl[1] as string, null];
    else if (pt) point = pt[1] as string;
    if (at === quote.start || art || cl || pt) out.push({ start: at, unit: unitOf(article, clause, point) });
    at = end + 1;
  }
  return out;
}

const unitOf = (article: string | null, clause: string | null, point: string | null): EId | null =>
  joinEId(article && `art_${article}`, clause && `cl_${clause}`, point && `point_${point}`) || null;

/** The unit a place inside quoted wording belongs to. */
export function quotedUnitAt(units: readonly QuotedUnit[], offset: number): EId | null {
  let found: EId | null = units[0]?.unit ?? null;
  for (const u of units) {
    if (u.start > offset) break;
    found = u.unit;
  }
  return found;
}
