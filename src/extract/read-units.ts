import { POINT_LETTERS } from "../domain/e-id.ts";
import type { Path, Step } from "./reference.ts";
import type { Level, Token } from "./token.ts";

/** Units that stand together before one document, and where they begin and end among the tokens. */
export interface Units {
  readonly paths: readonly Path[];
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly next: number;
}

/** Larger units have smaller ranks. */
export const RANK: Readonly<Record<Level, number>> = {
  att: 0,
  part: 1,
  chp: 2,
  sec: 3,
  subsec: 4,
  art: 5,
  cl: 6,
  point: 7,
  indent: 8,
  mark: 9,
};

type Join = "start" | "direct" | "comma" | "and" | "to";

interface Item {
  readonly level: Level;
  readonly nums: readonly (string | null)[];
  readonly isThis: boolean;
  readonly join: Join;
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly next: number;
}

/**
 *   units := item ((direct | "," | "và" | ";" | "đến") item)*
 *   item  := unit "số"? (number list | "này" | nothing, for an annex)
 *
 * A smaller unit belongs to the larger one written right after it; a unit without a larger one shares that of its
 * successor: "điểm d khoản 3 hoặc điểm c khoản 4 Điều 5". Null when no unit with a number stands at `i`.
 */
export function readUnits(tokens: readonly Token[], text: string, i: number): Units | null {
  const items = readItems(tokens, text, i);
  if (items.length === 0) return null;
  const chains = toChains(items);
  const kept = cutMarks(chains);
  if (kept.length === 0) return null;
  shareParents(kept);
  const paths = kept.flatMap((chain) => pathsOf(chain));
  let first = Number.MAX_SAFE_INTEGER;
  for (const chain of kept) for (const item of chain.items) first = Math.min(first, item.first);
  const start = (tokens[first] as Token).start;
  const last = items.at(-1) as Item;
  return { paths: ranges(kept, paths), start, end: last.end, first, next: last.next };
}

function readItems(tokens: readonly Token[], text: string, from: number): Item[] {
  const items: Item[] = [];
  let i = from;
  let join: Join = "start";
  for (;;) {
    const item = readItem(tokens, text, i, join);
    if (!item) break;
    items.push(item);
    const next = connector(tokens, item.next);
    if (!next) break;
    i = next.at;
    join = next.join;
  }
  return items;
}

/** "của", "và", ", các", "đến": how the next unit hangs on; null when no unit word follows. */
function connector(tokens: readonly Token[], from: number): { at: number; join: Join } | null {
  let i = from;
  let join: Join = "direct";
  let seen = 0;
  for (; i < tokens.length && seen < 5; i++, seen++) {
    const t = tokens[i] as Token;
    if (t.gap) return null;
    if (t.kind === "unit") return { at: i, join };
    if (t.kind === "comma" || t.kind === "semicolon") {
      if (join === "direct") join = "comma";
    } else if (t.kind === "and") join = "and";
    else if (t.kind === "to" || (t.kind === "dash" && join === "direct")) join = "to";
    else if (t.kind === "key" && t.value === "title-of") continue;
    else if (t.kind === "key" && (t.value === "at" || t.value === "whole")) continue;
    else if (t.kind !== "plural" && t.kind !== "from" && t.kind !== "of") return null;
  }
  return null;
}

/** What must not be read as a further number of a list: "khoản 2, 15 ngày làm việc". */
const MEASURE =
  /^\s{0,3}(?:ngày|tháng|năm|giờ|người|đồng|triệu|tỷ|lần|hộ|ha|km|m2|%|cấp|loại|bộ|cán bộ|cơ sở|đơn vị)(?!\p{L})/iu;

function readItem(tokens: readonly Token[], text: string, i: number, join: Join): Item | null {
  const unit = tokens[i];
  if (unit?.kind !== "unit") return null;
  let j = i + 1;
  const after = tokens[j];
  const level = unit.value;
  const { start } = unit;
  if (after && !after.gap && after.kind === "this")
    return { level, nums: [null], isThis: true, join, start, end: after.end, first: i, next: j + 1 };
  if (after && !after.gap && after.kind === "so" && tokens[j + 1]?.kind === "number") j++;
  const nums: string[] = [];
  let end = unit.end;
  for (;;) {
    const number = tokens[j];
    if (number?.kind !== "number" || number.gap || !numberFits(level, number.value)) break;
    if (nums.length > 0 && MEASURE.test(text.slice(number.end, number.end + 12))) break;
    nums.push(number.value);
    end = number.end;
    j++;
    // "điểm c (iii)": the sub-point has no eId
    const sub = tokens[j]?.kind === "bracket" ? /^ ?\((?:[ivx]{1,5}|\d{1,2})\)/u.exec(text.slice(end, end + 8)) : null;
    if (sub) {
      end += sub[0].length;
      while (j < tokens.length && (tokens[j] as Token).start < end) j++;
    }
    const step = listStep(tokens, j);
    if (!step) break;
    const following = tokens[step.at];
    if (following?.kind !== "number" || following.gap) break;
    if (step.range) {
      const filled = expandRange(nums.at(-1) as string, following.value);
      nums.push(...filled.slice(1, -1));
    }
    j = step.at;
  }
  if (nums.length === 0) {
    if (level !== "att") return null;
    return { level, nums: [null], isThis: false, join, start, end, first: i, next: i + 1 };
  }
  return { level, nums, isThis: false, join, start, end, first: i, next: nextAfter(tokens, end, i) };
}

function nextAfter(tokens: readonly Token[], end: number, i: number): number {
  let j = i + 1;
  while (j < tokens.length && (tokens[j] as Token).start < end) j++;
  return j;
}

/** Between two numbers of one unit word: ", " "và" ", và" "đến" "-". */
function listStep(tokens: readonly Token[], from: number): { at: number; range: boolean } | null {
  let i = from;
  let range = false;
  let seen = false;
  for (; i < from + 3; i++) {
    const t = tokens[i];
    if (!t || t.gap) return null;
    if (t.kind === "number") return seen ? { at: i, range } : null;
    if (t.kind === "to" || t.kind === "dash") range = true;
    else if (t.kind !== "comma" && t.kind !== "and") return null;
    seen = true;
  }
  return tokens[i]?.kind === "number" ? { at: i, range } : null;
}

const ROMAN = /^[IVXL]+[a-z]?$/u;

function numberFits(level: Level, value: string): boolean {
  switch (level) {
    case "point":
      return /^(?:[a-zđ]\d{0,2}|\d{1,2}(?:\.\d{1,2})*)$/u.test(value);
    case "cl":
      return /^\d{1,3}(?:[a-zđ]\d?|\.\d{1,2})?$/u.test(value) || /^[a-zđ]$/u.test(value) || ROMAN.test(value);
    case "art":
      return /^\d{1,4}[a-zđ]?\d?$/u.test(value) || ROMAN.test(value);
    case "att":
      return /^(?:[IVXL]+[a-z]?|\d{1,3}[a-zA-ZĐđ]?(?:\.\d)?|[A-Z])$/u.test(value);
    case "sec":
    case "subsec":
    case "chp":
    case "part":
      return /^(?:[IVXL]+[a-z]?|\d{1,3}[a-z]?(?:\.\d{1,2})*|[A-E])$/u.test(value);
    default:
      return true;
  }
}

const ROMANS = [
  "I",
  "II",
  "III",
  "IV",
  "V",
  "VI",
  "VII",
  "VIII",
  "IX",
  "X",
  "XI",
  "XII",
  "XIII",
  "XIV",
  "XV",
  "XVI",
  "XVII",
  "XVIII",
  "XIX",
  "XX",
  "XXI",
  "XXII",
  "XXIII",
  "XXIV",
  "XXV",
  "XXVI",
  "XXVII",
  "XXVIII",
  "XXIX",
  "XXX",
];

/** All numbers from `a` to `b`, both included; only the two where the order between them is not plain. */
export function expandRange(a: string, b: string): string[] {
  if (/^\d{1,3}$/u.test(a) && /^\d{1,3}$/u.test(b)) {
    const [x, y] = [Number(a), Number(b)];
    if (y > x && y - x < 300)
      return Array.from({ length: y - x + 1 }, (_, k) => String(x + k).padStart(a.startsWith("0") ? a.length : 0, "0"));
    return [a, b];
  }
  const pick = (list: readonly string[] | string): string[] | null => {
    const [x, y] = [list.indexOf(a), list.indexOf(b)];
    return x >= 0 && y > x ? [...list.slice(x, y + 1)] : null;
  };
  if (a.length === 1 && b.length === 1) {
    const letters = pick(POINT_LETTERS);
    if (letters) return letters;
  }
  return pick(ROMANS) ?? [a, b];
}

/** Units of which each holds the one before it; the smallest first. */
interface Chain {
  items: Item[];
  join: Join;
  parents: Step[];
  descending: boolean;
}

function toChains(items: readonly Item[]): Chain[] {
  const chains: Chain[] = [];
  for (const item of items) {
    const chain = chains.at(-1);
    const top = chain?.items.at(-1);
    const bottom = chain?.items[0];
    if (chain && top && bottom && !chain.descending && upward(chain, top, item)) chain.items.push(item);
    else if (
      chain &&
      bottom &&
      item.join === "direct" &&
      RANK[item.level] > RANK[bottom.level] &&
      bottom.nums.length === 1
    ) {
      chain.items.unshift(item);
      chain.descending = true;
    } else chains.push({ items: [item], join: item.join, parents: [], descending: false });
  }
  return chains;
}

/** "khoản 2 Điều 5" and, with the comma many drafters put there, "khoản 2, Điều 5". */
function upward(chain: Chain, top: Item, item: Item): boolean {
  if (RANK[item.level] >= RANK[top.level]) return false;
  if (item.join === "direct") return true;
  return (
    item.join === "comma" &&
    RANK[top.level] > RANK.art &&
    RANK[item.level] <= RANK[top.level] - 1 &&
    chain.items.length > 0
  );
}

/** Mẫu, đoạn, tiết, mục of an annex have no eId of their own: they fall off the small end. */
function cutMarks(chains: readonly Chain[]): Chain[] {
  const kept: Chain[] = [];
  for (const chain of chains) {
    let items = chain.items.filter((item) => item.level !== "mark");
    const annexed = items.some((item) => item.level === "att");
    if (annexed)
      items = items.filter((item) => item.level !== "sec" && item.level !== "subsec" && item.level !== "part");
    if (annexed && !items.some((i) => i.level === "art")) items = items.filter((item) => item.level !== "point");
    // a "tiểu mục" or a bare "mục 2" numbers the paragraphs of a form, not the sections of a law
    if (
      !annexed &&
      items.some((item) => item.level === "subsec") &&
      !items.some((item) => item.level === "chp" || item.level === "sec")
    )
      items = [];
    if (items.length > 0) kept.push({ ...chain, items });
  }
  return kept;
}

/** A unit without a larger one shares that of its successor, or, in "Điều 5 khoản 2, khoản 3", of its predecessor. */
function shareParents(chains: readonly Chain[]): void {
  const steps = (chain: Chain): Step[] => [
    ...chain.parents,
    ...chain.items.map((item) => stepOf(item, item.nums.at(-1) ?? null)).reverse(),
  ];
  const borrow = (chain: Chain, from: Chain): void => {
    const rank = RANK[(chain.items.at(-1) as Item).level];
    chain.parents = steps(from).filter((step) => RANK[step.level] < rank);
  };
  for (let k = chains.length - 2; k >= 0; k--) {
    const chain = chains[k] as Chain;
    if (
      RANK[(chain.items.at(-1) as Item).level] > RANK.art ||
      /^(?:sec|subsec)$/u.test((chain.items.at(-1) as Item).level)
    )
      borrow(chain, chains[k + 1] as Chain);
  }
  for (let k = 1; k < chains.length; k++) {
    const chain = chains[k] as Chain;
    if (
      chain.parents.length === 0 &&
      RANK[(chain.items.at(-1) as Item).level] > RANK.art &&
      (chains[k - 1] as Chain).descending
    )
      borrow(chain, chains[k - 1] as Chain);
  }
}

const stepOf = (item: Item, num: string | null): Step => ({ level: item.level, num, isThis: item.isThis });

/** Every number of the smallest item under the one path of the larger ones. */
function pathsOf(chain: Chain): Path[] {
  const [smallest, ...larger] = chain.items as [Item, ...Item[]];
  const above = [...chain.parents, ...larger.map((item) => stepOf(item, item.nums.at(-1) ?? null)).reverse()];
  return smallest.nums.map((num) => [...above, stepOf(smallest, num)]);
}

/** "từ điểm a đến điểm đ khoản 1", "Điều 5 đến Điều 9": what lies between is meant too. */
function ranges(chains: readonly Chain[], paths: readonly Path[]): Path[] {
  if (!chains.some((chain) => chain.join === "to")) return [...paths];
  const out: Path[] = [];
  let previous: Chain | null = null;
  for (const chain of chains) {
    const mine = pathsOf(chain);
    const [a, b] = [previous?.items[0], chain.items[0]];
    if (previous && a && b && chain.join === "to" && a.level === b.level) {
      const from = a.nums.at(-1);
      const to = b.nums[0];
      if (from && to) {
        const above = (mine[0] as Path).slice(0, -1);
        for (const num of expandRange(from, to).slice(1, -1))
          out.push([...above, { level: b.level, num, isThis: false }]);
      }
    }
    out.push(...mine);
    previous = chain;
  }
  return out;
}
