import type { Amendment } from "../domain/amendment.ts";
import type { EId } from "../domain/e-id.ts";
import { isUnder } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { WorkId } from "../domain/work.ts";
import type { ResolvedCitation } from "../resolve/resolved.ts";

/** First day of another document, as far as it is known. */
export type BeginOf = (work: WorkId) => LegalDate | null;

/** "kể từ ngày Quyết định này có hiệu lực" is the document's own first day, no event. */
export const isOtherEvent = (event: string | null): boolean => event !== null && !/này\s+có\s+hiệu\s+lực/iu.test(event);

/** "cho đến khi …" ends something; "kể từ ngày …" begins it. */
export const isEndEvent = (event: string | null): boolean =>
  event !== null && /^(?:cho )?(?:đến|tới) (?:khi|lúc|ngày|thời điểm)(?!\p{L})/iu.test(event.trim());

/** Events that are the first day of a document: "kể từ ngày Nghị định số … có hiệu lực thi hành". */
const FIRST_DAY = /(?:kể\s)?từ\s(?:ngày|khi|thời điểm)\s[^.;\n]{4,260}?\scó\shiệu\slực/iu;

/**
 * The day of "kể từ ngày [văn bản] có hiệu lực": the first day of the one document named in those words, where it is known.
 * Words that keep a text alive may have the event in the unit above them ("Kể từ ngày … có hiệu lực, các văn bản sau đây tiếp
 * tục có hiệu lực: 1. …"). Null = no such words, or nobody knows the day.
 */
export function eventDay(
  document: LegalDocument,
  a: Pick<Amendment, "action" | "event" | "source" | "span">,
  citations: readonly ResolvedCitation[],
  beginOf: BeginOf,
): LegalDate | null {
  const place = a.event === null ? (a.action === "extend" ? leadOf(document, a.source) : null) : placeOf(document, a);
  if (place === null) return null;
  const words = document.text.slice(place.start, place.end);
  const m = FIRST_DAY.exec(words);
  if (!m || /này\scó\shiệu\slực$/iu.test(m[0])) return null;
  const [start, end] = [place.start + m.index, place.start + m.index + m[0].length];
  const named = new Set<WorkId>();
  for (const c of citations) {
    if (c.span.start < start || c.span.end > end) continue;
    for (const t of c.targets) if (t.resolution.kind === "work") named.add(t.resolution.work);
  }
  const [only, ...more] = named;
  return only === undefined || more.length > 0 ? null : beginOf(only);
}

type Place = { readonly start: number; readonly end: number };

function placeOf(document: LegalDocument, a: Pick<Amendment, "event" | "span">): Place | null {
  const event = a.event ?? "";
  const at = document.text.lastIndexOf(event, a.span.end);
  return event === "" || at < 0 ? null : { start: at, end: at + event.length };
}

/** Own words of the unit and of the units above it, nearest first, where they name such an event. */
function leadOf(document: LegalDocument, source: EId): Place | null {
  const above = document.provisions.filter((p) => isUnder(source, p.eId)).sort((a, b) => b.eId.length - a.eId.length);
  const found = above.find((p) => FIRST_DAY.test(document.text.slice(p.own.start, p.own.end)));
  return found?.own ?? null;
}
