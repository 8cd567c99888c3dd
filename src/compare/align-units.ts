import type { ProvisionKind } from "../domain/provision.ts";
import { isSameText } from "./same-text.ts";
import { matchUnits, type Matchable } from "./match-units.ts";
import { unitWords } from "./unit-words.ts";

/** A unit of one of two texts that are laid side by side. Units come in text order, a parent before its children. */
export interface AlignableUnit {
  /** Unlike any other of its side. */
  readonly key: string;
  readonly parent: string | null;
  readonly kind: ProvisionKind;
  readonly num: string | null;
  readonly heading: string | null;
  /** Its own words, children and its own number left out. */
  readonly words: string;
}

/** Two units that are one, or one that has no other. `place`: another number; another parent. `changed`: in its own words. */
export interface AlignedPair<Unit extends AlignableUnit = AlignableUnit> {
  readonly left: Unit | null;
  readonly right: Unit | null;
  readonly place: "here" | "renumbered" | "moved";
  readonly changed: boolean;
}

export interface AlignOptions {
  /** Both are days of one document: what keeps its number is the same unit, however much of it was rewritten. */
  readonly sameNumbering: boolean;
}

/**
 * Lays two texts side by side, unit by unit: equal words first, then equal numbers, then likeness of words; one unit has one
 * other. Parts and articles are sought in the whole text, clauses and points below what was paired, and what is left over
 * everywhere. Pairs stand in the order of the right text; what only the left has follows what it followed there.
 */
export function alignUnits<Unit extends AlignableUnit>(
  left: readonly Unit[],
  right: readonly Unit[],
  options: AlignOptions,
): readonly AlignedPair<Unit>[] {
  const [a, b] = [new Side(left), new Side(right)];
  const pairs = new Pairs<Unit>(a, b, options.sameNumbering);
  pairs.match((unit) => RANKS[unit.kind] === "part");
  pairs.match((unit) => RANKS[unit.kind] === "article");
  // units of a plan stand below its sections without any article; then everything below what was paired
  pairs.matchBelow(null, null);
  for (const [l, r] of pairs.all()) pairs.matchBelow(l, r);
  pairs.matchLeftovers();
  return inOrder(left, right, pairs, a, b);
}

const RANKS: Readonly<Record<ProvisionKind, "part" | "article" | "below">> = {
  attachment: "part",
  part: "part",
  chapter: "part",
  section: "part",
  subsection: "part",
  article: "article",
  clause: "below",
  point: "below",
  indent: "below",
};

/** One text with its tree and what its units say, children included. */
class Side<Unit extends AlignableUnit> {
  readonly byKey: ReadonlyMap<string, Unit>;
  readonly children = new Map<string | null, Unit[]>();
  private readonly deep = new Map<string, string[]>();
  private readonly made = new Map<Unit, Matchable<Unit>>();

  constructor(readonly units: readonly Unit[]) {
    this.byKey = new Map(units.map((u) => [u.key, u]));
    for (const unit of units) {
      const siblings = this.children.get(unit.parent);
      if (siblings === undefined) this.children.set(unit.parent, [unit]);
      else siblings.push(unit);
      this.deep.set(unit.key, [unit.words]);
      // parts are known by their headings: what stands below them may move
      for (let up = this.parentOf(unit); up !== null && RANKS[up.kind] !== "part"; up = this.parentOf(up))
        this.deep.get(up.key)?.push(unit.words);
    }
  }

  parentOf(unit: Unit): Unit | null {
    return unit.parent === null ? null : (this.byKey.get(unit.parent) ?? null);
  }

  /** The attached text a unit stands in; null in the body. */
  frameOf(unit: Unit): Unit | null {
    for (let at: Unit | null = unit; at !== null; at = this.parentOf(at)) if (at.kind === "attachment") return at;
    return null;
  }

  matchable(unit: Unit, at: number): Matchable<Unit> {
    let made = this.made.get(unit);
    if (made === undefined) {
      const words = unitWords((this.deep.get(unit.key) ?? []).join("\n"));
      made = { unit, at, number: unit.num === null ? null : `${unit.kind} ${unit.num}`, heading: unit.heading, words };
      this.made.set(unit, made);
    }
    return made;
  }
}

class Pairs<Unit extends AlignableUnit> {
  readonly rightOf = new Map<Unit, Unit>();
  readonly leftOf = new Map<Unit, Unit>();

  constructor(
    private readonly a: Side<Unit>,
    private readonly b: Side<Unit>,
    private readonly sameNumbering: boolean,
  ) {}

  *all(): Iterable<readonly [Unit, Unit]> {
    // a Map may grow while it is walked: pairs found below a pair are walked in their turn
    yield* this.rightOf;
  }

  match(which: (unit: Unit) => boolean): void {
    this.pair(this.a.units.filter(which), this.b.units.filter(which), { sameNumbering: this.sameNumbering, least: 0 });
  }

  matchBelow(left: Unit | null, right: Unit | null): void {
    const below = (side: Side<Unit>, unit: Unit | null): readonly Unit[] =>
      (side.children.get(unit?.key ?? null) ?? []).filter((u) => RANKS[u.kind] === "below");
    this.pair(below(this.a, left), below(this.b, right), { sameNumbering: this.sameNumbering, least: 0 });
  }

  /** A clause that went to another article. Only what is nearly the same and long enough to be known by its words. */
  matchLeftovers(): void {
    const free = (side: Side<Unit>): readonly Unit[] => side.units.filter((u) => RANKS[u.kind] === "below");
    const before = new Set(this.rightOf.keys());
    this.pair(free(this.a), free(this.b), { sameNumbering: false, least: MOVED_AT_LEAST });
    for (const [l, r] of this.rightOf) if (!before.has(l)) this.matchBelow(l, r);
  }

  private pair(left: readonly Unit[], right: readonly Unit[], how: { sameNumbering: boolean; least: number }): void {
    const l = left.filter((u) => !this.rightOf.has(u)).map((u, at) => this.a.matchable(u, at));
    const r = right.filter((u) => !this.leftOf.has(u)).map((u, at) => this.b.matchable(u, at));
    const sameFrame = (x: Unit, y: Unit): boolean => {
      const [f, g] = [this.a.frameOf(x), this.b.frameOf(y)];
      return f === null || g === null ? f === g : f === x || g === y || this.rightOf.get(f) === g;
    };
    for (const [x, y] of matchUnits(l, r, { ...how, sameFrame })) {
      this.rightOf.set(x, y);
      this.leftOf.set(y, x);
    }
  }
}

const MOVED_AT_LEAST = 0.75;

function placeOf<Unit extends AlignableUnit>(
  left: Unit,
  right: Unit,
  pairs: Pairs<Unit>,
  a: Side<Unit>,
  b: Side<Unit>,
): AlignedPair["place"] {
  const below = RANKS[left.kind] === "below";
  const [up, over] = below ? [a.parentOf(left), b.parentOf(right)] : [a.frameOf(left), b.frameOf(right)];
  const same =
    left.kind === "attachment" || (up === null || over === null ? up === over : pairs.rightOf.get(up) === over);
  if (!same) return "moved";
  // dashes have no number, and an annex that lost its numeral is where it was
  return left.num === right.num || left.num === null || right.num === null ? "here" : "renumbered";
}

function inOrder<Unit extends AlignableUnit>(
  left: readonly Unit[],
  right: readonly Unit[],
  pairs: Pairs<Unit>,
  a: Side<Unit>,
  b: Side<Unit>,
): readonly AlignedPair<Unit>[] {
  const rows = new Map<Unit, AlignedPair<Unit>>();
  for (const unit of right) {
    const other = pairs.leftOf.get(unit);
    rows.set(
      unit,
      other === undefined
        ? { left: null, right: unit, place: "here", changed: false }
        : {
            left: other,
            right: unit,
            place: placeOf(other, unit, pairs, a, b),
            changed: !isSameText(other.words, unit.words),
          },
    );
  }
  const after = new Map<Unit | null, AlignedPair<Unit>[]>();
  let last: Unit | null = null;
  for (const unit of left) {
    const other = pairs.rightOf.get(unit);
    if (other === undefined) {
      const row: AlignedPair<Unit> = { left: unit, right: null, place: "here", changed: false };
      after.set(last, [...(after.get(last) ?? []), row]);
    } else if (rows.get(other)?.place !== "moved") last = other;
  }
  return [
    ...(after.get(null) ?? []),
    ...right.flatMap((u) => [rows.get(u) as AlignedPair<Unit>, ...(after.get(u) ?? [])]),
  ];
}
