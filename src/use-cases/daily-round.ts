import type { LegalDate } from "../domain/legal-date.ts";
import { dayAt } from "../domain/vietnam-time.ts";
import type { Store } from "../store/store.ts";
import { tellWhatIsDue } from "./due-notices.ts";

const ROUND = "daily-round";

export interface RoundOptions {
  readonly store: Store;
  readonly now: number;
}

/** What a round has done. */
export interface RoundOutcome {
  readonly day: LegalDate;
  /** False: it was made before on this day. */
  readonly first: boolean;
  /** Messages told. */
  readonly told: number;
}

/**
 * What has to be done once on every day, Vietnam's day: people are told what is due. Whoever comes first on a day makes the
 * round, also where several programs work on one index.
 */
export async function dailyRound({ store, now }: RoundOptions): Promise<RoundOutcome> {
  const day = dayAt(now);
  return store.withTransaction(async () => {
    if ((await store.settings.get(ROUND)) === day) return { day, first: false, told: 0 };
    const told = await tellWhatIsDue(store, day, now);
    await store.settings.set(ROUND, day);
    return { day, first: true, told };
  });
}

const HOUR = 3_600_000;

export interface RoundsOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/**
 * Makes the round now and, looking every hour, on every new day for as long as the program runs. A round that fails is
 * reported and tried again an hour later.
 */
export function keepDailyRounds({ store, now, onError }: RoundsOptions): { close(): Promise<void> } {
  let going: Promise<unknown> = Promise.resolve();
  const look = (): void => {
    going = going.then(() => dailyRound({ store, now: now() })).catch(onError);
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
