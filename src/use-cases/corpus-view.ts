import { groupBy } from "../domain/group-by.ts";
import type { Effect } from "../domain/effect.ts";
import type { CorpusView } from "../engine/rule.ts";
import type { Store } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";
import { statusOn } from "../timeline/status-on.ts";

/** Loads what rules may ask for: works, periods, effects and units, but no texts. About 1 kB a document. */
export async function loadCorpusView(store: Store): Promise<CorpusView> {
  const works = new Map((await store.works.all()).map((w) => [w.id, w]));
  const periods = groupBy(await store.statuses.all(), (p) => p.work);
  const effects = await store.effects.all();
  const on = groupBy(effects, (e) => e.target);
  const by = groupBy(effects, (e) => e.source);
  const units = await store.documents.unitsOf(await store.documents.indexedWorks());
  const none: readonly Effect[] = [];
  return {
    work: (id) => works.get(id) ?? null,
    status: (id, day) => statusOn(periods.get(id) ?? [], day),
    periods: (id) => periods.get(id) ?? [],
    effectsOn: (id) => on.get(id) ?? none,
    effectsBy: (id) => by.get(id) ?? none,
    units: (id) => units.get(id) ?? null,
    nameOf: (id) => workName(works.get(id) ?? null),
  };
}
