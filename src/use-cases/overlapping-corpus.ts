import { type MayMeet, overlapFinder, type Overlaps, type UnitText } from "../compare/overlap-finder.ts";
import { overlapsWith } from "../compare/overlap-with.ts";
import { titleTwins } from "../compare/title-twins.ts";
import type { Effect } from "../domain/effect.ts";
import { parseIssuer } from "../domain/issuer.ts";
import type { Overlap } from "../domain/overlap.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { CorpusView, Rule } from "../engine/rule.ts";
import { loadTables } from "../engine/tables.ts";
import { territories } from "../engine/territory.ts";
import type { Store } from "../store/store.ts";
import { findOverlaps } from "./find-overlaps.ts";

/** Rules that ask for the same words in other documents; without one of them nothing is compared. */
export const readsOverlaps = ({ meta }: Rule): boolean => meta.group === "overlap" || meta.code === "E08";

/** What a run over the whole index compared, and what it left out. */
export type OverlapReport = Omit<Overlaps, "of">;

/** Where the report of the last stored run is kept, as JSON. */
export const OVERLAP_REPORT = "overlap-report";

/** The corpus with the overlaps of all its texts: for a run over the whole index. */
export async function withOverlaps(
  view: CorpusView,
  store: Store,
  { signal, onOverlaps }: { readonly signal?: AbortSignal; readonly onOverlaps?: (report: OverlapReport) => void } = {},
): Promise<CorpusView> {
  const works = await store.documents.indexedWorks();
  const mayMeet = meeting((id) => view.work(id), view.territoryOf);
  const textsOf = (some: readonly WorkId[]) => store.documents.textsOf(some);
  const { of, ...report } = await findOverlaps({ works, textsOf, mayMeet, signal });
  onOverlaps?.(report);
  return { ...view, overlaps: (id) => of.get(id) ?? [] };
}

/** Documents a draft is compared with, at most: what it cites and details, its twins, its issuer's latest. */
const COMPARED_WITH_DRAFT = 300;

/** The corpus as a draft sees it, with the draft's own overlaps: it is compared with what stands near it, not with everything. */
export async function withDraftOverlaps(
  view: CorpusView,
  store: Store,
  draft: UnitText,
  near: Iterable<WorkId>,
): Promise<CorpusView> {
  const issuer = view.work(draft.work)?.issuer;
  const others = new Set([
    ...near,
    ...view.titleTwins(draft.work).map((t) => t.other),
    ...(issuer ? [...view.worksOf(issuer)].reverse().map((w) => w.id) : []),
  ]);
  others.delete(draft.work);
  const indexed = [...others].filter(view.hasText).slice(0, COMPARED_WITH_DRAFT);
  const own = overlapsWith(draft, await store.documents.textsOf(indexed));
  return { ...view, overlaps: (id) => (id === draft.work ? own : view.overlaps(id)) };
}

/** Overlaps of texts that are all at hand. */
export function overlapsAmong(
  documents: readonly UnitText[],
  workOf: (id: WorkId) => Work | null,
  territoryOf: (id: WorkId) => string | null,
): ReadonlyMap<WorkId, readonly Overlap[]> {
  const finder = overlapFinder(meeting(workOf, territoryOf));
  for (const document of documents) finder.read(document);
  finder.candidates();
  for (const document of documents) finder.readAgain(document);
  return finder.result().of;
}

/** Texts of two provinces that have nothing to do with each other, and consolidated texts, are not compared. */
function meeting(workOf: (id: WorkId) => Work | null, territoryOf: (id: WorkId) => string | null): MayMeet {
  const kept = new Map<WorkId, { readonly consolidated: boolean; readonly territory: string | null }>();
  const of = (id: WorkId) => {
    const known = kept.get(id) ?? {
      consolidated: workOf(id)?.type === "van-ban-hop-nhat",
      territory: territoryOf(id),
    };
    kept.set(id, known);
    return known;
  };
  return (a, b) => {
    const [x, y] = [of(a), of(b)];
    if (x.consolidated || y.consolidated) return false;
    return x.territory === null || y.territory === null || x.territory === y.territory;
  };
}

/** What of the corpus speaks of territories and titles; made when it is first asked for. */
export function twinsAmong(
  works: ReadonlyMap<WorkId, Work>,
  effects: readonly Effect[],
  isIndexed: (id: WorkId) => boolean,
): Pick<CorpusView, "titleTwins" | "territoryOf" | "isOfOldProvince"> {
  const land = once(() => territories(loadTables().get("provinces") ?? [], works, effects));
  const ofWork = <T>(id: WorkId, ask: (work: Work) => T, none: T): T => {
    const work = works.get(id);
    return work ? ask(work) : none;
  };
  const twins = once(() =>
    titleTwins(
      [...works.values()].flatMap((work) => {
        if (work.title === null || work.issuer === null || !isIndexed(work.id)) return [];
        const { level, organ } = parseIssuer(work.issuer);
        if (level === "unknown" || work.normative === "no") return [];
        const territory = level === "province" ? land().of(work) : level === "central" ? organ : work.issuer;
        return [{ id: work.id, title: work.title, group: `${level} ${territory ?? ""}` }];
      }),
    ),
  );
  return {
    titleTwins: (id) => twins().get(id) ?? [],
    territoryOf: (id) => ofWork(id, (work) => land().of(work), null),
    isOfOldProvince: (id) => ofWork(id, (work) => land().isOld(work), false),
  };
}

/** Made at the first question and kept. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
