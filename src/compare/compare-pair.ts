import { departures, type Difference, differences } from "./differences.ts";
import { readText } from "./norm-slots.ts";
import { wordsCovered } from "./legal-words.ts";
import { sameMatter } from "./same-matter.ts";
import { type TextRelation, textRelation } from "./text-relation.ts";

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
/** From here on the higher text is reworded in the lower one, however its clauses are turned round. */
const REWORDED = 0.75;
const RESTATED_WORDS = 0.9;
/** Who says the same word for word, with nothing different in sight, hardly contradicts. */
const RESTATED = 0.4;
/** From here on, without a difference, one text restates the other. */
const RESTATES = 0.75;

/**
 * Compares two provisions: only where they speak of one matter and deciding values or elements in one place of it differ is
 * it a conflict. The score puts sure contradictions first, then pairs in which a lower text rules for itself what a higher
 * one rules, then the rest; what keeps two texts apart (two territories, an amendment, two objects) sends a pair to the end.
 */
export function comparePair(given: ComparedText, other: ComparedText): Comparison {
  const [subject, basis] = [normalised(given), normalised(other)];
  const covered = wordsCovered(basis.text, subject.text);
  const matter = Math.max(sameMatter(subject.text, basis.text), covered >= REWORDED ? 0.8 * covered : 0);
  const relation = textRelation(subject, basis);
  const found = relation.apart ? [] : differencesBetween(subject, basis, relation, matter);
  if (found.length > 0) return conflict(found, matter, relation);
  const restates = (matter >= RESTATES || covered >= RESTATED_WORDS) && !relation.apart;
  return {
    verdict: restates ? "overlap" : "none",
    score: round(
      relation.apart
        ? 0.05 * matter
        : 0.5 *
            SUSPICION[relation.rank] *
            lessened(relation) *
            (restates ? RESTATED : 1) *
            (matter === 0 ? 0 : 0.4 + 0.6 * matter),
    ),
    kinds: restates ? ["restatement"] : [],
    evidence: [],
    why:
      relation.apart ??
      (restates
        ? "Quy định lại gần như nguyên văn, không thấy khác biệt về giá trị."
        : "Không thấy cùng nội dung với giá trị khác nhau."),
  };
}

function differencesBetween(
  subject: ComparedText,
  basis: ComparedText,
  relation: TextRelation,
  matter: number,
): Difference[] {
  const [mine, higher] = [readText(subject.text), readText(basis.text)];
  const details = relation.rank === "detailing";
  const oneMatter = matter >= SAME_MATTER;
  const found = differences(mine, higher, { oneMatter, applies: relation.applies, details });
  const lower = relation.rank === "local-below" || relation.rank === "below";
  if (!lower || relation.applies || relation.formal) return found;
  const known = new Set(found.map((d) => d.subject?.start));
  const more = departures(mine, higher, { symbol: subject.symbol ?? null, oneMatter });
  return [...found, ...more.filter((d) => !known.has(d.subject?.start))];
}

const normalised = (text: ComparedText): ComparedText => ({
  symbol: text.symbol?.normalize("NFC") ?? null,
  position: text.position?.normalize("NFC") ?? null,
  text: text.text.normalize("NFC"),
});

function conflict(found: readonly Difference[], matter: number, relation: TextRelation): Comparison {
  const closest = Math.max(...found.map((d) => d.weight));
  return {
    verdict: "conflict",
    score: round(0.5 + 0.5 * matter * closest * CERTAINTY[relation.rank] * lessened(relation)),
    kinds: [...new Set(found.flatMap((d) => d.kinds))],
    evidence: found.flatMap(({ subject, basis }) => [
      ...(subject === null ? [] : [{ side: "subject" as const, quote: subject.text }]),
      ...(basis === null ? [] : [{ side: "basis" as const, quote: basis.text }]),
    ]),
    why:
      matter >= SAME_MATTER
        ? `Cùng nội dung (${Math.round(matter * 100)}% từ khóa trùng) nhưng khác nhau: ${sayAll(found)}.`
        : `Hai quy định trái nhau ở chỗ: ${sayAll(found)}.`,
  };
}

/** How far a difference is to be trusted: a lower text that details a higher one may say more than it. */
const CERTAINTY: Readonly<Record<TextRelation["rank"], number>> = {
  "local-below": 1,
  unknown: 0.95,
  below: 0.85,
  level: 0.85,
  detailing: 0.6,
  above: 0.6,
};

/** How likely a pair without a difference we can name is one all the same. */
const SUSPICION: Readonly<Record<TextRelation["rank"], number>> = {
  "local-below": 0.9,
  unknown: 0.5,
  below: 0.45,
  detailing: 0.25,
  level: 0.15,
  above: 0.1,
};

const lessened = ({ applies, formal }: TextRelation): number => (applies ? 0.5 : 1) * (formal ? 0.2 : 1);

const round = (n: number): number => Math.round(n * 1000) / 1000;

/** More would not be read; all of them are in the evidence. */
const MOST_SAID = 4;

function sayAll(found: readonly Difference[]): string {
  const surest = [...found].sort((a, b) => b.weight - a.weight);
  const said = surest.slice(0, MOST_SAID).map(sayDifference).join("; ");
  return found.length > MOST_SAID ? `${said}; và ${found.length - MOST_SAID} khác biệt nữa` : said;
}

function sayDifference({ subject, basis, said }: Difference): string {
  if (said) return said;
  if (subject === null) return `chỉ văn bản đối chiếu có “${basis?.text ?? ""}”`;
  return basis === null ? `chỉ văn bản được rà soát có “${subject.text}”` : `“${subject.text}” và “${basis.text}”`;
}
