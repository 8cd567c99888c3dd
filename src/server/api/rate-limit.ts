/** How often one key or address may call within a minute. */
export interface RateLimits {
  readonly reads: number;
  readonly writes: number;
}

export const RATE_LIMITS: RateLimits = { reads: 600, writes: 120 };

const WINDOW_IN_MS = 60_000;
/** Callers remembered at one time; beyond that those that have been quiet are forgotten first. */
const MOST_CALLERS = 5_000;

/**
 * A sliding window in memory: the moments of each caller's calls within the last minute. `take` answers null when the call
 * may go on, otherwise after how many seconds it may be tried again.
 */
export class RateLimit<Kind extends string = keyof RateLimits> {
  readonly #calls = new Map<string, number[]>();
  readonly #limits: Readonly<Record<Kind, number>>;

  constructor(limits: Readonly<Record<Kind, number>>) {
    this.#limits = limits;
  }

  take(caller: string, kind: Kind, now: number): number | null {
    const key = `${kind} ${caller}`;
    const recent = (this.#calls.get(key) ?? []).filter((at) => at > now - WINDOW_IN_MS);
    const allowed = recent.length < this.#limits[kind];
    if (allowed) recent.push(now);
    // set anew at the end, so that the map runs from the longest quiet to the latest
    this.#calls.delete(key);
    this.#calls.set(key, recent);
    if (this.#calls.size > MOST_CALLERS) this.#forget();
    if (allowed) return null;
    return Math.max(1, Math.ceil(((recent[0] ?? now) + WINDOW_IN_MS - now) / 1000));
  }

  #forget(): void {
    for (const key of this.#calls.keys()) {
      if (this.#calls.size <= MOST_CALLERS) return;
      this.#calls.delete(key);
    }
  }
}
