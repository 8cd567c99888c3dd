import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { indexRevision } from "./index-revision.ts";
import { worksOf } from "./view-finding-row.ts";

/** A document that many others cite. */
export interface TiedWork {
  readonly work: Work;
  readonly citedBy: number;
}

const SHOWN = 20;
const known = new WeakMap<Store, { readonly revision: number; readonly works: readonly TiedWork[] }>();

/** The documents that most others cite; counted anew only when links have changed. */
export async function mostTied(store: Store): Promise<readonly TiedWork[]> {
  const revision = await indexRevision(store);
  const kept = known.get(store);
  if (kept?.revision === revision) return kept.works;
  const most = await store.links.mostCited(SHOWN);
  const works = await worksOf(
    store,
    most.map((m) => m.work),
  );
  const found = most.flatMap(({ work: id, citedBy }) => {
    const work = works.get(id);
    return work === undefined ? [] : [{ work, citedBy }];
  });
  known.set(store, { revision, works: found });
  return found;
}
