import type { Listed } from "./effect.ts";
import { fold } from "./fold.ts";
import type { StatusName, StatusPeriod } from "./status.ts";

/** The status a list means by its words; the national database still says "Ngưng hiệu lực" for tạm ngưng. Null: not plain. */
export function listedStatus(words: string): StatusName | null {
  const said = fold(words).replace(/\s+/gu, " ").trim();
  const part = /mot phan/u.test(said);
  if (/^(?:van ban )?(?:da )?het hieu luc|^khong con hieu luc/u.test(said)) return part ? "partly-ceased" : "ceased";
  if (/^(?:tam )?ngung hieu luc|^tam dinh chi/u.test(said)) return part ? "partly-suspended" : "suspended";
  if (/^chua co hieu luc/u.test(said)) return "not-yet-in-force";
  if (/^con hieu luc|^dang co hieu luc/u.test(said)) return part ? "partly-ceased" : "in-force";
  return null;
}

/** Lists of what is in force hold partly expired and not yet effective documents as well (NĐ 79/2025, mẫu số 03). */
const IN_FORCE_LIST: ReadonlySet<StatusName> = new Set<StatusName>([
  "in-force",
  "partly-ceased",
  "partly-suspended",
  "not-yet-in-force",
]);

/** True when a list and the computed status cannot both be right. What is not known contradicts nothing. */
export function contradicts(listed: Listed, period: Pick<StatusPeriod, "status"> | null): boolean {
  if (listed.status === null || period === null || period.status === "unknown") return false;
  if (listed.status === period.status) return false;
  // what had partly ended on the day of a list may have ended wholly since
  if (listed.status === "partly-ceased" && period.status === "ceased") return false;
  return !(listed.status === "in-force" && IN_FORCE_LIST.has(period.status));
}
