import { fold } from "../domain/fold.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work } from "../domain/work.ts";
import type { SearchHit, Store } from "../store/store.ts";
import { unitNames } from "./view-unit-names.ts";

const HITS_READ = 120;
const WORKS_READ = 24;
const NUMBERED_SHOWN = 8;
/** A title that merely has the words says less than a provision: few, and after the provisions. */
const TITLED_SHOWN = 5;
const HITS_SHOWN_A_WORK = 4;
const GROUPS_SHOWN = 25;
/** A bare number names a document only in a short question, and not after the name of a unit. */
const LONGEST_NUMBER_QUERY = 4;
const UNITS = new Set(["dieu", "khoan", "diem", "chuong", "muc", "phan", "nam", "ngay", "thang"]);
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

export interface NamedWork {
  readonly work: Work;
  readonly status: StatusName;
}

/** A hit with its unit by name; null outside all units. */
export interface NamedHit extends SearchHit {
  readonly unit: string | null;
}

export interface SearchView {
  readonly total: number;
  /** Hits looked at: the best of them. */
  readonly read: number;
  readonly capped: boolean;
  /** Words that were left out because nothing has all of them. */
  readonly ignored: readonly string[];
  /** Works whose number was asked for. */
  readonly numbered: readonly NamedWork[];
  /** Works whose title has the words, those with their text first. */
  readonly titled: readonly NamedWork[];
  /** Documents with hits in all; `groups` holds the first of them. */
  readonly documents: number;
  readonly groups: readonly (NamedWork & { readonly hits: readonly NamedHit[]; readonly more: number })[];
}

/** Documents by number, provisions by their words grouped by document, then documents by title. */
export async function viewSearch(store: Store, q: string, on: LegalDate): Promise<SearchView> {
  const [works, found] = await Promise.all([
    store.search.works(q, { limit: WORKS_READ }),
    store.search.provisions(q, { limit: HITS_READ }),
  ]);
  const byWork = new Map<string, SearchHit[]>();
  for (const hit of found.hits) byWork.set(hit.work, [...(byWork.get(hit.work) ?? []), hit]);
  const groups = await groupsOf(store, byWork, on);
  const named = async (list: readonly Work[]): Promise<readonly NamedWork[]> =>
    Promise.all(list.map(async (work) => ({ work, status: await statusOn(store, work.id, on) })));
  const numbered = works.filter((work) => asksFor(q, work));
  const titled = works.filter((work) => !numbered.includes(work) && !byWork.has(work.id));
  return {
    total: found.total,
    read: found.hits.length,
    capped: found.capped,
    ignored: found.ignored,
    numbered: await named(numbered.slice(0, NUMBERED_SHOWN)),
    titled: await named(
      [...titled].sort((a, b) => Number(b.known === "text") - Number(a.known === "text")).slice(0, TITLED_SHOWN),
    ),
    documents: groups.length,
    groups: groups.slice(0, GROUPS_SHOWN),
  };
}

async function groupsOf(
  store: Store,
  byWork: ReadonlyMap<string, readonly SearchHit[]>,
  on: LegalDate,
): Promise<SearchView["groups"]> {
  const names = await unitNames(store, byWork.keys());
  const groups = [];
  for (const [id, hits] of byWork) {
    const work = await store.works.find(id);
    if (work === null) continue;
    groups.push({
      work,
      status: await statusOn(store, id, on),
      hits: hits
        .slice(0, HITS_SHOWN_A_WORK)
        .map((hit) => ({ ...hit, unit: hit.eId === null ? null : names.of(id, hit.eId) })),
      more: Math.max(0, hits.length - HITS_SHOWN_A_WORK),
    });
  }
  // hits come best first: within one status that order is kept
  return groups.sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
}

/** The question names a number this work has: `17/2025`, `17/2025/QĐ-UBND`, `nghị định 742`, but not `điều 17`. */
function asksFor(q: string, { symbol }: Work): boolean {
  if (symbol === null) return false;
  const own = fold(symbol);
  const asked = fold(q).split(/\s+/u);
  return asked.some((word, i) => {
    if (!/^\d/u.test(word) || !(own === word || own.startsWith(`${word}/`) || own.startsWith(`${word}-`))) return false;
    return word.includes("/") || (asked.length <= LONGEST_NUMBER_QUERY && !UNITS.has(asked[i - 1] ?? ""));
  });
}

const statusOn = async (store: Store, work: string, on: LegalDate): Promise<StatusName> =>
  (await store.statuses.on(work, on))?.status ?? "unknown";
