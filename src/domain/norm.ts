import type { EId } from "./e-id.ts";
import type { Span } from "./span.ts";

/** Words of a provision with their place in the text the norm was read from. */
export interface NormWords {
  readonly text: string;
  readonly span: Span;
}

/**
 * What a norm does: commands, forbids, allows, gives a right, frees from a duty, restricts to one way, says what a word
 * means, or only states something (a sum, a competence, a scope).
 */
export type NormModality = "must" | "must-not" | "may" | "entitled" | "need-not" | "only" | "defines" | "states";

export type NormValueKind =
  | "deadline"
  | "amount"
  | "rate"
  | "quantity"
  | "area"
  | "age"
  | "period"
  | "competence"
  | "procedure"
  | "sanction";

/** A deciding value. */
export interface NormValue extends NormWords {
  readonly kind: NormValueKind;
  /** Comparable form: `10 ngày làm việc`, `1200000 đồng`, `13–15 thành viên`, `ubnd xã`. */
  readonly value: string;
  /** The number, or the lower end of a range; null for words. */
  readonly number: number | null;
  /** The upper end of a range; null where there is none. */
  readonly upTo: number | null;
  /** `ngày làm việc`, `đồng`, `m2` …; null for words. */
  readonly unit: string | null;
  /** ceiling = "không quá", "tối đa", "dưới"; floor = "ít nhất", "tối thiểu", "trở lên". */
  readonly bound: "ceiling" | "floor" | null;
  /** Terms: the event they run from, as written (`nhận đủ hồ sơ`); null where none is named. */
  readonly event: string | null;
}

/**
 * What a norm is for. `task` = an act told of a body without a modal word ("Sở … tổng hợp, báo cáo"); `value` = a figure that is
 * simply stated; `condition` = a demand listed without a sentence of its own; `reference` = another text is to be applied;
 * `formal` = effect, repeal, execution of the document itself; `other` = not understood.
 */
export type NormKind =
  | "obligation"
  | "prohibition"
  | "permission"
  | "task"
  | "delegation"
  | "procedure"
  | "sanction"
  | "definition"
  | "condition"
  | "value"
  | "scope"
  | "reference"
  | "formal"
  | "other";

/** `TERM là GENUS, ELEMENT, ELEMENT`. */
export interface NormDefinition {
  readonly term: NormWords;
  readonly meaning: NormWords;
  /** What sort of thing it is: the first words of the meaning; null where they do not part from the rest. */
  readonly genus: NormWords | null;
  /** By what it is told from others of its sort. */
  readonly elements: readonly NormWords[];
}

/** What the members of a norm's list are. */
export type NormListKind = "papers" | "conditions" | "cases" | "groups" | "members";

/** A norm read in its document, with the heading and the lead of its list in view. */
export interface ProvisionNorm extends NormWords {
  /** The smallest unit it stands in; null where a text was read without its document. */
  readonly eId: EId | null;
  readonly kind: NormKind;
  readonly modality: NormModality;
  /** The modal words themselves; null where neither the sentence nor its lead has any. */
  readonly modal: NormWords | null;
  /** Who must, may or is spoken of: a person or a body. */
  readonly bearer: NormWords | null;
  /** Where the bearer was read: in the sentence, in the lead of its list ("Sở … có trách nhiệm:"), in the article's heading. */
  readonly bearerFrom: "sentence" | "lead" | "heading" | null;
  /** The bearer as a body of the state, comparable (`ubnd xã`); null where it is none. */
  readonly body: string | null;
  /** What the sentence speaks of, where that is a thing or an act and nobody: `Biển số nhà`, `Việc thẩm định`. */
  readonly subject: NormWords | null;
  /** To whom it is done: `trình ỦY BAN …`, `hỗ trợ cho HỘ NGHÈO`. */
  readonly counterpart: NormWords | null;
  /** The verbs of the act: `chủ trì, phối hợp`; null where they are not known as such. */
  readonly verb: NormWords | null;
  /** Verb and object, as written after the modal words, without terms, conditions and exceptions. */
  readonly action: NormWords | null;
  /** "khi …", "nếu …", "trường hợp …", "với điều kiện …". */
  readonly conditions: readonly NormWords[];
  /** "trừ …", "không áp dụng đối với …". */
  readonly exceptions: readonly NormWords[];
  readonly values: readonly NormValue[];
  readonly definition: NormDefinition | null;
  /** Members of a list: papers of a dossier, conditions, cases, groups of people. */
  readonly listed: readonly NormWords[];
  readonly listedAs: NormListKind | null;
  /** Stretches of the sentence that none of the above has: what was not understood. */
  readonly unread: readonly NormWords[];
}
