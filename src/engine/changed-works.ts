import { groupBy } from "../domain/group-by.ts";
import type { Effect } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
import { endedOn } from "./ended-works.ts";
import type { CorpusView, Subject } from "./rule.ts";

const CHANGES: ReadonlySet<string> = new Set(["amend", "insert", "replace-phrase", "delete-phrase"]);
const ENDS: ReadonlySet<string> = new Set(["replace-document", "repeal-document"]);

/** Something of the target goes on with other words. */
export const isChange = (e: Effect): boolean =>
  CHANGES.has(e.action) || ((e.action === "repeal" || e.action === "expire") && e.targetEId !== null);

/** The target as a whole is replaced or abolished by this very clause. */
export const isWholeEnd = (e: Effect): boolean =>
  e.targetEId === null && e.exception === null && (ENDS.has(e.action) || e.action === "repeal");

/** Counted changes a document makes in others, by the document changed. */
export function changesOf(corpus: CorpusView, id: WorkId): ReadonlyMap<WorkId, readonly Effect[]> {
  return groupBy(
    corpus.effectsBy(id).filter((e) => e.applied && e.target !== id && isChange(e)),
    (e) => e.target,
  );
}

/** Documents that amended a work by the day and are still in force themselves. */
export function livingAmenders(corpus: CorpusView, id: WorkId, day: LegalDate): readonly WorkId[] {
  const amenders = new Set<WorkId>();
  for (const e of corpus.effectsOn(id)) {
    if (!e.applied || e.source === id || e.origin === "register" || !isChange(e)) continue;
    if (e.from !== null && e.from <= day && endedOn(corpus, e.source, day) === null) amenders.add(e.source);
  }
  return [...amenders].sort();
}

/** The document only changes others: its title says so. */
export const isAmendingAct = ({ work }: Pick<Subject, "work">): boolean =>
  /^(?:\p{L}+ )?(?:về (?:việc )?)?(?:sửa đổi|bổ sung|điều chỉnh)/iu.test(work.title ?? "");

/** The document only ends others: "Bãi bỏ một số quyết định …". */
export const isAbolishingAct = ({ work }: Pick<Subject, "work">): boolean =>
  /^(?:về (?:việc )?)?(?:bãi bỏ|hủy bỏ|công bố|ngưng|tạm ngưng|đình chỉ)/iu.test(work.title ?? "");
