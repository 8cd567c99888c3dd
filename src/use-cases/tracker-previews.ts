import { randomUUID } from "node:crypto";
import type { Store } from "../store/store.ts";
import type { TrackerPlan } from "./tracker-plan.ts";

/** Workbooks that were read and wait for a person to say yes: in memory, for an hour, the last few. */
const MOST_KEPT = 10;
const KEPT_FOR = 3_600_000;

interface Kept {
  readonly plan: TrackerPlan;
  readonly by: string;
  readonly at: number;
}

const previews = new WeakMap<Store, Map<string, Kept>>();

const of = (store: Store): Map<string, Kept> => {
  const known = previews.get(store) ?? new Map<string, Kept>();
  previews.set(store, known);
  return known;
};

export function keepPreview(store: Store, plan: TrackerPlan, by: string, now: number): string {
  const kept = of(store);
  for (const [id, one] of kept) if (kept.size >= MOST_KEPT || now - one.at > KEPT_FOR) kept.delete(id);
  const id = randomUUID();
  kept.set(id, { plan, by, at: now });
  return id;
}

/** Null when it was stored already, is too old, or was somebody else's. */
export function previewOf(store: Store, id: string, by: string, now: number): TrackerPlan | null {
  const kept = of(store).get(id);
  return kept !== undefined && kept.by === by && now - kept.at <= KEPT_FOR ? kept.plan : null;
}

export const dropPreview = (store: Store, id: string): void => void of(store).delete(id);
