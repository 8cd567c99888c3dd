import { fold, plain } from "../domain/fold.ts";
import { HANDLING_FORMS, type HandlingForm } from "../domain/handling-form.ts";
import { HANDLING_STATES, HANDLING_STEPS, type Handling, type HandlingState } from "../domain/handling.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { byKey, vietnameseSortKey } from "../domain/vietnamese-order.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { decodeCursor, encodeCursor } from "../store/cursor.ts";
import type { Page, Store } from "../store/store.ts";
import { type DeskUnits, deskUnits } from "./desk-units.ts";
import { indexRevision } from "./index-revision.ts";

/** A handling as a list shows it. */
export interface HandlingRow {
  readonly handling: Handling;
  readonly work: Work | null;
  readonly result: Work | null;
  /** The drafting unit's name; null = nobody is named. */
  readonly unitName: string | null;
  readonly overdue: boolean;
}

export const HANDLING_SORTS = ["due", "document", "unit", "updated"] as const;
export type HandlingSort = (typeof HANDLING_SORTS)[number];

export const HANDLING_FACETS = ["state", "unit", "form", "done", "import", "due"] as const;
export type HandlingFacet = (typeof HANDLING_FACETS)[number];

/** What a facet says of a row that has no such value. */
export const NOTHING = "none";
/** The form of what nobody has decided on: `none` is a form of its own. */
export const UNDECIDED = "undecided";

/** Values of facets; several of one facet widen, facets narrow each other. */
export interface HandlingFilters {
  readonly chosen: Readonly<Partial<Record<HandlingFacet, readonly string[]>>>;
  /** Words of number, title, unit, officer, note: all of them. */
  readonly text: string;
}

export interface FacetCount {
  readonly value: string;
  /** Null where the value itself is a word of the dictionaries. */
  readonly name: string | null;
  readonly n: number;
}

export interface HandlingListView extends Page<HandlingRow> {
  readonly all: number;
  /** Each facet counted under all others. */
  readonly facets: Readonly<Record<HandlingFacet, readonly FacetCount[]>>;
  /** Results that are not what was planned, wherever the filters stand. */
  readonly contradicted: readonly HandlingRow[];
}

interface Counted extends HandlingRow {
  readonly values: Readonly<Record<HandlingFacet, string>>;
  readonly words: string;
}

/** All handlings with their documents, read once until one of them changes. */
const kept = new WeakMap<
  Store,
  { readonly pulse: string; readonly rows: Promise<readonly Omit<Counted, "overdue">[]> }
>();

async function rowsOf(store: Store): Promise<readonly Omit<Counted, "overdue">[]> {
  const state = `${await store.handlings.pulse()} ${await indexRevision(store)}`;
  const known = kept.get(store);
  if (known?.pulse === state) return known.rows;
  const rows = readRows(store);
  kept.set(store, { pulse: state, rows });
  rows.catch(() => kept.delete(store));
  return rows;
}

async function readRows(store: Store): Promise<readonly Omit<Counted, "overdue">[]> {
  const [handlings, units] = [await store.handlings.all(), await deskUnits(store)];
  const works = await store.works.findAll(worksOf(handlings));
  return handlings.map((handling) => {
    const row = rowOf(handling, works, units);
    return { ...row, values: { ...valuesOf(row), due: "" }, words: wordsOf(row) };
  });
}

export const worksOf = (handlings: readonly Handling[]): ReadonlySet<WorkId> =>
  new Set(handlings.flatMap(({ work, result }) => [work, result].filter((id) => id !== null)));

export function rowOf(
  handling: Handling,
  works: ReadonlyMap<WorkId, Work>,
  units: DeskUnits,
): Omit<HandlingRow, "overdue"> {
  const { work, result, unit } = handling;
  return {
    handling,
    work: work === null ? null : (works.get(work) ?? null),
    result: result === null ? null : (works.get(result) ?? null),
    unitName: unit === null ? null : units.nameOf(unit),
  };
}

export const isOverdue = ({ state, due }: Pick<Handling, "state" | "due">, on: LegalDate): boolean =>
  state === "open" && due !== null && due < on;

const valuesOf = ({ handling, unitName }: Omit<HandlingRow, "overdue">): Omit<Counted["values"], "due"> => ({
  state: handling.state,
  unit: unitName === null ? NOTHING : plain(unitName),
  form: handling.body.form ?? UNDECIDED,
  done: handling.body.doneMonth ?? NOTHING,
  import: handling.importId ?? NOTHING,
});

function wordsOf({ handling, work, result, unitName }: Omit<HandlingRow, "overdue">): string {
  const { asWritten, officer, note, content, formText, session, steps } = handling.body;
  const said = HANDLING_STEPS.flatMap((step) => [steps[step]?.number, steps[step]?.text]);
  return fold(
    [work?.symbol, work?.title, result?.symbol, asWritten, unitName, officer, note, content, formText, session, ...said]
      .filter(Boolean)
      .join(" "),
  );
}

/** Overdue, due within so many days, later, or no day set. */
const SOON_DAYS = 30;

function dueOf({ state, due }: Handling, on: LegalDate): string {
  if (state !== "open") return "closed";
  if (due === null) return NOTHING;
  if (due < on) return "over";
  return Date.parse(due) - Date.parse(on) <= SOON_DAYS * 86_400_000 ? "soon" : "later";
}

/** The rows that match, in order. */
export async function matchingHandlings(
  store: Store,
  filters: HandlingFilters,
  sort: HandlingSort,
  on: LegalDate,
): Promise<readonly HandlingRow[]> {
  const rows = await countedOn(store, on);
  return inOrder(
    rows.filter((row) => matches(row, filters, null)),
    sort,
  );
}

/** Results that are not what was planned, changed last first. */
export const contradictedHandlings = (store: Store, on: LegalDate): Promise<readonly HandlingRow[]> =>
  matchingHandlings(store, { chosen: { state: ["contradicted"] }, text: "" }, "updated", on);

async function countedOn(store: Store, on: LegalDate): Promise<readonly Counted[]> {
  return (await rowsOf(store)).map((row) => ({
    ...row,
    overdue: isOverdue(row.handling, on),
    values: { ...row.values, due: dueOf(row.handling, on) },
  }));
}

/** One page of the list with its figures. */
export async function viewHandlings(
  store: Store,
  filters: HandlingFilters,
  { sort, on, after, limit }: { sort: HandlingSort; on: LegalDate; after: string | undefined; limit: number },
): Promise<HandlingListView> {
  const rows = await countedOn(store, on);
  const matching = inOrder(
    rows.filter((row) => matches(row, filters, null)),
    sort,
  );
  const place = decodeCursor(after, ["string", "string"]) as [string, string] | null;
  const from =
    place === null
      ? 0
      : matching.findIndex(({ key, handling }) => (byKey(key, place[0]) || byKey(handling.id, place[1])) > 0);
  const part = from === -1 ? [] : matching.slice(from, from + limit);
  const last = part.at(-1);
  const more = last !== undefined && from + limit < matching.length;
  return {
    rows: part,
    total: matching.length,
    all: rows.length,
    next: more ? encodeCursor([last.key, last.handling.id]) : null,
    facets: await facetsOf(store, rows, filters),
    contradicted: rows.filter((row) => row.handling.state === "contradicted"),
  };
}

function matches(row: Counted, { chosen, text }: HandlingFilters, but: HandlingFacet | null): boolean {
  for (const facet of HANDLING_FACETS) {
    const values = chosen[facet];
    if (facet !== but && values !== undefined && values.length > 0 && !values.includes(row.values[facet])) return false;
  }
  return fold(text)
    .split(/\s+/u)
    .every((word) => row.words.includes(word));
}

/** Behind every day and every name. */
const LAST = "\uffff";

/** What to compare byte by byte. */
function sortKey({ handling, work, unitName }: HandlingRow, sort: HandlingSort): string {
  const { state, due, updatedAt, body } = handling;
  if (sort === "due") return `${state === "open" ? 0 : 1} ${due ?? LAST}`;
  // the newest first
  if (sort === "updated") return String(1e15 - updatedAt);
  const name = sort === "unit" ? unitName : (work?.symbol ?? work?.title ?? body.asWritten);
  return name === null || name === undefined ? LAST : vietnameseSortKey(name);
}

const inOrder = (rows: readonly Counted[], sort: HandlingSort): readonly (Counted & { readonly key: string })[] =>
  rows
    .map((row) => ({ ...row, key: sortKey(row, sort) }))
    .sort((a, b) => byKey(a.key, b.key) || byKey(a.handling.id, b.handling.id));

const ORDERS: Readonly<Partial<Record<HandlingFacet, readonly string[]>>> = {
  state: HANDLING_STATES,
  form: [UNDECIDED, ...HANDLING_FORMS],
  due: ["over", "soon", "later", NOTHING, "closed"],
};

async function facetsOf(
  store: Store,
  rows: readonly Counted[],
  filters: HandlingFilters,
): Promise<HandlingListView["facets"]> {
  const files = new Map((await store.handlings.imports()).map((one) => [one.id, one.body.file]));
  const names = new Map(
    rows.flatMap((row) => (row.unitName === null ? [] : [[row.values.unit, row.unitName] as const])),
  );
  const facet = (name: HandlingFacet): readonly FacetCount[] => {
    const counts = new Map<string, number>();
    for (const row of rows)
      if (matches(row, filters, name)) counts.set(row.values[name], (counts.get(row.values[name]) ?? 0) + 1);
    // what is chosen stays in sight where nothing of it is left
    for (const value of filters.chosen[name] ?? []) counts.set(value, counts.get(value) ?? 0);
    const order = ORDERS[name];
    return [...counts]
      .map(([value, n]) => ({
        value,
        n,
        name: name === "unit" ? (names.get(value) ?? null) : name === "import" ? (files.get(value) ?? null) : null,
      }))
      .sort((a, b) =>
        order
          ? order.indexOf(a.value) - order.indexOf(b.value)
          : name === "done"
            ? (a.value === NOTHING ? 1 : 0) - (b.value === NOTHING ? 1 : 0) || (a.value < b.value ? 1 : -1)
            : b.n - a.n || byKey(vietnameseSortKey(a.name ?? a.value), vietnameseSortKey(b.name ?? b.value)),
      );
  };
  return {
    state: facet("state"),
    unit: facet("unit"),
    form: facet("form"),
    done: facet("done"),
    import: facet("import"),
    due: facet("due"),
  };
}

export const isState = (value: string): value is HandlingState =>
  (HANDLING_STATES as readonly string[]).includes(value);
export const isForm = (value: string): value is HandlingForm => (HANDLING_FORMS as readonly string[]).includes(value);
