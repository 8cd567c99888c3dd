import type { LegalDate } from "../domain/legal-date.ts";
import type { ListedFate, ReadRow } from "../domain/publication.ts";
import { dayAlone, designationOf, endedBy, joinLines, symbolIn } from "./list-words.ts";

/** A line or a cell of a row, with the line it stands in. */
export interface Cell {
  readonly text: string;
  readonly at: number;
}

export interface RowPlace {
  readonly no: number | null;
  readonly part: string;
  readonly group: string;
  readonly fate: ListedFate | null;
  /** It goes on behind the heading of a new page: the cells' second halves stand behind one another. */
  readonly broken: boolean;
}

const REASON =
  /^(?:Đã )?(?:[Đđ]ược|[Bb]ị) (?:thay|bãi|sửa|công bố|hủy|huỷ|quy định|điều chỉnh|bổ sung|đình chỉ)|^Hết (?:thời hạn|hiệu lực)|^(?:Do|Vì|Không còn|Thay thế bởi|Bãi bỏ bởi|Tạm ngưng|Ngưng hiệu lực) |^Văn bản được quy định chi tiết|^Văn bản quy định chi tiết/u;
const CONTENT =
  /^[-+•–]? ?(?:Các |Một phần |Toàn bộ (?!Quyết|Nghị|Thông))?(?:[Đđ]iểm|[Kk]hoản|Điều|[Mm]ục|Chương|Phụ lục|[Mm]ẫu(?: số| biểu)?|Tên (?:[Đđ]iều|Mục|Chương|gọi)|[Cc]ụm từ|Từ|Thay cụm từ|Sửa đổi nội dung|Bỏ cụm từ|Bảng|Danh mục|Đoạn|Nội dung|Quy định (?:tại|về))(?![\p{L}])/u;

/**
 * One row from its lines in the order of reading: the document, in partial lists what of it, the reason, the day. The day is the
 * line that is nothing else; the reason begins with the words of the trade ("Được thay thế bởi …").
 */
export function rowOf(lines: readonly Cell[], place: RowPlace): ReadRow {
  const days: LegalDate[] = [];
  const words: string[] = [];
  lines.forEach(({ text }, i) => {
    const before = lines[i - 1]?.text ?? "";
    const day = /(?:ngày|từ)$/iu.test(before) ? null : dayAlone(text);
    if (day === null) words.push(text);
    else days.push(day);
  });
  const { named, content, reason } = partsOf(words, place.fate);
  const document = designationOf(joinLines(named));
  const because = joinLines(reason);
  // a merged cell stands above its number: its own day comes first, the row's day last
  const since = days.at(-1) ?? null;
  return {
    no: place.no,
    fate: place.fate,
    part: place.part,
    group: place.group,
    ...document,
    content: joinLines(content),
    reason: because,
    endedBy: endedBy(because),
    since,
    otherDays: days.slice(0, -1),
    place: `dòng ${lines[0]?.at ?? 0}`,
    problems: [
      document.symbol === null ? "Không đọc được số, ký hiệu" : null,
      document.symbol !== null && document.issuedOn === null ? "Không đọc được ngày ban hành" : null,
      since === null && place.fate !== "in-force" ? "Không đọc được ngày hết hiệu lực" : null,
      because === "" && place.fate !== "in-force" ? "Không đọc được lý do" : null,
      place.broken ? "Dòng vắt sang trang khác: tên gọi và lý do có thể lẫn nhau" : null,
    ].filter((one) => one !== null),
  };
}

interface RowParts {
  readonly named: readonly string[];
  readonly content: readonly string[];
  readonly reason: readonly string[];
}

/** The name goes on until the part of the document, or the reason, begins; what stands before the name is part of the content. */
function partsOf(words: readonly string[], fate: ListedFate | null): RowParts {
  const partly = fate === "partly-ceased" || fate === "partly-suspended" || fate === null;
  const found = words.findIndex((text) => REASON.test(text));
  const reasonAt = found < 0 ? words.length : found;
  const first = firstOfName(words, reasonAt);
  const before = words.slice(0, first);
  if (first > reasonAt)
    // a merged cell above the name: its reason stands before the document
    return afterMerged(words, first, partly);
  const body = words.slice(first, reasonAt);
  const contentAt = partly ? contentIn(body) : body.length;
  return {
    named: body.slice(0, contentAt),
    content: [...before, ...body.slice(contentAt)],
    reason: words.slice(reasonAt),
  };
}

/** The line in which the row's own document is named: a kind of document that a number follows. */
function firstOfName(words: readonly string[], reasonAt: number): number {
  const at = words.findIndex((text, i) => NAME.test(text) && hasSymbolSoon(words, i));
  if (at >= 0 && at < reasonAt) return at;
  // in a merged row the reason of the part above comes first
  const later = words.findIndex((text, i) => i > reasonAt && NAME_START.test(text) && hasSymbolSoon(words, i));
  return Math.max(later, 0);
}

const NAME =
  /^(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh|Lệnh|Nghị ?$|Nghị quyết|Nghị định|Quyết ?$|Quyết định|Chỉ thị|Thông ?$|Thông tư)|^\d{1,5}[a-z]?\/\d{4}\/\p{Lu}/u;
const NAME_START =
  /^(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư)(?: liên tịch)?(?: số)? ?\d/u;

const hasSymbolSoon = (words: readonly string[], i: number): boolean =>
  symbolIn(joinLines(words.slice(i, i + 6))) !== null;

const contentIn = (body: readonly string[]): number => {
  // the first line is the name itself; its continuation may begin with "Điều", its parts never before the day of issue
  const at = body.findIndex((text, i) => i > 0 && CONTENT.test(text) && named(body.slice(0, i)));
  return at < 0 ? body.length : at;
};

/** The name has its number, and its last words do not call for more ("sửa đổi, bổ sung" + "Điều 1 của …"). */
const named = (lines: readonly string[]): boolean => {
  const text = joinLines(lines);
  return symbolIn(text) !== null && !/(?:bổ sung|của|tại|và|về|theo|,|bãi bỏ|một số)$/iu.test(text);
};

function afterMerged(words: readonly string[], first: number, partly: boolean): RowParts {
  const rest = words.slice(first);
  const found = rest.findIndex((text) => REASON.test(text));
  const reasonAt = found < 0 ? rest.length : found;
  const body = rest.slice(0, reasonAt);
  const contentAt = partly ? contentIn(body) : body.length;
  const above = words.slice(0, first);
  const aboveReason = above.findIndex((text) => REASON.test(text));
  return {
    named: body.slice(0, contentAt),
    content: [...above.slice(0, Math.max(0, aboveReason)), ...body.slice(contentAt)],
    reason: [...rest.slice(reasonAt), ...above.slice(Math.max(0, aboveReason))],
  };
}
