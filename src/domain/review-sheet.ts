import type { EId } from "./e-id.ts";
import type { HandlingForm } from "./handling-form.ts";
import type { LegalDate } from "./legal-date.ts";
import type { WorkId } from "./work.ts";

/** What a document is reviewed for (Điều 41 NĐ 79/2025; rows of the phiếu rà soát). */
export const SHEET_ASPECTS = ["effect", "basis", "competence", "content", "subjects", "fitness", "uncovered"] as const;
export type SheetAspect = (typeof SHEET_ASPECTS)[number];

/**
 * open = being filled · proposed = a reviewer has signed it, another has to conclude · returned = sent back with a reason ·
 * concluded = an approver agreed · void = given up, with a reason.
 */
export const SHEET_STATES = ["open", "proposed", "returned", "concluded", "void"] as const;
export type SheetState = (typeof SHEET_STATES)[number];

/** Somebody still has to do something; a document has one such sheet at a time. */
export const STANDING_STATES = ["open", "proposed", "returned"] as const satisfies readonly SheetState[];
export const isStanding = (state: SheetState): boolean => (STANDING_STATES as readonly SheetState[]).includes(state);

/** Rows of the phiếu that a legal ground asks for, and those of the socio-economic situation. */
export const LEGAL_ASPECTS = ["effect", "basis", "competence", "content"] as const satisfies readonly SheetAspect[];
export const SOCIAL_ASPECTS = ["subjects", "fitness", "uncovered"] as const satisfies readonly SheetAspect[];

/** What the machine proposes, and from what. */
export interface SheetProposal {
  /** Null: the evidence does not carry any form; `why` says what is missing. */
  readonly form: HandlingForm | null;
  /** Sentences that give the reason, each with what it rests on. */
  readonly why: readonly string[];
  /** Articles touched by confirmed findings and by changes above, and how many there are. */
  readonly touched: readonly EId[];
  readonly articles: number;
  /** Keys of the findings it rests on. */
  readonly findings: readonly string[];
}

/** What people wrote on a sheet. */
export interface SheetBody {
  /** Điều 37(1) or 37(2). */
  readonly ground: "legal" | "socio-economic";
  /** Documents that are the ground, where they are known. */
  readonly groundWorks: readonly WorkId[];
  /** The ground in words. */
  readonly groundText: string;
  /** By aspect: assessment and what is proposed. */
  readonly rows: Readonly<Partial<Record<SheetAspect, { readonly assessment: string; readonly proposal: string }>>>;
  readonly form: HandlingForm | null;
  /** Why the form is another than the machine's; null where it is the same. */
  readonly formReason: string | null;
  /** Nội dung kiến nghị xử lý. */
  readonly content: string;
  readonly draftingUnit: string | null;
  readonly deadline: LegalDate | null;
  /** As it stood when the sheet was proposed. */
  readonly machine: SheetProposal | null;
  /** Who fills it in, as a signature; and the account. */
  readonly reviewer: string;
  readonly reviewerId: string;
  readonly proposedBy: { readonly id: string; readonly signature: string; readonly at: number } | null;
  readonly concludedBy: { readonly id: string; readonly signature: string; readonly at: number } | null;
  /** Why it was returned, reopened or given up. */
  readonly stateReason: string | null;
  /** The conclusion was agreed by whoever proposed it: only where one person is alone. */
  readonly agreedAlone: boolean;
}

/** Phiếu rà soát of one document. */
export interface ReviewSheet {
  readonly id: string;
  readonly work: WorkId;
  readonly batch: string | null;
  /** Unit that reviews. */
  readonly unit: string | null;
  readonly state: SheetState;
  /** Grows by one with every change: the second of two writers is told. */
  readonly version: number;
  readonly body: SheetBody;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly updatedAt: number;
}

/** nhất trí · không nhất trí và lý do · ý kiến khác (Điều 42 NĐ 79/2025). */
export const OPINION_ANSWERS = ["agree", "disagree", "other"] as const;
export type OpinionAnswer = (typeof OPINION_ANSWERS)[number];

/** An opinion asked of a related unit (Điều 42 NĐ 79/2025). */
export interface Consultation {
  readonly id: string;
  readonly sheet: string;
  /** Id of the unit, or its name where it does not work with Rasoat. */
  readonly unit: string;
  readonly due: LegalDate | null;
  readonly askedAt: number;
  /** When it was answered or withdrawn; null = still waited for. */
  readonly answeredAt: number | null;
  readonly version: number;
  readonly body: {
    readonly unitName: string;
    readonly question: string;
    readonly askedBy: string;
    readonly answer: OpinionAnswer | null;
    readonly text: string;
    readonly answeredBy: string | null;
    /** Number and day of the answering letter, as written. */
    readonly letter: string | null;
    /** Why it is asked no more; null = it stands. */
    readonly withdrawn: string | null;
  };
}
