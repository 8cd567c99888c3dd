import type { Handling, TrackerImport, TrackerRow, TrackerRowState } from "../domain/handling.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { isSameTracker } from "./pair-tracker-rows.ts";
import { isAbsent, soleCandidate } from "./settle-tracker.ts";
import type { TrackerPlan } from "./tracker-plan.ts";
import { rowWords } from "./tracker-plan.ts";

export const TRACKER_TABS = ["doubtful", "absent", "unread", "matched", "settled", "problems", "gone"] as const;
/** absent = doubtful, and nobody in the collection comes into question; problems = a cell that could not be taken over. */
export type TrackerTab = (typeof TRACKER_TABS)[number];

export interface TrackerRowView {
  readonly row: TrackerRow;
  readonly sheet: string;
  /** Its document, or all its words. */
  readonly words: string;
}

export interface TrackerView {
  readonly tracker: TrackerImport;
  readonly counts: Readonly<Record<TrackerTab, number>>;
  /** Rows with a document to be handled; group lines, totals and blank rows beside them. */
  readonly documents: number;
  readonly others: number;
  /** Documents, not rows. */
  readonly cited: number;
  readonly sole: number;
  readonly absent: number;
  readonly rows: readonly TrackerRowView[];
  readonly total: number;
  readonly works: ReadonlyMap<WorkId, Work>;
}

const isDocument = (row: TrackerRow): boolean => row.body.kind === "document";

function isOnTab(row: TrackerRow, tab: TrackerTab): boolean {
  if (!isDocument(row)) return false;
  if (row.body.gone) return tab === "gone";
  const open = row.body.cited.filter(({ work, settled }) => work === null && settled === null);
  const absent = row.state === "doubtful" && open.length > 0 && open.every(isAbsent);
  if (tab === "absent") return absent;
  if (tab === "problems") return row.body.problems.length > 0;
  return row.state === tab && !(tab === "doubtful" && absent);
}

/** Sheet after sheet, row after row, as in the workbook. */
export const inSheetOrder = (rows: readonly TrackerRow[]): readonly TrackerRow[] =>
  [...rows].sort((a, b) => a.body.sheet - b.body.sheet || a.body.sheetRow - b.body.sheetRow || a.row - b.row);

/** A tracker that was read in: what is certain, what waits for a person, what could not be read. */
export async function viewTracker(
  store: Store,
  id: string,
  { tab, offset, limit }: { readonly tab: TrackerTab; readonly offset: number; readonly limit: number },
): Promise<TrackerView | null> {
  const tracker = await store.handlings.findImport(id);
  if (tracker === null) return null;
  const all = inSheetOrder(await store.handlings.rows(id));
  const own = all.filter((row) => isOnTab(row, tab));
  const rows = own.slice(offset, offset + limit);
  const cited = all.filter((row) => isDocument(row) && !row.body.gone).flatMap((row) => row.body.cited);
  return {
    tracker,
    counts: Object.fromEntries(
      TRACKER_TABS.map((one) => [one, all.filter((row) => isOnTab(row, one)).length]),
    ) as TrackerView["counts"],
    documents: all.filter((row) => isDocument(row) && !row.body.gone).length,
    others: all.filter((row) => !isDocument(row)).length,
    cited: cited.length,
    sole: cited.filter((one) => soleCandidate(one) !== null).length,
    absent: cited.filter(isAbsent).length,
    rows: rows.map((row) => rowView(tracker, row)),
    total: own.length,
    works: await store.works.findAll(rows.flatMap(worksIn)),
  };
}

const rowView = (tracker: TrackerImport, row: TrackerRow): TrackerRowView => ({
  row,
  sheet: tracker.body.sheets[row.body.sheet]?.name ?? "",
  words: row.body.cited.map((one) => one.text).join("; ") || rowWords(row.body.meant),
});

const worksIn = ({ body }: TrackerRow): readonly WorkId[] =>
  body.cited.flatMap(({ work, candidates }) => [
    ...(work === null ? [] : [work]),
    ...candidates.map((one) => one.work),
  ]);

export interface TrackerRowPage extends TrackerRowView {
  readonly tracker: TrackerImport;
  readonly works: ReadonlyMap<WorkId, Work>;
  readonly handlings: readonly Handling[];
  /** Rows that wait for a person, before and behind this one. */
  readonly previous: number | null;
  readonly next: number | null;
  /** How many wait still. */
  readonly left: number;
  /** What a search found. */
  readonly found: readonly Work[];
}

const FOUND_SHOWN = 12;

export async function viewTrackerRow(
  store: Store,
  id: string,
  at: number,
  search: string,
): Promise<TrackerRowPage | null> {
  const [tracker, row] = await Promise.all([store.handlings.findImport(id), store.handlings.row(id, at)]);
  if (tracker === null || row === null) return null;
  const order = inSheetOrder(await store.handlings.rows(id));
  const place = order.findIndex((one) => one.row === at);
  const waits = (one: TrackerRow): boolean =>
    isDocument(one) && !one.body.gone && one.row !== at && WAITING.includes(one.state);
  const query = search.trim();
  const byNumber = query === "" ? [] : await store.works.bySymbol(query);
  const byWords = query === "" ? [] : await store.search.works(query, { limit: FOUND_SHOWN });
  return {
    ...rowView(tracker, row),
    tracker,
    works: await store.works.findAll(worksIn(row)),
    handlings: (await store.handlings.ofImport(id)).filter((handling) => handling.row === at),
    previous: order.slice(0, place).reverse().find(waits)?.row ?? null,
    next: order.slice(place + 1).find(waits)?.row ?? null,
    left: order.filter(waits).length + (WAITING.includes(row.state) ? 1 : 0),
    found: [...new Map([...byNumber, ...byWords].map((work) => [work.id, work])).values()].slice(0, FOUND_SHOWN),
  };
}

const WAITING: readonly TrackerRowState[] = ["doubtful", "unread"];

export interface TrackerSummary {
  readonly tracker: TrackerImport;
  readonly rows: number;
  /** Rows that wait for a person. */
  readonly waiting: number;
}

export async function viewTrackers(store: Store): Promise<readonly TrackerSummary[]> {
  const summaries: TrackerSummary[] = [];
  for (const tracker of await store.handlings.imports()) {
    const rows = (await store.handlings.rows(tracker.id)).filter((row) => isDocument(row) && !row.body.gone);
    const waiting = rows.filter((row) => WAITING.includes(row.state)).length;
    summaries.push({ tracker, rows: rows.length, waiting });
  }
  return summaries;
}

export interface PreviewView {
  readonly plan: TrackerPlan;
  readonly documents: number;
  readonly others: number;
  readonly cited: number;
  readonly states: Readonly<Record<TrackerRowState, number>>;
  /** Some rows of each state, to see that the columns were understood. */
  readonly samples: readonly TrackerPlan["rows"][number][];
  readonly works: ReadonlyMap<WorkId, Work>;
  /** Trackers this workbook may be a later state of, the likeliest first; `identical`: the very file was read in already. */
  readonly earlier: readonly TrackerImport[];
  readonly identical: TrackerImport | null;
}

const SAMPLES = 4;

/** What storing a workbook would do, before it is done. */
export async function viewPreview(store: Store, plan: TrackerPlan): Promise<PreviewView> {
  const documents = plan.rows.filter((row) => row.kind === "document");
  const imports = await store.handlings.imports();
  const of = (state: TrackerRowState) => documents.filter((row) => row.state === state);
  const samples = (["matched", "doubtful", "unread"] as const).flatMap((state) => of(state).slice(0, SAMPLES));
  return {
    plan,
    documents: documents.length,
    others: plan.rows.length - documents.length,
    cited: documents.reduce((n, row) => n + row.cited.length, 0),
    states: {
      matched: of("matched").length,
      doubtful: of("doubtful").length,
      unread: of("unread").length,
      settled: of("settled").length,
    },
    samples,
    works: await store.works.findAll(
      samples.flatMap((row) =>
        row.cited.flatMap((one) => [one.work, one.candidates[0]?.work].filter((id) => id != null)),
      ),
    ),
    earlier: imports.filter((one) => isSameTracker(one, plan)),
    identical: imports.find((one) => one.sha256 === plan.sha256) ?? null,
  };
}
