import { type DocumentType, TYPE_NAMES } from "../domain/document-type.ts";
import { type LegalDate, parseDate } from "../domain/legal-date.ts";
import type { ListedFate } from "../domain/publication.ts";
import { canonicalSymbol, parseSymbol } from "../domain/symbol.ts";

/** How a cell names a document: kind, number, day, body, name. */
export interface Designation {
  readonly type: DocumentType | null;
  readonly symbol: string | null;
  readonly issuedOn: LegalDate | null;
  readonly issuer: string | null;
  readonly title: string;
}

/**
 * Lines of one cell as one text: a symbol broken at its stroke or hyphen ("05/2023/TT-" + "BLĐTBXH", "12/2016/" +
 * "TTLT-BTC") is whole again; a dash with a space before it is a dash.
 */
export const joinLines = (lines: readonly string[]): string =>
  lines
    .join(" ")
    .replace(/\s{1,40}/gu, " ")
    .replace(/(?<=[\p{Lu}\d][/-]) (?=[\p{Lu}\d])/gu, "")
    .trim();

/** `12/2021/QĐ-UBND`, `315/QĐ-UBND`, `118/TTg`, `1385/1998/QĐ-UB`. */
const SYMBOL =
  /(?<![\p{L}\d/.-])(\d{1,5}[a-zđ]?(?:\.\d{1,2})?\/(?:\d{4}\/)?(?:QH|UBTVQH|L|PL|NĐ|QĐ|NQ|CT|TT|CP|TTg|VBHN|HĐ)[\p{L}\d&./-]{0,60})/u;
const DAY = /(\d{1,2}\s?\/\s?\d{1,2}\s?\/\s?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})/u;

/** The first number of a document in a text; a final full stop or comma is the sentence's. */
export function symbolIn(
  text: string,
): { readonly symbol: string; readonly start: number; readonly end: number } | null {
  const m = SYMBOL.exec(text);
  const raw = m?.[1]?.replace(/[.,/-]{1,3}$/u, "") ?? "";
  if (!m || parseSymbol(raw) === null) return null;
  return { symbol: canonicalSymbol(raw), start: m.index, end: m.index + raw.length };
}

/** The day a text names first, from a place on; null where something else than the words before a day stands between. */
export function dayIn(text: string): LegalDate | null {
  const m = DAY.exec(text);
  return m ? parseDate((m[1] as string).replace(/\s?\/\s?/gu, "/")) : null;
}

/** A cell that is nothing but a day. */
export const dayAlone = (text: string): LegalDate | null =>
  /^(?:(?:kể )?từ )?(?:ngày )?\d{1,2}\s?\/\s?\d{1,2}\s?\/\s?\d{4}\.?$/iu.test(text) ? dayIn(text) : null;

/** The kind a text begins with; "Thông tư liên lịch" is a slip that happens. */
export function typeAt(text: string): DocumentType | null {
  const words = text.replace(/^[-•*\s]{0,4}/u, "").replace(/liên lịch/iu, "liên tịch");
  const lower = words.toLocaleLowerCase("vi");
  return TYPE_NAMES.find(([name]) => lower.startsWith(name.toLocaleLowerCase("vi")))?.[1] ?? null;
}

const ISSUER =
  /^[\s,;]{0,4}(?:của|do)\s(.{3,160}?)(?=\s(?:về việc|về|ban hành|quy định|hướng dẫn|sửa đổi|bãi bỏ|bổ sung|công bố|thay thế|phê duyệt|điều chỉnh|thành lập|cho phép)|[,;.]?$)/u;

/** "Thông tư số 36/2017/TT-BLĐTBXH ngày 29/12/2017 của Bộ trưởng … ban hành …" or the cells of forms 01, 02 one after another. */
export function designationOf(text: string): Designation {
  const found = symbolIn(text);
  if (found === null) return { type: typeAt(text), symbol: null, issuedOn: null, issuer: null, title: text };
  const before = text
    .slice(0, found.start)
    .replace(/\s(?:số|số:)\s{0,2}$/iu, "")
    .trim();
  const after = text.slice(found.end);
  const dated =
    /^[\s,;.]{0,4}(?:ngày\s)?\s{0,2}(\d{1,2}\s?\/\s?\d{1,2}\s?\/\s?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})/iu.exec(
      after,
    );
  const rest = dated ? after.slice(dated[0].length) : after;
  const by = ISSUER.exec(rest);
  const issuer = by?.[1] ?? issuerBefore(before);
  return {
    type: typeAt(before) ?? parseSymbol(found.symbol)?.type ?? null,
    symbol: found.symbol,
    issuedOn: dated ? dayIn(dated[0]) : null,
    issuer: issuer === null ? null : issuer.replace(/^Bộ trưởng (?=Bộ )| ban$/gu, "").trim(),
    title: rest
      .slice(by ? by[0].length : 0)
      .replace(/^[\s,;.:-]{0,6}/u, "")
      .trim(),
  };
}

/** "Quyết định; Ủy ban nhân dân tỉnh An Khê", "Quyết định của …": kind and body in one cell (NĐ 79/2025). */
const issuerBefore = (before: string): string | null =>
  /(?:[;,]|\scủa)\s{0,3}(\p{Lu}.{2,120})$/u.exec(before)?.[1]?.trim() ?? null;

/** Who ended it: the first number after the words that say so. */
export function endedBy(reason: string): string | null {
  const m = /(?:bởi|bằng|tại|theo|thay thế|bãi bỏ|kèm theo)\s/iu.exec(reason);
  return symbolIn(m ? reason.slice(m.index) : reason)?.symbol ?? null;
}

/** What the heading of a part or group says befell the documents below it. */
export function fateOf(heading: string): ListedFate | null {
  const words = heading.toLocaleLowerCase("vi");
  const part = /một phần/u.test(words);
  const whole = /toàn bộ/u.test(words);
  const paused = /(?:tạm )?(?:ngưng|ngừng) hiệu lực/u.test(words);
  const ended = /hết\s{0,2}(?:hiệu )?(?:lực)?/u.test(words);
  if (/còn hiệu lực/u.test(words) && !ended) return "in-force";
  if (part === whole) return null;
  // "hết hiệu lực, tạm ngưng hiệu lực toàn bộ": the group below says which of the two
  if (ended) return part ? "partly-ceased" : "ceased";
  return paused ? (part ? "partly-suspended" : "suspended") : null;
}
