import type { Effect } from "../domain/effect.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { ImportEntry, Store, StoredLink } from "../store/store.ts";
import { worksOf } from "./view-finding-row.ts";
import { type UnitNames, unitNames } from "./view-unit-names.ts";

/** Rows shown of each kind; the counts are of all. */
const ROWS_SHOWN = 200;
/** How many of the last import's files are looked through for refused ones. */
const IMPORTS_READ = 2000;

/** What the tool knows that it does not know, each with its place and reason: the lists behind the home page's figures. */
export interface GapsView {
  readonly citations: { readonly n: number; readonly rows: readonly StoredLink[] };
  readonly effects: { readonly n: number; readonly rows: readonly Effect[] };
  readonly files: { readonly n: number; readonly rows: readonly ImportEntry[] };
  readonly works: ReadonlyMap<WorkId, Work>;
  readonly names: UnitNames;
}

export async function viewGaps(store: Store): Promise<GapsView> {
  const [links, counts, all, entries] = await Promise.all([
    store.links.unresolved(ROWS_SHOWN),
    store.links.counts(),
    store.effects.all(),
    store.imports.latest(IMPORTS_READ),
  ]);
  const effects = all.filter((e) => !e.applied);
  const files = entries.filter((e) => e.outcome === "refused");
  const shown = effects.slice(0, ROWS_SHOWN);
  const ids = [...links.map((l) => l.from), ...shown.flatMap((e) => [e.source, e.target])];
  return {
    citations: { n: counts.unresolved, rows: links },
    effects: { n: effects.length, rows: shown },
    files: { n: files.length, rows: files.slice(0, ROWS_SHOWN) },
    works: await worksOf(store, ids),
    names: await unitNames(store, ids),
  };
}
