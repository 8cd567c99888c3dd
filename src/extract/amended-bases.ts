import type { NamedWork } from "../domain/citation.ts";
import type { EId } from "../domain/e-id.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Provision } from "../domain/provision.ts";
import type { Span } from "../domain/span.ts";
import type { Instruction } from "./instruction.ts";
import type { Reference } from "./reference.ts";
import { inZones } from "./title-zones.ts";

/** The document an amending unit speaks about: `prefix` where its attached regulation is meant, `unit` where one unit is. */
export interface Base {
  readonly work: NamedWork;
  readonly prefix: EId | null;
  readonly unit: EId | null;
}

/** At the head of the title or after "ban hành Quyết định"; "thẩm quyền điều chỉnh …" in its middle amends nothing. */
const AMENDING_TITLE =
  /(?:^|ban hành (?:luật|nghị định|quyết định|thông tư|nghị quyết|thông tư liên tịch) )(?:về )?(?:việc )?(?:sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính|điều chỉnh|hủy bỏ|huỷ bỏ|tạm ngưng|ngưng)|sửa đổi,? bổ sung|sửa đổi một số|bãi bỏ/iu;

/**
 * The one document the title says this one amends; a base without symbol when it names none or several. Null when the title
 * is not that of an amending document. `toWork` tells what a mention names.
 */
export function titleBase(
  document: LegalDocument,
  references: readonly Reference[],
  zones: readonly Span[],
  toWork: (r: Reference) => NamedWork,
): Base | null {
  const spans = [document.meta.title?.span, document.enacting].filter((s): s is Span => Boolean(s));
  let amends = false;
  for (const span of spans) {
    const words = document.text.slice(span.start, span.end);
    if (!AMENDING_TITLE.test(words)) continue;
    amends = true;
    const inside = references.filter(
      (r) => r.span.start >= span.start && r.span.end <= span.end && r.document && !r.document.isThis,
    );
    const objects = inside.filter((r) => !inZones(zones, r.span.start) && !amenderBefore(document.text, r));
    const distinct = new Map(objects.map((r) => [r.document?.symbol ?? r.document?.name ?? "", r]));
    if (distinct.size !== 1) continue;
    const r = objects[0] as Reference;
    return { work: toWork(r), prefix: r.attached && r.paths.length === 0 ? "att_1" : null, unit: null };
  }
  return amends ? { work: UNSAID, prefix: null, unit: null } : null;
}

/** The title names several documents or none by number: the headings of the articles must say which. */
const UNSAID: NamedWork = {
  symbol: null,
  type: null,
  name: null,
  issuedOn: null,
  year: null,
  issuer: null,
  self: false,
};

/** "… đã được sửa đổi, bổ sung bởi Nghị định số …": that one is not the base. */
const amenderBefore = (text: string, r: Reference): boolean =>
  /(?:được|đã) (?:sửa đổi|bổ sung|sửa đổi, bổ sung|thay thế)(?:[^.;:]{0,40}?)(?:bởi|theo|tại)\s{1,3}(?:[^;:]{0,60}(?:,|và)\s{1,3})?$/iu.test(
    text.slice(Math.max(0, r.span.start - 140), r.span.start),
  );

/** The base a unit's own words set for itself and the units below it; null when they set none. */
export function ownBase(
  instruction: Instruction,
  references: readonly Reference[],
  toWork: (r: Reference) => NamedWork,
  unitOf: (index: number) => EId | null,
): Base | null {
  for (const [index] of instruction.objects) {
    const r = references[index] as Reference;
    if (!r.document || r.document.isThis || (r.document.bare && !r.document.symbol)) continue;
    const annexed = r.paths.some((p) => p[0]?.level === "att");
    const prefix = r.attached && !annexed ? "att_1" : null;
    return { work: toWork(r), prefix, unit: r.paths.length === 1 && !annexed ? withoutPrefix(unitOf(index)) : null };
  }
  return null;
}

export const withoutPrefix = (eId: EId | null): EId | null => {
  if (!eId?.startsWith("att_")) return eId;
  const cut = eId.indexOf("__");
  return cut < 0 ? null : eId.slice(cut + 2);
};

/** Chain of units from the top down to a provision. */
export const isInBody = (document: LegalDocument, provision: Provision): boolean =>
  !document.attachments.some((a) => a.span.start <= provision.span.start && provision.span.start < a.span.end);
