import { contentWords } from "./same-matter.ts";

/** A document by what its title says it regulates. */
export interface Titled<Id> {
  readonly id: Id;
  readonly title: string;
}

export interface Alike<Id> {
  readonly id: Id;
  /** Share of the rarer title's weight that both have, 0…1. */
  readonly score: number;
  /** The words of the found title that both have, as written and in order. */
  readonly shared: readonly string[];
}

/** What every title says: kinds of documents, verbs of drafting. Folded. */
const TITLE_WORDS = new Set(
  "luat bo phap lenh nghi quyet dinh thong tu chi thi lien tich sua doi bo sung mot so bai thay the ban hanh kem theo quy che chi tiet huong dan thi hanh bien phap linh vuc quan ly nha nuoc ve viec nhiem ky khoa hoi dong nhan dan uy chinh phu truong noi dung muc phan cap thuoc tham quyen phat trien hoat dong to chuc".split(
    " ",
  ),
);

/** Fewer shared pairs of words than this say nothing. */
const LEAST_PAIRS = 2;
/** Least share of the lighter title's weight, and of the heavier one's. */
const LEAST_SHARE = 0.5;
const LEAST_SHARE_OF_HEAVIER = 0.25;

/**
 * Which titles speak of the same matter (Điều 39 NĐ 79/2025, documents "điều chỉnh cùng vấn đề"): pairs of neighbouring content
 * words, the rarer among all titles the heavier. Words of drafting, names of bodies and of places, and numbers do not count.
 */
export function titlesAlike<Id>(all: readonly Titled<Id>[], wanted: Titled<Id>): readonly Alike<Id>[] {
  const pairsOf = new Map(all.map((t) => [t.id, titlePairs(t.title)]));
  const frequency = new Map<string, number>();
  for (const pairs of pairsOf.values())
    for (const pair of pairs.keys()) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  const weigh = (pair: string): number => Math.log(1 + (all.length + 1) / (frequency.get(pair) ?? 1));
  const mine = titlePairs(wanted.title);
  const total = sum(mine.keys(), weigh);
  const found: Alike<Id>[] = [];
  for (const { id } of all) {
    const theirs = pairsOf.get(id);
    if (id === wanted.id || !theirs || mine.size === 0) continue;
    const shared = [...mine.keys()].filter((pair) => theirs.has(pair));
    if (shared.length < LEAST_PAIRS) continue;
    const [weight, other] = [sum(shared, weigh), sum(theirs.keys(), weigh)];
    const score = weight / Math.min(total, other);
    if (score < LEAST_SHARE || weight / Math.max(total, other) < LEAST_SHARE_OF_HEAVIER) continue;
    found.push({
      id,
      score,
      shared: runsOf([...theirs].flatMap(([pair, written]) => (mine.has(pair) ? [written] : []))),
    });
  }
  return found.sort((a, b) => b.score - a.score);
}

/** `731/2020/NĐ-CP`: says which document is meant, not what about. */
const SYMBOL = /(?<!\d)\d+(?:\/[\p{L}\p{N}-]+){1,3}/gu;

/** `của Bộ trưởng Bộ …`: who issued the document that is meant. */
const OF_BODY =
  /(?<!\p{L})của (?=(?:bộ trưởng|bộ|thủ tướng|chính phủ|ủy ban nhân dân|hội đồng nhân dân|ubnd|hđnd|quốc hội)(?!\p{L}))/giu;
/** Where the name of a body ends. */
const AFTER_BODY = /\s(?:quy định|về|sửa|ban hành|hướng dẫn)(?!\p{L})|[,;.\n]/iu;

function withoutBodies(title: string): string {
  const [head = "", ...rest] = title.split(OF_BODY);
  return [head, ...rest.map((part) => part.slice(AFTER_BODY.exec(part)?.index ?? part.length))].join(" . ");
}

/** Two capitals in a row are the name of a place; a title in capitals all through has none that could be told. */
const isCapital = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word);

/** Pairs of neighbouring content words, folded → as written. */
function titlePairs(title: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  let before: { folded: string; written: string } | null = null;
  for (const written of withoutBodies(title.normalize("NFC"))
    .replace(SYMBOL, " . ")
    .match(/\p{L}+|[^\p{L}\s]/gu) ?? []) {
    const folded = contentWords(written)[0] ?? null;
    const now = folded === null || TITLE_WORDS.has(folded) ? null : { folded, written };
    if (before && now && !(isCapital(before.written) && isCapital(written)))
      pairs.set(`${before.folded} ${now.folded}`, `${before.written} ${now.written}`);
    before = now;
  }
  return pairs;
}

/** `bến khách`, `khách ngang` → `bến khách ngang`. */
function runsOf(pairs: readonly string[]): readonly string[] {
  const runs: string[] = [];
  for (const pair of pairs) {
    const [first, second] = pair.split(" ");
    const last = runs.at(-1);
    if (last !== undefined && last.split(" ").at(-1) === first) runs[runs.length - 1] = `${last} ${second}`;
    else runs.push(pair);
  }
  return runs;
}

function sum(pairs: Iterable<string>, weigh: (pair: string) => number): number {
  let total = 0;
  for (const pair of pairs) total += weigh(pair);
  return total;
}
