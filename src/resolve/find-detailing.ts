import type { LegalDocument } from "../domain/legal-document.ts";
import type { Span } from "../domain/span.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Detailing, ResolvedCitation, ResolvedTarget } from "./resolved.ts";

/**
 * Words by which a document says that it details or guides another: "quy định chi tiết một số điều của", "hướng dẫn thi
 * hành", "quy định biện pháp thi hành". A căn cứ alone makes no such relation.
 */
const DETAILS =
  /(?:quy định|hướng dẫn) chi tiết|(?:quy định|tổ chức|triển khai|nhằm|để)(?: việc)? thực hiện (?=điểm|khoản|Điều)|hướng dẫn (?:việc )?(?:thi hành|thực hiện|áp dụng)|(?:quy định )?(?:các |một số )?biện pháp (?:để tổ chức,? )?(?:hướng dẫn )?thi hành|quy định cụ thể (?:điểm|khoản|Điều)/giu;

/** A document that changes or ends another one lives by its own rules; its title names the other's title. */
const CHANGES =
  /^\s*(?:về (?:việc )?)?(?:sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính|ngưng|tạm ngưng|kéo dài|công bố)/iu;

/** Which documents this one details, implements or guides, with the units of theirs that call for it. */
export function findDetailing(
  work: Work,
  document: LegalDocument,
  citations: readonly ResolvedCitation[],
): readonly Detailing[] {
  const title = document.meta.title;
  if (title && CHANGES.test(title.value.replace(/^(?:Luật|Nghị định|Nghị quyết|Thông tư|Quyết định)\s+/u, "")))
    return [];
  const found = new Map<string, Detailing>();
  for (const place of placesOf(document)) {
    const words = document.text.slice(place.span.start, place.span.end);
    for (const m of words.matchAll(DETAILS)) {
      const from = place.span.start + m.index;
      if (isTitleOf(citations, from, document.text, work)) continue;
      const to = sentenceEnd(document.text, from, place.span.end);
      for (const citation of objectsOf(citations, from + m[0].length, to, document.text)) {
        for (const target of citation.targets)
          addTarget(found, work, target, place.eId, document, { start: from, end: Math.max(citation.span.end, from) });
      }
    }
  }
  return [...found.values()].map((d) => ({ ...d, parentEIds: unitsOf(d, document, citations) }));
}

/**
 * The units of the parent that call for this document: those named with the words of detailing, with those that a list in the
 * scope article adds; where neither names one, those of its căn cứ lines.
 */
function unitsOf(
  { parent, parentEIds }: Detailing,
  document: LegalDocument,
  citations: readonly ResolvedCitation[],
): Detailing["parentEIds"] {
  const scope = placesOf(document).find((p) => p.eId !== null)?.span;
  const named = (of: (c: ResolvedCitation) => boolean): readonly string[] =>
    citations.flatMap((c) =>
      c.quoted || !of(c)
        ? []
        : c.targets.flatMap((t) => (t.resolution.kind === "work" && t.resolution.work === parent ? t.eIds : [])),
    );
  const listed = named(
    (c) => c.kind === "relative" && !!scope && c.span.start >= scope.start && c.span.end <= scope.end,
  );
  const own = [...new Set([...parentEIds, ...listed])];
  return own.length > 0 ? own : [...new Set(named((c) => c.role === "basis"))];
}

interface Place {
  readonly eId: string | null;
  readonly span: Span;
}

/** Title, enacting words, and the article that states the scope. */
function placesOf(document: LegalDocument): readonly Place[] {
  const places: Place[] = [];
  if (document.meta.title?.span) places.push({ eId: null, span: document.meta.title.span });
  if (document.enacting) places.push({ eId: null, span: document.enacting });
  const scope = document.provisions.find((p) => p.kind === "article" && !p.eId.startsWith("att_"));
  if (scope && /phạm vi/iu.test(scope.heading ?? "")) places.push({ eId: scope.eId, span: scope.span });
  else if (scope && scope.num === "1")
    places.push({
      eId: scope.eId,
      span: { start: scope.span.start, end: Math.min(scope.span.end, scope.span.start + 600) },
    });
  return places;
}

/** "Nghị định số … ngày … của Chính phủ quy định chi tiết …": these are the other document's words about itself. */
function isTitleOf(citations: readonly ResolvedCitation[], at: number, text: string, work: Work): boolean {
  const before = citations.filter((c) => c.span.end <= at && at - c.span.end <= 130).at(-1);
  if (!before || before.targets.every((t) => t.self || (t.resolution.kind === "work" && t.resolution.work === work.id)))
    return false;
  return !/[,;.()]|này|được/u.test(text.slice(before.span.end, at));
}

/** End of the sentence or of the line's list: a full stop before a capital, or a line break after one. */
function sentenceEnd(text: string, from: number, limit: number): number {
  const m = /[.;]\s*(?:\n|$)|\.\s+(?=\p{Lu})/u.exec(text.slice(from, limit));
  return m ? from + m.index : limit;
}

/** Citations that follow the words directly: between them only units, commas, "của", "một số điều", "và". */
function* objectsOf(
  citations: readonly ResolvedCitation[],
  from: number,
  to: number,
  text: string,
): Generator<ResolvedCitation> {
  let at = from;
  for (const c of citations) {
    if (c.span.start < from || c.span.start >= to || c.kind === "relative") continue;
    const between = text.slice(at, c.span.start);
    if (
      between.length > 160 ||
      /(?:theo quy định|quy định tại|căn cứ|ban hành kèm theo|được sửa đổi|sửa đổi, bổ sung|thay thế|ngày \d)/iu.test(
        between,
      )
    ) {
      if (!/(?:được sửa đổi|sửa đổi, bổ sung)/iu.test(between)) return;
      continue;
    }
    at = c.span.end;
    yield c;
  }
}

function addTarget(
  found: Map<string, Detailing>,
  work: Work,
  target: ResolvedTarget,
  sourceEId: string | null,
  document: LegalDocument,
  span: Span,
): void {
  if (target.resolution.kind !== "work" || target.resolution.work === work.id) return;
  const parent: WorkId = target.resolution.work;
  const before = found.get(parent);
  const evidence = before?.evidence ?? {
    work: work.id,
    symbol: work.symbol,
    eId: sourceEId,
    quote: document.text.slice(span.start, span.end),
    span,
  };
  // a title that says "a number of articles" is made precise by the scope article, never widened by it
  const parentEIds =
    before && before.parentEIds.length > 0
      ? [...new Set([...before.parentEIds, ...target.eIds])]
      : target.eIds.length > 0
        ? target.eIds
        : (before?.parentEIds ?? []);
  found.set(parent, { child: work.id, parent, parentEIds, evidence });
}
