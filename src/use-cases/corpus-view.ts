import { groupBy } from "../domain/group-by.ts";
import { issuerKey } from "../domain/issuer.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { CorpusView } from "../engine/rule.ts";
import type { Store } from "../store/store.ts";
import { statusOn } from "../timeline/status-on.ts";
import { workName } from "../timeline/work-name.ts";
import { type CorpusTexts, corpusTexts } from "./corpus-texts.ts";
import { askedUnits } from "./asked-units.ts";
import { type KnownWorks, loadKnownWorks } from "./known-works.ts";
import { twinsAmong } from "./overlapping-corpus.ts";

export interface Corpus {
  readonly view: CorpusView;
  readonly texts: CorpusTexts;
  readonly known: KnownWorks;
  /** Fetches units that were asked for in vain; true when some have come and what rests on them is to be computed again. */
  fetchUnits(): Promise<boolean>;
}

/**
 * Loads what rules may ask for: works, periods, effects, relations and units, about 1 kB a document. Texts are brought
 * through `texts` for one document at a time and kept within bounds. `asked`: units only of works that are asked for, for
 * a look at few documents.
 */
export async function loadCorpus(store: Store, units: "all" | "asked" = "all"): Promise<Corpus> {
  const all = await store.works.all();
  const effects = await store.effects.all();
  const some = units === "asked" ? await askedUnits(store) : null;
  const few = some && { unitsOf: some.of, attachmentsOf: some.attachmentsOf };
  const known = await loadKnownWorks(store, { works: all, effects, ...(few ? { units: few } : {}) });
  const fetchUnits = async (): Promise<boolean> => (await some?.fetch()) ?? false;
  const works = new Map(all.map((w) => [w.id, w]));
  const texts = corpusTexts(store, known, (id) => works.get(id) ?? null, { fetchUnits });
  const periods = groupBy(await store.statuses.all(), (p) => p.work);
  const on = groupBy(effects, (e) => e.target);
  const by = groupBy(effects, (e) => e.source);
  const detailing = await store.relations.all();
  const parents = groupBy(detailing, (d) => d.child);
  const children = groupBy(detailing, (d) => d.parent);
  const citing = citingOf(await store.links.pairs());
  const bodies = worksByBody(all);
  const hasText = some?.hasText ?? ((id: WorkId): boolean => known.unitsOf(id) !== null);
  const view: CorpusView = {
    work: (id) => works.get(id) ?? null,
    status: (id, day) => statusOn(periods.get(id) ?? [], day),
    periods: (id) => periods.get(id) ?? [],
    effectsOn: (id) => on.get(id) ?? [],
    effectsBy: (id) => by.get(id) ?? [],
    units: known.unitsOf,
    hasText,
    subject: texts.at,
    citing: (id) => citing.get(id) ?? [],
    parentsOf: (id) => parents.get(id) ?? [],
    childrenOf: (id) => children.get(id) ?? [],
    worksOf: (issuer) => bodies.get(issuerKey(issuer)) ?? [],
    nameOf: (id) => workName(works.get(id) ?? null),
    // words are compared when rules of overlap run: see overlapping-corpus.ts
    overlaps: () => [],
    ...twinsAmong(works, effects, hasText),
  };
  return { view, texts, known, fetchUnits };
}

function citingOf(pairs: readonly { readonly from: WorkId; readonly to: WorkId }[]): ReadonlyMap<WorkId, WorkId[]> {
  const citing = new Map<WorkId, WorkId[]>();
  for (const { from, to } of pairs) {
    const list = citing.get(to);
    if (list) list.push(from);
    else citing.set(to, [from]);
  }
  return citing;
}

/** Works by the key of their issuer, oldest first; a work whose issuer is not known belongs to nobody. */
export function worksByBody(works: readonly Work[]): ReadonlyMap<string, readonly Work[]> {
  const bodies = groupBy(
    works.filter((w) => w.issuer !== null),
    (w) => issuerKey(w.issuer as string),
  );
  for (const list of bodies.values())
    list.sort((a, b) => (a.issuedOn ?? "").localeCompare(b.issuedOn ?? "") || a.id.localeCompare(b.id));
  return bodies;
}
