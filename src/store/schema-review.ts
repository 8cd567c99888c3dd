import type { Batch, BatchItem } from "../domain/batch.ts";
import type { Handling, TrackerImport, TrackerRow } from "../domain/handling.ts";
import type { Inspection, Petition } from "../domain/petition.ts";
import type { Consultation, ReviewSheet } from "../domain/review-sheet.ts";
import type { WorkId } from "../domain/work.ts";
import type { Columns } from "./schema.ts";

/**
 * The work of review as a department does it. What lists are narrowed by are columns, the rest is one JSON body. Works are
 * named, not referenced: a mended number must not be stopped by a sheet.
 */
export function reviewTables(c: Columns) {
  const sheet = c.table(
    "sheet",
    {
      id: c.key("id").primaryKey(),
      work: c.key("work").notNull().$type<WorkId>(),
      batch: c.key("batch"),
      unit: c.key("unit"),
      state: c.key("state").notNull().$type<ReviewSheet["state"]>(),
      version: c.int("version").notNull(),
      body: c.json<ReviewSheet["body"]>("body").notNull(),
      at: c.ms("at").notNull(),
      updatedAt: c.ms("updated_at").notNull(),
    },
    (t) => [
      c.index("sheet_work").on(t.work),
      c.index("sheet_batch").on(t.batch, t.state),
      c.index("sheet_state").on(t.state, t.updatedAt),
    ],
  );
  const consultation = c.table(
    "consultation",
    {
      id: c.key("id").primaryKey(),
      sheet: c.key("sheet").notNull(),
      unit: c.key("unit").notNull(),
      due: c.key("due"),
      askedAt: c.ms("asked_at").notNull(),
      answeredAt: c.ms("answered_at"),
      version: c.int("version").notNull(),
      body: c.json<Consultation["body"]>("body").notNull(),
    },
    (t) => [c.index("consultation_sheet").on(t.sheet), c.index("consultation_unit").on(t.unit, t.answeredAt)],
  );
  const batch = c.table(
    "batch",
    {
      id: c.key("id").primaryKey(),
      kind: c.key("kind").notNull().$type<Batch["kind"]>(),
      state: c.key("state").notNull().$type<Batch["state"]>(),
      due: c.key("due"),
      version: c.int("version").notNull(),
      at: c.ms("at").notNull(),
      body: c.json<Batch["body"]>("body").notNull(),
    },
    (t) => [c.index("batch_state").on(t.state, t.due)],
  );
  const batchItem = c.table(
    "batch_item",
    {
      batch: c.key("batch").notNull(),
      work: c.key("work").notNull().$type<WorkId>(),
      unit: c.key("unit"),
      state: c.key("state").notNull().$type<BatchItem["state"]>(),
      due: c.key("due"),
      doneAt: c.ms("done_at"),
      version: c.int("version").notNull(),
      body: c.json<BatchItem["body"]>("body").notNull(),
    },
    (t) => [
      c.primaryKey({ name: "batch_item_pk", columns: [t.batch, t.work] }),
      c.index("batch_item_work").on(t.work),
      c.index("batch_item_unit").on(t.unit, t.state),
      c.index("batch_item_due").on(t.state, t.due),
    ],
  );
  return { sheet, consultation, batch, batchItem };
}

/** Documents to be handled, and trackers that were read in. */
export function handlingTables(c: Columns) {
  const handling = c.table(
    "handling",
    {
      id: c.key("id").primaryKey(),
      work: c.key("work").$type<WorkId>(),
      unit: c.key("unit"),
      state: c.key("state").notNull().$type<Handling["state"]>(),
      due: c.key("due"),
      importId: c.key("import_id"),
      row: c.int("import_row"),
      result: c.key("result").$type<WorkId>(),
      version: c.int("version").notNull(),
      at: c.ms("at").notNull(),
      updatedAt: c.ms("updated_at").notNull(),
      body: c.json<Handling["body"]>("body").notNull(),
    },
    (t) => [
      c.index("handling_work").on(t.work),
      c.index("handling_state").on(t.state, t.due),
      c.index("handling_unit").on(t.unit, t.state),
      c.index("handling_import").on(t.importId, t.row),
      c.index("handling_result").on(t.result),
    ],
  );
  const trackerImport = c.table("tracker_import", {
    id: c.key("id").primaryKey(),
    sha256: c.key("sha256").notNull(),
    at: c.ms("at").notNull(),
    body: c.json<TrackerImport["body"]>("body").notNull(),
  });
  const trackerRow = c.table(
    "tracker_row",
    {
      importId: c.key("import_id").notNull(),
      row: c.int("row").notNull(),
      state: c.key("state").notNull().$type<TrackerRow["state"]>(),
      version: c.int("version").notNull(),
      body: c.json<TrackerRow["body"]>("body").notNull(),
    },
    (t) => [
      c.primaryKey({ name: "tracker_row_pk", columns: [t.importId, t.row] }),
      c.index("tracker_row_state").on(t.importId, t.state),
    ],
  );
  return { handling, trackerImport, trackerRow };
}

/** What comes from outside, and what is unlawful from its first day. */
export function petitionTables(c: Columns) {
  const petition = c.table(
    "petition",
    {
      id: c.key("id").primaryKey(),
      state: c.key("state").notNull().$type<Petition["state"]>(),
      receivedOn: c.key("received_on").notNull(),
      version: c.int("version").notNull(),
      at: c.ms("at").notNull(),
      body: c.json<Petition["body"]>("body").notNull(),
    },
    (t) => [c.index("petition_state").on(t.state, t.receivedOn)],
  );
  const inspection = c.table(
    "inspection",
    {
      id: c.key("id").primaryKey(),
      work: c.key("work").notNull().$type<WorkId>(),
      state: c.key("state").notNull().$type<Inspection["state"]>(),
      version: c.int("version").notNull(),
      at: c.ms("at").notNull(),
      body: c.json<Inspection["body"]>("body").notNull(),
    },
    (t) => [c.index("inspection_work").on(t.work), c.index("inspection_state").on(t.state, t.at)],
  );
  return { petition, inspection };
}
