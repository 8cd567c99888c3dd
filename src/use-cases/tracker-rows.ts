import { randomUUID } from "node:crypto";
import type { Handling, HandlingState, TrackerCitation, TrackerRow } from "../domain/handling.ts";
import type { TrackerColumn } from "../read/tracker-columns.ts";
import type { DeskUnits } from "./desk-units.ts";
import { NEW_HANDLING, NEW_HANDLING_BODY } from "./start-handling.ts";
import { type PlannedRow, rowWords, type TrackerPlan } from "./tracker-plan.ts";
import { columnText, readValues, type TrackerValues } from "./tracker-values.ts";

interface Making {
  readonly id: string;
  readonly plan: TrackerPlan;
  readonly units: DeskUnits;
  readonly by: string;
  readonly now: number;
}

/** A row as it is kept, and the handlings of the documents it names. */
export function newRow(
  making: Making,
  planned: PlannedRow,
  row: number,
): { readonly row: TrackerRow; readonly handlings: readonly Handling[] } {
  const { id, plan } = making;
  const sheet = plan.sheets[planned.sheet];
  const { values, problems } = readValues(columnsOf(sheet?.columns), planned.meant, planned.group);
  const handlings: Handling[] = [];
  const open = (cited: TrackerCitation | null): Handling => {
    const handling = handlingOf(making, planned, values, cited, row);
    handlings.push(handling);
    return handling;
  };
  const isDocument = planned.kind === "document";
  const cited = planned.cited.map((one) => ({ ...one, handling: open(one).id }));
  if (isDocument && cited.length === 0) open(null);
  return {
    handlings,
    row: {
      importId: id,
      row,
      state: planned.state,
      version: 1,
      body: {
        kind: planned.kind,
        sheet: planned.sheet,
        sheetRow: planned.sheetRow,
        gone: false,
        cells: planned.cells,
        meant: planned.meant,
        group: planned.group,
        cited,
        problems: isDocument ? [...planned.problems, ...problems] : [],
      },
    },
  };
}

/** Columns as the reader named them: they stand in the database as text. */
export const columnsOf = (columns: readonly (string | null)[] | undefined): readonly (TrackerColumn | null)[] =>
  (columns ?? []) as readonly (TrackerColumn | null)[];

function handlingOf(
  { id, plan, units, by, now }: Making,
  planned: PlannedRow,
  values: TrackerValues,
  cited: TrackerCitation | null,
  row: number,
): Handling {
  const { unit, due, ...rest } = values;
  const state = toldState(values, plan.sheets[planned.sheet]?.name ?? "");
  return {
    ...NEW_HANDLING,
    id: randomUUID(),
    work: cited?.work ?? null,
    unit: unit === null ? null : units.stored(unit),
    state,
    due,
    importId: id,
    row,
    at: now,
    updatedAt: now,
    body: {
      ...NEW_HANDLING_BODY,
      ...rest,
      asWritten: cited?.text ?? rowWords(planned.meant),
      outcome: state === "open" ? null : toldOutcome(values, plan.file),
      by,
    },
  };
}

/** What the tracker itself says of the end: a month, a number of the resulting document, "giữ nguyên", the sheet's name. */
export function toldState(values: TrackerValues, sheet: string): HandlingState {
  if (values.form === "none") return "none-needed";
  const issued = values.steps.issued;
  const done = values.doneMonth !== null || (issued !== undefined && issued.number !== "");
  return done || /đã (?:xử lý|ban hành|hoàn thành|xong)/iu.test(sheet) ? "done" : "open";
}

/** How the outcome begins that only the tracker tells. */
export const TOLD_BY_TRACKER = "Theo bảng theo dõi";

export function toldOutcome(values: TrackerValues, file: string): string {
  const issued = columnText(values, "issued");
  const month = columnText(values, "doneMonth");
  const said = [issued, month === "" ? "" : `tháng ${month}`, values.note].filter((part) => part !== "").join("; ");
  return `${TOLD_BY_TRACKER} “${file}”${said === "" ? "" : `: ${said}`}`;
}
