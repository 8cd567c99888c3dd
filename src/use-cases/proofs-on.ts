import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName, StatusPeriod } from "../domain/status.ts";
import type { WorkId } from "../domain/work.ts";
import { type PartDay, partDays } from "../report/forms/part-changes.ts";
import type { Store } from "../store/store.ts";
import { remembered } from "./remembered.ts";

/** What the proofs of all statuses on a day say, as far as lists are counted by it. */
export interface ProofsOn {
  /** Works whose status a decision had announced before that day. */
  readonly announced: ReadonlySet<WorkId>;
  /** Works whose status follows from the law and no announcement. */
  readonly inferred: ReadonlySet<WorkId>;
  /** Ends and suspensions of parts, of works of which something still holds. */
  readonly parts: ReadonlyMap<WorkId, readonly PartDay[]>;
}

/** Statuses of works of which a part has ended or does not apply for a while. */
export const IN_PART: readonly StatusName[] = ["partly-ceased", "partly-suspended", "suspended"];

/** Read once until the index changes: a list of four thousand documents would read their proofs with all words only to count. */
export const proofsOn = (store: Store, day: LegalDate): Promise<ProofsOn> =>
  remembered(store, `proofs on ${day}`, async () => {
    const seen = new Set<WorkId>();
    const announced = new Set<WorkId>();
    const inferred = new Set<WorkId>();
    const parts = new Map<WorkId, readonly PartDay[]>();
    for (const period of await store.statuses.allOn(day)) {
      const { work, because } = period;
      if (seen.has(work)) continue;
      seen.add(work);
      const known = (before: LegalDate | null | undefined): boolean => (before ?? "9") < day;
      if (because.some((b) => b.certainty === "announced" && known(b.announcedOn ?? b.from))) announced.add(work);
      if (isInferred(period)) inferred.add(work);
      if (IN_PART.includes(period.status)) parts.set(work, partDays(period));
    }
    return { announced, inferred, parts };
  });

export const isInferred = ({ because }: StatusPeriod): boolean => because.some((b) => b.certainty === "inferred");
