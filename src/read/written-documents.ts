import type { DocumentType } from "../domain/document-type.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { findLooseDays } from "./loose-day.ts";
import { findWrittenSymbols, type WrittenSymbol } from "./written-symbols.ts";

/** A document as a cell names it. */
export interface WrittenDocument {
  /** The words about it, on one line. */
  readonly text: string;
  readonly symbol: WrittenSymbol | null;
  readonly type: DocumentType | null;
  readonly day: LegalDate | null;
  /** `UBND tỉnh An Khê`, as written. */
  readonly issuer: string | null;
  readonly title: string | null;
  /** Other documents that only its title or a remark mentions. */
  readonly mentions: readonly string[];
}

const TYPE_WORD =
  "quyết định|q[đðd]|nghị quyết|nq|chỉ thị|ct|nghị định|nđ|thông tư|tt|quy định|quy chế|văn bản|vb|luật";
/** What may stand before a document of a list: a bullet, a number, its kind. */
const OPENING = new RegExp(
  `^[\\s,;.]*(?:[-+•*–]|\\(?\\d{1,2}[.)]|[a-zđ]\\)|và|hoặc|&)?[\\s]*(?:(?:các|${TYPE_WORD})(?![\\p{L}]))?[\\s.]*(?:quy phạm pháp luật)?\\s*(?:số)?[\\s:.]*$`,
  "iu",
);
/** `… ban hành kèm theo Quyết định số `: the title stood before. */
const ATTACHED = new RegExp(`kèm theo (?:(?:${TYPE_WORD}) )?(?:số )?:? ?$`, "iu");
/** Words after which a first number is spoken of: the cell names what amends it, or what shall be done with it. */
const SPOKEN_OF = /sửa đổi|bổ sung|bãi bỏ|thay thế|một số điều|đính chính|hướng dẫn thi hành|quy định chi tiết/iu;
const BODIES =
  "UBND|ubnd|HĐND|hđnd|CT UBND|(?:[Cc]hủ tịch )?[ỦủUu][ỷy] ban [Nn]hân dân|Chủ tịch UBND|[Hh]ội đồng [Nn]hân dân";
const PLACES = "[Tt]ỉnh|[Tt]hành phố|TP\\.?|[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Đđ]ặc khu";
/** What a title begins with, often with a capital of its own. */
const VERBS = "Ban hành|Quy định|Sửa đổi|Bổ sung|Bãi bỏ|Phê duyệt|Công bố|Về |V/v|Thay thế|Phân cấp|Phân công";
/** The name of a place in capitals; what follows it in small letters is no more of it. */
const ISSUED_BY = new RegExp(
  `(?:^|[\\s,(])(?:của )?((?:${BODIES})(?: (?:${PLACES})(?: (?!${VERBS})\\p{Lu}\\p{L}*){0,4})?(?: \\(?cũ\\)?)?)(?![\\p{L}])`,
  "u",
);

interface Piece {
  readonly symbol: WrittenSymbol;
  /** Where the words about it begin. */
  readonly from: number;
}

/**
 * The documents a cell lists: `QĐ 12/2021/QĐ-UBND ngày 15/11/2021; NQ số 05/2020/NQ-HĐND …`. A number inside the title of
 * another (“sửa đổi … Quyết định số …”) is mentioned, not listed. A cell without a number gives one document without one.
 */
export function writtenDocuments(cell: string): readonly WrittenDocument[] {
  const text = cell.normalize("NFC").replace(/[^\S\n]+/gu, " ");
  if (text.trim() === "") return [];
  const { listed, mentioned } = sortOut(text, findWrittenSymbols(text));
  if (listed.length === 0) return [described(text, null, 0, mentioned)];
  return listed.map((piece, i) => {
    const [from, to] = [i === 0 ? 0 : piece.from, listed[i + 1]?.from ?? text.length];
    const own = mentioned.filter((symbol) => symbol.start >= from && symbol.start < to);
    return described(text.slice(from, to), piece.symbol, from, own);
  });
}

function sortOut(text: string, symbols: readonly WrittenSymbol[]) {
  const listed: Piece[] = [];
  const mentioned: WrittenSymbol[] = [];
  let end = 0;
  let wasListed: boolean = true;
  for (const [i, symbol] of symbols.entries()) {
    const gap = text.slice(end, symbol.start);
    const cut = Math.max(gap.lastIndexOf("\n"), gap.lastIndexOf(";"));
    const before = gap.slice(cut + 1);
    const opens = OPENING.test(before);
    const joined = cut < 0 && i > 0 && OPENING.test(withoutDayAndIssuer(before));
    const isListed: boolean =
      ATTACHED.test(before) && listed.length === 0
        ? true
        : i === 0
          ? !SPOKEN_OF.test(before)
          : cut >= 0
            ? opens
            : joined && wasListed;
    if (isListed) listed.push({ symbol, from: end + (cut >= 0 ? cut + 1 : wordsAt(gap)) });
    else mentioned.push(symbol);
    wasListed = isListed;
    end = symbol.end;
  }
  return { listed, mentioned };
}

/** Where in `ngày 15/11/2021 và Quyết định số ` the next document begins: behind day and issuer of the one before. */
const wordsAt = (gap: string): number => {
  const opening = /[,\s]*(?:,|và|hoặc|&)\s[^,;]*$/iu.exec(gap);
  return opening === null ? gap.length : opening.index;
};

function withoutDayAndIssuer(text: string): string {
  let rest = text;
  for (const { start, end } of [...findLooseDays(text)].reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return rest
    .replace(ISSUED_BY, " ")
    .replace(/(?:^|\s)(?:ngày|của)(?=[\s,]|$)/giu, " ")
    .replace(/^[\s,)]+/u, "");
}

/** Kind, day, issuer and title out of the words about one document. `offset`: where they stand in the cell. */
function described(
  words: string,
  symbol: WrittenSymbol | null,
  offset: number,
  mentioned: readonly WrittenSymbol[],
): WrittenDocument {
  const behind = symbol === null ? 0 : symbol.end - offset;
  const head = symbol === null ? "" : words.slice(0, symbol.start - offset);
  const tail = words.slice(behind);
  const firstMention = mentioned[0] === undefined ? words.length : mentioned[0].start - offset;
  // the day of a document that is only mentioned is not this one's
  const dated = findLooseDays(tail).find(({ start }) => behind + start < firstMention && start < DAY_WITHIN);
  const afterDay = dated === undefined ? tail : tail.slice(0, dated.start) + tail.slice(dated.end);
  const issuer = ISSUED_BY.exec(afterDay.slice(0, ISSUER_WITHIN));
  const rest =
    issuer === null ? afterDay : afterDay.slice(0, issuer.index) + afterDay.slice(issuer.index + issuer[0].length);
  const title = tidyTitle(
    symbol === null ? words : [tidyTitle(rest), tidyTitle(headTitle(head))].filter(Boolean).join(" "),
  );
  return {
    text: words.replace(/\s+/gu, " ").replace(/^[\s,;]+|[\s,;]+$/gu, ""),
    symbol,
    type: symbol?.type ?? null,
    day: dated?.day ?? null,
    issuer: issuer?.[1]?.trim() ?? null,
    title: title.length < SHORTEST_TITLE ? null : title,
    mentions: mentioned.map((one) => one.text.trim()),
  };
}

/** Letters behind the number within which its day, and its issuer, stand. */
const DAY_WITHIN = 40;
const ISSUER_WITHIN = 90;
/** Less than this names nothing. */
const SHORTEST_TITLE = 10;

/** What stands before the number, where that is a title and no kind of document. */
const headTitle = (head: string): string => (OPENING.test(head) ? "" : head);

const tidyTitle = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .replace(/^[\s,.;:()–-]*(?:ngày|của)?[\s,.;:()–-]*(?:(?:v\/v|về việc|về)\s)?/iu, "")
    .replace(/[\s,.;:(–-]+$/u, "")
    .trim();
