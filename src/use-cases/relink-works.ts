import { attachmentNames } from "../domain/attachment-name.ts";
import type { EId } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import { groupBy } from "../domain/group-by.ts";
import { plain } from "../domain/fold.ts";
import { withHandEffects } from "../domain/hand-effect.ts";
import { symbolKey } from "../domain/symbol.ts";
import type { StatusPeriod } from "../domain/status.ts";
import type { WorkId } from "../domain/work.ts";
import { loadCentralRegister } from "../resolve/central-register.ts";
import type { Detailing } from "../resolve/resolved.ts";
import type { Store } from "../store/store.ts";
import { registerEffects } from "../timeline/register-effects.ts";
import type { AttachmentName } from "../timeline/say-because.ts";
import { statusPeriods } from "../timeline/status-periods.ts";
import { nextRevision } from "./index-revision.ts";
import { dependentsOf, linkRound } from "./link-round.ts";
import { type LinkingView, openLinkingView } from "./linking-view.ts";
import { fileWorks } from "./work-facets.ts";

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
    await recomputeStatuses(store, null, await openLinkingView(store));
    await store.settings.set("register", register.version);
  });
}

/**
 * Looks up, anew, the targets of every changed document and of every document that cites one of them, derives their
 * effects and recomputes statuses. An unresolved citation thus resolves by itself when its target arrives.
 *
 * Documents are linked in the order of their issue, so that whoever cites a unit finds what earlier amendments made of it.
 * Where linking one changes what others had been linked by (an amender of what they cite, the day of a document they cite
 * without), those are linked once more. What a document depends on was issued before it, so that comes to an end.
 *
 * Answers the documents that were linked anew, and the works whose effects or statuses are others than before.
 */
export async function relinkWorks(store: Store, changed: ReadonlySet<WorkId>): Promise<ReadonlySet<WorkId>> {
  if (changed.size === 0) return changed;
  return store.withTransaction(async () => {
    const view = await openLinkingView(store);
    const { affected, moved } = await linkedAnew(store, view, changed);
    await fileWorks(store, moved, new Map(view.works().map((work) => [work.id, work])));
    return new Set([...moved, ...(await recomputeStatuses(store, affected, view))]);
  });
}

/** `affected` = works whose statuses may change; `moved` = documents linked anew and works on which others act otherwise. */
async function linkedAnew(
  store: Store,
  view: LinkingView,
  changed: ReadonlySet<WorkId>,
): Promise<{ readonly affected: ReadonlySet<WorkId>; readonly moved: ReadonlySet<WorkId> }> {
  const affected = new Set<WorkId>();
  const moved = new Set<WorkId>();
  let round: ReadonlySet<WorkId> = await touchedBy(store, view, changed);
  for (let n = 0; round.size > 0 && n < MOST_ROUNDS; n++) {
    for (const id of round) {
      affected.add(id);
      moved.add(id);
    }
    const stirred = await linkRound(store, view, round, affected);
    for (const { target } of stirred.targets) moved.add(target);
    round = await dependentsOf(store, view, stirred);
  }
  const forgotten = await store.works.dropUncited();
  view.forget(forgotten);
  return { affected, moved };
}

/**
 * Statuses of some works and of what hangs on them anew, where no text has changed: a person has decided about an effect.
 * `unitsOf` = works of whose units the effect speaks: whoever cites them may find one more or one less.
 */
export const recomputeWorks = (
  store: Store,
  works: ReadonlySet<WorkId>,
  unitsOf: ReadonlySet<WorkId> = new Set(),
): Promise<unknown> =>
  store.withTransaction(async () => {
    const view = await openLinkingView(store);
    const cited = unitsOf.size === 0 ? unitsOf : (await linkedAnew(store, view, unitsOf)).affected;
    await recomputeStatuses(store, new Set([...works, ...cited]), view);
  });

/** Statuses of everything anew. The result is what every import has left, whatever the order of imports was. */
export const recomputeAll = (store: Store): Promise<void> =>
  store.withTransaction(async () => void (await recomputeStatuses(store, null, await openLinkingView(store))));

/** Two are the rule, three the longest seen. */
const MOST_ROUNDS = 8;

/** The changed documents and those that cite them by number or by name. */
async function touchedBy(store: Store, view: LinkingView, changed: ReadonlySet<WorkId>): Promise<ReadonlySet<WorkId>> {
  const keys = new Set<string>();
  for (const id of changed) {
    const work = view.work(id);
    if (work?.symbol) keys.add(symbolKey(work.symbol));
    if (work?.title) keys.add(`name:${plain(work.title)}`);
  }
  return new Set([...changed, ...(await store.links.citing([...keys]))]);
}

/** Beyond so many works it is not worth finding out which statuses have stayed. */
const MOST_COMPARED = 2000;

/**
 * Periods of the affected works and of everything that details them, down to children's children; null = of all works.
 * Answers those that have other periods than before.
 */
async function recomputeStatuses(
  store: Store,
  affected: ReadonlySet<WorkId> | null,
  view: Pick<LinkingView, "works" | "allEffects" | "effectsBy" | "allDetailing">,
): Promise<readonly WorkId[]> {
  const [works, detailing] = [view.works(), view.allDetailing()];
  const only = affected === null ? undefined : withDependents(affected, view, detailing);
  // what people have decided about effects wins over what was computed, now and in every later run
  const effects = withHandEffects(view.allEffects(), await store.effects.byHand());
  const attachmentName = await attachmentNamesIn(store, effects, only);
  const periods = statusPeriods({ works, effects, detailing, only, attachmentName });
  const computed = works.flatMap(({ id }) => (only === undefined || only.has(id) ? [id] : []));
  const before = computed.length > MOST_COMPARED ? null : await toldOf(store, computed);
  await store.statuses.replace(computed, periods);
  await nextRevision(store);
  if (before === null) return computed;
  const after = groupBy(periods, (p) => p.work);
  return computed.filter((id) => before.get(id) !== told(after.get(id) ?? []));
}

async function toldOf(store: Store, works: readonly WorkId[]): Promise<ReadonlyMap<WorkId, string>> {
  const said = new Map<WorkId, string>();
  for (const id of works) said.set(id, told(await store.statuses.periods(id)));
  return said;
}

/** All that is said of a work's life, to be compared. */
const told = (periods: readonly StatusPeriod[]): string =>
  JSON.stringify(periods.map((p) => [p.from, p.to, p.status, p.since, p.reason, p.because, p.units]));

/**
 * An act that has itself ended or been suspended does nothing any more, so that its targets hang on what happens to it; and
 * whoever details a work hangs on its fate, down to children's children.
 */
function withDependents(
  works: ReadonlySet<WorkId>,
  view: Pick<LinkingView, "effectsBy">,
  detailing: readonly Detailing[],
): ReadonlySet<WorkId> {
  const children = groupBy(detailing, (d) => d.parent);
  const all = new Set(works);
  for (const work of works) for (const effect of view.effectsBy(work)) all.add(effect.target);
  // a Set visits what is added while it is walked
  for (const work of all) for (const { child } of children.get(work) ?? []) all.add(child);
  return all;
}

/** What attachments are called, of all works whose attached units a sentence about these effects will name. */
async function attachmentNamesIn(
  store: Store,
  effects: readonly Effect[],
  only: ReadonlySet<WorkId> | undefined,
): Promise<AttachmentName> {
  const ids = new Set<WorkId>();
  for (const e of effects) {
    if (only && !only.has(e.target)) continue;
    if (e.targetEId?.startsWith("att_")) ids.add(e.target);
    if (e.sourceEId?.startsWith("att_")) ids.add(e.source);
  }
  const names = new Map<WorkId, ReadonlyMap<EId, string>>();
  if (ids.size > 0)
    for (const [work, attached] of await store.documents.attachmentsOf([...ids].sort()))
      names.set(work, attachmentNames(attached));
  return (work, attachment) => names.get(work)?.get(attachment) ?? null;
}
