import { isCitedByName } from "../domain/document-type.ts";
import type { DocumentType } from "../domain/document-type.ts";
import { readName } from "./law-name.ts";
import type { OwnNames } from "./law-name.ts";
import type { NamedDocument } from "./reference.ts";
import type { Token } from "./token.ts";

/** A document named at a token, and the first token after it. */
export interface DocumentFound {
  readonly document: NamedDocument;
  readonly next: number;
}

/**
 *   document := type "này"
 *             | law name ("số" symbol | date | "năm" year)?
 *             | type words? "số"? symbol
 *             | "số" symbol | symbol
 *             | type "số"? ordinal
 */
export function readDocument(tokens: readonly Token[], text: string, i: number, own: OwnNames): DocumentFound | null {
  const token = tokens[i];
  if (!token) return null;
  if (token.kind === "so") {
    const symbol = tokens[i + 1]?.kind === "colon" ? tokens[i + 2] : tokens[i + 1];
    if (symbol?.kind !== "symbol" || symbol.gap) return null;
    return numbered(tokens, text, { start: token.start, type: null, word: "", name: null }, tokens.indexOf(symbol, i));
  }
  if (token.kind === "symbol")
    return token.strong ? numbered(tokens, text, { start: token.start, type: null, word: "", name: null }, i) : null;
  if (token.kind !== "type") return null;
  return typed(tokens, text, i, token, own);
}

interface Head {
  readonly start: number;
  readonly type: DocumentType | null;
  readonly word: string;
  readonly name: string | null;
}

type TypeToken = Extract<Token, { kind: "type" }>;

function typed(
  tokens: readonly Token[],
  text: string,
  i: number,
  token: TypeToken,
  own: OwnNames,
): DocumentFound | null {
  const after = tokens[i + 1];
  const head: Head = { start: token.start, type: token.value, word: token.word, name: null };
  if (after && !after.gap && after.kind === "this") {
    if (!token.capital && token.word !== "văn bản") return null;
    return { document: { ...blank(head, after.end), isThis: true }, next: i + 2 };
  }
  const symbolAt = symbolAfter(tokens, i + 1);
  if (symbolAt >= 0) return numbered(tokens, text, head, symbolAt);
  if (isCitedByName(token.value)) return token.capital ? lawByName(tokens, text, i, token, own) : null;
  return distantNumber(tokens, text, i, head) ?? ordinalOnly(tokens, i, head);
}

/** Index of the symbol right after a place: "số", "số:", or nothing between. -1 when there is none. */
function symbolAfter(tokens: readonly Token[], i: number): number {
  return tokens[i]?.gap ? -1 : symbolFrom(tokens, i);
}

function symbolFrom(tokens: readonly Token[], i: number): number {
  let j = i;
  for (let k = 0; k < 3; k++, j++) {
    const t = tokens[j];
    if (!t || (t.gap && j > i)) return -1;
    if (t.kind === "symbol") return j;
    if (t.kind !== "so" && !(t.kind === "colon" && tokens[j - 1]?.kind === "so")) return -1;
  }
  return -1;
}

const blank = (head: Head, end: number): NamedDocument => ({
  span: { start: head.start, end },
  type: head.type,
  word: head.word,
  symbol: null,
  name: head.name,
  issuedOn: null,
  year: null,
  issuer: null,
  isThis: false,
  bare: false,
  ordinal: null,
  tail: end,
});

/** How far the number may stand from its type word: "báo cáo thẩm định của Sở Tư pháp số 316/BC-STP". */
const DISTANT_NUMBER_CHARS = 90;

function distantNumber(tokens: readonly Token[], text: string, i: number, head: Head): DocumentFound | null {
  const from = tokens[i] as Token;
  for (let j = i + 1; j < tokens.length && j < i + 14; j++) {
    const t = tokens[j] as Token;
    if (t.start - from.end > DISTANT_NUMBER_CHARS) return null;
    if (t.kind === "so") {
      const at = symbolFrom(tokens, j);
      if (at < 0) continue;
      return fitsType(head, tokens[at] as Token) ? numbered(tokens, text, head, at) : null;
    }
    // "Thông báo kết luận số …"
    if (t.kind === "type" && t.value === "khac" && !t.capital) continue;
    if (
      [
        "type",
        "semicolon",
        "colon",
        "newline",
        "stop",
        "open",
        "quote",
        "symbol",
        "unit",
        "date",
        "this",
        "attached",
        "bracket",
      ].includes(t.kind)
    )
      return null;
    if (t.kind === "key" && (t.value === "alias" || t.value === "passive")) return null;
    // "tại khoản 2" leaves the name; "người nước ngoài tại Việt Nam số …" does not
    if (t.kind === "key" && t.value === "at" && !tokens[j + 1]?.gap) return null;
    if (t.kind === "verb" && t.value !== "insert") return null;
  }
  return null;
}

/** A verb "quyết định" before "số 12/BC-STP" is not that report's type. */
function fitsType(head: Head, symbol: Token): boolean {
  if (symbol.kind !== "symbol") return false;
  const code = symbol.value
    .replace(/^[\d.]+[a-zđ]?/u, "")
    .replace(/^\/\d{4}/u, "")
    .slice(1);
  switch (head.type) {
    case "quyet-dinh":
      return /^Q[ĐD]/u.test(code);
    case "nghi-quyet":
      return /^NQ|^QH|^UBTVQH/u.test(code);
    case "nghi-dinh":
      return /^N[ĐD]|CP$/u.test(code);
    case "thong-tu":
    case "thong-tu-lien-tich":
      return /^TT/u.test(code);
    case "ke-hoach":
      return /^KH/u.test(code);
    case "luat":
    case "bo-luat":
      return /^QH|^L[-/]|^LCT/u.test(code);
    case "phap-lenh":
      return /^PL|^UBTVQH|LCT/u.test(code);
    default:
      return true;
  }
}

/** "Nghị định số 742 nêu trên", "Thông tư 12": only the ordinal; the frame says the rest. */
function ordinalOnly(tokens: readonly Token[], i: number, head: Head): DocumentFound | null {
  const j = tokens[i + 1]?.kind === "so" && !tokens[i + 1]?.gap ? i + 2 : i + 1;
  const number = tokens[j];
  if (number?.kind !== "number" || number.gap || !/^\d{1,4}[a-zđ]?$/u.test(number.value)) return null;
  return { document: { ...blank(head, number.end), ordinal: number.value }, next: j + 1 };
}

function numbered(tokens: readonly Token[], text: string, head: Head, at: number): DocumentFound | null {
  const symbol = tokens[at];
  if (symbol?.kind !== "symbol") return null;
  const tail = readTail(tokens, text, at + 1, symbol.end);
  return {
    document: {
      ...blank(head, symbol.end),
      symbol: symbol.value,
      issuedOn: tail.issuedOn,
      year: tail.year,
      issuer: tail.issuer,
      tail: tail.end,
    },
    next: at + 1,
  };
}

const ISSUER =
  /[\s,]{0,3}của\s{1,3}((?:Chủ tịch|Thủ tướng|Bộ trưởng|Thống đốc|Tổng|Chánh án|Viện trưởng|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Thường trực|Quốc hội|Chính phủ|Bộ|Ban|Sở|Ngân hàng|Thanh tra|Tòa án|Toà án|Viện|Kiểm toán|Văn phòng|Đảng|Trung ương|Tỉnh|Thành|Cục|Liên)(?:[^\n.;:()“”"]){0,110}?)(?=\s{1,3}(?:quy định|về|sửa đổi|ban hành|hướng dẫn|bổ sung|Quy định|Về|Sửa đổi|Ban hành|Hướng dẫn|Bổ sung|bãi bỏ|phê duyệt|Phê duyệt|hết|có|tại|thì|được|đến|kể từ|thông qua|công bố|tiếp tục|và\s{1,3}(?:Nghị|Quyết|Thông|Luật|các))(?!\p{L})|[.;:,()\n“”"]|$)/uy;

/** "ngày 05 tháng 4 năm 2024 của Chính phủ": outside the mention, yet it tells day and issuer. */
export function readTail(tokens: readonly Token[], text: string, i: number, end: number) {
  let at = end;
  let issuedOn: string | null = null;
  let year: number | null = null;
  let j = i;
  while (tokens[j]?.kind === "comma" && !tokens[j]?.gap && tokens[j + 1]?.kind === "date") j++;
  const day = tokens[j];
  if (day && !day.gap && day.kind === "date") {
    issuedOn = day.value;
    at = day.end;
  } else if (day && !day.gap && day.kind === "year") {
    year = day.value;
    at = day.end;
  }
  ISSUER.lastIndex = at;
  const issuer = ISSUER.exec(text);
  return {
    issuedOn,
    year,
    issuer: issuer ? (issuer[1] as string).trim() : null,
    end: issuer ? at + issuer[0].length : at,
  };
}

const AMENDING = /\s{1,3}(?:sửa đổi|bổ sung|Sửa đổi|Bổ sung|SỬA ĐỔI|BỔ SUNG)/uy;
const CONSTITUTION = /\s{1,3}nước Cộng hòa xã hội chủ nghĩa Việt Nam/iuy;

function lawByName(
  tokens: readonly Token[],
  text: string,
  i: number,
  token: TypeToken,
  own: OwnNames,
): DocumentFound | null {
  const end = nameEnd(text, token, own);
  if (end < 0) {
    // "Pháp lệnh về thủ tục … số 24/1999/PL-UBTVQH10"
    const far = distantNumber(tokens, text, i, { start: token.start, type: token.value, word: token.word, name: null });
    if (!far) return null;
    const name = text
      .slice(token.start, far.document.span.end)
      .replace(/\s+số\s*:?\s*\d\S*$/u, "")
      .replace(/\s+/gu, " ");
    return { ...far, document: { ...far.document, name } };
  }
  let next = i + 1;
  while (next < tokens.length && (tokens[next] as Token).start < end) next++;
  const name = text.slice(token.start, end).replace(/\s+/gu, " ");
  const head: Head = { start: token.start, type: token.value, word: token.word, name };
  const adjoins = tokens[next] !== undefined && /^\s*$/u.test(text.slice(end, (tokens[next] as Token).start));
  const symbolAt = adjoins ? symbolFrom(tokens, next) : -1;
  if (symbolAt >= 0) return numbered(tokens, text, head, symbolAt);
  const longer = reach(tokens, text, next, end);
  if (longer >= 0) {
    const symbol = tokens[longer] as Token;
    const from = tokens[longer - 1]?.kind === "so" ? (tokens[longer - 1] as Token).start : symbol.start;
    return numbered(
      tokens,
      text,
      { ...head, name: text.slice(token.start, from).trim().replace(/\s+/gu, " ") },
      longer,
    );
  }
  const dated = tokens[next];
  if (dated && adjoins && dated.kind === "date")
    return { document: { ...blank(head, dated.end), issuedOn: dated.value }, next: next + 1 };
  if (dated && adjoins && dated.kind === "year")
    return { document: { ...blank(head, dated.end), year: dated.value }, next: next + 1 };
  return { document: blank(head, end), next };
}

/** End of the name that begins with this type word; -1 when the word stands alone. */
function nameEnd(text: string, token: TypeToken, own: OwnNames): number {
  if (token.value === "hien-phap") {
    CONSTITUTION.lastIndex = token.end;
    const m = CONSTITUTION.exec(text);
    return m ? token.end + m[0].length : token.end;
  }
  AMENDING.lastIndex = token.end;
  if (AMENDING.test(text)) return amendingName(text, token.end, own);
  return readName(text, token.end, own)?.end ?? -1;
}

const INNER = /(?:^|[\s,])(?:Bộ luật|Luật|Pháp lệnh|LUẬT|BỘ LUẬT|PHÁP LỆNH)(?=\s)/gu;
const JOINS_NAMES = /^(?:,|và|, và)?(?: ?của)?$/u;
const STOP_OF_NAME = /[.;:()\n“”"]|\s(?:số\s*:?\s*\d|ngày\s+\d|năm\s+\d|đã được|được)/u;

/** "Luật sửa đổi, bổ sung một số điều của Luật A và Luật B": one name to the end of the last inner name. */
function amendingName(text: string, at: number, own: OwnNames): number {
  const window = text.slice(at, at + 320);
  const stop = STOP_OF_NAME.exec(window);
  const limit = stop ? stop.index : window.length;
  let end = -1;
  INNER.lastIndex = 0;
  for (let m = INNER.exec(window); m && m.index < limit; m = INNER.exec(window)) {
    if (
      end >= 0 &&
      !JOINS_NAMES.test(
        window
          .slice(end, m.index + 1)
          .replace(/\s+/gu, " ")
          .trim(),
      )
    )
      break;
    const name = readName(text, at + m.index + m[0].length, own);
    if (!name) break;
    end = name.end - at;
    INNER.lastIndex = end;
  }
  if (end >= 0) return at + end;
  const open = /^[^.;:()\n“”"]{0,200}?(?=\s(?:số\s*:?\s*\d|ngày\s+\d|năm\s+\d|được|đã|quy định)|[.;:()\n“”"]|$)/u.exec(
    window,
  );
  return open ? at + open[0].trimEnd().length : -1;
}

/** A longer, unknown name whose number still follows: "Luật Cấp, thoát nước và xử lý nước thải số …". -1 when none does. */
function reach(tokens: readonly Token[], text: string, next: number, end: number): number {
  for (let j = next; j < tokens.length && j < next + 8; j++) {
    const t = tokens[j] as Token;
    if (t.start - end > DISTANT_NUMBER_CHARS) return -1;
    if (t.kind === "symbol") {
      const between = text.slice(end, t.start);
      return /(?:^|\s)(?:được|quy định|theo|tại|thì|có|ban hành|hướng dẫn|trong|về|số \d)(?!\p{L})/u.test(between) ||
        !/QH|UBTVQH|LCT|PL|\/L|CTN/u.test(t.value)
        ? -1
        : j;
    }
    if (t.kind !== "comma" && t.kind !== "and" && t.kind !== "so" && t.kind !== "of" && t.kind !== "verb") return -1;
  }
  return -1;
}
