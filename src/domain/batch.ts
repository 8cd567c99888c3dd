import type { LegalDate } from "./legal-date.ts";
import type { WorkId } from "./work.ts";

/** thường xuyên · chuyên đề, lĩnh vực, địa bàn (Điều 46) · văn bản của tỉnh, huyện cũ (before 01/3/2027) · hệ thống hóa kỳ. */
export const BATCH_KINDS = ["continuous", "theme", "campaign", "systematization"] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

export const BATCH_STATES = ["open", "closed"] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** Nothing more is to be done about the document in this batch. */
export const isSettled = (state: ItemState): boolean => state === "done" || state === "left-out";

/** A plan of review (đợt rà soát): which documents, who, until when. */
export interface Batch {
  readonly id: string;
  readonly kind: BatchKind;
  readonly state: BatchState;
  readonly due: LegalDate | null;
  readonly version: number;
  readonly at: number;
  readonly body: {
    readonly name: string;
    readonly purpose: string;
    /** The document whose issue is the ground of a continuous review; null = another ground. */
    readonly ground: WorkId | null;
    /** Plan or letter that orders it, as written. */
    readonly order: string;
    /**
     * Where the list of documents came from, as an address of the app that gives it anew: `/documents?q=bến`,
     * `/impact?work=…`, `/due#campaign`, `/due#systematisation`; null = given as a list.
     */
    readonly query: string | null;
    /** Lines of a pasted list that no document here was found for: part of the plan, to be looked for. */
    readonly unfound: readonly string[];
    readonly from: LegalDate | null;
    /** Systematization: the day up to which documents count. */
    readonly cutOff: LegalDate | null;
    /** Unit that leads. */
    readonly lead: string | null;
    readonly by: string;
    readonly closedBy: string | null;
    readonly closedAt: number | null;
  };
}

/** todo = nobody began · reviewing = a sheet is open · proposed · done = concluded · left-out = not for review, with a reason. */
export const ITEM_STATES = ["todo", "reviewing", "proposed", "done", "left-out"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export interface BatchItem {
  readonly batch: string;
  readonly work: WorkId;
  readonly unit: string | null;
  readonly state: ItemState;
  readonly due: LegalDate | null;
  readonly doneAt: number | null;
  readonly version: number;
  readonly body: {
    /** Why it is in the batch, in words: the clause of the impact list, the filter. */
    readonly why: string;
    /** Account and signature of the person who reviews, the account null for a mere name; null = the unit decides. */
    readonly person: { readonly id: string | null; readonly signature: string } | null;
    /** Why it was left out. */
    readonly note: string;
  };
}
