import { differentDuties } from "./differ-duties.ts";
import { differentGroups } from "./differ-groups.ts";
import { addedMembers } from "./differ-lists.ts";
import { type Author, exceededPowers } from "./differ-power.ts";
import { differentInSentences } from "./differ-sentences.ts";
import { differentMeanings, differentPhrases, type Quoted } from "./differ-phrases.ts";
import { differentValues, keepsWithin, type ValueDifference } from "./differ-values.ts";
import type { ReadText, Slot, SlotKind } from "./norm-slots.ts";

/** What two provisions say differently. `conflict-…` rules and the command `compare` name their kinds alike. */
export type ConflictKind = SlotKind | "definition" | "scope" | "hierarchy";

/** What differs, with the words of each side; null where a side is silent. */
export interface Difference {
  readonly kinds: readonly ConflictKind[];
  readonly subject: Quoted | null;
  readonly basis: Quoted | null;
  /** 0…1: how surely this is a contradiction, given that both are one rule. */
  readonly weight: number;
  /** Vietnamese, where the two quotations beside each other do not say it. */
  readonly said?: string;
}

export interface Circumstances {
  /** The two texts speak of one matter: values and elements may be compared. Definitions are matched by their terms alone. */
  readonly oneMatter: boolean;
  /** The lower text sends its reader to the higher one: what it leaves out still holds. */
  readonly applies: boolean;
  /** The lower text details the higher one: it may say more. */
  readonly details: boolean;
  /** The only value of its sort in each of two short rules of one matter is the same value, whatever stands beside it. */
  readonly soleValue?: boolean;
}

/** Everything in which a lower text departs from a higher one; a value inside the higher text's bounds does not. */
export function differences(subject: ReadText, basis: ReadText, how: Circumstances): Difference[] {
  const meanings = how.details ? [] : differentMeanings(subject, basis);
  const named = meanings.map((d) => ({ ...d, kinds: [d.kind] }));
  if (!how.oneMatter) return named;
  const values: Difference[] = differentValues(subject, basis, how.soleValue)
    .filter((d) => !keepsWithin(d) && !(how.details && d.basis === null) && !(how.applies && d.subject === null))
    .map((d) => ({
      kinds: kindsOf(d),
      subject: quoted(d.subject),
      basis: quoted(d.basis),
      weight: d.closeness * WEIGHT[d.kind] * (isStricter(d) ? STRICTER : 1),
    }));
  values.push(...chargedThoughFree(subject, basis));
  if (named.length > 0) return [...named, ...values];
  const phrases = differentPhrases(subject, basis)
    .filter((d) => (!how.applies || d.basis === null) && (!how.details || d.subject === null))
    .map((d) => ({ ...d, kinds: [d.kind] }));
  const groups =
    how.details || phrases.some((d) => d.kinds.includes("scope")) ? [] : differentGroups(subject.text, basis.text);
  return [...values, ...phrases, ...groups.map((d) => ({ ...d, kinds: ["scope" as const], weight: GROUP_WEIGHT }))];
}

const FREE =
  /(?<![\p{L}])(?:không phải (?:nộp|trả|đóng)|không thu|miễn (?:nộp |thu )?(?:phí|lệ phí|tiền|học phí))(?![\p{L}])/iu;

/** A sum in the one text for what the other says is free. */
function chargedThoughFree(subject: ReadText, basis: ReadText): Difference[] {
  const [sum] = subject.slots.filter((s) => s.kind === "amount");
  const free = FREE.exec(basis.text);
  if (!sum || !free || FREE.test(subject.text) || basis.slots.some((s) => s.kind === "amount")) return [];
  return [{ kinds: ["amount"], subject: quoted(sum), basis: { text: free[0], start: free.index }, weight: 0.7 }];
}

/** A list with one member more or less. */
const GROUP_WEIGHT = 0.8;

/**
 * Departures that need no closeness of the two texts as wholes, since their own words show that they are about one thing:
 * a figure in one sentence, an act given to another body, a member added to a closed list, a rule that a higher text says may not be laid down.
 */
export function departures(
  subject: ReadText,
  basis: ReadText,
  how: Author & Pick<Circumstances, "oneMatter">,
): Difference[] {
  // as wholes they have been compared already
  const figures = how.oneMatter ? [] : differentInSentences(subject.text, basis.text);
  return [
    ...exceededPowers(subject.text, basis.text, how).map((d) => ({
      ...d,
      said: `“${d.subject.text}” trong khi văn bản đối chiếu: “${d.basis.text}”`,
    })),
    ...differentDuties(subject.text, basis.text).map(({ subject: mine, basis: theirs, ...bodies }) => ({
      subject: mine,
      basis: theirs,
      kinds: ["competence" as const],
      weight: 0.65,
      said: `việc “${mine.text}” giao ${bodies.subjectBody}, văn bản đối chiếu giao ${bodies.basisBody}`,
    })),
    ...addedMembers(subject.text, basis.text).map((d) => ({
      ...d,
      said: `danh mục trong văn bản đối chiếu không có “${d.subject.text}”`,
    })),
    ...figures.map((d) => ({
      kinds: kindsOf(d),
      subject: quoted(d.subject),
      basis: quoted(d.basis),
      weight: 0.8 * d.closeness,
    })),
  ];
}

const quoted = (slot: Slot | null): Quoted | null => slot && { text: slot.quote, start: slot.start };

/** How much a difference of each kind weighs in the order. */
const WEIGHT: Readonly<Record<SlotKind, number>> = {
  amount: 1,
  rate: 1,
  deadline: 1,
  quantity: 0.95,
  modality: 0.85,
  competence: 0.9,
  condition: 0.75,
  procedure: 0.8,
  sanction: 0.85,
};

/** A higher minimum over a minimum obeys it and asks for more: less plainly a contradiction. */
const STRICTER = 0.85;
const isStricter = ({ subject, basis }: ValueDifference): boolean =>
  subject?.bound === "floor" && basis?.bound === "floor" && (subject.number ?? 0) > (basis.number ?? 0);

/** Months, years and hours are terms as often as counts; whether costs must be paid is a matter of money too. */
function kindsOf({ kind, subject, basis }: ValueDifference): readonly ConflictKind[] {
  if (/(?:tháng|năm|giờ)$/u.test(subject?.value ?? "")) return ["deadline", "quantity"];
  const paid = (slot: Slot | null): boolean => slot !== null && PAID.some((word) => slot.context.has(word));
  return kind === "modality" && paid(subject) && paid(basis) ? ["amount", "modality"] : [kind];
}

/** Folded. */
const PAID = ["tra", "tien", "phi", "nop"];
