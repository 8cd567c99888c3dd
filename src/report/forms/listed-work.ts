import type { HandlingForm } from "../../domain/handling-form.ts";
import type { LegalDate } from "../../domain/legal-date.ts";
import type { StatusPeriod } from "../../domain/status.ts";
import type { Work, WorkId } from "../../domain/work.ts";

/** The field (lĩnh vực) a list files a document under: the subject of the Bộ Pháp điển; a `FieldGuess` fits. */
export interface ListedField {
  /** `1` … `45` */
  readonly topic: string;
  readonly topicName: string;
}

/** A work with a period that a list is about: the one that holds on its last day, or a suspension that has passed since. */
export interface ListedWork {
  readonly work: Work;
  readonly period: StatusPeriod;
  /** Empty: not clear enough, the document stands in the last group. */
  readonly fields: readonly ListedField[];
  /** First day on which a suspended work holds again; null = not known. */
  readonly resumes: LegalDate | null;
}

/** A document of which a review or the tracker says how it is to be handled. */
export interface Recommendation {
  /** Null: a new document is recommended, or the one meant is not in the index. */
  readonly work: Work | null;
  /** As written, where there is no work. */
  readonly asWritten: string | null;
  readonly fields: readonly ListedField[];
  /** Null: the form is none of the decree's; `formText` says it. */
  readonly form: HandlingForm | null;
  readonly formText: string;
  readonly content: string;
  readonly reason: string;
  readonly unit: string;
  readonly deadline: LegalDate | null;
}

/** What published lists hold already. */
export interface Published {
  /** Ended or suspended as a whole. */
  readonly whole: ReadonlySet<WorkId>;
  /** In part: up to which day its changes are published. */
  readonly part: ReadonlyMap<WorkId, LegalDate>;
  /** Everything up to this day is taken as published; null = only what lists show. */
  readonly until: LegalDate | null;
}

/** Everything one form is filled from. */
export interface FormMaterial {
  readonly works: readonly ListedWork[];
  readonly recommendations: readonly Recommendation[];
  /** Works named by proofs. */
  readonly sources: ReadonlyMap<WorkId, Work>;
  readonly published: Published;
}

export interface ReportPeriod {
  readonly from: LegalDate;
  readonly to: LegalDate;
}
