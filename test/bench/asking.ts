const ROUNDS = 20;

export interface Took {
  readonly wall: number;
  readonly cpu: number;
}

export type Ask = (path: string) => Promise<Took>;

export interface Measured {
  /** Milliseconds of the very first request, before anything is remembered. */
  readonly first: number;
  /** By the clock. */
  readonly times: readonly number[];
  /** Of this process's CPU: what other programs on the machine cannot lengthen. */
  readonly cpu: readonly number[];
}

export async function measure(paths: readonly string[], ask: Ask): Promise<Measured> {
  const first = (await ask(paths[0] as string)).wall;
  const took: Took[] = [];
  for (let i = 1; i <= Math.max(ROUNDS, paths.length); i++) took.push(await ask(paths[i % paths.length] as string));
  return { ...measured(took), first };
}

export const measured = (took: readonly Took[]): Measured => ({
  first: took[0]?.wall ?? Number.NaN,
  times: took.map((t) => t.wall),
  cpu: took.map((t) => t.cpu),
});

export async function timed(ask: () => Promise<Response>): Promise<Took> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const response = await ask();
  await response.arrayBuffer();
  const wall = performance.now() - started;
  const used = process.cpuUsage(cpu);
  if (response.status >= 300) throw new Error(`${response.url} answered ${response.status}`);
  return { wall, cpu: (used.user + used.system) / 1000 };
}
