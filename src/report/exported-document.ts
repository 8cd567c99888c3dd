import type { EId } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { ProvisionKind } from "../domain/provision.ts";
import type { Span } from "../domain/span.ts";
import type { StatusName, UnitState } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";

/** Words of one line; `ref` where they cite something that was found. */
export interface ExportedRun {
  readonly text: string;
  readonly ref: { readonly work: WorkId; readonly eIds: readonly EId[] } | null;
}

export interface ExportedLine {
  readonly runs: readonly ExportedRun[];
  /** New wording of another document, set between quotation marks. */
  readonly quoted: boolean;
  /** What the line is in the head, the căn cứ or the foot. */
  readonly is: "text" | "number" | "title" | "basis" | "proposal" | "enacting" | "signer";
  /** Where the line stands in a table of its unit. */
  readonly cell?: ExportedCell;
}

/** A place in a table: the table with its rows and cells, each cell by its number. */
export interface ExportedCell {
  readonly table: ExportedTable;
  readonly cell: number;
}

/** Cells are numbered through the whole table, empty ones too. */
export interface ExportedTable {
  readonly rows: readonly {
    readonly header: boolean;
    readonly cells: readonly { readonly cell: number; readonly colSpan: number; readonly rowSpan: number }[];
  }[];
}

/** A unit of the text in its order. Words that follow its last child stand in a `tail` of their own. */
export interface ExportedUnit {
  /** Unique in the document: `art_5`, `art_5~2` where the document numbers twice. */
  readonly eId: EId;
  readonly parent: EId | null;
  /** `tail`: words outside all children, in their place. */
  readonly kind: ProvisionKind | "tail";
  /** As printed: `Điều 5.`, `2.`, `đ)`, `Chương II`; empty where it has none. */
  readonly number: string;
  readonly heading: string | null;
  readonly lines: readonly ExportedLine[];
  /** How it stands on the day, where otherwise than the document; null for the text as issued. */
  readonly state: UnitState | "pending" | null;
  readonly since: LegalDate | null;
  /** Its own words in the normalised text; null where the words are those of a day. */
  readonly span: Span | null;
}

/** A document as it leaves the index: everything a file of it says, nothing to look up. */
export interface ExportedDocument {
  readonly work: Work;
  /** Null = as issued. */
  readonly on: LegalDate | null;
  /** The day the file is made. */
  readonly made: LegalDate;
  readonly title: string | null;
  readonly signer: string | null;
  /** False: some change is not in the words. */
  readonly complete: boolean;
  readonly status: { readonly name: StatusName; readonly since: LegalDate | null; readonly reason: string } | null;
  readonly head: readonly ExportedLine[];
  readonly preamble: readonly ExportedLine[];
  readonly units: readonly ExportedUnit[];
  readonly foot: readonly ExportedLine[];
  /** What others do to it, and what it does; only those that are counted. */
  readonly effectsOn: readonly Effect[];
  readonly effectsBy: readonly Effect[];
  /** Works named by citations and effects. */
  readonly works: ReadonlyMap<WorkId, Work>;
}

export const lineText = (line: ExportedLine): string => line.runs.map((run) => run.text).join("");
