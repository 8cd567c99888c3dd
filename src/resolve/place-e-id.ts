import { type EId, parentEId } from "../domain/e-id.ts";
import type { Attachment } from "../domain/legal-document.ts";

/**
 * Real place of a cited unit in a text that is known. `att_II` is the attachment numbered II; an article that a short
 * decision lacks is looked for in the one regulation attached to it. `missing`: the text has no such unit.
 * `inserted`: the unit is about to be added, so only its parent must be there.
 */
export function placeEId(
  eId: EId,
  units: ReadonlySet<EId>,
  attachments: readonly Pick<Attachment, "eId" | "num">[] | null,
  inserted = false,
): { readonly eId: EId; readonly missing: boolean } {
  const exists = (id: EId): boolean => units.has(id) || (inserted && isNewIn(id, units));
  if (exists(eId)) return { eId, missing: false };
  const renumbered = attachmentByNumber(eId, attachments, units);
  if (renumbered !== null) return { eId: renumbered, missing: !exists(renumbered) };
  if (!eId.startsWith("att_")) {
    const inside = [...units].filter((u) => /^att_[^_]+$/u.test(u)).map((att) => `${att}__${eId}`);
    const hits = inside.filter((id) => units.has(id));
    if (hits.length === 1) return { eId: hits[0] as EId, missing: false };
  }
  return { eId, missing: true };
}

function isNewIn(eId: EId, units: ReadonlySet<EId>): boolean {
  const parent = parentEId(eId);
  return parent === null || units.has(parent);
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** `II`, `02`, `2`, `2a` → `2`, `2`, `2`, `2a`. */
export function attachmentNumber(num: string): string {
  const roman = /^[IVXLC]+$/u.test(num);
  if (!roman) return num.replace(/^0+(?=\d)/u, "").toLowerCase();
  let total = 0;
  for (let i = 0; i < num.length; i++) {
    const [here, next] = [ROMAN[num[i] as string] ?? 0, ROMAN[num[i + 1] ?? ""] ?? 0];
    total += here < next ? -here : here;
  }
  return String(total);
}

function attachmentByNumber(
  eId: EId,
  attachments: readonly Pick<Attachment, "eId" | "num">[] | null,
  units: ReadonlySet<EId>,
): EId | null {
  const m = /^att_([^_]+)(.*)$/u.exec(eId);
  if (!m) return null;
  const wanted = attachmentNumber(m[1] as string);
  const byNum = attachments?.filter((a) => a.num !== null && attachmentNumber(a.num) === wanted) ?? [];
  if (byNum.length === 1) return `${byNum[0]?.eId}${m[2]}`;
  // without the attachments' own numbers: a Roman number counts them in order where all of them are annexes
  if (attachments === null && /^[IVXLC]+$/u.test(m[1] as string) && units.has(`att_${wanted}`))
    return `att_${wanted}${m[2]}`;
  return null;
}
