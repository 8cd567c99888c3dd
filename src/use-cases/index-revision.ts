import type { Store } from "../store/store.ts";

const REVISION = "index-revision";

/** Changes whenever links, effects or statuses do: what was loaded under the same revision still holds. */
export const indexRevision = async (store: Store): Promise<number> => Number((await store.settings.get(REVISION)) ?? 0);

/** Said in the transaction that changes them. */
export const nextRevision = async (store: Store): Promise<void> =>
  store.settings.set(REVISION, String((await indexRevision(store)) + 1));
