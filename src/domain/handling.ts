import type { HandlingForm } from "./handling-form.ts";
import type { Quote } from "./effect.ts";
import type { LegalDate } from "./legal-date.ts";
import type { WorkId } from "./work.ts";

/** Stations of the handling of a document, in their usual order: what a department's tracker has columns for. */
export const HANDLING_STEPS = [
  "registered",
  "answered",
  "approved",
  "consulted",
  "appraised",
  "submitted",
  "planned",
  "issued",
] as const;
/** văn bản đăng ký · phúc đáp · chấp thuận · lấy ý kiến · thẩm định · trình · dự kiến trình · ban hành. */
export type HandlingStep = (typeof HANDLING_STEPS)[number];

export const HANDLING_STEP_NAMES: Readonly<Record<HandlingStep, string>> = {
  registered: "Văn bản đăng ký",
  answered: "Phúc đáp",
  approved: "Chấp thuận",
  consulted: "Lấy ý kiến",
  appraised: "Thẩm định",
  submitted: "Trình",
  planned: "Dự kiến trình",
  issued: "Ban hành",
};

/**
 * open = nothing issued yet · done = the resulting document did what was planned · contradicted = it did not · none-needed =
 * decided that nothing has to be done · cancelled.
 */
export const HANDLING_STATES = ["open", "done", "contradicted", "none-needed", "cancelled"] as const;
export type HandlingState = (typeof HANDLING_STATES)[number];

export const HANDLING_STATE_NAMES: Readonly<Record<HandlingState, string>> = {
  open: "Đang xử lý",
  done: "Đã xử lý xong",
  contradicted: "Kết quả khác kế hoạch",
  "none-needed": "Không phải xử lý",
  cancelled: "Thôi theo dõi",
};

/** One document to be handled, followed until the body has acted. */
export interface Handling {
  readonly id: string;
  /** Null: a new document is recommended, or the row could not be matched. */
  readonly work: WorkId | null;
  /** Drafting unit: id of a unit, or its name as written. */
  readonly unit: string | null;
  readonly state: HandlingState;
  readonly due: LegalDate | null;
  /** Import and row of the tracker it came from; null = made here. */
  readonly importId: string | null;
  readonly row: number | null;
  /** The document that resulted. */
  readonly result: WorkId | null;
  readonly version: number;
  readonly at: number;
  readonly updatedAt: number;
  readonly body: {
    /** The document as written in the tracker, where it came from one. */
    readonly asWritten: string | null;
    readonly form: HandlingForm | null;
    /** The form as written, where it is none of the decree's. */
    readonly formText: string;
    readonly content: string;
    readonly officer: string;
    /** Sheet whose conclusion it carries out. */
    readonly sheet: string | null;
    readonly steps: Readonly<
      Partial<Record<HandlingStep, { readonly day: LegalDate | null; readonly number: string; readonly text: string }>>
    >;
    /** The session of the HĐND or the month it is planned for, as written. */
    readonly session: string;
    /** `YYYY-MM` in which it was done. */
    readonly doneMonth: string | null;
    readonly note: string;
    /** What the resulting document did, with its clause, or why it is said not to have. */
    readonly outcome: string | null;
    /** The clauses by which the machine settled it; null = nobody or a person did. */
    readonly settledBy?: { readonly source: WorkId; readonly quotes: readonly Quote[] } | null;
    /** Documents a person has said not to be the result: the machine does not settle it by them again. */
    readonly notResults?: readonly WorkId[];
    /** History of what people changed, oldest first. */
    readonly history: readonly { readonly at: number; readonly by: string; readonly what: string }[];
    readonly by: string;
  };
}

/** A cell as it is kept; Excel's own dates as `2021-11-15T00:00:00Z`, so that they are told from dates typed as text. */
export type TrackerCell = string | number | null;

/** A tracker that was read in: its columns as they were, so that an export gives the same back. */
export interface TrackerImport {
  readonly id: string;
  readonly sha256: string;
  readonly at: number;
  readonly body: {
    readonly file: string;
    readonly sheets: readonly {
      readonly name: string;
      /** Rows above the data, as they are; all rows of a sheet that is no table. */
      readonly head: readonly (readonly TrackerCell[])[];
      /** What each column was understood as; null = kept, not understood. Empty: the sheet is no table of documents. */
      readonly columns: readonly (string | null)[];
      readonly labels: readonly string[];
      /** Ranges that were one cell: top, left, bottom, right, from 1. */
      readonly merged: readonly (readonly [number, number, number, number])[];
    }[];
    readonly by: string;
    /** When it came again in a later state, and by whom. */
    readonly updates: readonly { readonly at: number; readonly by: string; readonly file: string }[];
  };
}

/** matched = every document in it is known · doubtful = a person has to choose · unread = no document could be read · settled by a person. */
export const TRACKER_ROW_STATES = ["matched", "doubtful", "unread", "settled"] as const;
export type TrackerRowState = (typeof TRACKER_ROW_STATES)[number];

/** document = something to be handled; the others are kept in their place. */
export const TRACKER_ROW_KINDS = ["document", "group", "total", "blank", "continuation"] as const;
export type TrackerRowKind = (typeof TRACKER_ROW_KINDS)[number];

/** A document that a row names, and what it was found to be. */
export interface TrackerCitation {
  readonly text: string;
  readonly work: WorkId | null;
  /** Why it is this one, or why none is certain. */
  readonly how: string;
  /** `fits`: bears the number, and nothing written contradicts it. */
  readonly candidates: readonly { readonly work: WorkId; readonly why: string; readonly fits: boolean }[];
  /** A person has chosen, or said that it is not in the collection. */
  readonly settled: { readonly by: string; readonly at: number } | null;
  /** The handling that was opened for it. */
  readonly handling: string | null;
}

export interface TrackerRow {
  readonly importId: string;
  /** Stays with the row when the tracker comes again; its place is in the body. */
  readonly row: number;
  readonly state: TrackerRowState;
  readonly version: number;
  readonly body: {
    readonly kind: TrackerRowKind;
    readonly sheet: number;
    /** As Excel counts, in the latest file; rows that are no longer there keep their last place. */
    readonly sheetRow: number;
    /** No longer in the latest file. */
    readonly gone: boolean;
    readonly cells: readonly TrackerCell[];
    /** What the cells mean where "như trên" stands. */
    readonly meant: readonly TrackerCell[];
    readonly group: string | null;
    readonly cited: readonly TrackerCitation[];
    readonly problems: readonly string[];
  };
}
