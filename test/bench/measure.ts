/** One line of the table. Rows with a ceiling say how much of what the machine can do in the same run is reached. */
export interface BenchRow {
  readonly part: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** value ÷ the ceiling's value, where the row has a ceiling beside it. */
  readonly ofCeiling?: number;
  readonly target?: string;
  /** Missing when the row has no target. */
  readonly met?: boolean;
}

export interface Cost {
  /** Seconds of this process's CPU: what another program on the machine cannot take away. */
  readonly cpu: number;
  readonly wall: number;
}

/** Runs once to warm up, then `times` times; the cheapest run counts, since noise only ever adds. */
export async function costOf(times: number, run: () => unknown): Promise<Cost> {
  await run();
  let best: Cost = { cpu: Number.POSITIVE_INFINITY, wall: Number.POSITIVE_INFINITY };
  for (let i = 0; i < times; i++) {
    const cost = await costOnce(run);
    if (cost.cpu < best.cpu) best = cost;
  }
  return best;
}

export async function costOnce(run: () => unknown): Promise<Cost> {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  await run();
  const used = process.cpuUsage(cpu);
  return { cpu: (used.user + used.system) / 1e6, wall: (performance.now() - wall) / 1000 };
}

/** The value below which a share of all values lies, by nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
