import { type Batch, isSettled } from "../domain/batch.ts";
import type { AuditAct } from "../domain/audit.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { itemStateOf } from "./follow-sheet.ts";
import type { BatchWriting } from "./make-batch.ts";

export interface BatchAct {
  readonly store: Store;
  readonly id: string;
  /** `version` of the batch as it was shown. */
  readonly seen: number;
  readonly by: string;
  readonly now: number;
}

export type BatchDone<Why extends string = never> =
  | { readonly ok: true; readonly batch: Batch }
  | { readonly ok: false; readonly why: "no-batch" | "changed" | "bad-state" | Why };

interface Made extends Pick<Batch, "state" | "due" | "body"> {
  readonly detail: AuditAct["detail"];
}

/** Name, purpose, order, lead and days; what documents are in it is changed elsewhere. */
export const writeBatch = (
  act: BatchAct,
  writing: Pick<BatchWriting, "name" | "purpose" | "order" | "lead" | "due">,
): Promise<BatchDone<"name-missing">> =>
  changeBatch<"name-missing">(act, "batch.change", ["open"], async (batch) => {
    const name = writing.name.trim();
    if (name === "") return "name-missing";
    const { purpose, order, lead, due } = writing;
    return {
      state: batch.state,
      due,
      body: { ...batch.body, name, purpose: purpose.trim(), order: order.trim(), lead },
      detail: { name, due, lead },
    };
  });

/** Done with: only where nothing waits any more. */
export const closeBatch = (act: BatchAct): Promise<BatchDone<"items-left">> =>
  changeBatch<"items-left">(act, "batch.close", ["open"], async (batch) => {
    const items = await act.store.batches.itemsOf(batch.id);
    if (items.some((item) => !isSettled(item.state))) return "items-left";
    return {
      state: "closed",
      due: batch.due,
      body: { ...batch.body, closedBy: act.by, closedAt: act.now },
      detail: { items: items.length, done: items.filter((item) => item.state === "done").length },
    };
  });

/** Closed too early. */
export const reopenBatch = (act: BatchAct): Promise<BatchDone> =>
  changeBatch<never>(act, "batch.change", ["closed"], async (batch) => ({
    state: "open",
    due: batch.due,
    body: { ...batch.body, closedBy: null, closedAt: null },
    detail: { state: "open" },
  }));

function changeBatch<Why extends string>(
  { store, id, seen, by, now }: BatchAct,
  action: AuditAct["action"],
  from: readonly Batch["state"][],
  make: (batch: Batch) => Promise<Made | Why>,
): Promise<BatchDone<Why>> {
  return store.withTransaction(async (): Promise<BatchDone<Why>> => {
    const batch = await store.batches.find(id);
    if (batch === null) return { ok: false, why: "no-batch" };
    if (batch.version !== seen) return { ok: false, why: "changed" };
    if (!from.includes(batch.state)) return { ok: false, why: "bad-state" };
    const made = await make(batch);
    if (typeof made === "string") return { ok: false, why: made };
    const { detail, ...rest } = made;
    const next: Batch = { ...batch, ...rest, version: seen + 1 };
    if (!(await store.batches.change(next, seen))) return { ok: false, why: "changed" };
    await store.audit.append({ at: now, by, action, subject: id, detail });
    return { ok: true, batch: next };
  });
}

/**
 * Documents that are not for this batch, with the reason; or, with none, back into it. What a sheet has concluded already is
 * not left out. Returns how many were changed.
 */
export function leaveOut(
  store: Store,
  batch: Batch,
  works: readonly WorkId[],
  reason: string | null,
  by: string,
  now: number,
): Promise<number> {
  return store.withTransaction(async () => {
    let changed = 0;
    for (const work of works) {
      const item = await store.batches.item(batch.id, work);
      if (item === null || (reason === null ? item.state !== "left-out" : isSettled(item.state))) continue;
      const state = reason === null ? itemStateOf(await store.sheets.standing(work)) : "left-out";
      const next = { ...item, state, doneAt: null, body: { ...item.body, note: reason ?? "" } };
      if (await store.batches.changeItem(next, item.version)) changed += 1;
    }
    if (changed > 0) {
      const detail = { items: changed, reason, ...(reason === null ? { state: "todo" } : {}) };
      await store.audit.append({ at: now, by, action: "batch.leave-out", subject: batch.id, detail });
    }
    return changed;
  });
}
