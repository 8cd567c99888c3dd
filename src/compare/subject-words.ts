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
export const TITLE_WORDS: ReadonlySet<string> = new Set(
  "luat bo phap lenh nghi quyet dinh thong tu chi thi lien tich sua doi bo sung mot so bai thay the ban hanh kem theo quy che chi tiet huong dan thi hanh bien phap linh vuc quan ly nha nuoc ve viec nhiem ky khoa hoi dong nhan dan uy chinh phu truong noi dung muc phan cap thuoc tham quyen phat trien hoat dong to chuc".split(
    " ",
  ),
);

/** Fewer shared pairs of words than this say nothing. */
const LEAST_PAIRS = 2;
/** Least share of the lighter title's weight, and of the heavier one's. */
const LEAST_SHARE = 0.5;
const LEAST_SHARE_OF_HEAVIER = 0.25;

/** Titles by their pairs of neighbouring content words: made once, asked about many titles. */
export interface TitleIndex<Id> {
  readonly titles: readonly (Titled<Id> & { readonly pairs: ReadonlyMap<string, string> })[];
  /** Places in `titles` of those that have a pair, rising. */
  readonly having: ReadonlyMap<string, readonly number[]>;
}

/** Of several titles of one document the last counts. `before`: an index of mostly the same titles, whose pairs are taken over. */
export function indexTitles<Id>(all: readonly Titled<Id>[], before?: TitleIndex<Id>): TitleIndex<Id> {
  const known = new Map(before?.titles.map((each) => [each.title, each.pairs]));
  const titleOf = new Map(all.map((t) => [t.id, t.title]));
  const titles = [...titleOf].map(([id, title]) => ({ id, title, pairs: known.get(title) ?? titlePairs(title) }));
  const having = new Map<string, number[]>();
  titles.forEach(({ pairs }, place) => {
    for (const pair of pairs.keys()) {
      const places = having.get(pair);
      if (places) places.push(place);
      else having.set(pair, [place]);
    }
  });
  return { titles, having };
}

/**
 * Which titles speak of the same matter (Điều 39 NĐ 79/2025, documents "điều chỉnh cùng vấn đề"): pairs of neighbouring content
 * words, the rarer among all titles the heavier. Words of drafting, names of bodies and of places, and numbers do not count.
 */
export function titlesAlike<Id>({ titles, having }: TitleIndex<Id>, wanted: Titled<Id>): readonly Alike<Id>[] {
  const weigh = (pair: string): number => Math.log(1 + (titles.length + 1) / (having.get(pair)?.length ?? 1));
  const mine = titlePairs(wanted.title);
  const total = sum(mine.keys(), weigh);
  const found: Alike<Id>[] = [];
  for (const place of sharing(having, mine)) {
    const title = titles[place];
    if (title === undefined || title.id === wanted.id) continue;
    const { id, pairs: theirs } = title;
    const shared = [...mine.keys()].filter((pair) => theirs.has(pair));
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

/** Places of the titles that share enough pairs to say something, rising. */
function sharing(having: TitleIndex<unknown>["having"], mine: ReadonlyMap<string, string>): readonly number[] {
  const times = new Map<number, number>();
  for (const pair of mine.keys())
    for (const place of having.get(pair) ?? []) times.set(place, (times.get(place) ?? 0) + 1);
  return [...times].flatMap(([place, n]) => (n < LEAST_PAIRS ? [] : [place])).sort((a, b) => a - b);
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
