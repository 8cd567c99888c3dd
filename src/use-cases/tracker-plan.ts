import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { indexWritten, matchWritten, type WrittenIndex } from "../compare/match-written.ts";
import type { TrackerCell, TrackerCitation, TrackerImport, TrackerRowState } from "../domain/handling.ts";
import type { Problem } from "../domain/problem.ts";
import { createChildPool } from "../read/child-pool.ts";
import type { ReadTracker, TrackerSheet, TrackerSheetRow } from "../read/tracker.ts";
import type { TrackerColumn } from "../read/tracker-columns.ts";
import { documentsOfRow } from "../read/tracker-documents.ts";
import type { WrittenDocument } from "../read/written-documents.ts";
import type { Store } from "../store/store.ts";
import { shownCell } from "./tracker-values.ts";

/** A row of a workbook with the documents it names and what they were found to be. */
export interface PlannedRow extends TrackerSheetRow {
  readonly sheet: number;
  readonly state: TrackerRowState;
  readonly cited: readonly TrackerCitation[];
  readonly problems: readonly string[];
}

/** What storing a workbook would store. */
export interface TrackerPlan {
  readonly file: string;
  readonly sha256: string;
  readonly sheets: TrackerImport["body"]["sheets"];
  readonly rows: readonly PlannedRow[];
  /** Numbers of documents in sheets that are no table, by the name of the sheet. */
  readonly unread: readonly { readonly sheet: string; readonly numbers: number }[];
}

export type PlannedTracker =
  | { readonly ok: true; readonly plan: TrackerPlan }
  | { readonly ok: false; readonly problem: Problem };

/** Reads a workbook in a child process under the limits of all reading, and looks its documents up. Stores nothing. */
export async function planTracker(
  store: Store,
  file: { readonly path: string; readonly name: string },
): Promise<PlannedTracker> {
  const pool = createChildPool({ script: new URL("../read/tracker.child.ts", import.meta.url), size: 1 });
  try {
    const read = await pool.run<ReadTracker>(file);
    if ("reason" in read) {
      const { reason, what, why, todo } = read;
      return { ok: false, problem: { code: `reader-${reason}`, what, why, todo, span: null } };
    }
    if (!read.ok) return read;
    const sha256 = createHash("sha256")
      .update(await readFile(file.path))
      .digest("hex");
    return { ok: true, plan: await planSheets(store, read.sheets, { name: file.name, sha256 }) };
  } finally {
    await pool.close();
  }
}

/** The same from sheets that were read already. */
export async function planSheets(
  store: Store,
  sheets: readonly TrackerSheet[],
  { name, sha256 }: { readonly name: string; readonly sha256: string },
): Promise<TrackerPlan> {
  const index = indexWritten(await store.works.all());
  return {
    file: name,
    sha256,
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      head: sheet.head,
      columns: sheet.columns ?? [],
      labels: sheet.labels,
      merged: sheet.merged.map(({ top, left, bottom, right }) => [top, left, bottom, right] as const),
    })),
    rows: sheets.flatMap((sheet, at) => sheet.rows.map((row) => plannedRow(index, sheet, at, row))),
    unread: sheets.flatMap((s) => (s.unreadNumbers > 0 ? [{ sheet: s.name, numbers: s.unreadNumbers }] : [])),
  };
}

function plannedRow(index: WrittenIndex, { columns }: TrackerSheet, sheet: number, row: TrackerSheetRow): PlannedRow {
  if (row.kind !== "document") return { ...row, sheet, state: "matched", cited: [], problems: [] };
  const { cited, state, problems } = citedIn(index, columns ?? [], row.meant);
  return { ...row, sheet, state, cited, problems };
}

export interface Cited {
  readonly cited: readonly TrackerCitation[];
  readonly state: TrackerRowState;
  readonly problems: readonly string[];
}

/** The documents of one row, each certain, doubtful with candidates, or not to be read. */
export function citedIn(
  index: WrittenIndex,
  columns: readonly (TrackerColumn | null)[],
  meant: readonly TrackerCell[],
): Cited {
  const documents = documentsOfRow(columns, meant);
  const cited = documents.map((document) => citation(index, document));
  const problems = documents.flatMap((document) =>
    document.mentions.length === 0 || document.symbol === null
      ? []
      : [`Chỉ nhắc tới, không tính là văn bản của dòng: ${document.mentions.join(", ")}.`],
  );
  const readable = documents.some(({ symbol }, i) => symbol !== null || (cited[i]?.candidates.length ?? 0) > 0);
  return { cited, state: readable ? stateOf(cited) : "unread", problems };
}

function citation(index: WrittenIndex, document: WrittenDocument): TrackerCitation {
  const match = matchWritten(index, document);
  const none = { text: document.text, settled: null, handling: null };
  if (match.kind === "certain") return { ...none, work: match.work, how: match.how, candidates: [] };
  return { ...none, work: null, how: match.how, candidates: match.candidates };
}

/** Settled where people had to say something and have; matched where nothing was left to say. */
export function stateOf(cited: readonly TrackerCitation[]): TrackerRowState {
  if (cited.some(({ work, settled }) => work === null && settled === null)) return "doubtful";
  return cited.some(({ settled }) => settled !== null) ? "settled" : "matched";
}

/** The words that stand for a row of which no document could be read. */
export const rowWords = (meant: readonly TrackerCell[]): string =>
  [...new Set(meant.map(shownCell))]
    .filter((text) => text !== "" && !/^\d{1,4}$/u.test(text))
    .join(" · ")
    .slice(0, 400);
