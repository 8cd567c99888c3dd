import type { Effect } from "../domain/effect.ts";
import { groupBy } from "../domain/group-by.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { symbolKey } from "../domain/symbol.ts";
import { mentionKey } from "../domain/target-override.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { DATED_ELSEWHERE } from "../resolve/dated-twin.ts";
import type { ResolvedFacts } from "../resolve/resolved.ts";
import type { Store, StoredDocument, StoredLink } from "../store/store.ts";
import { deriveEffects } from "../timeline/derive-effects.ts";
import { firstDayOf } from "../timeline/register-effects.ts";
import { isDatedStub } from "./known-works.ts";
import type { LinkingView } from "./linking-view.ts";

/** What a round of linking changed of that which other documents are linked by. */
export interface Stirred {
  /** Place of each document in the round: what came later has seen it. */
  readonly order: ReadonlyMap<WorkId, number>;
  /** Works whose units others change differently now, with who does and its place. */
  readonly targets: { readonly target: WorkId; readonly source: WorkId; readonly at: number }[];
  /** Numbers that some text dates for the first time, or no text dates any more. */
  readonly dated: { readonly stub: Work; readonly at: number }[];
}

/** Links some documents, oldest first. Adds to `affected` the works whose statuses must be computed anew. */
export async function linkRound(
  store: Store,
  view: LinkingView,
  round: ReadonlySet<WorkId>,
  affected: Set<WorkId>,
): Promise<Stirred> {
  const ids = [...round].sort((a, b) => byIssue(view, a, b));
  const stirred: Stirred = { order: new Map(ids.map((id, at) => [id, at])), targets: [], dated: [] };
  const undated = new Map<WorkId, Work>();
  for (const [at, id] of ids.entries()) {
    const [stored, work] = [await store.documents.current(id), view.work(id)];
    if (!stored || !work) continue;
    const before = await store.links.from(id);
    const resolved = await linkOne(store, view, work, stored, affected);
    for (const { target, source } of resolved.changes) stirred.targets.push({ target, source, at });
    for (const stub of view.learn(resolved.cited)) stirred.dated.push({ stub, at });
    for (const stub of noLongerDated(view, before, resolved.cited)) undated.set(stub.id, stub);
  }
  for (const stub of undated.values()) {
    if (await isDatedBySomebody(store, stub)) continue;
    view.loseDate(stub);
    stirred.dated.push({ stub, at: ids.length });
  }
  return stirred;
}

function byIssue(view: LinkingView, a: WorkId, b: WorkId): number {
  const day = (id: WorkId): string => view.work(id)?.issuedOn ?? "9999";
  return day(a).localeCompare(day(b)) || (a < b ? -1 : 1);
}

interface Linked {
  readonly cited: readonly Work[];
  /** Targets whose units this document changes otherwise than before. */
  readonly changes: readonly { readonly target: WorkId; readonly source: WorkId }[];
}

async function linkOne(
  store: Store,
  view: LinkingView,
  work: Work,
  stored: StoredDocument,
  affected: Set<WorkId>,
): Promise<Linked> {
  const { document, facts } = stored;
  const resolved = await view.resolve(work, stored);
  const effects = deriveEffects({
    work,
    document,
    facts,
    resolved,
    recognised: stored.quality === "ocr",
    beginOf: (id) => firstDayOf(view.work(id)),
  });
  const before = view.effectsBy(work.id);
  await store.works.save(resolved.cited);
  await saveLinks(store, work.id, resolved);
  await store.relations.replace(work.id, resolved.detailing);
  await store.effects.replaceFrom(work.id, effects, stored.importedAt);
  view.setDetailing(work.id, resolved.detailing);
  view.setEffects(work.id, effects);
  // what it changed before and changes no longer is as affected as what it changes now
  for (const effect of [...before, ...effects]) affected.add(effect.target);
  for (const cited of resolved.cited) affected.add(cited.id);
  const changes = differentTargets(before, effects).filter((target) => target !== work.id);
  return { cited: resolved.cited, changes: changes.map((target) => ({ target, source: work.id })) };
}

/** Targets on which the two lists do not act alike. An effect's id stands for who does what to which unit from when. */
function differentTargets(before: readonly Effect[], after: readonly Effect[]): readonly WorkId[] {
  const told = (effects: readonly Effect[]): ReadonlyMap<WorkId, string> =>
    new Map([...groupBy(effects, (e) => e.target)].map(([target, own]) => [target, own.map(key).sort().join()]));
  const key = (e: Effect): string => `${e.id} ${e.applied} ${e.exception}`;
  const [old, now] = [told(before), told(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((target) => old.get(target) !== now.get(target));
}

/** Stubs that a document's former links named with their day and its present ones do not. */
function noLongerDated(view: LinkingView, before: readonly StoredLink[], cited: readonly Work[]): readonly Work[] {
  const still = new Set(cited.map((w) => w.id));
  return before.flatMap(({ resolution }) => {
    if (resolution.kind !== "work" || resolution.how === DATED_ELSEWHERE || still.has(resolution.work)) return [];
    const work = view.work(resolution.work);
    return work && isDatedStub(work) ? [work] : [];
  });
}

const isDatedBySomebody = async (store: Store, stub: Work): Promise<boolean> =>
  (await store.links.to(stub.id)).some((l) => l.resolution.how !== DATED_ELSEWHERE);

/**
 * Documents that must be linked once more: those that cite or change what a round changed, and those that name by number
 * what a round gave a day, unless the round came to them afterwards.
 */
export async function dependentsOf(
  store: Store,
  view: LinkingView,
  { order, targets, dated }: Stirred,
): Promise<ReadonlySet<WorkId>> {
  const again = new Set<WorkId>();
  for (const [target, changes] of groupBy(targets, (t) => t.target)) {
    // of a work without text nobody knows which units it has
    if (!view.hasText(target)) continue;
    const users = new Set([...(await store.links.to(target)).map((l) => l.from), ...sourcesOn(view, target)]);
    for (const user of users)
      if (changes.some((c) => c.source !== user && mayMind(view, c.source, user) && !cameAfter(order, user, c.at)))
        again.add(user);
  }
  const days = groupBy(dated, ({ stub }) => symbolKey(stub.symbol ?? ""));
  for (const [key, changes] of days)
    for (const user of await store.links.citing([key]))
      if (changes.some((c) => !cameAfter(order, user, c.at))) again.add(user);
  return again;
}

const cameAfter = (order: Stirred["order"], user: WorkId, at: number): boolean => (order.get(user) ?? -1) >= at;

const sourcesOn = (view: LinkingView, target: WorkId): readonly WorkId[] => view.effectsOn(target).map((e) => e.source);

/** What was issued later than a text changes nothing of what that text could cite. */
function mayMind(view: LinkingView, source: WorkId, user: WorkId): boolean {
  const [acted, cited]: readonly (LegalDate | null)[] = [source, user].map((id) => view.work(id)?.issuedOn ?? null);
  return !acted || !cited || acted <= cited;
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
      key: mentionKey(c, t),
      resolution: t.resolution,
      eIds: t.eIds,
      missing: t.missing,
    })),
  );
  await store.links.replace(from, links);
}
