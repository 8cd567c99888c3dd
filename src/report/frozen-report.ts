import type { AuditHead } from "../domain/audit.ts";
import { type LegalDate, parseDate } from "../domain/legal-date.ts";
import type { PublishedRow } from "../domain/publication.ts";
import type { WorkId } from "../domain/work.ts";
import type { ReportCell, ReportModel } from "./form.ts";

/** What a correction (đính chính) changed, against the version before it. */
export interface Correction {
  /** Number of the version it corrects. */
  readonly version: number;
  readonly reason: string;
  readonly added: readonly NamedRow[];
  readonly removed: readonly NamedRow[];
  readonly changed: readonly { readonly row: NamedRow; readonly cells: readonly ChangedCell[] }[];
}

export interface NamedRow {
  readonly form: string;
  readonly part: string;
  readonly work: WorkId | null;
  /** The document as the row names it. */
  readonly name: string;
}

export interface ChangedCell {
  readonly column: string;
  readonly was: string;
  readonly is: string;
}

/**
 * Everything a list or report that left the department rested on. Kept as one text, hashed as it is kept: whatever is printed
 * later is printed from this and from nothing else.
 */
export interface FrozenReport {
  /** Shape of this record. */
  readonly shape: 1;
  readonly title: string;
  /** How many rows its tables have. */
  readonly rows: number;
  readonly kind: string;
  /** Address of the living list or report it was made from, with its parameters: a correction is computed by it. */
  readonly path: string;
  readonly from: LegalDate | null;
  readonly on: LegalDate;
  /** What was recorded by this moment was known, milliseconds since 1970. */
  readonly knownAt: number;
  /** The rules that had run over the collection, as one fingerprint; null where none had. */
  readonly rules: string | null;
  /** State of the index. */
  readonly revision: number;
  readonly head: AuditHead | null;
  readonly models: readonly ReportModel[];
  readonly correction: Correction | null;
}

/** The record as it is hashed and kept. */
export const frozenText = (frozen: FrozenReport): string => JSON.stringify(frozen);

export const readFrozen = (body: string): FrozenReport => JSON.parse(body) as FrozenReport;

/** `12 · 3fa9…` as it is printed: number of the last entry and its hash. */
export const headLabel = (head: AuditHead): string => `${head.seq} · ${head.hash}`;

/** The rows of the models, in their order: what is looked up in later years. */
export function publishedRows(publication: string, models: readonly ReportModel[]): readonly PublishedRow[] {
  const rows: PublishedRow[] = [];
  for (const { form, parts } of models)
    for (const part of parts)
      for (const group of part.groups)
        group.rows.forEach((cells, i) => {
          const { work, since } = group.subjects?.[i] ?? { work: workOf(cells), since: sinceOf(cells) };
          rows.push({
            publication,
            ord: rows.length + 1,
            form,
            part: partOf(part.label),
            work,
            since,
            body: { cells: cells.map((cell) => cell.text), group: group.label },
          });
        });
  return rows;
}

/** "A. VĂN BẢN …" → "A"; a table without such a letter has the part "". */
const partOf = (label: string): string => /^([A-Z])\. /u.exec(label)?.[1] ?? "";

/** The document a row is about: the first of its cells that leads to one. */
function workOf(cells: readonly ReportCell[]): WorkId | null {
  for (const { href } of cells) {
    const id = /^\/documents\/([^/?#]+)/u.exec(href ?? "")?.[1];
    if (id !== undefined) return decodeURIComponent(id);
  }
  return null;
}

/** The last day that stands alone in a cell: the day the row speaks from. */
function sinceOf(cells: readonly ReportCell[]): LegalDate | null {
  for (const { date, text } of [...cells].reverse()) {
    const day = date ?? parseDate(text.trim());
    if (day !== null) return day;
  }
  return null;
}

/** What stands in `now` and stood not so in `before`. Rows are the same where form, part and document are. */
export function differenceOf(
  before: readonly ReportModel[],
  now: readonly ReportModel[],
): Omit<Correction, "version" | "reason"> {
  const [was, is] = [keyed(before), keyed(now)];
  const changed: Correction["changed"][number][] = [];
  for (const [key, row] of is) {
    const old = was.get(key);
    if (!old) continue;
    const cells = changedCells(old.cells, row.cells, row.columns);
    if (cells.length > 0) changed.push({ row: row.named, cells });
  }
  return {
    added: [...is].filter(([key]) => !was.has(key)).map(([, row]) => row.named),
    removed: [...was].filter(([key]) => !is.has(key)).map(([, row]) => row.named),
    changed,
  };
}

/** Were rows added, removed or changed at all? */
export const differs = ({ added, removed, changed }: Omit<Correction, "version" | "reason">): boolean =>
  added.length + removed.length + changed.length > 0;

interface KeyedRow {
  readonly named: NamedRow;
  readonly cells: readonly string[];
  readonly columns: readonly string[];
}

function keyed(models: readonly ReportModel[]): ReadonlyMap<string, KeyedRow> {
  const rows = new Map<string, KeyedRow>();
  const columns = models.flatMap((model) =>
    model.parts.flatMap((part) =>
      part.groups.flatMap((group) => group.rows.map(() => part.columns.map((c) => c.label))),
    ),
  );
  publishedRows("", models).forEach((row, i) => {
    // the number in front moves with every row above it; it tells nothing of the row
    const cells = row.body.cells.slice(1);
    const named = { form: row.form, part: row.part, work: row.work, name: cells[1] ?? cells[0] ?? "" };
    const own = `${row.form}|${row.part}|${row.work ?? named.name}`;
    // a document in several fields stands in each of them
    const key = rows.has(own) ? `${own}|${row.body.group}` : own;
    rows.set(key, { named, cells: [...cells, row.body.group], columns: [...(columns[i] ?? []).slice(1), GROUP] });
  });
  return rows;
}

const GROUP = "Mục";

const changedCells = (
  was: readonly string[],
  is: readonly string[],
  columns: readonly string[],
): readonly ChangedCell[] =>
  is.flatMap((text, i) => (text === was[i] ? [] : [{ column: columns[i] ?? "", was: was[i] ?? "", is: text }]));
