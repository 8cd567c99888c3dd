import type { EId } from "../domain/e-id.ts";
import { BODY_PATTERN } from "./body-names.ts";
import { type Circumstances, type ConflictKind, type Difference, differences } from "./differences.ts";
import { type ReadText, readText } from "./norm-slots.ts";
import { legalWords } from "./legal-words.ts";

/** One rule of a document, as it is compared: an article without clauses, a clause, a point that is long enough to be a rule. */
export interface RuleUnit {
  readonly eId: EId;
  /** Verbatim, number left out. */
  readonly text: string;
  /** Where `text` begins in its document. */
  readonly start: number;
  /** Heading of the article; empty where it has none. */
  readonly heading: string;
  /** What else stands above it: lead of the clause, title of the document. */
  readonly above: string;
}

/** Two units of two documents that speak of one matter and differ. */
export interface UnitConflict {
  readonly subject: RuleUnit;
  readonly other: RuleUnit;
  readonly differences: readonly Difference[];
  readonly kinds: readonly ConflictKind[];
  /** 0…1: how much of the smaller unit's matter stands in the other. */
  readonly matter: number;
  /** 0…1: how surely this is a contradiction. */
  readonly score: number;
}

/** A unit made ready to be compared with many. Its values are read when it has first found a partner. */
export interface ReadUnit {
  readonly unit: RuleUnit;
  read(): ReadText;
  readonly words: ReadonlySet<string>;
  /** Words of the heading; they are among `words` too. */
  readonly heading: ReadonlySet<string>;
  /** Words of leads and title. */
  readonly above: ReadonlySet<string>;
}

export function readUnit(unit: RuleUnit): ReadUnit {
  const heading = wordSet(unit.heading);
  let known: ReadText | null = null;
  return {
    unit,
    read: () => (known ??= readText(unit.text)),
    words: new Set([...wordSet(unit.text.replace(BODIES, " ")), ...heading]),
    heading,
    above: wordSet(unit.above),
  };
}

/** Two rules that name two bodies have the rest in common. */
const BODIES = new RegExp(BODY_PATTERN, "gu");

const wordSet = (text: string): ReadonlySet<string> => new Set(legalWords(text).map((w) => w.word));

/** From here on two units speak of one matter. */
const ONE_MATTER = 0.5;
/** Of each unit's weight this share must stand in the other. */
const LEAST_OF_EACH = 0.22;
/** Shorter rules share too little to be sure of. */
const LEAST_SHARED = 3;
/** A second partner is looked at when it is nearly as close as the first. */
const NEARLY_AS_CLOSE = 0.85;
/** Partners looked at for one unit in one document. */
const MOST_PARTNERS = 3;
/** Differences less sure than this are not told. */
const LEAST_WEIGHT = 0.4;
/** Conflicts less sure than this are not told. */
const LEAST_SCORE = 0.4;
const LEAST_SCORE_OF_A_BAN = 0.34;
/** A permission is held against a ban that is this near, even where other units are nearer. */
const NEAR_A_BAN = 0.36;

/** What comparing two documents unit by unit brings out. */
export interface ComparedUnits {
  readonly conflicts: readonly UnitConflict[];
  /** Units of the subject that say what the other document says, with at least one deciding value. */
  readonly agreed: ReadonlySet<EId>;
}

/**
 * Each unit of a document against the units of one other that speak of the same matter, most alike first. Words that many
 * units of both documents use weigh little: in a regulation of markets "chợ" tells nothing. `how` says whether the subject
 * details the other (it may say more) and applies it (what it leaves out still holds).
 */
export function compareUnits(
  subject: readonly ReadUnit[],
  other: readonly ReadUnit[],
  how: Pick<Circumstances, "applies" | "details">,
): ComparedUnits {
  const weigh = weights([...subject, ...other]);
  const nearby = lookUp(other, weigh);
  const conflicts: UnitConflict[] = [];
  const agreed = new Set<EId>();
  for (const mine of subject) {
    const partners = nearby(mine)
      .map((theirs) => ({ theirs, matter: matterOf(mine, theirs, weigh) }))
      .filter(
        ({ theirs, matter }) => matter >= ONE_MATTER || (matter >= NEAR_A_BAN && permitsTheForbidden(mine, theirs)),
      )
      .sort((a, b) => b.matter - a.matter);
    const closest = partners[0]?.matter ?? 0;
    for (const [i, { theirs, matter }] of partners.entries()) {
      const near = i < MOST_PARTNERS && matter >= ONE_MATTER && matter >= closest * NEARLY_AS_CLOSE;
      // a ban stands where it likes: it is looked for in every unit of the matter
      if (!near && !permitsTheForbidden(mine, theirs)) continue;
      const conflict = conflictOf(mine, theirs, matter, how);
      if (conflict && (near || conflict.kinds.includes("modality"))) conflicts.push(conflict);
      else if (near && sharesValue(mine, theirs)) agreed.add(mine.unit.eId);
    }
  }
  return { conflicts, agreed };
}

function conflictOf(
  mine: ReadUnit,
  theirs: ReadUnit,
  matter: number,
  how: Pick<Circumstances, "applies" | "details">,
): UnitConflict | null {
  const found = differences(mine.read(), theirs.read(), { ...how, oneMatter: true, soleValue: true }).filter(
    (d) => d.weight >= LEAST_WEIGHT && !(d.kinds[0] === "competence" && handsDown(mine.unit)),
  );
  const score = Math.max(0, ...found.map((d) => d.weight)) * Math.min(1, 0.4 + 0.6 * matter);
  const least = found.some((d) => d.kinds.includes("modality")) ? LEAST_SCORE_OF_A_BAN : LEAST_SCORE;
  if (score < least) return null;
  return {
    subject: mine.unit,
    other: theirs.unit,
    differences: found,
    kinds: [...new Set(found.flatMap((d) => d.kinds))],
    matter,
    score,
  };
}

/** A text that hands its author's own power down says so: whether it may is another rule's question. */
const handsDown = ({ text, heading, above }: RuleUnit): boolean =>
  /phân cấp|[ủu][ỷy] quyền|phân quyền|phân định thẩm quyền/iu.test(`${text} ${heading} ${above}`);

const permitsTheForbidden = (a: ReadUnit, b: ReadUnit): boolean =>
  a.read().slots.some((s) => s.value === "may") && b.read().slots.some((s) => s.value === "forbidden");

const sharesValue = (a: ReadUnit, b: ReadUnit): boolean =>
  a
    .read()
    .slots.some((s) => s.kind !== "modality" && b.read().slots.some((t) => t.kind === s.kind && t.value === s.value));

/** Units with less of the smaller one's weight in common are not weighed further. */
const LEAST_COMMON = 0.2;

/** Units of a document that share some words of weight with another; the rest need not be weighed. */
function lookUp(units: readonly ReadUnit[], weigh: Weigh): (mine: ReadUnit) => readonly ReadUnit[] {
  const owners = new Map<string, number[]>();
  units.forEach(({ words }, i) => {
    for (const word of words) {
      const list = owners.get(word);
      if (list) list.push(i);
      else owners.set(word, [i]);
    }
  });
  const totals = units.map((u) => weightOf(u.words, weigh));
  return ({ words }) => {
    const common = new Float64Array(units.length);
    for (const word of words) {
      const weight = weigh(word);
      for (const i of owners.get(word) ?? []) common[i] = (common[i] as number) + weight;
    }
    const own = weightOf(words, weigh);
    return units.filter(
      (_, i) => (common[i] as number) >= LEAST_COMMON * Math.min(own, totals[i] as number) && common[i] !== 0,
    );
  };
}

type Weigh = (word: string) => number;

function weightOf(words: ReadonlySet<string>, weigh: Weigh): number {
  let sum = 0;
  for (const word of words) sum += weigh(word);
  return sum;
}

function weights(units: readonly ReadUnit[]): Weigh {
  const owners = new Map<string, number>();
  for (const { words } of units) for (const word of words) owners.set(word, (owners.get(word) ?? 0) + 1);
  const kept = new Map([...owners].map(([word, n]) => [word, Math.log(1 + units.length / n)]));
  return (word) => kept.get(word) ?? 0;
}

/** One heading over both units makes them so much more alike. */
const ONE_HEADING = 0.15;

/**
 * Shared weight of both units, 0…1; a word that the other has only above it counts for less. The smaller unit decides for
 * the most part. Units under one heading are nearer than their own words say.
 */
function matterOf(a: ReadUnit, b: ReadUnit, weigh: Weigh): number {
  const [x, y] = [shareOf(a, b, weigh), shareOf(b, a, weigh)];
  // a short rule whose words are scattered over a long one is not that rule
  if ((x.words + y.words) / 2 < LEAST_SHARED || Math.min(x.weight, y.weight) < LEAST_OF_EACH) return 0;
  const own = 0.6 * Math.max(x.weight, y.weight) + 0.4 * Math.min(x.weight, y.weight);
  return Math.min(1, own + ONE_HEADING * sameWords(a.heading, b.heading));
}

/** How much of a unit's weight the other has, and how many words. */
function shareOf(a: ReadUnit, b: ReadUnit, weigh: Weigh): { readonly weight: number; readonly words: number } {
  let [own, common, words] = [0, 0, 0];
  for (const word of a.words) {
    const weight = weigh(word);
    own += weight;
    const part = b.words.has(word) ? 1 : b.above.has(word) ? 0.6 : 0;
    if (part === 0) continue;
    common += part * weight;
    words++;
  }
  return { weight: own === 0 ? 0 : common / own, words };
}

/** 1 where two headings have the same words (two at least), less where they share a part, 0 below a half. */
function sameWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((w) => b.has(w)).length;
  const share = shared / Math.max(1, a.size, b.size);
  return shared >= 2 && share >= 0.5 ? share : 0;
}
