import { vietnameseSortKey } from "../domain/vietnamese-order.ts";
import type { Store } from "../store/store.ts";
import { nextRevision } from "./index-revision.ts";

/** Raised when titles are sorted otherwise: every index then takes its keys anew at the next start. */
const REVISION = "1";
const SETTING = "sort-keys";
/** Few enough that whoever opens a page meanwhile does not notice. */
const WORKS_A_TRANSACTION = 50;

/** Gives documents of an index made by an earlier version the sort keys of this one. Saying a work again makes its keys. */
export async function rekeyTitles(store: Store, signal?: AbortSignal): Promise<number> {
  if ((await store.settings.get(SETTING)) === REVISION) return 0;
  const stale = (await store.documents.shelf()).flatMap(({ work, keys }) =>
    keys.title === vietnameseSortKey(work.title ?? "") ? [] : [work],
  );
  for (let at = 0; at < stale.length && !signal?.aborted; at += WORKS_A_TRANSACTION) {
    await store.withTransaction(() => store.works.save(stale.slice(at, at + WORKS_A_TRANSACTION)));
    await new Promise((others) => setImmediate(others));
  }
  if (signal?.aborted) return stale.length;
  await store.withTransaction(async () => {
    await store.settings.set(SETTING, REVISION);
    await nextRevision(store);
  });
  return stale.length;
}
