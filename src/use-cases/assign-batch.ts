import type { Unit } from "../domain/account.ts";
import type { Batch, BatchItem } from "../domain/batch.ts";
import { groupBy } from "../domain/group-by.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { covers, isWhole } from "../domain/policy.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { tellBatchGiven } from "./notify.ts";

/** What is to be set on some items; left out = stays as it is. */
export interface Assignment {
  readonly unit?: string | null;
  readonly person?: BatchItem["body"]["person"];
  readonly due?: LegalDate | null;
}

/** One item and what it would become. */
export interface AssignedItem {
  readonly item: BatchItem;
  readonly work: Work | null;
  readonly unit: string | null;
}

export interface AssignPlan {
  readonly given: readonly AssignedItem[];
  /** By scope only: no unit answers for it, or several do. */
  readonly open: readonly {
    readonly item: BatchItem;
    readonly work: Work | null;
    /** Empty: none. */
    readonly units: readonly Unit[];
  }[];
}

/**
 * Gives documents that nobody has to the unit that answers for them by its scope. A unit with a narrower scope goes before
 * one that answers for everything; where several are left, a person has to say.
 */
export async function planByScope(store: Store, batch: string): Promise<AssignPlan> {
  const items = (await store.batches.itemsOf(batch)).filter((i) => i.unit === null && i.state !== "left-out");
  const ids = items.map((item) => item.work);
  const [facets, works, units] = await Promise.all([
    store.facets.of(ids),
    store.works.findAll(ids),
    store.accounts.units(),
  ]);
  const active = units.filter((unit) => unit.active);
  const narrow = active.filter((unit) => !isWhole(unit.scope));
  const given: AssignedItem[] = [];
  const open: AssignPlan["open"][number][] = [];
  for (const item of items) {
    const work = works.get(item.work) ?? null;
    const facet = facets.get(item.work) ?? null;
    const able = narrow.filter((unit) => covers(unit.scope, facet));
    const [only] = able;
    if (only !== undefined && able.length === 1) given.push({ item, work, unit: only.id });
    else open.push({ item, work, units: able });
  }
  return { given, open };
}

/** The same unit, person or day for items a person has picked; `seen` is the version of each as it was shown. */
export async function planPicked(
  store: Store,
  batch: string,
  seen: ReadonlyMap<WorkId, number>,
  assignment: Assignment,
): Promise<AssignPlan> {
  const items = (await store.batches.itemsOf(batch)).filter((item) => seen.has(item.work));
  const works = await store.works.findAll(items.map((item) => item.work));
  return {
    given: items.map((item) => ({
      item: { ...item, version: seen.get(item.work) ?? item.version },
      work: works.get(item.work) ?? null,
      unit: assignment.unit === undefined ? item.unit : assignment.unit,
    })),
    open: [],
  };
}

/**
 * Does what was shown. An item that somebody has given away since is left alone and counted. One entry of the trail for each
 * unit that was given something: which documents, the items say.
 */
export function assignItems(
  store: Store,
  batch: Batch,
  plan: Pick<AssignPlan, "given">,
  assignment: Assignment,
  by: string,
  now: number,
): Promise<{ readonly given: number; readonly taken: number }> {
  return store.withTransaction(async () => {
    const done = await store.batches.changeItems(
      batch.id,
      plan.given.map(({ item, unit }) => ({
        ...item,
        unit,
        due: assignment.due === undefined ? item.due : assignment.due,
        body: { ...item.body, person: assignment.person === undefined ? item.body.person : assignment.person },
      })),
    );
    const units = new Map((await store.accounts.units()).map((unit) => [unit.id, unit.name]));
    for (const [unit, items] of groupBy(done, (item) => item.unit)) {
      const detail = {
        unit: unit === null ? null : (units.get(unit) ?? unit),
        items: items.length,
        person: assignment.person?.signature ?? null,
        due: assignment.due ?? null,
      };
      await store.audit.append({ at: now, by, action: "batch.assign", subject: batch.id, detail });
    }
    await tellBatchGiven(store, batch, done, by, now);
    return { given: done.length, taken: plan.given.length - done.length };
  });
}
