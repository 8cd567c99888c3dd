import type { Quote } from "./effect.ts";
import type { EId } from "./e-id.ts";
import type { LegalDate } from "./legal-date.ts";
import type { WorkId } from "./work.ts";

export type StatusName =
  | "not-yet-in-force"
  | "in-force"
  | "partly-ceased"
  | "ceased"
  | "suspended"
  | "partly-suspended"
  | "unknown";

/** As official lists print them (NĐ 79/2025/NĐ-CP; the national database still says "ngưng hiệu lực"). */
export const STATUS_NAMES: Readonly<Record<StatusName, string>> = {
  "in-force": "Còn hiệu lực",
  "partly-ceased": "Hết hiệu lực một phần",
  ceased: "Hết hiệu lực toàn bộ",
  "not-yet-in-force": "Chưa có hiệu lực",
  suspended: "Tạm ngưng hiệu lực",
  "partly-suspended": "Tạm ngưng hiệu lực một phần",
  unknown: "Cần xác định",
};

/**
 * How sure an end or a continuation of a detailing document is: announced = "có văn bản công bố"; inferred = "suy luận theo
 * luật, chưa thấy văn bản công bố"; to-determine = "cần xác định". Absent where a clause decides by itself.
 */
export type Certainty = "announced" | "inferred" | "to-determine";

export const CERTAINTY_NAMES: Readonly<Record<Certainty, string>> = {
  announced: "có văn bản công bố",
  inferred: "suy luận theo luật, chưa thấy văn bản công bố",
  "to-determine": "cần xác định",
};

/** A proof: the rule of law that fired and the words it fired on. `rule`: commenced, replaced, repealed, expired, term, parent-ceased … */
export interface Because extends Quote {
  readonly rule: string;
  /** The day these words speak from; null = undetermined. */
  readonly from: LegalDate | null;
  /** Vietnamese sentence for an official list ("Bị bãi bỏ bởi Quyết định số … ngày …"). */
  readonly says: string;
  readonly certainty?: Certainty;
  /** An announcement's own day, where it speaks from another one (`from`). */
  readonly announcedOn?: LegalDate;
  /** It speaks of these units only, by their names: one document may go on in a part of a merged province. */
  readonly territory?: readonly string[];
}

export type UnitState = "amended" | "inserted" | "repealed" | "suspended" | "phrase-changed";

export interface UnitStatus {
  readonly eId: EId;
  readonly status: UnitState;
  readonly since: LegalDate;
  readonly because: readonly Because[];
}

/** Status of a work over a stretch of days `[from, to)`; `from` null = always before, `to` null = open. */
export interface StatusPeriod {
  readonly work: WorkId;
  readonly from: LegalDate | null;
  readonly to: LegalDate | null;
  readonly status: StatusName;
  /** The day from which this status holds; it keeps its first day over later changes. For not-yet-in-force: the first day in force. */
  readonly since: LegalDate | null;
  /** Vietnamese sentence. */
  readonly reason: string;
  readonly because: readonly Because[];
  /** Units whose state differs from the original text during this stretch. */
  readonly units: readonly UnitStatus[];
}
