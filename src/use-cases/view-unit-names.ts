import { attachmentNames } from "../domain/attachment-name.ts";
import { eIdName, type EId } from "../domain/e-id.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";

/** Names units as the documents themselves call them: `khoản 1 Điều 5 Quy định kèm theo`, `Phụ lục II`. */
export interface UnitNames {
  of(work: WorkId | null, eId: EId): string;
  /**
   * A stored sentence ("Khoản 1 Điều 3 văn bản kèm theo 1 được sửa đổi bởi … (khoản 2 Điều 1)") with attachments called by
   * their names: those of the target in the sentence, those of the source in brackets.
   */
  said(text: string, target: WorkId | null, source?: WorkId | null): string;
}

/** Loads the names of the attachments of some works: one query for all. */
export async function unitNames(store: Store, works: Iterable<WorkId | null>): Promise<UnitNames> {
  const ids = [...new Set(works)].filter((id): id is WorkId => id !== null);
  const names = new Map<WorkId, ReadonlyMap<EId, string>>();
  if (ids.length > 0)
    for (const [work, attachments] of await store.documents.attachmentsOf(ids))
      names.set(work, attachmentNames(attachments));
  return namesFrom((work) => (work === null ? undefined : names.get(work)));
}

/** Where no document is at hand: attachments by their place. */
export const PLACES_ONLY: UnitNames = namesFrom(() => undefined);

function namesFrom(attachments: (work: WorkId | null) => ReadonlyMap<EId, string> | undefined): UnitNames {
  const named = (work: WorkId | null, text: string): string =>
    text.replace(/văn bản kèm theo (\d+)/giu, (found, n: string) => attachments(work)?.get(`att_${n}`) ?? found);
  return {
    of: (work, eId) => eIdName(eId, (attachment) => attachments(work)?.get(attachment) ?? null),
    said: (text, target, source = target) =>
      text
        .split(/(\([^()]*\))/u)
        .map((part, i) => named(i % 2 === 1 ? source : target, part))
        .join(""),
  };
}
