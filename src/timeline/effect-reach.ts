import type { NamedWork } from "../domain/citation.ts";

/** Words before a document's number that say that only a part of it is meant. */
const PART_ONLY = [
  /(?:một phần|(?<!sửa đổi\s|bổ sung\s)một số (?:điều|khoản|nội dung|quy định)(?: của)?)\s+(?:\p{L}+\s+){0,3}(?:số\s+)?$/iu,
  /(?:các|những|một số)\s+(?:quy định|nội dung)\s+(?:có\s+)?(?:liên quan|về|đến|tại|trong)\s/iu,
  /^(?:.{0,40}\s)?(?:các|những)\s(?!(?:luật|nghị định|nghị quyết|thông tư|quyết định|chỉ thị|văn bản)\s).{1,300}\s(?:quy định|nêu)\s(?:tại|trong)\s(?:\p{L}+\s){1,4}(?:số\s)?$/iu,
];

/** "Các văn bản quy định chi tiết, hướng dẫn thi hành Luật … tiếp tục có hiệu lực": not the law, those that detail it. */
const DETAILING =
  /(?:các|những)\s(?:\p{L}+,?\s){0,6}(?:văn bản|nghị định|thông tư|quyết định)\s[^.;“”\d]{0,60}(?:quy định chi tiết|hướng dẫn)[^.;“”]{0,90}$/iu;

/** Another document's number: what stands before it speaks of that one. */
const ANY_SYMBOL = /(?<!\d)\d{1,5}\/(?:\d{4}\/)?\p{Lu}{2}/u;

/** "Các quy định liên quan về … tại Nghị định số … hết hiệu lực" is easily misread as the end of the whole decree. */
export const isPartOnly = (quote: string, target: Pick<NamedWork, "symbol">): boolean => {
  const before = wordsBefore(quote, target.symbol);
  return PART_ONLY.some((shape) => shape.test(before));
};

export const meansDetailing = (quote: string, target: Pick<NamedWork, "symbol" | "name">): boolean =>
  DETAILING.test(wordsBefore(quote, target.name)) || DETAILING.test(wordsBefore(quote, target.symbol));

/** "… đối với địa bàn tỉnh An Sơn cũ": after a document's number only such words limit an instruction; others are its title. */
const LIMITED = /(?:đối với|chỉ trên|áp dụng (?:trên|tại|đối với))(?: phạm vi| toàn bộ)? địa bàn [^;.\n]{2,120}/iu;

/** The words of an instruction that may limit it to a part of the territory: what stands before the number, and such a tail. */
export function limitingWords(quote: string, target: Pick<NamedWork, "symbol">): string {
  const at = target.symbol === null ? -1 : quote.indexOf(target.symbol);
  if (at < 0) return "";
  return `${wordsBefore(quote, target.symbol)} ${LIMITED.exec(quote.slice(at))?.[0] ?? ""}`;
}

/** What the sentence says before it names the document; nothing where another document stands in between. */
function wordsBefore(quote: string, name: string | null): string {
  const at = name === null ? -1 : quote.indexOf(name);
  if (at < 0) return "";
  const sentence =
    quote
      .slice(0, at)
      .split(/[.;]\s|\n/u)
      .at(-1) ?? "";
  return ANY_SYMBOL.test(sentence) ? "" : sentence;
}
