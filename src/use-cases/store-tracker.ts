import { randomUUID } from "node:crypto";
import type { TrackerImport } from "../domain/handling.ts";
import type { Store } from "../store/store.ts";
import { type DeskUnits, deskUnits } from "./desk-units.ts";
import type { TrackerPlan } from "./tracker-plan.ts";
import { type FollowedResults, followResults, worksOfImport } from "./follow-results.ts";
import { newRow } from "./tracker-rows.ts";
import { updateTracker } from "./update-tracker.ts";

export interface StoreTracker {
  readonly store: Store;
  readonly plan: TrackerPlan;
  /** The tracker this workbook is a later state of; null = a new one. */
  readonly into: string | null;
  readonly by: string;
  readonly now: number;
}

export interface StoredTracker extends FollowedResults {
  readonly id: string;
  readonly rows: number;
  readonly handlings: number;
  /** Of a tracker that came again. */
  readonly changed: number;
  readonly gone: number;
  readonly conflicts: number;
}

/** Stores what was previewed: every row of every sheet, and a handling for each document a row names. All or nothing. */
export function storeTracker(given: StoreTracker): Promise<StoredTracker> {
  const { store, plan, into, by, now } = given;
  return store.withTransaction(async () => {
    const before = into === null ? null : await store.handlings.findImport(into);
    const units = await deskUnits(store);
    const stored: Omit<StoredTracker, keyof FollowedResults> =
      before === null ? await storeNew(given, units) : await updateTracker({ ...given, before, units });
    const { id, ...counts } = stored;
    const detail = { file: plan.file, sha256: plan.sha256, ...counts };
    await store.audit.append({ at: now, by, action: "tracker.import", subject: id, detail });
    // much of an old table has been settled by documents that are here already
    const followed = await followResults(store, await worksOfImport(store, id), now);
    return { ...stored, ...followed };
  });
}

async function storeNew(
  { store, plan, by, now }: StoreTracker,
  units: DeskUnits,
): Promise<Omit<StoredTracker, keyof FollowedResults>> {
  const id = randomUUID();
  const entry: TrackerImport = {
    id,
    sha256: plan.sha256,
    at: now,
    body: { file: plan.file, sheets: plan.sheets, by, updates: [] },
  };
  const made = plan.rows.map((row, at) => newRow({ id, plan, units, by, now }, row, at + 1));
  await store.handlings.addImport(
    entry,
    made.map(({ row }) => row),
  );
  const handlings = made.flatMap((one) => one.handlings);
  await store.handlings.add(handlings);
  return { id, rows: made.length, handlings: handlings.length, changed: 0, gone: 0, conflicts: 0 };
}
