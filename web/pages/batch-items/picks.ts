import type { WorkId } from "../../../src/domain/work.ts";
import type { AssignPlan } from "../../../src/use-cases/assign-batch.ts";

/** What can be done with several documents of a batch at once. */
export const DEEDS = ["assign", "scope", "leave-out", "put-back"] as const;
export type ItemDeed = (typeof DEEDS)[number];

/** Before the id of the unit that would be given the documents in the field's value. */
export const GIVEN = "given:";

/** `work.version work.version …`: what was shown, and how it was then. */
export const writePicks = (plan: Pick<AssignPlan, "given">): string =>
  plan.given.map(({ item }) => `${item.work}.${item.version}`).join(" ");

export const readPicks = (picks: string): ReadonlyMap<WorkId, number> =>
  new Map(
    picks
      .split(" ")
      .filter(Boolean)
      .map((pick) => {
        const cut = pick.lastIndexOf(".");
        return [pick.slice(0, cut), Number(pick.slice(cut + 1)) || 0] as const;
      }),
  );
