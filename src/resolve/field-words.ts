import { readTable } from "./register-file.ts";

/**
 * What a title says of its field, as a set of single words and word pairs. Pairs matter: most Vietnamese words are two syllables
 * ("đất đai", "nhà ở"). Accents stay, since "thuế" and "thuê" are two fields (measured: folding them costs 1 point of accuracy).
 * Gone are numbers and symbols, where a document applies and who issued it, and the words every title has.
 */
export function fieldWords(title: string): readonly string[] {
  const words = lower(title).replace(DOCUMENTS, " ").replace(ISSUER, " ").replace(places(), " ").split(" ");
  const found = new Set<string>();
  let last: string | null = null;
  for (const word of words) {
    // a place or a number taken out is a gap: what stands around it is no pair
    if (word === "" || /\d/u.test(word)) {
      last = null;
      continue;
    }
    if (word.length > 1 && !EMPTY.has(word)) found.add(word);
    if (last !== null && !(EMPTY.has(word) && EMPTY.has(last))) found.add(`${last} ${word}`);
    last = word;
  }
  return [...found];
}

const SYMBOL = /(?<!\d)\d{1,5}\/[\p{L}\p{N}/&-]{2,40}/gu;

/** Numbers of documents as the title prints them: `24/2018/TT-BYT`. */
export const symbolsIn = (title: string): readonly string[] =>
  [...title.normalize("NFC").matchAll(SYMBOL)].map((m) => m[0]);

/** Worth showing to a person: no empty word in it. */
export const isTelling = (words: string): boolean => words.split(" ").every((word) => !EMPTY.has(word));

/** Small letters and single spaces; "hoà" and "hòa" one word. */
const lower = (title: string): string =>
  title
    .normalize("NFC")
    .toLowerCase()
    .replace(SYMBOL, " ")
    .replace(/(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu, (pair) => TONES.get(pair) ?? pair)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const [OLD_TONES, NEW_TONES] = ["oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ", "òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy"] as const;
const TONES = new Map(
  Array.from({ length: OLD_TONES.length / 2 }, (_, i) => [
    OLD_TONES.slice(2 * i, 2 * i + 2),
    NEW_TONES.slice(2 * i, 2 * i + 2),
  ]),
);

/** "của Bộ trưởng Bộ Lao động …" in the title of an amending act says who wrote, not about what. */
const ISSUER = new RegExp(
  `(?<!\\p{L})(?:(?:của |do ){1,2}(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|thủ tướng|chính phủ)|(?:của bộ trưởng|do bộ trưởng|bộ trưởng|của|do) bộ (?:${[
    "lao động thương binh và xã hội|nông nghiệp và phát triển nông thôn|nông nghiệp và môi trường|tài nguyên và môi trường",
    "kế hoạch và đầu tư|văn hóa thể thao và du lịch|giáo dục và đào tạo|khoa học và công nghệ|thông tin và truyền thông",
    "giao thông vận tải|dân tộc và tôn giáo|tài chính|xây dựng|công thương|công an|quốc phòng|ngoại giao|tư pháp|nội vụ|y tế",
  ].join("|")}))(?!\\p{L})`,
  "gu",
);

/** An act that repeals or applies documents is not about law-making. */
const DOCUMENTS = /(?:bãi bỏ|áp dụng|sửa đổi|công bố) [\p{L}\p{N} ]{0,60}?văn bản quy phạm pháp luật/gu;

let placePattern: RegExp | null = null;

/** `tỉnh An Khê`, also in a title all in capitals: hence by the table of provinces. */
function places(): RegExp {
  if (placePattern) return placePattern;
  const names = new Set(
    readTable("provinces.csv").flatMap((row) => [lower(row.member ?? ""), lower(row.successor ?? "")]),
  );
  placePattern = new RegExp(`(?<!\\p{L})(?:tỉnh|thành phố|tp) (?:${[...names].join("|")})(?!\\p{L})`, "gu");
  return placePattern;
}

/** Words of every title; alone and beside each other they say nothing. */
const EMPTY = new Set(
  (
    "và của các về quy định ban hành theo tại trên địa bàn số ngày tháng năm một điều khoản điểm luật nghị quyết thông tư quyết " +
    "sửa đổi bổ sung bãi bỏ thay thế kèm chi tiết hướng dẫn thi thực hiện cho việc để do từ với trong đối có được là tỉnh thuộc toàn bộ đã này lĩnh vực"
  ).split(" "),
);
