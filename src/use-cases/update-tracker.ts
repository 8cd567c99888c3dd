import type { Handling, TrackerCitation, TrackerImport, TrackerRow } from "../domain/handling.ts";
import { differences } from "./change-handling.ts";
import type { DeskUnits } from "./desk-units.ts";
import type { FollowedResults } from "./follow-results.ts";
import { pairRows } from "./pair-tracker-rows.ts";
import type { StoredTracker, StoreTracker } from "./store-tracker.ts";
import { type PlannedRow, stateOf, type TrackerPlan } from "./tracker-plan.ts";
import { columnsOf, newRow, toldOutcome, toldState } from "./tracker-rows.ts";
import {
  columnText,
  isHandlingColumn,
  readValues,
  type TrackerValues,
  valuesOfHandling,
  withColumn,
} from "./tracker-values.ts";

interface Updating extends StoreTracker {
  readonly before: TrackerImport;
  readonly units: DeskUnits;
}

/**
 * The same tracker in a later state. Only what changed in the file since it was last read is taken over; what people changed
 * here meanwhile stays, and where both changed the same, the row says so. Rows that are gone are kept and marked.
 */
export async function updateTracker(given: Updating): Promise<Omit<StoredTracker, keyof FollowedResults>> {
  const { store, plan, before, units, by, now } = given;
  const old = await store.handlings.rows(before.id);
  const { pairs, gone } = pairRows(before, old, plan);
  const handlings = new Map((await store.handlings.ofImport(before.id)).map((h) => [h.id, h]));
  const fresh: TrackerRow[] = [];
  const counts = { handlings: 0, changed: 0, gone: 0, conflicts: 0 };
  let last = Math.max(0, ...old.map((row) => row.row));
  for (const { next, old: was } of pairs) {
    if (was === null) {
      const made = newRow({ id: before.id, plan, units, by, now }, next, ++last);
      fresh.push(made.row);
      await store.handlings.add(made.handlings);
      counts.handlings += made.handlings.length;
      continue;
    }
    const { row, changed, conflicts } = await updatedRow(given, was, next, handlings);
    if (await store.handlings.changeRow(row)) counts.changed += changed ? 1 : 0;
    counts.conflicts += conflicts;
  }
  await store.handlings.addRows(fresh);
  for (const row of gone) {
    if (row.body.gone) continue;
    await store.handlings.changeRow({ ...row, version: row.version + 1, body: { ...row.body, gone: true } });
    counts.gone += row.body.kind === "document" ? 1 : 0;
  }
  await store.handlings.changeImport({
    ...before,
    sha256: plan.sha256,
    body: {
      ...before.body,
      file: plan.file,
      sheets: plan.sheets,
      updates: [...before.body.updates, { at: now, by, file: plan.file }],
    },
  });
  return { id: before.id, rows: plan.rows.length, ...counts };
}

async function updatedRow(
  given: Updating,
  was: TrackerRow,
  next: PlannedRow,
  handlings: ReadonlyMap<string, Handling>,
): Promise<{ readonly row: TrackerRow; readonly changed: boolean; readonly conflicts: number }> {
  const { plan, before } = given;
  const oldValues = valuesIn(before, was.body.sheet, was.body.meant, was.body.group);
  const sheet = plan.sheets[next.sheet];
  const read = readValues(columnsOf(sheet?.columns), next.meant, next.group);
  const cited = next.cited.map((one, i) => keptCitation(one, was.body.cited[i], was.body.cited));
  const own = [...handlings.values()].filter((handling) => handling.row === was.row);
  const conflicts = await updateHandlings(given, own, cited, oldValues, read.values, sheet);
  const made = await openNew(given, next, cited, was.row);
  return {
    conflicts: conflicts.length,
    changed: JSON.stringify(next.meant) !== JSON.stringify(was.body.meant),
    row: {
      ...was,
      state: next.state === "unread" ? "unread" : next.kind === "document" ? stateOf(made) : "matched",
      version: was.version + 1,
      body: {
        ...was.body,
        kind: next.kind,
        sheet: next.sheet,
        sheetRow: next.sheetRow,
        gone: false,
        cells: next.cells,
        meant: next.meant,
        group: next.group,
        cited: made,
        problems: next.kind === "document" ? [...next.problems, ...read.problems, ...conflicts] : [],
      },
    },
  };
}

/** Takes over what changed in the file; what both sides changed is told. */
async function updateHandlings(
  { store, plan, units, by, now }: Updating,
  own: readonly Handling[],
  cited: readonly TrackerCitation[],
  was: TrackerValues,
  is: TrackerValues,
  sheet: TrackerPlan["sheets"][number] | undefined,
): Promise<readonly string[]> {
  const conflicts: string[] = [];
  for (const handling of own) {
    const mine = cited.find((one) => one.handling === handling.id);
    const merged = merge(handling, was, is, sheet?.columns ?? [], units, conflicts);
    const state = handling.state === "open" ? toldState(merged, sheet?.name ?? "") : handling.state;
    const { unit, due, ...body } = merged;
    const changed: Handling = {
      ...handling,
      work: mine?.work ?? handling.work,
      unit: unit === null ? null : units.stored(unit),
      due,
      state,
      body: {
        ...handling.body,
        ...body,
        asWritten: mine?.text ?? handling.body.asWritten,
        outcome: state === handling.state ? handling.body.outcome : toldOutcome(merged, plan.file),
      },
    };
    const what = differences(handling, changed, units);
    if (what === "") continue;
    const said = `Theo bảng “${plan.file}”: ${what}`;
    await store.handlings.change({
      ...changed,
      version: handling.version + 1,
      updatedAt: now,
      body: { ...changed.body, history: [...changed.body.history, { at: now, by, what: said }] },
    });
  }
  return conflicts;
}

function valuesIn(
  of: TrackerImport,
  sheet: number,
  meant: TrackerRow["body"]["meant"],
  group: string | null,
): TrackerValues {
  return readValues(columnsOf(of.body.sheets[sheet]?.columns), meant, group).values;
}

/** What a person chose holds as long as the words are the same; the handling goes with the place in the row. */
function keptCitation(
  next: TrackerCitation,
  beside: TrackerCitation | undefined,
  all: readonly TrackerCitation[],
): TrackerCitation {
  const same = all.find((one) => one.text === next.text);
  if (same?.settled) return { ...next, work: same.work, how: same.how, settled: same.settled, handling: same.handling };
  return { ...next, handling: (same ?? beside)?.handling ?? null };
}

/** Documents that the row names for the first time get their handling. */
async function openNew(
  { store, plan, before, units, by, now }: Updating,
  next: PlannedRow,
  cited: readonly TrackerCitation[],
  row: number,
): Promise<readonly TrackerCitation[]> {
  const missing = cited.filter((one) => one.handling === null);
  if (missing.length === 0) return cited;
  const made = newRow({ id: before.id, plan, units, by, now }, { ...next, cited: missing }, row);
  await store.handlings.add(made.handlings);
  const opened = [...made.row.body.cited];
  return cited.map((one) => (one.handling === null ? (opened.shift() ?? one) : one));
}

/** Column by column: the file's change where nobody changed it here; else what stands here, and a word about it. */
function merge(
  handling: Handling,
  was: TrackerValues,
  is: TrackerValues,
  columns: readonly (string | null)[],
  units: DeskUnits,
  conflicts: string[],
): TrackerValues {
  const own = valuesOfHandling(handling, handling.unit === null ? null : units.nameOf(handling.unit));
  let values = own;
  for (const column of columns) {
    if (!isHandlingColumn(column)) continue;
    const [before, after, here] = [columnText(was, column), columnText(is, column), columnText(own, column)];
    if (before === after || here === after) continue;
    if (here === before) values = withColumn(values, column, is);
    else conflicts.push(`Bảng đổi “${before}” thành “${after}”, ở đây đã sửa thành “${here}”: giữ “${here}”.`);
  }
  return values;
}
