import type { EId } from "./e-id.ts";
import type { Quote } from "./effect.ts";
import type { LegalDate } from "./legal-date.ts";
import type { WorkId } from "./work.ts";

/**
 * How one document stands to another, by what it says or does: căn cứ; quy định chi tiết; hướng dẫn; sửa đổi, bổ sung; bãi bỏ;
 * thay thế; ngưng hiệu lực; tiếp tục thực hiện; kéo dài; hợp nhất; đính chính; công bố; áp dụng trên địa bàn.
 */
export const RELATION_KINDS = [
  "repeals",
  "replaces",
  "announces",
  "suspends",
  "resumes",
  "extends",
  "amends",
  "corrects",
  "applies-in",
  "consolidates",
  "details",
  "guides",
  "basis",
] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** `from` acts on, rests on or speaks of `to`. */
export interface WorkRelation {
  readonly kind: RelationKind;
  readonly from: WorkId;
  readonly to: WorkId;
  /** Units of `to` it concerns; empty = the whole document. Of a parent: the units that call for `from`. */
  readonly eIds: readonly EId[];
  /** First day; null = not determined. */
  readonly since: LegalDate | null;
  /** First day on which it no longer holds; null = open. */
  readonly until: LegalDate | null;
  /** False: an instruction that could not be counted. */
  readonly certain: boolean;
  /** Old provinces it keeps to (applies-in). */
  readonly territory: readonly string[];
  readonly evidence: Quote;
}
