import type { LegalDate } from "../domain/legal-date.ts";
import { parseSymbol } from "../domain/symbol.ts";
import type { Subject } from "./rule.ts";

/** A draft has no day yet, and no year of before: its number is left open, or carries the year of the check. */
export function isDraft({ work, draft }: Subject, day: LegalDate): boolean {
  if (draft) return true;
  if (work.issuedOn !== null) return false;
  const year = work.symbol === null ? null : (parseSymbol(work.symbol)?.year ?? null);
  return year === null ? work.symbol === null || /^[^\d]/u.test(work.symbol) : year >= Number(day.slice(0, 4));
}

/** The day of issue; of a draft the day of the check, before which it cannot be issued; null when it is not known. */
export const issueDay = (subject: Subject, day: LegalDate): LegalDate | null =>
  subject.work.issuedOn ?? (isDraft(subject, day) ? day : null);

/** Issued by a province, a district or a commune. An issuer that was not understood is none of them. */
export const isLocal = ({ issuer }: Subject): boolean =>
  issuer.level === "province" || issuer.level === "district" || issuer.level === "commune";
