import type { FindingState } from "../domain/decision.ts";
import { SEVERITY_ORDER, type RuleGroup, type Severity } from "../domain/finding.ts";
import type { IssuerLevel } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Store } from "../store/store.ts";
import { type Cell, type Census, type CensusRow, type FindingAge, findingCensus, NONE } from "./finding-census.ts";

export type { FindingAge };
export { NONE };
export const AGES: readonly FindingAge[] = ["today", "week", "month", "older"];

/** What the queue is put together by under headings. */
export type GroupedBy = "document" | "rule" | "field" | "unit";
export const GROUPINGS: readonly GroupedBy[] = ["document", "rule", "field", "unit"];

/** Stands in filters for whoever asks. */
export const ME = "me";

/** What the queue is narrowed to; nothing given = not narrowed, and only what is open. */
export interface QueueFilters {
  readonly state?: FindingState;
  readonly severity?: Severity;
  readonly group?: RuleGroup;
  readonly rule?: string;
  readonly work?: string;
  readonly maturity?: "stable" | "trial";
  readonly level?: IssuerLevel;
  /** Key of the body's incarnation, or `none`. */
  readonly body?: string;
  /** Subject of the Bộ Pháp điển, or `none`. */
  readonly field?: string;
  /** A name, `me`, or `none`. */
  readonly assigned?: string;
  readonly due?: "over";
  readonly age?: FindingAge;
}

export type Dimension = keyof QueueFilters;
const DIMENSIONS: readonly Dimension[] = [
  "state",
  "severity",
  "group",
  "rule",
  "work",
  "maturity",
  "level",
  "body",
  "field",
  "assigned",
  "due",
  "age",
];

/** What changes with the finding itself, or is its own; everything else it shares with many. */
const OF_ROW: ReadonlySet<Dimension> = new Set(["state", "work", "assigned", "due"]);
const OF_CELL: readonly (keyof Cell)[] = ["severity", "group", "rule", "maturity", "level", "body", "field", "age"];
/** A queue is narrowed to a document from elsewhere: documents are too many to be offered with figures. */
const COUNTED: readonly Dimension[] = DIMENSIONS.filter((d) => d !== "work");

/** Who looks, and when: filters may speak of both. */
export interface Looker {
  readonly by: string;
  readonly today: LegalDate;
}

export interface QueueGroup {
  /** What its findings share; `none` where it is not known. */
  readonly value: string;
  /** Findings under the filters. */
  readonly n: number;
  /** How many of its findings somebody has decided on, of how many, in whatever state. */
  readonly done: number;
  readonly all: number;
  readonly gravest: Severity;
  /** Place of its first finding in the queue. */
  readonly at: number;
}

export interface Queue {
  /** All findings, of which it is a part. */
  readonly census: Census;
  readonly rows: readonly CensusRow[];
  /** In the order of the queue; null = not grouped. */
  readonly groups: readonly QueueGroup[] | null;
  /** For every filter the findings of each of its values, under the other filters. */
  readonly counts: Readonly<Record<Dimension, ReadonlyMap<string, number>>>;
  /** Under the filters, whatever the state: what somebody has decided on, and all that is or was to be decided. */
  readonly done: number;
  readonly all: number;
  /** Does a finding fall under the filters, whatever its state? */
  concerns(row: CensusRow): boolean;
}

/** Pages that are loaded ahead ask for the same queue again at once. */
const QUEUES_KEPT = 12;
const kept = new WeakMap<Census, Map<string, Queue>>();

/** The queue under some filters: gravest and surest first, or under headings, the gravest heading first. */
export async function findingQueue(
  store: Store,
  filters: QueueFilters,
  looker: Looker,
  by: GroupedBy | null = null,
): Promise<Queue> {
  const census = await findingCensus(store, looker.today);
  const known = kept.get(census) ?? new Map<string, Queue>();
  kept.set(census, known);
  const asked = JSON.stringify([DIMENSIONS.map((d) => filters[d] ?? null), looker, by]);
  const queue = known.get(asked) ?? queueOf(census, filters, looker, by);
  known.delete(asked);
  known.set(asked, queue);
  for (const oldest of known.keys()) {
    if (known.size <= QUEUES_KEPT) break;
    known.delete(oldest);
  }
  return queue;
}

/** A finding somebody has spoken on; what was put off or exempted is neither done nor waiting. */
const isDone = (row: CensusRow): boolean =>
  row.verdict === "confirmed" || row.verdict === "dismissed" || row.verdict === "opinion";

export const stateOf = (row: Pick<CensusRow, "verdict" | "suppressedBy">): FindingState =>
  row.verdict ?? (row.suppressedBy === null ? "open" : "suppressed");

function queueOf(census: Census, filters: QueueFilters, looker: Looker, by: GroupedBy | null): Queue {
  const counts = new Tally(looker.by);
  const missedIn = missing(census, filters, looker);
  const rows: CensusRow[] = [];
  const due: CensusRow[] = [];
  // most findings are open and nobody's: of those, alike ones are counted together
  const alike = new Uint32Array(census.cells.length);
  const alikeButOne = new Uint32Array(census.cells.length);
  for (const row of census.rows) {
    const missed = missedIn(row);
    if (missed === "several") continue;
    const state = stateOf(row);
    if (missed === null) rows.push(row);
    if ((missed === null || missed === "state") && (state === "open" || isDone(row))) due.push(row);
    const plain = state === "open" && row.assigned === null;
    if (plain && missed === null) alike[row.cell] = (alike[row.cell] ?? 0) + 1;
    else if (plain && !OF_ROW.has(missed as Dimension)) alikeButOne[row.cell] = (alikeButOne[row.cell] ?? 0) + 1;
    else if (missed === null) counts.addAll(census, row, looker, 1);
    else counts.add(missed, valuesOf(missed, census, row, looker), 1);
  }
  const one = (cell: number): CensusRow => census.samples[cell] as CensusRow;
  const missedByCell = missingOfCells(census, filters);
  for (const [cell, n] of alike.entries()) if (n > 0) counts.addAll(census, asPlain(one(cell)), looker, n);
  for (const [cell, n] of alikeButOne.entries()) {
    const missed = missedByCell[cell];
    // a finding that only one filter leaves out counts for the other values of that filter
    if (n > 0 && missed && missed !== "several") counts.add(missed, valuesOf(missed, census, one(cell), looker), n);
  }
  const groups = by === null ? null : groupsOf(rows, due, by);
  return {
    census,
    rows: groups === null || by === null ? rows : ordered(rows, groups, by),
    groups,
    counts: counts.of,
    done: due.filter(isDone).length,
    all: due.length,
    concerns: (row) => [null, "state"].includes(missedIn(row)),
  };
}

/** How many findings some filters hold; lists kept under a name show it. */
export async function countQueue(store: Store, filters: QueueFilters, looker: Looker): Promise<number> {
  const census = await findingCensus(store, looker.today);
  const missedIn = missing(census, filters, looker);
  let n = 0;
  for (const row of census.rows) if (missedIn(row) === null) n += 1;
  return n;
}

/** A finding of this kind that is open and nobody's. */
const asPlain = (row: CensusRow): CensusRow => ({ ...row, verdict: null, suppressedBy: null, assigned: null });

/** Figures of every filter that is offered with figures. */
class Tally {
  readonly of = Object.fromEntries(COUNTED.map((d) => [d, new Map<string, number>()])) as Record<
    Dimension,
    Map<string, number>
  >;
  readonly #me: string;

  constructor(me: string) {
    this.#me = me;
  }

  add(dimension: Dimension, values: readonly string[], n: number): void {
    const own = this.of[dimension];
    if (own === undefined) return;
    for (const value of values) own.set(value, (own.get(value) ?? 0) + n);
    if (dimension === "assigned" && values.includes(this.#me)) own.set(ME, (own.get(ME) ?? 0) + n);
  }

  addAll(census: Census, row: CensusRow, looker: Looker, n: number): void {
    for (const dimension of COUNTED) this.add(dimension, valuesOf(dimension, census, row, looker), n);
  }
}

type Missed = Dimension | null | "several";

/** The one filter that leaves a finding out; null = none does. Asked sixty thousand times a page. */
function missing(census: Census, filters: QueueFilters, looker: Looker): (row: CensusRow) => Missed {
  const byCell = missingOfCells(census, filters);
  const { state = "open", work, due } = filters;
  const assigned = filters.assigned === ME ? looker.by : filters.assigned;
  return (row) => {
    let missed: Missed = byCell[row.cell] ?? null;
    if (missed === "several") return missed;
    if (stateOf(row) !== state) missed = missed === null ? "state" : "several";
    if (work !== undefined && row.work !== work) missed = missed === null ? "work" : "several";
    if (assigned !== undefined && (row.assigned?.to ?? NONE) !== assigned)
      missed = missed === null ? "assigned" : "several";
    if (due !== undefined && !isOverdue(row, looker)) missed = missed === null ? "due" : "several";
    return missed;
  };
}

const isOverdue = ({ assigned }: CensusRow, { today }: Looker): boolean =>
  assigned !== null && assigned.due !== null && assigned.due < today;

const holds = (cell: Cell, dimension: keyof Cell, wanted: string | undefined): boolean =>
  dimension === "field" ? cell.field.some((each) => each === wanted) : cell[dimension] === wanted;

function missingOfCells(census: Census, filters: QueueFilters): readonly Missed[] {
  const wanted = OF_CELL.filter((dimension) => filters[dimension] !== undefined);
  return census.cells.map((cell) => {
    const missed = wanted.filter((dimension) => !holds(cell, dimension, filters[dimension]));
    return missed.length > 1 ? "several" : (missed[0] ?? null);
  });
}

/** Several where its document is filed in several fields: the finding counts in each, and once in the whole. */
function valuesOf(dimension: Dimension, census: Census, row: CensusRow, looker: Looker): readonly string[] {
  switch (dimension) {
    case "state":
      return [stateOf(row)];
    case "work":
      return [row.work];
    case "assigned":
      return [row.assigned?.to ?? NONE];
    case "due":
      return isOverdue(row, looker) ? ["over"] : [];
    case "field":
      return census.cells[row.cell]?.field ?? [];
    default: {
      const value = census.cells[row.cell]?.[dimension];
      return value === undefined ? [] : [value];
    }
  }
}

const valueIn = (row: CensusRow, by: GroupedBy): string => {
  if (by === "document") return row.work;
  if (by === "rule") return row.rule;
  // a finding stands in the queue once: under the main field of its document
  return (by === "field" ? row.facet.fields[0] : row.facet.body) ?? NONE;
};

interface Heading {
  n: number;
  done: number;
  all: number;
  readonly rank: number;
  /** Place of its first row while rows stand by severity. */
  readonly at: number;
}

function groupsOf(rows: readonly CensusRow[], due: readonly CensusRow[], by: GroupedBy): QueueGroup[] {
  const found = new Map<string, Heading>();
  let at = 0;
  for (const row of rows) {
    const value = valueIn(row, by);
    const own = found.get(value);
    // rows come gravest first
    if (own === undefined) found.set(value, { n: 1, done: 0, all: 0, rank: row.rank, at });
    else own.n += 1;
    at += 1;
  }
  for (const row of due) {
    const own = found.get(valueIn(row, by));
    if (own === undefined) continue;
    own.all += 1;
    if (isDone(row)) own.done += 1;
  }
  let first = 0;
  return [...found]
    .sort(([, a], [, b]) => a.rank - b.rank || b.n - a.n || a.at - b.at)
    .map(([value, { n, done, all, rank }]) => {
      const group = { value, n, done, all, gravest: SEVERITY_ORDER[rank] as Severity, at: first };
      first += n;
      return group;
    });
}

/** The rows heading by heading; under one heading they keep their order. */
function ordered(rows: readonly CensusRow[], groups: readonly QueueGroup[], by: GroupedBy): readonly CensusRow[] {
  const next = new Map(groups.map(({ value, at }) => [value, { at }]));
  const out: CensusRow[] = new Array(rows.length);
  for (const row of rows) {
    const place = next.get(valueIn(row, by)) as { at: number };
    out[place.at++] = row;
  }
  return out;
}
