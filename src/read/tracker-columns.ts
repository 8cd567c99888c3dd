import { HANDLING_STEPS, type HandlingStep } from "../domain/handling.ts";
import type { CellValue } from "./spreadsheet-cells.ts";
import { cellText } from "./spreadsheet-values.ts";
import { findWrittenSymbols } from "./written-symbols.ts";

/** What a column of a tracker holds beside the steps. */
export const TRACKER_ROLES = [
  "stt",
  "document",
  "type",
  "issuedOn",
  "issuer",
  "title",
  "unit",
  "form",
  "content",
  "officer",
  "due",
  "session",
  "doneMonth",
  "note",
] as const;
export type TrackerRole = (typeof TRACKER_ROLES)[number];

/** A role, a step, or one part of a step: `unit`, `appraised`, `appraised.day`, `appraised.number`. */
export type TrackerColumn = TrackerRole | HandlingStep | `${HandlingStep}.day` | `${HandlingStep}.number`;

/** The heading of a sheet: how many rows it takes, and what each column was understood as (null = kept as it is). */
export interface TrackerHeading {
  /** Index of the first row below it. */
  readonly firstRow: number;
  readonly columns: readonly (TrackerColumn | null)[];
  /** The words of each column's heading, from top to bottom. */
  readonly labels: readonly string[];
}

/** Rows looked at: above the heading stand the agency, the title, "tính đến ngày …". */
const HEADING_WITHIN = 30;
/** A heading has no more rows than this. */
const MOST_HEADING_ROWS = 4;

/** Asked in this order: what an earlier shape means is not asked again of a later one. */
const ROLES: readonly (readonly [TrackerRole | HandlingStep, RegExp])[] = [
  ["stt", /^(?:stt|tt|số tt|số thứ tự)$/u],
  ["doneMonth", /^tháng$|tháng (?:đã )?(?:xử lý|hoàn thành|ban hành|xong)/u],
  ["note", /ghi chú/u],
  [
    "officer",
    /(?:người|cán bộ|chuyên viên|công chức)(?: \S+){0,3} (?:xử lý|theo dõi|phụ trách|thụ lý|tham mưu)|^(?:chuyên viên|người xử lý)/u,
  ],
  ["unit", /(?:cơ quan|đơn vị|sở)(?: \S+){0,5} (?:soạn thảo|tham mưu|chủ trì|thực hiện|xử lý)|chủ trì soạn thảo/u],
  ["due", /thời hạn|^hạn|hạn (?:xử lý|hoàn thành|trình)|thời gian (?:hoàn thành|xử lý|thực hiện)/u],
  ["form", /hình thức(?! văn bản)|(?:hướng|biện pháp|phương án) xử lý|(?:kiến nghị|đề xuất)(?: \S+)? xử lý$/u],
  ["content", /nội dung (?:kiến nghị|xử lý|đề xuất|cần|phải)|lý do/u],
  ["session", /kỳ họp|phiên họp/u],
  ["planned", /dự kiến/u],
  ["registered", /đăng ký/u],
  ["answered", /phúc đáp|trả lời/u],
  ["approved", /chấp thuận|thống nhất chủ trương/u],
  ["consulted", /lấy ý kiến|góp ý/u],
  ["appraised", /thẩm định/u],
  ["submitted", /(?:^|\s)(?:trình|tờ trình)(?:\s|$)/u],
  ["issued", /(?:văn bản|vb)(?: \S+){0,2} (?:thay thế|mới|kết quả|đã ban hành|đã xử lý)|kết quả (?:xử lý|ban hành)/u],
];

/** Of the document to be handled; right of the first column of the handling they speak of the resulting document. */
const DOCUMENT_FIELDS: readonly (readonly [TrackerRole, RegExp])[] = [
  ["document", /ký hiệu|số hiệu|^số (?:văn bản|vb|kh)|^số$/u],
  ["issuedOn", /ngày(?: tháng năm)?(?: ban hành| ký| văn bản)|^ngày(?: tháng(?: năm)?)?$|ngày bh/u],
  ["type", /^(?:tên )?loại|thể loại|hình thức văn bản/u],
  ["issuer", /(?:cơ quan|đơn vị|nơi|chủ thể|cấp) ban hành/u],
  ["title", /trích yếu|tên gọi|^tên văn bản|tiêu đề|nội dung văn bản|^về việc$|^nội dung$/u],
  ["document", /văn bản|^(?:qđ|nq|quyết định|nghị quyết)/u],
];

const isStep = (role: string): role is HandlingStep => (HANDLING_STEPS as readonly string[]).includes(role);
const OF_HANDLING = new Set<string>([
  "unit",
  "form",
  "content",
  "officer",
  "due",
  "session",
  "doneMonth",
  "note",
  ...HANDLING_STEPS,
]);

/** Finds the heading of a tracker by its words; null where the sheet is none. */
export function findTrackerHeading(rows: readonly (readonly CellValue[])[]): TrackerHeading | null {
  let best: (TrackerHeading & { readonly found: number }) | null = null;
  for (let at = 0; at < Math.min(rows.length, HEADING_WITHIN); at++) {
    if (!mayHead(rows[at] ?? [])) continue;
    let end = at + 1;
    while (end - at < MOST_HEADING_ROWS && end < rows.length && goesOn(rows[end] ?? [], rows[end - 1] ?? [])) end += 1;
    const labels = labelsOf(rows.slice(at, end));
    const columns = columnsOf(labels);
    const found = columns.filter((column) => column !== null).length;
    const handles = columns.some((column) => column !== null && OF_HANDLING.has(column.split(".")[0] as string));
    if (found < 3 || !handles || (best !== null && best.found >= found)) continue;
    best = { firstRow: end + (isNumbering(rows[end] ?? []) ? 1 : 0), columns, labels, found };
  }
  if (best === null) return null;
  const { found: _, ...heading } = best;
  return withDocumentColumn(heading, rows);
}

const plainLabel = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Several columns of words, none of them a document. */
function mayHead(row: readonly CellValue[]): boolean {
  const words = new Set(row.map(cellText).filter((text) => text !== ""));
  return words.size >= 3 && ![...words].some((text) => findWrittenSymbols(text).length > 0);
}

/** Headings of several rows: below "Thẩm định" stand "Số" and "Ngày", or the same cell goes on. */
function goesOn(row: readonly CellValue[], above: readonly CellValue[]): boolean {
  const texts = row.map(cellText);
  const filled = texts.filter((text) => text !== "");
  if (filled.length === 0 || isNumbering(row) || !filled.every((text) => !/\d{2}/u.test(text) && text.length < 80))
    return false;
  const same = texts.filter((text, i) => text !== "" && text === cellText(above[i] ?? null)).length;
  const parts = texts.filter((text) =>
    /^(?:số|ngày|nội dung|kết quả|số ký hiệu|ngày tháng)(?:$| )/u.test(plainLabel(text)),
  ).length;
  return same + parts >= 2 && same + parts >= filled.length / 2;
}

function labelsOf(rows: readonly (readonly CellValue[])[]): readonly string[] {
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const parts = rows.map((row) => cellText(row[column] ?? null)).filter((text) => text !== "");
    return parts.filter((text, i) => text !== parts[i - 1]).join(" / ");
  });
}

function columnsOf(labels: readonly string[]): readonly (TrackerColumn | null)[] {
  const taken = new Set<TrackerColumn>();
  let handling = false;
  return labels.map((label) => {
    const column = columnOf(label, handling);
    if (column === null || taken.has(column)) return null;
    taken.add(column);
    if (OF_HANDLING.has(column.split(".")[0] as string)) handling = true;
    return column;
  });
}

function columnOf(label: string, handling: boolean): TrackerColumn | null {
  const words = plainLabel(label);
  if (words === "") return null;
  const role = ROLES.find(([, shape]) => shape.test(words))?.[0] ?? null;
  if (role !== null) return isStep(role) ? withPart(role, label) : role;
  if (handling) return /ban hành|văn bản mới|ký hiệu/u.test(words) ? withPart("issued", label) : null;
  const fields = DOCUMENT_FIELDS.filter(([, shape]) => shape.test(words)).map(([field]) => field);
  // "Tên loại, số, ký hiệu, ngày ban hành, trích yếu": one cell tells everything
  return fields.includes("document") && words !== "tên văn bản" ? "document" : (fields[0] ?? null);
}

/** The last words of the heading say which part of the step stands here. */
function withPart(step: HandlingStep, label: string): TrackerColumn {
  const last = plainLabel(label.split(" / ").at(-1) ?? label);
  const [number, day] = [/(?:^|\s)số(?:\s|$)/u.test(last), /(?:^|\s)ngày(?:\s|$)/u.test(last)];
  return number === day ? step : number ? `${step}.number` : `${step}.day`;
}

/** Where no heading says where the documents stand, the column that holds most numbers of documents is theirs. */
function withDocumentColumn(heading: TrackerHeading, rows: readonly (readonly CellValue[])[]): TrackerHeading | null {
  if (heading.columns.includes("document")) return heading;
  const counts = heading.columns.map((column, at) =>
    column !== null && column !== "title"
      ? 0
      : rows.slice(heading.firstRow).filter((row) => findWrittenSymbols(cellText(row[at] ?? null)).length > 0).length,
  );
  const most = Math.max(0, ...counts);
  if (most === 0) return heading.columns.includes("title") ? heading : null;
  const at = counts.indexOf(most);
  return { ...heading, columns: heading.columns.map((column, i) => (i === at ? "document" : column)) };
}

/** "(1) (2) (3) …" below the heading. */
function isNumbering(row: readonly CellValue[]): boolean {
  const cells = row.map(cellText).filter((text) => text !== "");
  return cells.length >= 3 && cells.every((text, i) => text.replace(/[()]/gu, "") === String(i + 1));
}
