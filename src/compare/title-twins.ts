import { plain } from "../domain/fold.ts";
import type { TitleTwin } from "../domain/overlap.ts";
import type { WorkId } from "../domain/work.ts";

/** A title to be compared: its document, its words, and which other documents it may be compared with at all. */
export interface Titled {
  readonly id: WorkId;
  readonly title: string;
  /** Only titles of one group are compared: documents of one level that bind one territory. */
  readonly group: string;
}

/** From here on two titles name one matter. */
const TWINS = 0.7;
/** A shorter title of enough words that stands nearly whole in the other names the same matter with fewer words. */
const INSIDE = 0.85;
const INSIDE_WORDS = 6;
const INSIDE_TWINS = 0.55;
/** Fewer words name no matter: "sửa đổi", "bãi bỏ một số quyết định". */
const MIN_WORDS = 3;
/** A word of more titles of one group names no matter either. */
const MAX_SHARING = 400;

/** Words of titles that say what is done, not with what. */
const DOING = new Set(
  "quy định ban hành về việc một số điều của chi tiết nội dung thực hiện hướng dẫn thi hành trên địa bàn tỉnh thành phố xã phường đặc khu huyện và các cho đối với theo trong tại áp dụng chính sách mức công tác quản lý quy chế nghị quyết quyết định kèm năm giai đoạn thuộc do có".split(
    " ",
  ),
);

/** Titles that change others: what they name is the matter of the text they change. */
const CHANGING = /sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính|hết hiệu lực|ngưng hiệu lực|công bố|kéo dài/iu;

/** Who shares a title with whom, each pair under both. */
export function titleTwins(documents: readonly Titled[]): ReadonlyMap<WorkId, readonly TitleTwin[]> {
  const words = documents.map(({ title }) => matterWords(title));
  const bounds = documents.map(({ title }) => boundsOf(title));
  const byWord = new Map<string, number[]>();
  documents.forEach(({ group }, i) => {
    for (const word of words[i] as ReadonlySet<string>) {
      const list = byWord.get(`${group} ${word}`);
      if (list) list.push(i);
      else byWord.set(`${group} ${word}`, [i]);
    }
  });
  const twins = new Map<WorkId, TitleTwin[]>();
  documents.forEach(({ id, group }, i) => {
    const own = words[i] as ReadonlySet<string>;
    const others = new Set<number>();
    for (const word of own) {
      const list = byWord.get(`${group} ${word}`) ?? [];
      if (list.length <= MAX_SHARING) for (const j of list) if (j !== i) others.add(j);
    }
    const found = [...others].flatMap((j) => {
      if (bounds[i] !== bounds[j]) return [];
      const similarity = alike(own, words[j] as ReadonlySet<string>);
      return similarity > 0 ? [{ other: (documents[j] as Titled).id, similarity }] : [];
    });
    if (found.length > 0)
      twins.set(
        id,
        found.sort((a, b) => b.similarity - a.similarity || (a.other < b.other ? -1 : 1)),
      );
  });
  return twins;
}

/** Words that name the matter, place names left out: a capital inside a title opens a name. */
export function matterWords(title: string): ReadonlySet<string> {
  if (CHANGING.test(title)) return new Set();
  const withoutPlaces = title.replace(
    /(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)((?:[ ]\p{Lu}\p{L}{0,9}){1,5})/giu,
    (all: string, name: string) => (/^ \p{Lu}/u.test(name) ? " " : all),
  );
  const words = plain(withoutPlaces)
    .split(" ")
    .filter((w) => w.length > 1 && !DOING.has(w) && !/^\d+$/u.test(w));
  return words.length < MIN_WORDS ? new Set() : new Set(words);
}

/** The clauses that are detailed and the years: "khoản 2 Điều 11" and "khoản 3 Điều 11" are two matters, so are two school years. */
const boundsOf = (title: string): string =>
  [...title.matchAll(/(?:Điều|khoản|điểm) (?:\d{1,3}|\p{Ll})(?![\p{L}\d])|(?:19|20)\d\d/giu)]
    .map((m) => m[0].toLowerCase())
    .sort()
    .join(" ");

/** 0…1; 0 where the two are no twins. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  const similarity = shared === 0 ? 0 : shared / (a.size + b.size - shared);
  const shorter = Math.min(a.size, b.size);
  const inside = shorter >= INSIDE_WORDS && shared / shorter >= INSIDE && similarity >= INSIDE_TWINS;
  return similarity >= TWINS || inside ? similarity : 0;
}
