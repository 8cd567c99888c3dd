import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work } from "../domain/work.ts";
import type { SearchHit, Store } from "../store/store.ts";

const HITS_READ = 120;
const WORKS_SHOWN = 8;
const HITS_SHOWN_A_WORK = 4;
const GROUPS_SHOWN = 25;
/** In force first, what is over last. */
const ORDER: readonly StatusName[] = [
  "in-force",
  "partly-ceased",
  "partly-suspended",
  "suspended",
  "not-yet-in-force",
  "unknown",
  "ceased",
];

export interface SearchView {
  readonly total: number;
  /** Hits looked at: the best of them. */
  readonly read: number;
  readonly capped: boolean;
  /** Words that were left out because nothing has all of them. */
  readonly ignored: readonly string[];
  readonly works: readonly { readonly work: Work; readonly status: StatusName }[];
  /** Documents with hits in all; `groups` holds the first of them. */
  readonly documents: number;
  readonly groups: readonly {
    readonly work: Work;
    readonly status: StatusName;
    readonly hits: readonly SearchHit[];
    readonly more: number;
  }[];
}

/** Documents by number or title, and provisions by their words, grouped by document. */
export async function viewSearch(store: Store, q: string, on: LegalDate): Promise<SearchView> {
  const [named, found] = await Promise.all([
    store.search.works(q, { limit: WORKS_SHOWN }),
    store.search.provisions(q, { limit: HITS_READ }),
  ]);
  const byWork = new Map<string, SearchHit[]>();
  for (const hit of found.hits) byWork.set(hit.work, [...(byWork.get(hit.work) ?? []), hit]);
  const groups = [];
  for (const [id, hits] of byWork) {
    const work = await store.works.find(id);
    if (work === null) continue;
    groups.push({
      work,
      status: await statusOn(store, id, on),
      hits: hits.slice(0, HITS_SHOWN_A_WORK),
      more: Math.max(0, hits.length - HITS_SHOWN_A_WORK),
    });
  }
  // hits come best first: within one status that order is kept
  groups.sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  const works = await Promise.all(named.map(async (work) => ({ work, status: await statusOn(store, work.id, on) })));
  return {
    total: found.total,
    read: found.hits.length,
    capped: found.capped,
    ignored: found.ignored,
    works,
    documents: groups.length,
    groups: groups.slice(0, GROUPS_SHOWN),
  };
}

const statusOn = async (store: Store, work: string, on: LegalDate): Promise<StatusName> =>
  (await store.statuses.on(work, on))?.status ?? "unknown";
