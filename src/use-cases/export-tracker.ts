import type { Handling, TrackerCell, TrackerImport, TrackerRow } from "../domain/handling.ts";
import { parseDate } from "../domain/legal-date.ts";
import { asRead } from "../read/tracker.ts";
import { type WorkbookSheet, writeWorkbook } from "../report/write-workbook.ts";
import type { Store } from "../store/store.ts";
import { type DeskUnits, deskUnits } from "./desk-units.ts";
import { columnsOf } from "./tracker-rows.ts";
import { columnText, isHandlingColumn, readValues, valuesOfHandling } from "./tracker-values.ts";
import { inSheetOrder } from "./view-tracker.ts";

type Value = string | number | Date | null;

/**
 * The tracker as it came: the same sheets, headings, columns and rows in the same order, with what has changed here since in
 * its cells. A cell nobody changed is given back as it was, whatever was read out of it.
 */
export async function exportTracker(
  store: Store,
  id: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  const tracker = await store.handlings.findImport(id);
  if (tracker === null) return null;
  const [rows, handlings, units] = await Promise.all([
    store.handlings.rows(id),
    store.handlings.ofImport(id),
    deskUnits(store),
  ]);
  const byRow = new Map<number, Handling[]>();
  for (const one of handlings) if (one.row !== null) byRow.set(one.row, [...(byRow.get(one.row) ?? []), one]);
  const kept = inSheetOrder(rows.filter((row) => !row.body.gone));
  const sheets = tracker.body.sheets.map((sheet, at) =>
    sheetOf(
      sheet,
      kept.filter((row) => row.body.sheet === at),
      (row) => cellsOf(sheet, row, byRow.get(row.row) ?? [], units),
    ),
  );
  return { name: tracker.body.file, bytes: await writeWorkbook(sheets) };
}

function sheetOf(
  { name, head, merged }: TrackerImport["body"]["sheets"][number],
  rows: readonly TrackerRow[],
  cells: (row: TrackerRow) => readonly Value[],
): WorkbookSheet {
  const all: (readonly Value[])[] = head.map((row) => row.map(asWritten));
  for (const row of rows) {
    while (all.length < row.body.sheetRow - 1) all.push([]);
    all.push(cells(row));
  }
  return { name, rows: all, merged, head: head.length };
}

const asWritten = (cell: TrackerCell | undefined): Value => {
  const read = asRead(cell);
  return typeof read === "boolean" ? String(read) : read;
};

function cellsOf(
  sheet: TrackerImport["body"]["sheets"][number],
  row: TrackerRow,
  handlings: readonly Handling[],
  units: DeskUnits,
): readonly Value[] {
  if (row.body.kind !== "document" || handlings.length === 0) return row.body.cells.map(asWritten);
  const columns = columnsOf(sheet.columns);
  const was = readValues(columns, row.body.meant, row.body.group).values;
  const now = handlings.map((one) => valuesOfHandling(one, one.unit === null ? null : units.nameOf(one.unit)));
  return Array.from({ length: Math.max(columns.length, row.body.cells.length) }, (_, at) => {
    const [column, cell] = [columns[at] ?? null, row.body.cells[at]];
    if (!isHandlingColumn(column)) return asWritten(cell);
    const said = [...new Set(now.map((values) => columnText(values, column)))];
    if (said.every((text) => text === columnText(was, column))) return asWritten(cell);
    const text = said.filter((one) => one !== "").join("; ");
    const day = column === "due" || column.endsWith(".day") ? parseDate(text) : null;
    return day === null ? text : new Date(`${day}T00:00:00Z`);
  });
}
