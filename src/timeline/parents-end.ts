import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import type { Because, StatusPeriod } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Detailing } from "../resolve/resolved.ts";
import { inferred } from "./say-because.ts";
import { workName } from "./work-name.ts";

/**
 * What the end of the documents it details means for a detailing document. `end` closes it, `doubt` makes its state unknown
 * from that day, `note` changes nothing and is shown.
 */
export type ParentsEnd =
  | { readonly kind: "end" | "doubt" | "note"; readonly day: LegalDate; readonly because: Because }
  | { readonly kind: "none" };

/** Luật 64/2025/QH15 in force; its Điều 57(2) as enacted holds to 30/6/2025, as amended by Luật 87/2025/QH15 from 01/7/2025. */
const REGIME_2025 = "2025-04-01";
const REGIME_2025_AMENDED = "2025-07-01";

export interface ParentView {
  readonly work: (id: WorkId) => Work | null;
  readonly periods: (id: WorkId) => readonly StatusPeriod[];
  /** The parent's end is proved by a text or by a verified line of the register, with nothing of it kept alive. */
  readonly isCertain: (period: StatusPeriod) => boolean;
}

export function parentsEnd(child: Work, relations: readonly Detailing[], view: ParentView): ParentsEnd {
  const parents = mainParents(relations, view);
  const ended = parents
    .map((relation) => ({ relation, period: finalEnd(view.periods(relation.parent)) }))
    .filter(
      (p): p is { relation: Detailing; period: StatusPeriod & { since: LegalDate } } =>
        p.period !== null && p.period.since !== null,
    )
    .filter((p) => child.issuedOn !== null && p.period.since > child.issuedOn)
    .sort((a, b) => a.period.since.localeCompare(b.period.since) || a.relation.parent.localeCompare(b.relation.parent));
  const last = ended[ended.length - 1];
  if (!last) return { kind: "none" };
  const day = last.period.since;
  const name = workName(view.work(last.relation.parent));
  const proof = (says: string): Because => inferred("parent-ceased", says, day, last.relation.evidence);
  if (ended.length < parents.length) {
    return {
      kind: "note",
      day,
      because: proof(
        `Một trong các văn bản được quy định chi tiết là ${name} đã hết hiệu lực từ ngày ${formatDate(day)}; cần xác định phần hết hiệu lực theo`,
      ),
    };
  }
  if (day >= REGIME_2025 && day < REGIME_2025_AMENDED) {
    return {
      kind: "note",
      day,
      because: proof(
        `Văn bản được quy định chi tiết là ${name} hết hiệu lực từ ngày ${formatDate(day)}; vẫn có hiệu lực phần không trái, trừ khi được công bố hết hiệu lực (khoản 2 Điều 57 Luật số 64/2025/QH15)`,
      ),
    };
  }
  const why =
    day < REGIME_2025
      ? `Văn bản được quy định chi tiết là ${name} hết hiệu lực (khoản 4 Điều 154 Luật số 80/2015/QH13); suy luận, cần đối chiếu danh mục công bố`
      : `Văn bản được quy định chi tiết là ${name} hết hiệu lực (khoản 2 Điều 57 Luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số 87/2025/QH15); suy luận theo khoản 2 Điều 57, chưa thấy văn bản công bố`;
  const sure = parents.length === 1 && view.isCertain(last.period);
  return sure
    ? { kind: "end", day, because: proof(why) }
    : { kind: "doubt", day, because: proof(`${why}; chưa đủ căn cứ để kết luận`) };
}

/** A law that only amends another parent is not a second parent. */
function mainParents(relations: readonly Detailing[], view: ParentView): readonly Detailing[] {
  const main = relations.filter((r) => !/^(?:\p{L}+ )?sửa đổi/iu.test(view.work(r.parent)?.title ?? ""));
  return main.length > 0 ? main : relations;
}

/** The last period when it is an end: a parent that was revived has not ended. */
function finalEnd(periods: readonly StatusPeriod[]): StatusPeriod | null {
  const last = periods[periods.length - 1];
  return last?.status === "ceased" ? last : null;
}
