import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";

/** A list or report before it becomes a file: what the forms of NĐ 79/2025 print, and any other table that leaves the house. */
export interface ReportModel {
  /** Key of its form: `01` … `05` (NĐ 79/2025), `34-03` … `34-06` (NĐ 34/2016), a word for what no decree prints. */
  readonly form: string;
  /** Printed at the right of its head: "Mẫu số 01"; null = none. */
  readonly heading: string | null;
  /** Above the title, in the middle: "DANH MỤC". */
  readonly kind: string;
  readonly title: string;
  readonly parts: readonly ReportPart[];
  /** The day everything is true on. */
  readonly on: LegalDate;
  /** Head of the audit trail when the report was made; null while there is none. */
  readonly head: string | null;
  /** Printed below the tables, one paragraph each. */
  readonly notes: readonly string[];
  /** The page before everything (mẫu số 05). */
  readonly cover?: ReportCover;
  /** A report of an agency stands between its head and its signature, in portrait; left out, it is an annex. */
  readonly paper?: ReportPaper;
}

/** Who reports, to whom, and who signs (NĐ 30/2020/NĐ-CP). Empty where nobody has said it. */
export interface ReportPaper {
  readonly above: string;
  readonly issuer: string;
  /** "…/BC-STP" */
  readonly number: string;
  /** "An Khê, ngày … tháng … năm 2026" */
  readonly dateline: string;
  readonly recipients: readonly string[];
  readonly signature: readonly string[];
  readonly signer: string;
}

export interface ReportCover {
  /** Who made the collection. */
  readonly body: string;
  readonly title: readonly string[];
  readonly about: readonly string[];
  /** "(Ban hành kèm theo Quyết định số …)" */
  readonly issued: string;
  readonly dateline: string;
}

export interface ReportPart {
  /** "A. VĂN BẢN …"; empty = a table without a heading of its own. */
  readonly label: string;
  /** Paragraphs between the label and the table. */
  readonly text?: readonly string[];
  /** Drawn below the table, where a file can draw. */
  readonly chart?: ReportChart;
  /** Empty = words without a table. */
  readonly columns: readonly ReportColumn[];
  readonly groups: readonly ReportGroup[];
  /** The line that closes the table; null = none. */
  readonly total: ReportTotal | null;
}

/** A figure drawn beside another: that of the stretch before, or the whole that it is left of. */
export interface ReportChart {
  readonly title: string;
  /** What the two bars of a row mean. */
  readonly of: "stretches" | "left-of-all";
  readonly bars: readonly { readonly label: string; readonly now: number; readonly before: number }[];
}

export interface ReportColumn {
  readonly label: string;
  /** Share of the width of the page, in percent. */
  readonly width: number;
  readonly align: "left" | "center" | "right";
}

export interface ReportGroup {
  /** "I. VĂN BẢN …"; empty = rows without a heading above them. */
  readonly label: string;
  readonly rows: readonly (readonly ReportCell[])[];
  /** The document of each row, in the same order, where rows are documents. */
  readonly subjects?: readonly RowSubject[];
}

export interface RowSubject {
  /** Null: a document that is only recommended, or one that the index does not know. */
  readonly work: WorkId | null;
  /** The day the row says. */
  readonly since: LegalDate | null;
}

export interface ReportTotal {
  /** "Tổng số: 3 văn bản" as printed. */
  readonly label: string;
  /** Documents, each once, in however many groups it stands. */
  readonly n: number;
  readonly align: "left" | "center";
}

/** What stands in a cell; `date` and `number` are what a spreadsheet computes with, `text` is what everybody reads. */
export interface ReportCell {
  /** Paragraphs are parted by line feeds. */
  readonly text: string;
  /** Where the words lead: a path of this site (`/documents/…`) or an address. */
  readonly href?: string;
  /** The same document in the national database: files lead there, whatever `href` says. */
  readonly source?: string;
  readonly date?: LegalDate;
  readonly number?: number;
  /** The number is a share of one: 0.5 stands as "50%". */
  readonly percent?: true;
}

export const textCell = (text: string, href?: string): ReportCell => (href === undefined ? { text } : { text, href });

export const numberCell = (n: number, href?: string): ReportCell => ({ ...textCell(String(n), href), number: n });

/** "+3", "-2", "0": what changed, as a number too. */
export const changeCell = (change: number): ReportCell => ({
  text: change > 0 ? `+${change}` : String(change),
  number: change,
});

/** "33,3%" of a whole; null = there is no whole. */
export const shareCell = (part: number, whole: number): ReportCell | null =>
  whole === 0
    ? null
    : {
        text: `${((100 * part) / whole).toLocaleString("vi", { maximumFractionDigits: 1 })}%`,
        number: part / whole,
        percent: true,
      };

/** Columns as wide as their words ask for. */
export function evenColumns(labels: readonly string[]): readonly ReportColumn[] {
  const weight = (label: string): number => Math.min(30, Math.max(6, label.length));
  const sum = labels.reduce((all, label) => all + weight(label), 0);
  return labels.map((label) => ({ label, width: Math.round((weight(label) / sum) * 1000) / 10, align: "left" }));
}

/** What a part says it holds; a part without a total holds its rows. */
export const countOf = ({ total, groups }: ReportPart): number =>
  total?.n ?? groups.reduce((n, group) => n + group.rows.length, 0);
