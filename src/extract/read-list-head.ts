import { type LegalDate, legalDate, parseDate } from "../domain/legal-date.ts";
import type { ImportedList } from "../domain/publication.ts";
import { canonicalSymbol, parseSymbol } from "../domain/symbol.ts";

/** What the beginning of a list says of itself. */
export interface ListHead {
  readonly decision: ImportedList["decision"];
  /** Null: its title does not say it. */
  readonly period: { readonly from: LegalDate; readonly to: LegalDate } | null;
}

const DAY = "(\\d{1,2} ?/ ?\\d{1,2} ?/ ?\\d{4}|\\d{1,2} tháng \\d{1,2} năm \\d{4})";

/** Who published it and for which period, as far as its beginning says so. A space for a number or day yet to be written says nothing. */
export function readListHead(text: string): ListHead {
  const lines = text.normalize("NFC").split("\n");
  const words = lines.join(" ").replace(/\s{1,60}/gu, " ");
  return { decision: attachedTo(words) ?? decidedBy(words), period: periodIn(titleOf(lines)) };
}

/** "(Ban hành kèm theo Quyết định số 135/QĐ-BTP ngày 31/01/2024 của …)" */
function attachedTo(words: string): ImportedList["decision"] {
  const m = new RegExp(`kèm theo (?:quyết định|nghị quyết) số ?:? ?(\\S{3,40})(?:,? ngày ${DAY})?`, "iu").exec(words);
  return m ? decisionOf(m[1] as string, m[2]) : null;
}

/** The decision itself, with the list behind it: "Số: 135/QĐ-BTP … Hà Nội, ngày 31 tháng 01 năm 2024 … QUYẾT ĐỊNH". */
function decidedBy(words: string): ImportedList["decision"] {
  const m = new RegExp(
    `^.{0,400}?Số ?: ?(\\S{3,40}).{0,200}?, ngày ${DAY}.{0,200}?(?:QUYẾT ĐỊNH|NGHỊ QUYẾT)`,
    "u",
  ).exec(words);
  return m ? decisionOf(m[1] as string, m[2]) : null;
}

function decisionOf(symbol: string, day: string | undefined): ImportedList["decision"] {
  const bare = symbol.replace(/[).,;]{1,3}$/u, "");
  if (parseSymbol(bare) === null) return null;
  return { symbol: canonicalSymbol(bare), issuedOn: day ? parseDate(day.replace(/ ?\/ ?/gu, "/")) : null };
}

/** Lines that a title may take. */
const MOST_LINES = 12;

/**
 * From "DANH MỤC" to the head of the table, with the label of part A. Rows must not be read as the title: the day of the first
 * document listed would be taken for the period.
 */
function titleOf(lines: readonly string[]): string {
  const start = lines.findIndex((line) => /^\s*(?:PHỤ LỤC.{0,40})?(?:TẬP|DANH MỤC)(?!\p{L})/u.test(line));
  // the decision alone: its own subject names the list
  if (start < 0) return /công bố danh mục.{1,400}?(?=\n\s*(?:\p{Lu}{2,}|Căn cứ))/isu.exec(lines.join("\n"))?.[0] ?? "";
  const after = lines.slice(start, start + MOST_LINES);
  const end = after.findIndex((line) => /^\s*(?:STT|TT|Số TT|Số thứ tự)(?![\p{Ll}])/u.test(line));
  return (
    (end < 0 ? after.slice(0, 3) : after.slice(0, end))
      .join(" ")
      // who published it is no part of the title, and has a day of its own
      .replace(/\([^()]{0,300}kèm theo[^()]{0,300}\)/giu, " ")
      .replace(/\s{1,60}/gu, " ")
  );
}

function periodIn(whole: string): ListHead["period"] {
  // when the documents were issued is not when they ended
  const title = whole.replace(/ban hành (?:từ |trong )?năm \d{4}(?: đến (?:hết )?năm \d{4})?/giu, " ");
  const days = new RegExp(`từ (?:ngày )?${DAY} đến (?:hết )?(?:ngày )?${DAY}`, "iu").exec(title);
  if (days) return between(parseDate(days[1] as string), parseDate(days[2] as string));
  const years = /(?:kỳ|giai đoạn)(?: hệ thống hóa)?(?: từ năm)? (\d{4}) ?(?:-|–|đến năm|đến) ?(\d{4})/iu.exec(title);
  if (years) return between(`${years[1]}-01-01`, `${years[2]}-12-31`);
  // the last year named: "… do Hội đồng nhân dân ban hành năm 2020 hết hiệu lực năm 2025"
  const last = [
    ...title.matchAll(/(?:(\d{1,2}) tháng (đầu|cuối) |tháng (\d{1,2}) |quý ([IV]{1,3}|[1-4]) )?năm (\d{4})/giu),
  ].at(-1);
  if (!last) return null;
  const [, months, half, month, quarter, year] = last;
  if (months !== undefined)
    return half?.toLocaleLowerCase("vi") === "đầu"
      ? stretch(year, 1, Number(months))
      : stretch(year, 13 - Number(months), 12);
  if (month !== undefined) return stretch(year, Number(month), Number(month));
  if (quarter === undefined) return stretch(year, 1, 12);
  const q = Number(quarter) || ["I", "II", "III", "IV"].indexOf(quarter.toUpperCase()) + 1;
  return stretch(year, 3 * q - 2, 3 * q);
}

/** First day of the first month to the last day of the last one; null where the year has no such months. */
function stretch(year: string | undefined, first: number, last: number): ListHead["period"] {
  const from = legalDate(Number(year), first, 1);
  const to = [31, 30, 29, 28].map((day) => legalDate(Number(year), last, day)).find((day) => day !== null);
  return between(from, to ?? null);
}

const between = (from: LegalDate | null, to: LegalDate | null): ListHead["period"] =>
  from !== null && to !== null && from <= to ? { from, to } : null;
