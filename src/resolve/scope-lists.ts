import type { Citation, CitedTarget } from "../domain/citation.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Provision } from "../domain/provision.ts";

/**
 * A scope article names the law once and then lists its units, which are not units of the document itself:
 *
 *     Điều 1. Phạm vi điều chỉnh
 *     Nghị định này quy định chi tiết các điều, khoản sau đây của Luật Tiếp công dân:     ← the lead
 *     a) Khoản 2 Điều 3a về tiếp công dân trực tuyến;                                    ← of that law
 *
 * Answers the citations with those items pointing at the law; all others as they were.
 */
export function frameScopeLists(document: LegalDocument, citations: readonly Citation[]): readonly Citation[] {
  const frames = new Map<Citation, CitedTarget>();
  const scope = document.provisions.find((p) => p.kind === "article" && !p.eId.startsWith("att_"));
  if (!scope) return citations;
  // inner leads come later and win: "1. Luật A: a) …; 2. Luật B: a) …"
  for (const unit of document.provisions) {
    if (unit.span.start < scope.span.start || unit.span.end > scope.span.end) continue;
    const lead = leadOf(document, unit, citations);
    if (lead === null) continue;
    for (const item of citations) {
      if (item.span.start >= lead.from && item.span.end <= unit.span.end && isBareUnit(document, item))
        frames.set(item, lead.target);
    }
  }
  if (frames.size === 0) return citations;
  return citations.map((c) => {
    const law = frames.get(c);
    return law ? { ...c, targets: c.targets.map((t) => ({ ...law, eIds: t.eIds })) } : c;
  });
}

/** Words by which a document says that it works out units of another one. */
const WORKS_OUT =
  /(?:quy định|hướng dẫn) (?:chi tiết|(?:một số|các) (?:điều|khoản|điểm|nội dung))|hướng dẫn (?:việc )?(?:thi hành|thực hiện|áp dụng)|biện pháp (?:để tổ chức,? )?(?:hướng dẫn )?thi hành/iu;
/** What may stand between the law's name and the list of its units. */
const OPENS_LIST = /^[^.;]{0,200}?(?:gồm|sau đây|cụ thể|như sau|về|:)/iu;

interface Lead {
  readonly target: CitedTarget;
  /** The list begins here. */
  readonly from: number;
}

function leadOf(document: LegalDocument, unit: Provision, citations: readonly Citation[]): Lead | null {
  const own = document.text.slice(unit.own.start, unit.own.end);
  const words = WORKS_OUT.exec(own);
  if (!words) return null;
  const after = unit.own.start + words.index;
  const law = citations.find(
    (c) =>
      c.kind === "absolute" && c.span.start > after && c.span.end <= unit.own.end && c.targets.some((t) => !t.self),
  );
  const target = law?.targets.find((t) => !t.self);
  if (!law || !target) return null;
  const rest = document.text.slice(law.span.end, unit.own.end).trimEnd();
  // "… của Luật Tiếp công dân:" leads the units below it; "…, gồm Điều 8, Điều 11" goes on in the same sentence
  if (!OPENS_LIST.test(rest)) return null;
  return { target: { ...target, eIds: [] }, from: law.span.end };
}

/** `khoản 2 Điều 3a` without "này" and without a document's name. */
function isBareUnit(document: LegalDocument, { kind, quoted, span, targets }: Citation): boolean {
  if (kind !== "relative" || quoted) return false;
  if (!targets.every((t) => t.self && t.eIds.length > 0 && t.eIds.every((eId) => eId.startsWith("art_")))) return false;
  const words = document.text.slice(span.start, span.end);
  return (
    /(?<!\p{L})Điều \d/iu.test(words) &&
    !/^[^.;\n]{0,12}(?<!\p{L})này(?!\p{L})/iu.test(words.slice(-6) + document.text.slice(span.end, span.end + 12))
  );
}
