import type { LegalDate } from "./legal-date.ts";
import type { WorkId } from "./work.ts";

/** received · considering · passed-on to who is competent · answered (Điều 36 NĐ 79/2025). */
export const PETITION_STATES = ["received", "considering", "passed-on", "answered"] as const;
export type PetitionState = (typeof PETITION_STATES)[number];

export const PETITION_STATE_NAMES: Readonly<Record<PetitionState, string>> = {
  received: "Đã tiếp nhận",
  considering: "Đang xem xét",
  "passed-on": "Đã chuyển",
  answered: "Đã trả lời",
};

/** Kiến nghị rà soát, or a report of a document that looks unlawful (Điều 8, 36 NĐ 79/2025). */
export interface Petition {
  readonly id: string;
  readonly state: PetitionState;
  readonly receivedOn: LegalDate;
  readonly version: number;
  readonly at: number;
  readonly body: {
    /** review = kiến nghị rà soát · inspection = phản ánh về văn bản có dấu hiệu trái pháp luật. */
    readonly kind: "review" | "inspection";
    readonly from: string;
    readonly contact: string;
    readonly letter: string;
    readonly text: string;
    readonly works: readonly WorkId[];
    /** Documents as written that could not be found. */
    readonly unfound: readonly string[];
    /** The proposer was told that it was received or passed on. */
    readonly toldOn: LegalDate | null;
    readonly passedTo: string | null;
    readonly passedOn: LegalDate | null;
    readonly answer: string | null;
    readonly answeredOn: LegalDate | null;
    readonly by: string;
    readonly history: readonly { readonly at: number; readonly by: string; readonly what: string }[];
  };
}

/** self = tự kiểm tra (Điều 11–13) · competence = kiểm tra theo thẩm quyền (Điều 15–26 NĐ 79/2025). */
export const INSPECTION_KINDS = ["self", "competence"] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

/** What has happened in an inspection; each starts or stops a clock of the decree. */
export const INSPECTION_EVENTS = [
  "opened",
  "reported",
  "concluded",
  "received",
  "objected",
  "objection-answered",
  "appealed",
  "appeal-answered",
  "handled",
  "published",
  "closed-lawful",
  "sent-to-review",
] as const;
export type InspectionEvent = (typeof INSPECTION_EVENTS)[number];

export const INSPECTION_STATES = ["open", "concluded", "handled", "closed"] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];

/** Kiểm tra of one document that looks unlawful from the day it was issued (Điều 44): its own clocks, apart from rà soát. */
export interface Inspection {
  readonly id: string;
  readonly work: WorkId;
  readonly state: InspectionState;
  readonly version: number;
  readonly at: number;
  readonly body: {
    readonly kind: InspectionKind;
    /** Shortened procedure: 05 working days instead of 10 days (Điều 12(2)). */
    readonly shortened: boolean;
    /** Keys of findings it rests on. */
    readonly findings: readonly string[];
    readonly ground: string;
    readonly petition: string | null;
    readonly unlawful: string;
    readonly events: readonly {
      readonly event: InspectionEvent;
      readonly day: LegalDate;
      readonly number: string;
      readonly note: string;
      /** Of an answer: whether what was asked for was granted. */
      readonly outcome?: "accepted" | "refused" | null;
      readonly by: string;
      readonly at: number;
    }[];
    readonly by: string;
  };
}
