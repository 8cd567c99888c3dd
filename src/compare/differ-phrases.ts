import type { Span } from "../domain/span.ts";
import { definitions, sameTerm } from "./definitions.ts";
import { type LegalWord, legalWords } from "./legal-words.ts";
import { leadLength } from "./lead-in.ts";
import type { ReadText, Slot } from "./norm-slots.ts";
import { sentenceAt, sentences } from "./sentences.ts";
import { NUMBER_WORDS } from "./spelled-number.ts";
import { type Residue, wordResidue } from "./word-residue.ts";

/** Words with their place in their text. */
export interface Quoted {
  readonly text: string;
  readonly start: number;
}

/** An element of a rule that one text has and the other has not. */
export interface PhraseDifference {
  readonly kind: "definition" | "scope" | "condition";
  /** The words on the side that has them; null on the side where they are missing. */
  readonly subject: Quoted | null;
  readonly basis: Quoted | null;
  /** 0…1 */
  readonly weight: number;
}

/** Both texts are taken to say one rule from this share of the higher text's words on. */
const SAME_RULE = 0.7;
/** A sentence of the lower text with less of its words in the higher one is a rule of its own. */
const OWN_SENTENCE = 0.5;

/**
 * Elements added to or dropped from a rule that both texts lay down: parts of a definition, whom a benefit goes to, on what
 * condition. Values are masked (they are slots), rewording and reordering are seen through, sentences of the lower text that
 * speak of something else are left out. Empty where the two are not the same rule.
 */
export function differentPhrases(subject: ReadText, basis: ReadText): PhraseDifference[] {
  const [mine, higher] = [masked(subject.text, subject.slots), masked(basis.text, basis.slots)];
  const higherWords = legalWords(higher);
  const known = new Set(higherWords.map((w) => w.word));
  const { onlyA, onlyB } = wordResidue(withoutOwnSentences(mine, legalWords(mine), known), higherWords);
  const missing = onlyB.reduce((n, r) => n + r.words.length, 0);
  if (higherWords.length === 0 || 1 - missing / higherWords.length < SAME_RULE) return [];
  return [
    ...onlyA.flatMap((r) => {
      const kind = kindOfAddition(subject.text, r);
      return kind ? [added(kind, r)] : [];
    }),
    ...onlyB.flatMap((r) => {
      const kind = kindOfOmission(basis.text, r);
      return kind ? [dropped(kind, r)] : [];
    }),
  ].map((d) => verbatim(d, subject.text, basis.text));
}

/** Elements that one definition of a term has and the other has not; terms are matched by name, so the rest may differ. */
export function differentMeanings(subject: ReadText, basis: ReadText): PhraseDifference[] {
  const [mine, higher] = [masked(subject.text, subject.slots), masked(basis.text, basis.slots)];
  return differentDefinitions(mine, higher).map((d) => verbatim(d, subject.text, basis.text));
}

interface PlacedDifference {
  readonly kind: PhraseDifference["kind"];
  readonly side: "subject" | "basis";
  readonly residue: Residue;
}

const added = (kind: PhraseDifference["kind"], residue: Residue): PlacedDifference => ({
  kind,
  side: "subject",
  residue,
});
const dropped = (kind: PhraseDifference["kind"], residue: Residue): PlacedDifference => ({
  kind,
  side: "basis",
  residue,
});

function verbatim({ kind, side, residue }: PlacedDifference, subject: string, basis: string): PhraseDifference {
  const quote = {
    text: (side === "subject" ? subject : basis).slice(residue.start, residue.end),
    start: residue.start,
  };
  return {
    kind,
    subject: side === "subject" ? quote : null,
    basis: side === "basis" ? quote : null,
    weight: Math.min(1, 0.7 + 0.1 * residue.words.length),
  };
}

/** Two meanings of one term have this share of the shorter one's words in common, or else the words are homonyms. */
const SAME_MEANING = 0.35;

function differentDefinitions(subject: string, basis: string): PlacedDifference[] {
  const above = definitions(basis);
  return definitions(subject).flatMap((mine) => {
    const theirs = above.find((d) => sameTerm(slice(subject, mine.term), slice(basis, d.term)));
    if (!theirs) return [];
    const [a, b] = [wordsIn(subject, mine.meaning), wordsIn(basis, theirs.meaning)];
    const { onlyA, onlyB } = wordResidue(a, b);
    const shared = a.length - onlyA.reduce((n, r) => n + r.words.length, 0);
    if (shared / Math.max(1, Math.min(a.length, b.length)) < SAME_MEANING) return [];
    return [...onlyA.map((r) => added("definition", r)), ...onlyB.map((r) => dropped("definition", r))];
  });
}

const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

const wordsIn = (text: string, { start, end }: Span): LegalWord[] =>
  legalWords(text.slice(start, end)).map((w) => ({ word: w.word, start: w.start + start, end: w.end + start }));

const NUMBER_NAMES = new Set([...NUMBER_WORDS, "phần", "trăm", "đồng", "mươi"]);
/** The same text with values, and with the lead of its first sentence, blanked out: offsets stay. */
function masked(text: string, slots: readonly Slot[]): string {
  let out = text;
  const blank = (start: number, end: number): void => {
    out = out.slice(0, start) + " ".repeat(end - start) + out.slice(end);
  };
  for (const s of slots) if (s.number !== null) blank(s.start, s.start + s.quote.length);
  for (const m of text.matchAll(/\([^()]{1,90}\)/gu)) {
    const inside = m[0].toLowerCase().match(/\p{L}+/gu) ?? [];
    if (inside.every((w) => NUMBER_NAMES.has(w))) blank(m.index, m.index + m[0].length);
  }
  for (const m of text.matchAll(/\((?:sau đây|gọi tắt|viết tắt)[^()]{1,120}\)/giu))
    blank(m.index, m.index + m[0].length);
  blank(0, leadLength(text));
  return out;
}

function withoutOwnSentences(text: string, words: readonly LegalWord[], known: ReadonlySet<string>): LegalWord[] {
  return sentences(text).flatMap(({ start, end }) => {
    const inside = words.filter((w) => w.start >= start && w.end <= end);
    const shared = inside.filter((w) => known.has(w.word)).length;
    const elliptic = /^(?:ngoài ra,?\s|đồng thời,?\s|và\s)?(?:phải|có|được|bị)\s/iu.test(text.slice(start, end));
    return shared / Math.max(1, inside.length) >= OWN_SENTENCE || elliptic ? inside : [];
  });
}

const BENEFIT = /(?<![\p{L}])được (?:hưởng|hỗ trợ|miễn|giảm|ưu tiên|cấp|trợ cấp|vay|xét|tham gia)/u;
/** `Miễn đóng góp đối với …, …`: a list of those who benefit follows. */
const EXEMPTS =
  /(?<![\p{L}])(?:miễn|giảm|hỗ trợ|áp dụng|cấp|trợ cấp)(?![\p{L}])[^,;.:]{0,60}?\s(?:đối với|cho)\s[^;.:]{0,200}$/iu;
const ON_CONDITION =
  /^[\s,]*(?:và\s|nhưng\s|ngoài ra,?\s|đồng thời,?\s|và cùng lúc\s)*(?:phải\s|có\s|được\s|nếu\s|khi\s|sau khi\s|trường hợp\s|trong trường hợp\s|với điều kiện\s|từ đủ\s|đã\s|thuộc\s|chỉ\s)/iu;

/** `… áp dụng cho sinh viên hệ chính quy có …`: the group is cut down. */
const APPLIES_TO =
  /(?<![\p{L}])(?:áp dụng|hỗ trợ|miễn|giảm|trợ cấp)(?![\p{L}])[^,;.:]{0,60}?\s(?:đối với|cho)\s[^,;.:]{0,120}\s(?:có|thuộc|là|đang|đã)\s$/u;
/** Two words are a condition when they say so: `, có bằng trung cấp trở lên`. */
const DEMANDS = /^[\s,]*(?:và\s)?(?:phải\s(?:có|được)?|có)\s/u;

/** `… khi có đất ở hợp pháp và có xác nhận …`: one condition more, after others. */
const CONDITIONAL = /(?<![\p{L}])(?:[Kk]hi|[Nn]ếu|điều kiện|[Tt]rường hợp)\s/u;
const ONE_MORE = /(?<![\p{L}])(?:và|đồng thời|,|;)\s(?:phải\s|có\s|được\s|đã\s|thuộc\s|không\s){1,2}$/u;

/** Words put into the group that benefits narrow it; a clause with "phải", "có", "nếu", "sau khi" makes it conditional. */
function kindOfAddition(text: string, r: Residue): PhraseDifference["kind"] | null {
  if (r.words.length < 2) return null;
  const sentence = sentenceAt(sentences(text), r.start);
  const after = text.slice(r.end, sentence.end);
  const benefit = BENEFIT.exec(after);
  if (
    benefit &&
    !/[,;:]/u.test(after.slice(0, benefit.index)) &&
    benefit.index < 60 &&
    beforeSubjectEnds(text, sentence, r)
  )
    return "scope";
  if (r.words.length >= 3 && APPLIES_TO.test(text.slice(sentence.start, r.start))) return "scope";
  if (r.words.length < 3 && !DEMANDS.test(text.slice(clauseStart(text, sentence, r.start), r.end))) return null;
  if (ON_CONDITION.test(text.slice(clauseStart(text, sentence, r.start), r.end))) return "condition";
  const conditional = CONDITIONAL.test(text.slice(sentence.start, r.start));
  return conditional && ONE_MORE.test(text.slice(Math.max(sentence.start, r.start - 16), r.start)) ? "condition" : null;
}

/** Still in the first noun phrase: no other benefit or duty was named before. */
const beforeSubjectEnds = (text: string, sentence: Span, r: Residue): boolean =>
  !BENEFIT.test(text.slice(sentence.start, r.start)) &&
  !/(?<![\p{L}])(?:phải|thì)\s/u.test(text.slice(sentence.start, r.start));

const CONDITION_CUE =
  /(?<![\p{L}])(?:trừ|sau khi|nếu|với điều kiện|khi|chỉ|không áp dụng)(?: các)?(?: trường hợp)?\s/iu;

function kindOfOmission(text: string, r: Residue): PhraseDifference["kind"] | null {
  const sentence = sentenceAt(sentences(text), r.start);
  const from = clauseStart(text, sentence, r.start);
  if (r.words.length >= 2 && CONDITION_CUE.test(text.slice(Math.max(from, r.start - 40), Math.min(r.end, r.start + 8))))
    return "condition";
  if (EXEMPTS.test(text.slice(sentence.start, r.start)) && r.words.length >= 2) return "scope";
  const benefit = BENEFIT.exec(text.slice(sentence.start, sentence.end));
  return benefit && r.end <= sentence.start + benefit.index + 1 && r.words.length >= 2 ? "scope" : null;
}

function clauseStart(text: string, sentence: Span, at: number): number {
  const cut = Math.max(...[",", ";", ":", "("].map((c) => text.lastIndexOf(c, at - 1)));
  return Math.max(sentence.start, cut + 1);
}
