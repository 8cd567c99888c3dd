import type { Effect } from "../domain/effect.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { TargetOverride } from "../domain/target-override.ts";
import type { ImportEntry, Store } from "../store/store.ts";
import { OVERLAP_REPORT, type OverlapReport } from "./overlapping-corpus.ts";
import { worksOf } from "./view-finding-row.ts";
import { type UnitNames, unitNames } from "./view-unit-names.ts";
import { type UnclearCitation, unclearCitations } from "./view-unclear-citations.ts";

/** Rows shown of each kind; the counts are of all. */
const ROWS_SHOWN = 200;
/** How many of the last import's files are looked through for refused ones. */
const IMPORTS_READ = 2000;

/** What the tool knows that it does not know, each with its place and reason: the lists behind the home page's figures. */
export interface GapsView {
  /** Unknown and ambiguous ones; `rows` are grouped, `n` and `shown` count single mentions. */
  readonly citations: { readonly n: number; readonly shown: number; readonly rows: readonly UnclearCitation[] };
  /** What people have said citations mean, newest first. */
  readonly byHand: readonly TargetOverride[];
  readonly effects: { readonly n: number; readonly rows: readonly Effect[] };
  readonly files: { readonly n: number; readonly rows: readonly ImportEntry[] };
  /** What the last search for repeated words left out because everybody says it; null before the first one. */
  readonly overlaps: Pick<OverlapReport, "units" | "skippedUnits" | "droppedPairs"> | null;
  readonly works: ReadonlyMap<WorkId, Work>;
  readonly names: UnitNames;
}

export async function viewGaps(store: Store): Promise<GapsView> {
  const [ambiguous, unresolved, counts, byHand, all, entries] = await Promise.all([
    store.links.ambiguous(ROWS_SHOWN),
    store.links.unresolved(ROWS_SHOWN),
    store.links.counts(),
    store.overrides.targets(),
    store.effects.all(),
    store.imports.latest(IMPORTS_READ),
  ]);
  // what lists say is not waiting for anybody unless it contradicts: see view-effects.ts
  const effects = all.filter((e) => !e.applied && !e.listed);
  const files = entries.filter((e) => e.outcome === "refused");
  const shown = effects.slice(0, ROWS_SHOWN);
  // those with candidates first: there a person has only to choose
  const links = [...ambiguous, ...unresolved];
  const ids = [
    ...links.map((l) => l.from),
    ...byHand.flatMap((o) => (o.target === null ? [o.work] : [o.work, o.target])),
    ...shown.flatMap((e) => [e.source, e.target]),
  ];
  const report = await store.settings.get(OVERLAP_REPORT);
  return {
    overlaps: report === null ? null : (JSON.parse(report) as OverlapReport),
    citations: {
      n: counts.unresolved + counts.ambiguous,
      shown: links.length,
      rows: await unclearCitations(store, links),
    },
    byHand: [...byHand].sort((a, b) => b.at - a.at),
    effects: { n: effects.length, rows: shown },
    files: { n: files.length, rows: files.slice(0, ROWS_SHOWN) },
    works: await worksOf(store, ids),
    names: await unitNames(store, ids),
  };
}
