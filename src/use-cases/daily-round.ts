import type { LegalDate } from "../domain/legal-date.ts";
import { dayAt, timeAt } from "../domain/vietnam-time.ts";
import type { Store } from "../store/store.ts";
import { type AnchorState, anchorTrail } from "./anchor-trail.ts";
import { type Post, sendDigests } from "./daily-digest.ts";
import { tellWhatIsDue } from "./due-notices.ts";

const ROUND = "daily-round";

export interface RoundOptions {
  readonly store: Store;
  readonly now: number;
  /** Null: no letters are sent. */
  readonly post: Post | null;
  /** Folder outside the data folder in which heads of the trail are kept; null = none. */
  readonly anchorDir: string | null;
}

/** What a round has done. */
export interface RoundOutcome {
  readonly day: LegalDate;
  /** False: people were told before on this day what is due. */
  readonly first: boolean;
  /** Messages told. */
  readonly told: number;
  /** Letters the mail server took. */
  readonly mailed: number;
  /** Null: no folder for anchors. */
  readonly anchor: AnchorState | null;
}

/**
 * What has to be done once on every day, Vietnam's day: people are told what is due and sent their letter, the trail is
 * anchored. Whoever comes first on a day does it, also where several programs work on one index; what failed is tried again by the next round.
 */
export async function dailyRound({ store, now, post, anchorDir }: RoundOptions): Promise<RoundOutcome> {
  const day = dayAt(now);
  const told = await store.withTransaction(async () => {
    if ((await store.settings.get(ROUND)) === day) return null;
    const n = await tellWhatIsDue(store, day, now);
    await store.settings.set(ROUND, day);
    return n;
  });
  const mailed = post === null ? 0 : await sendDigests(store, post, now);
  const anchor = anchorDir === null ? null : await anchorTrail(store, anchorDir, day, now);
  return { day, first: told !== null, told: told ?? 0, mailed, anchor };
}

const HOUR = 3_600_000;
/** Nobody reads letters at night: those of a day go from here on. */
const MORNING = "06:00";

export interface RoundsOptions extends Omit<RoundOptions, "now"> {
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/**
 * Makes the round now and again every hour for as long as the program runs: what is done once a day is done on every new day,
 * what failed is tried again.
 */
export function keepDailyRounds({ store, post, anchorDir, now, onError }: RoundsOptions): { close(): Promise<void> } {
  let going: Promise<unknown> = Promise.resolve();
  const round = (): Promise<unknown> => {
    const at = now();
    return dailyRound({ store, anchorDir, now: at, post: timeAt(at) < MORNING ? null : post });
  };
  const look = (): void => {
    going = going.then(round).catch(onError);
  };
  look();
  const timer = setInterval(look, HOUR);
  timer.unref();
  return {
    async close() {
      clearInterval(timer);
      await going;
    },
  };
}
