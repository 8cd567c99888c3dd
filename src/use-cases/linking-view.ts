import { groupBy } from "../domain/group-by.ts";
import type { Effect } from "../domain/effect.ts";
import { type HandEffect, withHandEffects } from "../domain/hand-effect.ts";
import { symbolKey } from "../domain/symbol.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { resolveFacts } from "../resolve/resolve-facts.ts";
import type { Detailing, ResolvedFacts } from "../resolve/resolved.ts";
import { mergeWorks } from "../store/work-store.ts";
import type { Store, StoredDocument } from "../store/store.ts";
import { askedUnits } from "./asked-units.ts";
import { isDatedStub, type KnownWorks, registerOf, saidByHand } from "./known-works.ts";

/**
 * What one run of linking knows, read from the store once and kept up to date while documents are linked one after another.
 * Units are read only of works that somebody cites.
 */
export interface LinkingView {
  work(id: WorkId): Work | null;
  works(): readonly Work[];
  /** Its text is in the index, so that its units are known. */
  hasText(id: WorkId): boolean;
  effectsOn(target: WorkId): readonly Effect[];
  effectsBy(source: WorkId): readonly Effect[];
  allEffects(): readonly Effect[];
  allDetailing(): readonly Detailing[];
  resolve(work: Work, stored: Pick<StoredDocument, "document" | "facts">): Promise<ResolvedFacts>;
  setEffects(source: WorkId, effects: readonly Effect[]): void;
  setDetailing(child: WorkId, detailing: readonly Detailing[]): void;
  /** Adds works that only citations know; answers those that some text names with their day for the first time. */
  learn(cited: readonly Work[]): readonly Work[];
  /** Only texts that follow another's date name it now: from here on it is no longer offered to them. */
  loseDate(stub: Work): void;
  forget(ids: readonly WorkId[]): void;
}

export async function openLinkingView(store: Store): Promise<LinkingView> {
  const all = await store.works.all();
  const works = new Map(all.map((w) => [w.id, w]));
  const effects = createEffects(await store.effects.all(), await store.effects.byHand());
  const detailing = new Map<WorkId, readonly Detailing[]>(groupBy(await store.relations.all(), (d) => d.child));
  const dated = new Map<string, Map<WorkId, Work>>();
  const offer = (work: Work): void => {
    const key = symbolKey(work.symbol ?? "");
    dated.set(key, (dated.get(key) ?? new Map()).set(work.id, work));
  };
  for (const work of all) if (isDatedStub(work)) offer(work);
  const units = await askedUnits(store);
  const known: Omit<KnownWorks, "unitsOf" | "attachmentsOf"> = {
    register: registerOf(all),
    effectsOn: effects.on,
    datedElsewhere: (symbol) => [...(dated.get(symbolKey(symbol))?.values() ?? [])],
    saidByHand: saidByHand(await store.overrides.targets(), works),
  };
  return {
    work: (id) => works.get(id) ?? null,
    works: () => [...works.values()],
    hasText: units.hasText,
    effectsOn: effects.on,
    effectsBy: effects.by,
    allEffects: effects.all,
    setEffects: effects.set,
    allDetailing: () => [...detailing.keys()].sort().flatMap((child) => detailing.get(child) ?? []),
    setDetailing: (child, list) => void detailing.set(child, list),
    async resolve(work, { document, facts }) {
      const attempt = (): ResolvedFacts =>
        resolveFacts({ work, document, facts, ...known, unitsOf: units.of, attachmentsOf: units.attachmentsOf });
      const first = attempt();
      return (await units.fetch()) ? attempt() : first;
    },
    learn(cited) {
      const first: Work[] = [];
      for (const work of cited) {
        const before = works.get(work.id);
        const merged = before ? mergeWorks(before, work) : work;
        works.set(work.id, merged);
        if (!isDatedStub(merged) || dated.get(symbolKey(work.symbol ?? ""))?.has(work.id)) continue;
        offer(merged);
        first.push(merged);
      }
      return first;
    },
    loseDate: (stub) => void dated.get(symbolKey(stub.symbol ?? ""))?.delete(stub.id),
    forget(ids) {
      for (const id of ids) works.delete(id);
    },
  };
}

/** Effects by who acts and by whom they act on, both kept as they are replaced; on a work with what people have decided. */
function createEffects(stored: readonly Effect[], byHand: readonly HandEffect[]) {
  const decided = groupBy(byHand, (d) => d.target);
  const bySource = new Map<WorkId, readonly Effect[]>();
  const byTarget = new Map<WorkId, Map<WorkId, readonly Effect[]>>();
  const set = (source: WorkId, effects: readonly Effect[]): void => {
    for (const { target } of bySource.get(source) ?? []) byTarget.get(target)?.delete(source);
    bySource.set(source, effects);
    for (const [target, own] of groupBy(effects, (e) => e.target))
      byTarget.set(target, (byTarget.get(target) ?? new Map()).set(source, own));
  };
  for (const [source, own] of groupBy(stored, (e) => e.source)) set(source, own);
  return {
    set,
    on: (target: WorkId): readonly Effect[] =>
      withHandEffects([...(byTarget.get(target)?.values() ?? [])].flat(), decided.get(target) ?? []),
    by: (source: WorkId): readonly Effect[] => bySource.get(source) ?? [],
    all: (): readonly Effect[] => [...bySource.keys()].sort().flatMap((source) => bySource.get(source) ?? []),
  };
}
