import { isUnder } from "../domain/e-id.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Provision } from "../domain/provision.ts";
import { overlaps } from "../domain/span.ts";
import type { RuleUnit } from "./find-conflicts.ts";

/** Shorter words are no rule; longer ones are tables, or a chapter gone wrong. */
const [SHORTEST, LONGEST] = [25, 2_500];
/** A point this long is a rule of its own and not a member of a list. */
const LONG_POINT = 60;
/** A document has so many rules at most that are compared. */
const MOST_UNITS = 600;
/** What every document says of itself: scope, effect, execution, repeal. */
const FORMAL =
  /^(?:Phạm vi điều chỉnh|Phạm vi|Hiệu lực|Hiệu lực thi hành|Điều khoản thi hành|Điều khoản chuyển tiếp|Quy định chuyển tiếp|Trách nhiệm thi hành|Tổ chức thực hiện|Bãi bỏ|Điều khoản tham chiếu)(?![\p{L}])/iu;
const FORMAL_TEXT =
  /(?:có hiệu lực (?:thi hành )?(?:từ|kể từ)|chịu trách nhiệm thi hành|[Bb]an hành kèm theo (?:Quyết định|Nghị quyết|Thông tư|Nghị định) này|hết hiệu lực (?:thi hành )?kể từ)/u;

/**
 * The rules of a document, each once: articles without clauses, clauses, and points of clauses whose points are rules of
 * their own. Left out: new wording between quotation marks (another document speaks there), scope, effect and execution.
 */
export function ruleUnits(document: LegalDocument, title: string | null): RuleUnit[] {
  const { text, provisions, quotes } = document;
  const found: RuleUnit[] = [];
  for (const provision of provisions) {
    if (!isRule(provision, provisions)) continue;
    const start = bodyStart(text, provision);
    const words = text.slice(start, provision.span.end).trimEnd();
    if (words.length < SHORTEST || words.length > LONGEST || FORMAL_TEXT.test(words)) continue;
    if (quotes.some((q) => overlaps(q, provision.span))) continue;
    const above = ancestors(provision, provisions);
    if (above.some((a) => a.heading !== null && FORMAL.test(a.heading))) continue;
    const heading = above.find((a) => a.kind === "article")?.heading ?? "";
    found.push({ eId: provision.eId, text: words, start, heading, above: aboveWords(text, above, provision, title) });
    if (found.length >= MOST_UNITS) break;
  }
  return found;
}

const LEVELS = new Set<Provision["kind"]>(["article", "clause", "point"]);

function isRule(p: Provision, all: readonly Provision[]): boolean {
  if (!LEVELS.has(p.kind)) return false;
  const below = all.filter((q) => q !== p && q.parent === p.eId && LEVELS.has(q.kind));
  if (p.kind === "point") {
    const siblings = all.filter((q) => q.parent === p.parent && q.kind === "point");
    return below.length === 0 && siblings.every((q) => q.span.end - q.span.start >= LONG_POINT);
  }
  if (below.length === 0) return true;
  return below.every((q) => q.kind === "point") && below.some((q) => q.span.end - q.span.start < LONG_POINT);
}

function ancestors(p: Provision, all: readonly Provision[]): Provision[] {
  const found: Provision[] = [];
  for (let at: Provision | undefined = p; at; at = all.find((q) => q.eId === at?.parent)) {
    found.push(at);
    if (found.length > 8 || (at.parent !== null && !isUnder(at.eId, at.parent) && at.kind === "article")) break;
  }
  return found;
}

function aboveWords(text: string, above: readonly Provision[], self: Provision, title: string | null): string {
  const leads = above
    .filter((a) => a !== self && a.kind === "clause")
    .map((a) => text.slice(a.own.start, Math.min(a.own.end, a.own.start + 300)));
  return [...leads, title ?? ""].join(". ");
}

/** After "Điều 5. Mức thu", "2. ", "a) ". */
function bodyStart(text: string, p: Provision): number {
  const head = /^(?:(?:Điều|Khoản)\s\d{1,4}\p{L}?[.:]?|\d{1,3}\p{L}?[.)]|\p{Ll}\d?\))\s*/u.exec(
    text.slice(p.span.start, p.span.start + 20),
  );
  let start = p.span.start + (head?.[0].length ?? 0);
  if (p.heading !== null && text.startsWith(p.heading, start)) start += p.heading.length;
  while (start < p.span.end && /\s/u.test(text[start] as string)) start++;
  return start;
}
