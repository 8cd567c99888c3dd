import { randomUUID } from "node:crypto";
import type { Batch, BatchItem, BatchKind } from "../domain/batch.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import type { Candidate } from "./batch-scope.ts";
import { itemStateOf } from "./follow-sheet.ts";

/** Documents of one batch; a systematization of a whole province has fewer. */
export const MOST_ITEMS = 30_000;
const LONGEST_NAME = 200;
const LONGEST_TEXT = 4000;

export interface BatchWriting {
  readonly kind: BatchKind;
  readonly name: string;
  readonly purpose: string;
  readonly order: string;
  readonly lead: string | null;
  readonly due: LegalDate | null;
  readonly from: LegalDate | null;
  readonly cutOff: LegalDate | null;
}

export interface MakeBatch {
  readonly store: Store;
  readonly writing: BatchWriting;
  readonly candidates: readonly Candidate[];
  readonly unfound: readonly string[];
  /** The address that gives the list anew; null = it was given as a list. */
  readonly query: string | null;
  readonly ground: WorkId | null;
  readonly by: string;
  readonly now: number;
}

export type MadeBatch =
  | { readonly ok: true; readonly batch: Batch }
  | { readonly ok: false; readonly why: "name-missing" | "nothing" | "too-many" | "name-taken" };

/** Lays a batch out: its list is frozen now, so that a plan does not change under those who work it off. */
export function makeBatch({
  store,
  writing,
  candidates,
  unfound,
  query,
  ground,
  by,
  now,
}: MakeBatch): Promise<MadeBatch> {
  const name = writing.name.trim().slice(0, LONGEST_NAME);
  return store.withTransaction(async (): Promise<MadeBatch> => {
    if (name === "") return { ok: false, why: "name-missing" };
    if (candidates.length + unfound.length === 0) return { ok: false, why: "nothing" };
    if (candidates.length > MOST_ITEMS) return { ok: false, why: "too-many" };
    if ((await store.batches.all()).some((b) => b.state === "open" && b.body.name === name))
      return { ok: false, why: "name-taken" };
    const batch: Batch = {
      id: randomUUID(),
      kind: writing.kind,
      state: "open",
      due: writing.due,
      version: 1,
      at: now,
      body: {
        name,
        purpose: writing.purpose.trim().slice(0, LONGEST_TEXT),
        ground,
        order: writing.order.trim().slice(0, LONGEST_NAME),
        query,
        unfound,
        from: writing.from,
        cutOff: writing.cutOff,
        lead: writing.lead,
        by,
        closedBy: null,
        closedAt: null,
      },
    };
    await store.batches.add(batch, await itemsFor(store, batch.id, candidates));
    const detail = { name, kind: writing.kind, items: candidates.length, due: writing.due };
    await store.audit.append({ at: now, by, action: "batch.make", subject: batch.id, detail });
    return { ok: true, batch };
  });
}

/** A document whose sheet is open already comes in as far as that sheet is. */
async function itemsFor(store: Store, batch: string, candidates: readonly Candidate[]): Promise<readonly BatchItem[]> {
  const standing = await store.sheets.standingOf(candidates.map(({ work }) => work.id));
  return candidates.map(({ work, why }) => ({
    batch,
    work: work.id,
    unit: null,
    state: itemStateOf(standing.get(work.id) ?? null),
    due: null,
    doneAt: null,
    version: 1,
    body: { why: why.slice(0, LONGEST_TEXT), person: null, note: "" },
  }));
}

/** What has come since the list was frozen is added; what has left it stays and is named. */
export async function refreshBatch(
  store: Store,
  batch: Batch,
  candidates: readonly Candidate[],
  by: string,
  now: number,
): Promise<{ readonly added: number }> {
  return store.withTransaction(async () => {
    const known = new Set((await store.batches.itemsOf(batch.id)).map((item) => item.work));
    const fresh = candidates.filter(({ work }) => !known.has(work.id)).slice(0, Math.max(0, MOST_ITEMS - known.size));
    const added = await store.batches.addItems(await itemsFor(store, batch.id, fresh));
    if (added > 0)
      await store.audit.append({ at: now, by, action: "batch.change", subject: batch.id, detail: { added } });
    return { added };
  });
}

/** Of a list as it is now: what is not in the batch yet, and what of the batch is no longer in it. */
export async function compareWithBatch(
  store: Store,
  batch: string,
  candidates: readonly Candidate[],
): Promise<{ readonly fresh: readonly Candidate[]; readonly gone: readonly WorkId[] }> {
  const items = await store.batches.itemsOf(batch);
  const known = new Set(items.map((item) => item.work));
  const now = new Set(candidates.map(({ work }) => work.id));
  return {
    fresh: candidates.filter(({ work }) => !known.has(work.id)),
    gone: items.filter((item) => !now.has(item.work)).map((item) => item.work),
  };
}
