/** One measured figure of the kit, named `task: metric`. */
export interface Figure {
  readonly name: string;
  readonly value: number | null;
  readonly n: number | null;
}

/** `atLeast`: higher is better. `atMost`: 0 is best (documents falsely called ceased). */
export interface Floors {
  readonly "//": string;
  readonly atLeast: Readonly<Record<string, number>>;
  readonly atMost: Readonly<Record<string, number>>;
}

export interface Compared {
  readonly name: string;
  readonly value: number | null;
  readonly n: number | null;
  readonly bound: string;
  readonly ok: boolean;
}

/** Figures are fractions of counts: what differs by less than this is the same. */
const SAME = 1e-9;

/** Every floor with its figure. A figure that is not there any more counts as below its floor. */
export function compareFigures(floors: Floors, figures: readonly Figure[]): readonly Compared[] {
  const found = new Map(figures.map((f) => [f.name, f]));
  const line = (name: string, bound: string, ok: (value: number) => boolean): Compared => {
    const value = found.get(name)?.value ?? null;
    return { name, value, n: found.get(name)?.n ?? null, bound, ok: value !== null && ok(value) };
  };
  return [
    ...Object.entries(floors.atLeast).map(([name, least]) => line(name, `>= ${least}`, (v) => v >= least - SAME)),
    ...Object.entries(floors.atMost).map(([name, most]) => line(name, `<= ${most}`, (v) => v <= most + SAME)),
  ];
}

/** Floors with today's figures where those are better. Never lowered; figures that only say how long it took are left out. */
export function raised(floors: Floors, figures: readonly Figure[]): Floors {
  const atLeast: Record<string, number> = { ...floors.atLeast };
  const atMost: Record<string, number> = { ...floors.atMost };
  for (const { name, value } of figures) {
    if (value === null || name.endsWith(": seconds")) continue;
    if (isBestAtZero(name)) atMost[name] = Math.min(atMost[name] ?? 1, up(value));
    else atLeast[name] = Math.max(atLeast[name] ?? 0, down(value));
  }
  return { "//": floors["//"], atLeast, atMost };
}

/** A refused article is honest, a wrong one is not: only what the kit marks as best at zero is bounded from above. */
const isBestAtZero = (name: string): boolean => name.includes("0 is best");

const down = (value: number): number => Math.floor(value * 1000) / 1000;
const up = (value: number): number => Math.ceil(value * 1000) / 1000;

/** The kit's three shapes: a list of rows a task, one nested report of the citation scorer, results of the conflict scorer. */
export function figuresOf(report: Readonly<Record<string, unknown>>): readonly Figure[] {
  if (Array.isArray(report.rows)) {
    const rows = report.rows as readonly {
      readonly task: string;
      readonly metric: string;
      readonly value: number | null;
      readonly n: number | null;
    }[];
    return rows
      .filter((r) => !/refused/u.test(r.metric))
      .map((r) => ({ name: `${r.task}: ${r.metric}`, value: r.value, n: r.n }));
  }
  if (Array.isArray(report.results)) return report.results.flatMap(conflictFigures);
  const { citations, amendments, metadata } = report;
  return [
    ...flat("citations", citations),
    ...flat("citation texts, amendments", amendments),
    ...flat("citation texts, metadata", metadata),
  ];
}

/** Of the conflict scorer only what it calls its headline: precision, recall and the order of the list. */
const HEADLINES = /(?:^|\s)(?:precision|recall|precision@20|averagePrecision)$/u;

function conflictFigures(result: { readonly task: string } & Readonly<Record<string, unknown>>): readonly Figure[] {
  const { task, decidable, ranking, conflict, findings, check } = result;
  const told = task === "pairs" ? { decidable } : { ranking, conflict, findings, check };
  return flat(`conflicts, ${task}`, told).filter(
    ({ name, value }) => value !== null && HEADLINES.test(name) && !name.includes(" perKind "),
  );
}

const COUNTS = new Set(["gold", "pred", "tp"]);

function flat(task: string, value: unknown, path: readonly string[] = []): readonly Figure[] {
  if (typeof value === "number" || value === null) return [{ name: `${task}: ${path.join(" ")}`, value, n: null }];
  if (typeof value !== "object" || value === undefined) return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    COUNTS.has(key) ? [] : flat(task, inner, [...path, key]),
  );
}
