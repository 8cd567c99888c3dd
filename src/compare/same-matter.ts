import { fold } from "../domain/fold.ts";

/** Words that say nothing of the matter: grammar, the language of every provision, and names of documents. */
const STOP = new Set(
  fold(
    "và hoặc của các những cho với theo tại từ đến là thì mà có được phải không trong trên khi nếu này đó một do bởi về để bằng sau trước kể ngày tính quy định pháp luật điều khoản điểm việc thực hiện tỉnh địa bàn số như cũng đã đang sẽ hay song nhưng ra vào năm tháng quá tối đa thiểu ít nhất cơ quan tổ chức cá nhân liên quan đối gồm bao",
  ).split(" "),
);

/** Content words in order, folded, numbers and grammar left out; the trade's abbreviations spelled out. */
export function contentWords(text: string): string[] {
  return (
    fold(text)
      .replace(/ubnd/gu, "uy ban nhan dan")
      .replace(/hdnd/gu, "hoi dong nhan dan")
      .match(/[a-z]+/gu) ?? []
  ).filter((w) => !STOP.has(w));
}

/**
 * How much of the shorter text's matter stands in the other, 0…1: content words and pairs of neighbours, pairs counting
 * double. Word order may change, sentences may be added.
 */
export function sameMatter(a: string, b: string): number {
  const [x, y] = [grams(a), grams(b)];
  const [small, large] = weight(x) <= weight(y) ? [x, y] : [y, x];
  let shared = 0;
  for (const [gram, w] of small) if (large.has(gram)) shared += w;
  return weight(small) === 0 ? 0 : shared / weight(small);
}

function grams(text: string): ReadonlyMap<string, number> {
  const words = contentWords(text);
  const found = new Map<string, number>(words.map((w) => [w, 1]));
  for (let i = 1; i < words.length; i++) found.set(`${words[i - 1]} ${words[i]}`, 2);
  return found;
}

const weight = (g: ReadonlyMap<string, number>): number => [...g.values()].reduce((sum, w) => sum + w, 0);

/** Share of the smaller set that is in the other. */
export function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const small = Math.min(a.size, b.size);
  if (small === 0) return 0;
  let shared = 0;
  for (const w of a) if (b.has(w)) shared++;
  return shared / small;
}
