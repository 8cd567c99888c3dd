import { groupBy } from "../domain/group-by.ts";
import { plain } from "../domain/fold.ts";
import { symbolKey } from "../domain/symbol.ts";
import { citedKey } from "../domain/target-override.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { loadCentralRegister } from "../resolve/central-register.ts";
import { resolveFacts } from "../resolve/resolve-facts.ts";
import type { Detailing, ResolvedFacts } from "../resolve/resolved.ts";
import { loadKnownWorks } from "./known-works.ts";
import type { Store, StoredLink } from "../store/store.ts";
import { deriveEffects } from "../timeline/derive-effects.ts";
import { registerEffects } from "../timeline/register-effects.ts";
import { statusPeriods } from "../timeline/status-periods.ts";

/** Puts the shipped register into a new index, once a version. */
export async function seedRegister(store: Store): Promise<void> {
  const register = loadCentralRegister();
  if ((await store.settings.get("register")) === register.version) return;
  await store.withTransaction(async () => {
    await store.works.save(register.works);
    const effects = registerEffects();
    for (const [source, own] of groupBy(effects, (e) => e.source)) {
      // a law whose text is here speaks for itself; the register only fills what the text leaves open
      if (!(await store.documents.current(source))) await store.effects.replaceFrom(source, own);
    }
    await recomputeStatuses(store, null);
    await store.settings.set("register", register.version);
  });
}

/**
 * Looks up, anew, the targets of every changed document and of every document that cites one of them, derives their
 * effects and recomputes statuses. An unresolved citation thus resolves by itself when its target arrives.
 */
export async function relinkWorks(store: Store, changed: ReadonlySet<WorkId>): Promise<void> {
  if (changed.size === 0) return;
  await store.withTransaction(async () => {
    const works = await store.works.all();
    const known = await loadKnownWorks(store);
    const touched = await touchedBy(store, works, changed);
    const affected = new Set<WorkId>(touched);
    for (const id of touched) {
      const stored = await store.documents.current(id);
      const work = await store.works.find(id);
      if (!stored || !work) continue;
      const { document, facts } = stored;
      const resolved = resolveFacts({ work, document, facts, ...known });
      const effects = deriveEffects({ work, document, facts, resolved, recognised: stored.quality === "ocr" });
      await store.works.save(resolved.cited);
      await saveLinks(store, id, resolved);
      await store.relations.replace(id, resolved.detailing);
      // what it changed before and changes no longer is as affected as what it changes now
      for (const effect of [...(await store.effects.from(id)), ...effects]) affected.add(effect.target);
      for (const cited of resolved.cited) affected.add(cited.id);
      await store.effects.replaceFrom(id, effects);
    }
    await store.works.dropUncited();
    await recomputeStatuses(store, affected);
  });
}

/** The changed documents and those that cite them by number or by name. */
async function touchedBy(
  store: Store,
  works: readonly Work[],
  changed: ReadonlySet<WorkId>,
): Promise<ReadonlySet<WorkId>> {
  const keys = new Set<string>();
  for (const work of works) {
    if (!changed.has(work.id)) continue;
    if (work.symbol) keys.add(symbolKey(work.symbol));
    if (work.title) keys.add(`name:${plain(work.title)}`);
  }
  return new Set([...changed, ...(await store.links.citing([...keys]))]);
}

async function saveLinks(store: Store, from: WorkId, resolved: ResolvedFacts): Promise<void> {
  const links: StoredLink[] = resolved.citations.flatMap((c, citation) =>
    c.targets.map((t, target) => ({
      from,
      citation,
      target,
      role: c.role,
      within: c.within,
      start: c.span.start,
      end: c.span.end,
      text: c.text,
      key: citedKey(t),
      resolution: t.resolution,
      eIds: t.eIds,
      missing: t.missing,
    })),
  );
  await store.links.replace(from, links);
}

/** Periods of the affected works and of everything that details them, down to children's children; null = of all works. */
async function recomputeStatuses(store: Store, affected: ReadonlySet<WorkId> | null): Promise<void> {
  const works = await store.works.all();
  const detailing = await store.relations.all();
  const only = affected === null ? undefined : withDescendants(affected, detailing);
  const periods = statusPeriods({ works, effects: await store.effects.all(), detailing, only });
  const computed = works.flatMap(({ id }) => (only === undefined || only.has(id) ? [id] : []));
  await store.statuses.replace(computed, periods);
}

function withDescendants(works: ReadonlySet<WorkId>, detailing: readonly Detailing[]): ReadonlySet<WorkId> {
  const children = groupBy(detailing, (d) => d.parent);
  const all = new Set(works);
  // a Set visits what is added while it is walked
  for (const work of all) for (const { child } of children.get(work) ?? []) all.add(child);
  return all;
}
