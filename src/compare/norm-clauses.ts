import type { NormWords } from "../domain/norm.ts";
import type { Span } from "../domain/span.ts";
import { wordsAt } from "./norm-words.ts";

const CONDITION =
  /(?<![\p{L}])(?:khi|nếu(?! có\))|trong trường hợp|trường hợp|với điều kiện|sau khi|trước khi|chỉ khi)\s(?:(?!\s(?:phải|thì|không được|có trách nhiệm)\s)[^,;.:\n]|[.,](?=\d)){5,240}/gu;
/** "trước khi" and "sau khi" tell when, "từ khi", "mỗi khi" too; "trừ trường hợp" is an exception. */
const NO_CONDITION =
  /(?:[Tt]rừ(?: các)?|từ|đến|cho đến|các|những|mọi|một số|từng|kể từ|tính từ|trong các|theo|loại|mỗi|(?<!\p{L})hoặc|gắn|phù hợp|cùng)\s$/u;
const EXCEPTION =
  /(?<![\p{L}])(?:[Tt]rừ(?: các)?(?: trường hợp)?|[Nn]goại trừ|[Kk]hông áp dụng (?:đối với|cho)|không bao gồm)\s(?:[^;.:\n]|[.](?=\d)){4,260}/gu;

export interface Clauses {
  readonly conditions: readonly NormWords[];
  readonly exceptions: readonly NormWords[];
}

/** Conditions and exceptions after the main clause began. */
export function clausesIn(text: string, { start, end }: Span): Clauses {
  const part = text.slice(start, end);
  const found = (shape: RegExp): NormWords[] =>
    [...part.matchAll(shape)].flatMap((m) => {
      if (shape === CONDITION && NO_CONDITION.test(part.slice(Math.max(0, m.index - 12), m.index))) return [];
      const words = wordsAt(text, start + m.index, start + m.index + m[0].length);
      return words ? [words] : [];
    });
  const exceptions = found(EXCEPTION);
  const inside = (w: NormWords): boolean =>
    exceptions.some((e) => e.span.start <= w.span.start && w.span.end <= e.span.end);
  return { conditions: found(CONDITION).filter((c) => !inside(c)), exceptions };
}

const LONGEST_ACTION = 480;
/** Terms stand in a column of their own; so does what follows "trừ", "khi", "nếu". */
const ACTION_ENDS =
  /[;:(\n]|,?\s(?:trong thời hạn|trong vòng|chậm nhất|muộn nhất|kể từ|nếu|trừ|ngoại trừ|với điều kiện|trước ngày)\s|,?(?<!đến|từ|mỗi|trước|sau|các|những|mọi|số|trừ)\s(?:khi|trong trường hợp|trường hợp)\s(?!nào)|\.(?=\s|$)|,\s(?=đồng thời|trường hợp)/u;

/** What is done, from where the modal words end. */
export function actionAt(text: string, from: number, end: number): NormWords | null {
  const rest = text.slice(from, Math.min(end, from + LONGEST_ACTION));
  const lead = rest.length - rest.trimStart().length;
  const cut = ACTION_ENDS.exec(rest.slice(lead));
  const whole = from + rest.length >= end ? rest.length : Math.max(rest.lastIndexOf(" "), lead);
  return wordsAt(text, from + lead, from + (cut ? lead + cut.index : whole));
}
