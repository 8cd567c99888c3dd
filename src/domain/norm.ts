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

/** One norm: a sentence, or a member of a list that a semicolon ends. */
export interface Norm extends NormWords {
  readonly modality: NormModality;
  /** The modal words themselves; null where the sentence has none. */
  readonly modal: NormWords | null;
  /** Who must, may or is spoken of; null where the sentence does not say (it may stand in the lead of its list). */
  readonly bearer: NormWords | null;
  /** The bearer as a body of the state, comparable (`ubnd xã`); null where it is none. */
  readonly body: string | null;
  /** Verb and object, as written after the modal words, without values and conditions. */
  readonly action: NormWords | null;
  /** "khi …", "nếu …", "trường hợp …", "với điều kiện …". */
  readonly conditions: readonly NormWords[];
  /** "trừ …", "không áp dụng đối với …". */
  readonly exceptions: readonly NormWords[];
  readonly values: readonly NormValue[];
  /** Definitions: the term and what it means. */
  readonly definition: { readonly term: NormWords; readonly meaning: NormWords } | null;
  /** Who or what it applies to, where the sentence lists groups. */
  readonly groups: readonly NormWords[];
  /** What a dossier holds or a procedure consists of, where the sentence lists it. */
  readonly items: readonly NormWords[];
}
