import { type EId, joinEId } from "../domain/e-id.ts";
import { fold } from "../domain/fold.ts";

/** A unit named in a question, and the question without it. */
export interface AskedUnit {
  readonly eId: EId;
  readonly rest: string;
}

/** `điểm a khoản 2 Điều 5`, `Điều 5 khoản 2`, `dieu 5`: the article must be named; the order does not matter. */
const LEVELS = /(?<![\p{L}\p{N}])(điều|dieu|khoản|khoan|điểm|diem)\s+(\d{1,3}[a-zđ]?|[a-zđ])(?![\p{L}\p{N}/])/giu;

/** Null where no article is named. */
export function askedUnit(query: string): AskedUnit | null {
  const text = query.normalize("NFKC");
  const named = new Map<string, string>();
  for (const [, level, number] of text.matchAll(LEVELS))
    if (level !== undefined && number !== undefined && !named.has(fold(level)))
      named.set(fold(level), number.toLowerCase());
  const [article, clause, point] = [named.get("dieu"), named.get("khoan"), named.get("diem")];
  if (article === undefined || !/^\d/u.test(article)) return null;
  const eId = joinEId(`art_${article}`, clause && `cl_${clause}`, point && `point_${point}`);
  const rest = text.replace(LEVELS, " ").replace(/[\s,;]+/gu, " ");
  return { eId, rest: rest.replace(/^\s*(?:của|cua|tại|tai)\s/u, "").trim() };
}

/** Where that unit stands in a document: in its own articles, or in those of what is attached to it. */
export function placesOf(eId: EId, units: ReadonlySet<EId>): readonly EId[] {
  const places = units.has(eId) ? [eId] : [];
  for (const unit of units) if (unit.endsWith(`__${eId}`) && /^att_[^_]+__art_/u.test(unit)) places.push(unit);
  return places;
}
