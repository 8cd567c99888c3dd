import type { TrackerCell } from "../domain/handling.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { findLooseDays, looseDay } from "./loose-day.ts";
import { cellText, findType } from "./spreadsheet-values.ts";
import { asRead } from "./tracker.ts";
import type { TrackerColumn } from "./tracker-columns.ts";
import { type WrittenDocument, writtenDocuments } from "./written-documents.ts";

/** The documents a row of a tracker names, with what the columns beside the number say of them. */
export function documentsOfRow(
  columns: readonly (TrackerColumn | null)[],
  meant: readonly TrackerCell[],
): readonly WrittenDocument[] {
  const at = (role: TrackerColumn): TrackerCell => meant[columns.indexOf(role)] ?? null;
  const listed = listedIn(at("document"));
  // a table without numbers may still have them inside its titles
  const documents = listed.some((one) => one.symbol !== null) ? listed : besides(listed, listedIn(at("title")));
  const n = documents.length;
  const days = daysOf(at("issuedOn"), n);
  const issuers = linesFor(at("issuer"), n);
  const titles = linesFor(at("title"), n);
  const types = linesFor(at("type"), n);
  return documents.map((document, i) => ({
    ...document,
    day: document.day ?? days[i] ?? null,
    issuer: document.issuer ?? issuers[i] ?? null,
    title: longer(document.title, titles[i] ?? null),
    type: document.type ?? findType(types[i] ?? "")?.type ?? null,
  }));
}

const listedIn = (cell: TrackerCell): readonly WrittenDocument[] => writtenDocuments(linesOf(cell).join("\n"));

/** Words of the column of documents stand as long as the titles have no number either. */
const besides = (listed: readonly WrittenDocument[], titled: readonly WrittenDocument[]): readonly WrittenDocument[] =>
  titled.some((one) => one.symbol !== null) || listed.length === 0 ? titled : listed;

/** Lines of a cell as they were typed; a day of Excel's own is no line of words. */
const linesOf = (cell: TrackerCell): readonly string[] =>
  cell === null
    ? []
    : String(cell)
        .normalize("NFC")
        .split(/\r?\n/u)
        .map((line) => line.replace(/[^\S\n]+/gu, " ").trim())
        .filter((line) => line !== "");

/** One value for each document: as many lines as documents, or one line for the only one. */
function linesFor(cell: TrackerCell, n: number): readonly (string | null)[] {
  const lines = linesOf(cell);
  if (lines.length === 0) return [];
  if (lines.length === n) return lines;
  // one body or one kind stands for all documents of a row; several that do not pair stand for none
  return lines.length === 1 ? Array.from({ length: n }, () => lines[0] ?? null) : n === 1 ? [lines.join(" ")] : [];
}

function daysOf(cell: TrackerCell, n: number): readonly (LegalDate | null)[] {
  if (n === 1) return [looseDay(asRead(cell))];
  const days = findLooseDays(cellText(asRead(cell))).map((found) => found.day);
  return days.length === n ? days : [];
}

const longer = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null ? a : b.length > a.length ? b : a;
