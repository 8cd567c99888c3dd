import { plain } from "../domain/fold.ts";
import { groupBy } from "../domain/group-by.ts";
import { likeness, RareWords, type UnitWords } from "./unit-words.ts";

/** A unit as it is matched among its like. */
export interface Matchable<Unit> {
  readonly unit: Unit;
  /** Place among those it is matched with. */
  readonly at: number;
  readonly number: string | null;
  readonly heading: string | null;
  readonly words: UnitWords;
}

export interface MatchOptions<Unit> {
  /** An equal number is enough, if nothing better is found. */
  readonly sameNumbering: boolean;
  /** Likeness below which nothing is paired, whatever its number; 0 = the usual measures. */
  readonly least: number;
  /** Both in the body, or in attached texts that belong together. */
  readonly sameFrame: (left: Unit, right: Unit) => boolean;
}

/** Likeness that makes two units one: with another number, and with the same. */
const ALIKE = 0.5;
const ALIKE_BY_NUMBER = 0.3;
/** Fewer pairs of words than this say nothing by themselves: "Sở Tài chính;" stands everywhere. */
const FEWEST_TELLING = 5;
/** A text that numbers a hundred units "1." is not measured hundred times hundred. */
const MOST_OF_A_NUMBER = 8;
/** What an equal number, an equal heading and the same attached text are worth beside likeness. */
const NUMBER = 0.15;
const HEADING = 0.2;
const FRAME = 0.05;

/** Pairs two sets of units one to one. Each is measured against a handful of others, never all against all. */
export function matchUnits<Unit>(
  left: readonly Matchable<Unit>[],
  right: readonly Matchable<Unit>[],
  options: MatchOptions<Unit>,
): readonly (readonly [Unit, Unit])[] {
  const found: [Unit, Unit][] = [];
  const open = { left: new Set(left), right: new Set(right) };
  const take = (l: Matchable<Unit>, r: Matchable<Unit>): void => {
    if (!open.left.has(l) || !open.right.has(r)) return;
    open.left.delete(l);
    open.right.delete(r);
    found.push([l.unit, r.unit]);
  };
  const numbers = groupBy(right, (r) => r.number);
  const sameNumber = (l: Matchable<Unit>): readonly Matchable<Unit>[] => {
    const same: Matchable<Unit>[] = [];
    // among units of the whole text "khoản 1" says nothing
    if (l.number === null || options.least > 0) return same;
    for (const r of numbers.get(l.number) ?? [])
      if (same.length < MOST_OF_A_NUMBER && open.right.has(r) && options.sameFrame(l.unit, r.unit)) same.push(r);
    return same;
  };
  if (options.least === 0)
    for (const l of left) for (const r of sameNumber(l)) if (l.words.key === r.words.key) take(l, r);
  for (const [l, r] of equalWords([...open.left], [...open.right])) take(l, r);
  for (const { l, r } of scored(open, options, sameNumber)) take(l, r);
  if (options.sameNumbering)
    for (const l of [...open.left]) {
      const [only, ...more] = sameNumber(l);
      if (only !== undefined && more.length === 0) take(l, only);
    }
  return found;
}

/** Units that say the same, word for word, and are the only ones on their side to say it. */
function equalWords<Unit>(
  left: readonly Matchable<Unit>[],
  right: readonly Matchable<Unit>[],
): readonly (readonly [Matchable<Unit>, Matchable<Unit>])[] {
  const once = (units: readonly Matchable<Unit>[]): ReadonlyMap<string, Matchable<Unit> | null> => {
    const found = new Map<string, Matchable<Unit> | null>();
    for (const unit of units)
      if (unit.words.total >= FEWEST_TELLING) found.set(unit.words.key, found.has(unit.words.key) ? null : unit);
    return found;
  };
  const others = once(right);
  return [...once(left)].flatMap(([key, l]) => {
    const r = others.get(key);
    return l && r ? [[l, r] as const] : [];
  });
}

interface Scored<Unit> {
  readonly l: Matchable<Unit>;
  readonly r: Matchable<Unit>;
  readonly score: number;
}

/** Candidates by rare words and by number, best first; equal ones by how far they would have to move. */
function scored<Unit>(
  open: { readonly left: ReadonlySet<Matchable<Unit>>; readonly right: ReadonlySet<Matchable<Unit>> },
  options: MatchOptions<Unit>,
  sameNumber: (l: Matchable<Unit>) => readonly Matchable<Unit>[],
): readonly Scored<Unit>[] {
  const index = new RareWords([...open.right], (r) => r.words);
  const headings = groupBy(open.right, headingOf);
  const found: Scored<Unit>[] = [];
  for (const l of open.left) {
    const numbered = sameNumber(l);
    const name = headingOf(l);
    const named = name === null ? [] : (headings.get(name) ?? []).slice(0, MOST_OF_A_NUMBER);
    for (const r of new Set([...numbered, ...named, ...index.candidates(l.words)])) {
      const alike = likeness(l.words, r.words);
      const number = numbered.includes(r);
      const heading = name !== null && name === headingOf(r);
      if (alike < least(l, r, options.least, number, heading)) continue;
      const frame = options.sameFrame(l.unit, r.unit);
      const score = alike + (number ? NUMBER : 0) + (heading ? HEADING : 0) + (frame ? FRAME : 0);
      found.push({ l, r, score });
    }
  }
  return found.sort((x, y) => y.score - x.score || Math.abs(x.l.at - x.r.at) - Math.abs(y.l.at - y.r.at));
}

const headingOf = ({ heading }: Matchable<unknown>): string | null => (heading === null ? null : plain(heading));

function least<Unit>(l: Matchable<Unit>, r: Matchable<Unit>, asked: number, number: boolean, heading: boolean): number {
  const telling = Math.min(l.words.total, r.words.total) >= FEWEST_TELLING;
  if (asked > 0) return telling ? asked : Number.POSITIVE_INFINITY;
  if (heading) return number ? 0 : 0.1;
  if (number) return ALIKE_BY_NUMBER;
  return telling ? ALIKE : 0.8;
}
