import { parseSymbol } from "../domain/symbol.ts";
import { normSlots, type Slot, type SlotKind } from "./norm-slots.ts";
import { contentWords, overlapOf, sameMatter } from "./same-matter.ts";

/** One provision with its place ("khoản 2 Điều 5 Quy định … tỉnh An Khê"). */
export interface ComparedText {
  readonly symbol?: string | null;
  readonly position?: string | null;
  readonly text: string;
}

export interface Comparison {
  readonly verdict: "conflict" | "overlap" | "none";
  /** Orders pairs: higher = more surely a conflict, 0…1. */
  readonly score: number;
  readonly kinds: readonly string[];
  readonly evidence: readonly { readonly side: "subject" | "basis"; readonly quote: string }[];
  /** Vietnamese. */
  readonly why: string;
}

/** From here on two texts are taken to speak of one matter; a difference of values below it is two rules, not a conflict. */
const SAME_MATTER = 0.5;
/** From here on, without a difference, one text restates the other. */
const RESTATES = 0.75;
/** Two slots are about one thing when this share of the words around them is shared. */
const SAME_PLACE = 0.4;

interface Difference {
  readonly kind: SlotKind;
  readonly subject: Slot | null;
  readonly basis: Slot | null;
  readonly closeness: number;
}

/**
 * Compares two provisions: only where they speak of one matter and deciding values in one place of it differ is it a
 * conflict. What it cannot see (definitions, scope, competence in free words) it does not claim.
 */
export function comparePair(subject: ComparedText, basis: ComparedText): Comparison {
  const matter = sameMatter(subject.text, basis.text);
  const apart = apartBecause(subject, basis);
  const differences =
    matter < SAME_MATTER || apart ? [] : findDifferences(normSlots(subject.text), normSlots(basis.text));
  const decisive = differences.filter((d) => !keepsWithin(d));
  const closest = Math.max(0, ...decisive.map((d) => d.closeness * WEIGHT[d.kind]));
  if (decisive.length > 0) {
    return {
      verdict: "conflict",
      score: round(0.5 + 0.5 * matter * closest),
      kinds: [...new Set(decisive.flatMap((d) => kindsOf(d)))],
      evidence: decisive.flatMap((d) => [
        ...(d.subject ? [{ side: "subject" as const, quote: d.subject.quote }] : []),
        ...(d.basis ? [{ side: "basis" as const, quote: d.basis.quote }] : []),
      ]),
      why: `Cùng nội dung (${Math.round(matter * 100)}% từ khóa trùng) nhưng khác nhau: ${decisive.map(sayDifference).join("; ")}.`,
    };
  }
  const restates = matter >= RESTATES && !apart;
  return {
    verdict: restates ? "overlap" : "none",
    score: round(0.4 * matter * (apart ? 0.3 : 1)),
    kinds: restates ? ["restatement"] : [],
    evidence: [],
    why:
      apart ??
      (restates
        ? "Quy định lại gần như nguyên văn, không thấy khác biệt về giá trị."
        : "Không thấy cùng nội dung với giá trị khác nhau."),
  };
}

const round = (n: number): number => Math.round(n * 1000) / 1000;

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

/** Two provinces each rule their own territory; the amending and the amended text are one rule at two times. */
function apartBecause(subject: ComparedText, basis: ComparedText): string | null {
  const [a, b] = [placeOf(subject), placeOf(basis)];
  if (a && b && a !== b) return `Hai địa bàn khác nhau (${a}, ${b}): mỗi quy định áp dụng trên địa bàn của mình.`;
  if (twoObjects(subject, basis))
    return "Cùng cơ quan ban hành, tên văn bản cho thấy hai đối tượng điều chỉnh khác nhau.";
  const names = (x: ComparedText, y: ComparedText): boolean =>
    Boolean(y.symbol && x.position?.includes(y.symbol) && /sửa đổi|bổ sung|thay thế/iu.test(x.position));
  if (names(subject, basis) || names(basis, subject))
    return "Một văn bản sửa đổi, thay thế văn bản kia: hai thời điểm của một quy định.";
  return null;
}

/** One issuer, one pattern of text, two objects: "… đối với môn bơi", "… đối với môn đua thuyền". */
function twoObjects(subject: ComparedText, basis: ComparedText): boolean {
  const code = ({ symbol }: ComparedText): string | null => (symbol ? (parseSymbol(symbol)?.code ?? null) : null);
  if (code(subject) === null || code(subject) !== code(basis) || subject.symbol === basis.symbol) return false;
  const title = ({ position, symbol }: ComparedText): ReadonlySet<string> =>
    new Set(contentWords((position ?? "").split(symbol ?? "")[1] ?? ""));
  const [a, b] = [title(subject), title(basis)];
  return [...a].some((w) => !b.has(w)) && [...b].some((w) => !a.has(w));
}

const placeOf = ({ position }: ComparedText): string | null =>
  /(?:nhân dân|UBND|HĐND)\s((?:tỉnh|thành phố)(?:\s\p{Lu}\p{L}*){1,4})/u.exec(position ?? "")?.[1] ?? null;

/** Equal values are paired off first; what is left on both sides in one place differs. An exception may be left alone. */
function findDifferences(subject: readonly Slot[], basis: readonly Slot[]): Difference[] {
  const left = { subject: [...subject], basis: [...basis] };
  for (const s of subject) {
    const partner = best(
      s,
      left.basis.filter((b) => b.kind === s.kind && sameValue(s, b)),
    );
    if (!partner) continue;
    left.basis.splice(left.basis.indexOf(partner.slot), 1);
    left.subject.splice(left.subject.indexOf(s), 1);
  }
  const found: Difference[] = [];
  for (const s of left.subject) {
    if (LONELY.has(s.kind)) continue;
    const partner = best(
      s,
      left.basis.filter((b) => b.kind === s.kind && comparable(s, b)),
    );
    if (!partner || partner.closeness < SAME_PLACE) continue;
    left.basis.splice(left.basis.indexOf(partner.slot), 1);
    found.push({ kind: s.kind, subject: s, basis: partner.slot, closeness: partner.closeness });
  }
  // an exception of one side only, a sanction that only the subject has
  for (const kind of LONELY) {
    const [only, more] = [...subject, ...basis].filter((x) => x.kind === kind);
    if (!only || more || (kind === "sanction" && !subject.includes(only))) continue;
    found.push({
      kind,
      subject: subject.includes(only) ? only : null,
      basis: basis.includes(only) ? only : null,
      closeness: 0.8,
    });
  }
  return found;
}

/** Kinds that need no partner to differ. */
const LONELY: ReadonlySet<SlotKind> = new Set(["condition", "sanction"]);

function best(slot: Slot, others: readonly Slot[]): { readonly slot: Slot; readonly closeness: number } | null {
  let found: { slot: Slot; closeness: number } | null = null;
  for (const other of others) {
    const closeness = overlapOf(slot.context, other.context);
    if (!found || closeness > found.closeness) found = { slot: other, closeness };
  }
  return found;
}

function sameValue(a: Slot, b: Slot): boolean {
  if (a.kind === "condition") return overlapOf(a.context, b.context) >= 0.6;
  return a.value === b.value && (a.kind !== "modality" || overlapOf(a.context, b.context) > 0);
}

/** Values of one unit; days and working days; any two modal words or bodies. */
function comparable(a: Slot, b: Slot): boolean {
  if (a.number === null || b.number === null) return a.kind !== "modality" || opposed(a.value, b.value);
  const unit = ({ value }: Slot): string => value.slice(value.indexOf(" ") + 1).replace(/ làm việc$/u, "");
  return unit(a) === unit(b);
}

const OPPOSED: readonly (readonly [string, string])[] = [
  ["forbidden", "may"],
  ["forbidden", "must"],
  ["must", "may"],
  ["must", "not-required"],
  ["only", "may"],
  ["forbidden", "not-required"],
];
const opposed = (a: string, b: string): boolean =>
  OPPOSED.some(([x, y]) => (a === x && b === y) || (a === y && b === x));

/** A lower sum under a ceiling, a higher one over a floor: the lower text stays within what the other allows. Not so for terms. */
function keepsWithin({ kind, subject, basis }: Difference): boolean {
  if (!subject || !basis || subject.number === null || basis.number === null || kind === "deadline") return false;
  return (
    (basis.bound === "ceiling" && subject.bound === "ceiling" && subject.number < basis.number) ||
    (basis.bound === "floor" && subject.bound === null && subject.number >= basis.number && kind === "quantity")
  );
}

/** Months and years are terms as often as counts. */
const kindsOf = ({ kind, subject }: Difference): readonly string[] =>
  kind === "quantity" && /(?:tháng|năm)$/u.test(subject?.value ?? "") ? ["quantity", "deadline"] : [kind];

function sayDifference({ subject, basis }: Difference): string {
  if (!subject) return `chỉ một bên có “${basis?.quote ?? ""}”`;
  return basis ? `“${subject.quote}” và “${basis.quote}”` : `chỉ một bên có “${subject.quote}”`;
}
