import { numberSlots } from "./number-slots.ts";
import { bodySlots, exceptionSlots, formSlots, modalSlots, sanctionSlots } from "./word-slots.ts";

export type SlotKind =
  | "deadline"
  | "amount"
  | "rate"
  | "quantity"
  | "modality"
  | "competence"
  | "condition"
  | "procedure"
  | "sanction";

/** A deciding value of a provision with the words around it. */
export interface Slot {
  readonly kind: SlotKind;
  /** Comparable form: `10 ngày làm việc`, `1200000 đồng`, `forbidden`, `ubnd tỉnh`. */
  readonly value: string;
  /** The number of the value; null for words. */
  readonly number: number | null;
  /** Upper end of a range ("từ 13 đến 15 thành viên"); null otherwise. */
  readonly upTo: number | null;
  /** Verbatim. */
  readonly quote: string;
  /** Where the quote stands in the text it was read from. */
  readonly start: number;
  /** A ceiling ("không quá", "tối đa") or a floor ("ít nhất", "tối thiểu", "từ … trở lên"). */
  readonly bound: "ceiling" | "floor" | null;
  /** Terms: the event the term runs from, as written ("nhận đủ hồ sơ"); null where none is named. */
  readonly event: string | null;
  /** Content words near by, by which slots of two texts are paired. */
  readonly context: ReadonlySet<string>;
  /** Content words of the whole sentence: a clause that moved inside it is still found. */
  readonly sentence: ReadonlySet<string>;
  /** Which case of several the sentence is about: `hạng 1`, `nhóm 2`, `mầm non`. Values of two cases do not contradict. */
  readonly cases: ReadonlySet<string>;
}

/** A provision has a handful; pairing grows with the square. */
const MOST_SLOTS_OF_A_SORT = 150;

/** Deadlines, sums, rates, counts, modal words, deciding bodies, sanctions and exceptions of one provision. */
export function normSlots(text: string): readonly Slot[] {
  return [numberSlots, modalSlots, bodySlots, formSlots, sanctionSlots, exceptionSlots].flatMap((read) =>
    read(text).slice(0, MOST_SLOTS_OF_A_SORT),
  );
}

/** A text with its deciding values. */
export interface ReadText {
  readonly text: string;
  readonly slots: readonly Slot[];
}

export const readText = (text: string): ReadText => ({ text, slots: normSlots(text) });
