import type { TextLine } from "./normalise.ts";
import {
  ARTICLE_OPENER,
  CHAPTER_OPENER,
  CLAUSE_OPENER,
  isBasisLine,
  PART_OPENER,
  ROMAN_OPENER,
  SECTION_OPENER,
} from "./openers.ts";

/** Parts of a document as ranges of lines, `[from, to)`. */
export interface Zones {
  readonly head: readonly [number, number];
  readonly preamble: readonly [number, number];
  readonly body: readonly [number, number];
  readonly signature: readonly [number, number];
  readonly attachments: readonly AttachmentZone[];
}

export interface AttachmentZone {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly num: string | null;
}

const SIGNATURE =
  /^(?:Nơi nhận|NƠI NHẬN) ?:?|^(?:TM|T\/M|KT|TL|TUQ)[./] ?\p{Lu}|^(?:Q\. ?|QUYỀN )?(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|THỐNG ĐỐC|TỔNG THANH TRA|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG KIỂM TOÁN)(?: \p{Lu}+)*\d?$|^Người ký ?:|^XÁC THỰC VĂN BẢN HỢP NHẤT$/u;
const KINDS: readonly (readonly [RegExp, string])[] = [
  [
    /^PHỤ LỤC|^Phụ lục(?: (?:số )?(?:[IVXL]+|\d{1,3})[a-zA-Z]?)?$|^Phụ lục (?:số )?(?:[IVXL]+|\d{1,3})[a-zA-Z]? ?[.:-] ?\p{Lu}/u,
    "phu-luc",
  ],
  [/^(?:BẢN )?QUY ĐỊNH(?:$| )/u, "quy-dinh"],
  [/^(?:BẢN )?QUY CHẾ(?:$| )/u, "quy-che"],
  [/^ĐIỀU LỆ(?:$| )/u, "dieu-le"],
  [/^(?:NỘI QUY|QUY TRÌNH|QUY CHUẨN|QUY TẮC|HƯỚNG DẪN|ĐỊNH MỨC|TIÊU CHUẨN|TIÊU CHÍ)(?:$| )/u, "quy-dinh"],
  [/^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|CHIẾN LƯỢC)(?:$| )/u, "ke-hoach"],
  [/^(?:DANH MỤC|DANH SÁCH|BẢNG GIÁ|BẢNG ĐƠN GIÁ|ĐƠN GIÁ|BẢNG)(?:$| )/u, "danh-muc"],
  [/^(?:MẪU|BIỂU MẪU|BIỂU SỐ|Mẫu số|Biểu mẫu số|Biểu số)(?:$| )/u, "bieu-mau"],
];
/** Kinds that have articles of their own. */
export const REGULATIONS: ReadonlySet<string> = new Set(["quy-dinh", "quy-che", "dieu-le"]);
const WITH =
  /^\(? ?(?:Ban hành|Được ban hành|Phê duyệt)? ?[Kk]èm theo (?:Quyết định|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Luật|Quy|Văn bản)|^\(Ban hành (?:kèm )?theo/u;
const ANNEX_NUMBER =
  /^(?:PHỤ LỤC|Phụ lục|MẪU SỐ|Mẫu số|Biểu mẫu số|BIỂU SỐ|Biểu số)(?: (?:số|SỐ))? ?:? ?([IVXL]{1,6}|\d{1,3})([a-zA-Z]?)(?=$|[ .:\-(])/u;

const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);

export function opensBody(text: string): boolean {
  return (
    CHAPTER_OPENER.test(text) ||
    PART_OPENER.test(text) ||
    SECTION_OPENER.test(text) ||
    (ARTICLE_OPENER.test(text) && /^(?:Điều|ĐIỀU) ?\d+[a-zđ]? ?(?:[.:)]|$)/u.test(text))
  );
}

export function findZones(lines: readonly TextLine[], quoted: Uint8Array): Zones {
  const preambleFrom = findFirst(
    lines,
    0,
    Math.min(lines.length, 400),
    (l) => isBasisLine(l.text) || opensBody(l.text),
  );
  const headTo = preambleFrom < 0 ? headWithoutPreamble(lines) : preambleFrom;
  const bodyFrom = isBasisLine(lines[headTo]?.text ?? "") ? afterPreamble(lines, headTo) : headTo;
  const closing = findFirst(lines, bodyFrom + 1, lines.length, (l, i) => !quoted[i] && isClosingFormula(l.text));
  let signatureFrom = findFirst(lines, bodyFrom + 1, lines.length, (l, i) => !quoted[i] && isSignature(lines, i, l));
  const attachments = findAttachments(lines, quoted, bodyFrom + 1, signatureFrom);
  const end = attachments[0]?.from ?? lines.length;
  if (signatureFrom < 0 || signatureFrom > end) signatureFrom = end;
  if (closing >= 0 && closing < signatureFrom && signatureFrom - closing <= 3) signatureFrom = closing;
  return {
    head: [0, headTo],
    preamble: [headTo, bodyFrom],
    body: [bodyFrom, signatureFrom],
    signature: [signatureFrom, end],
    attachments,
  };
}

/** "Luật này đã được Quốc hội … thông qua ngày …" belongs to no article, unless it also says when the text takes effect. */
const isClosingFormula = (text: string): boolean =>
  text.length < 320 &&
  /^(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Hiến pháp)(?: này| số [^ ]+)? ?(?:đã )?được .{5,160} thông qua (?:tại|ngày)/u.test(
    text,
  ) &&
  !/hiệu lực/u.test(text);

function findFirst(
  lines: readonly TextLine[],
  from: number,
  to: number,
  test: (l: TextLine, i: number) => boolean,
): number {
  for (let i = from; i < to; i++) if (test(lines[i] as TextLine, i)) return i;
  return -1;
}

/** A fragment: the head ends where numbering begins after the title. */
function headWithoutPreamble(lines: readonly TextLine[]): number {
  const at = findFirst(lines, 0, lines.length, (l) => CLAUSE_OPENER.test(l.text) || ROMAN_OPENER.test(l.text));
  return at < 0 ? Math.min(lines.length, 12) : at;
}

const ENACTS = /^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|NGHỊ ĐỊNH|CHỈ THỊ|THÔNG TƯ) ?:?$/u;

/** The preamble runs to the first unit; a text without articles begins after its enacting words. */
function afterPreamble(lines: readonly TextLine[], from: number): number {
  const limit = Math.min(lines.length, from + 300);
  const unit = findFirst(lines, from, limit, (l) => opensBody(l.text));
  const plan = findFirst(lines, from, limit, (l) => /^(?:I ?[.-]|1 ?[.)]) ?\p{Lu}/u.test(l.text));
  if (unit >= 0 && (plan < 0 || unit < plan || !/^I ?[.-]/u.test((lines[plan] as TextLine).text))) return unit;
  if (plan >= 0) return plan;
  const enacts = findFirst(
    lines,
    from,
    Math.min(lines.length, from + 120),
    (l) => ENACTS.test(l.text) || / ban hành (?:Quyết định|Nghị quyết|Chỉ thị|Thông tư|Nghị định|Luật)/u.test(l.text),
  );
  if (enacts >= 0) return enacts + 1;
  let last = from;
  for (let i = from; i < Math.min(lines.length, from + 120); i++)
    if (isBasisLine((lines[i] as TextLine).text)) last = i;
  return last + 1;
}

function isSignature(lines: readonly TextLine[], at: number, line: TextLine): boolean {
  if (!SIGNATURE.test(line.text)) return false;
  if (/^XÁC THỰC/u.test(line.text)) return true;
  if (/^(?:Nơi nhận|NƠI NHẬN)/u.test(line.text)) return line.text.length < 40 || /:/u.test(line.text.slice(0, 12));
  return (
    isCapitals(line.text.replace(/\d$/u, "")) ||
    (lines[at + 1] !== undefined && isCapitals((lines[at + 1] as TextLine).text))
  );
}

function findAttachments(
  lines: readonly TextLine[],
  quoted: Uint8Array,
  from: number,
  signature: number,
): AttachmentZone[] {
  const found: { from: number; kind: string; num: string | null }[] = [];
  for (let i = from; i < lines.length; i++) {
    if (quoted[i]) continue;
    const line = lines[i] as TextLine;
    const kind = kindAt(lines, i, signature >= 0 && i > signature, found.at(-1)?.kind);
    if (!kind) continue;
    const num = numberOf(line.text);
    const before = found.at(-1);
    if (before && before.kind === kind && before.num !== null && before.num === num) continue;
    found.push({ from: i, kind, num });
    // the head of this attachment is no start of a further one
    i = endOfHead(lines, i);
  }
  const zones = found.map((f, k) => ({ ...f, to: found[k + 1]?.from ?? lines.length }));
  // a table of contents names the annexes before they come
  return zones.filter(
    (z, k) =>
      z.to - z.from > 3 ||
      !zones.slice(k + 1).some((later) => later.kind === z.kind && later.num !== null && later.num === z.num),
  );
}

/** Regulations have articles; annexes only where they begin with one; what looks like one in a form is the form's. */
export function hasArticles(lines: readonly TextLine[], zone: AttachmentZone): boolean {
  if (REGULATIONS.has(zone.kind)) return true;
  if (zone.kind === "bieu-mau") return false;
  for (let i = zone.from; i < Math.min(zone.to, zone.from + 14); i++) {
    const { text } = lines[i] as TextLine;
    if (/^C[ỘO]NG H(?:ÒA|OÀ)|^(?:Mẫu|MẪU|HỢP ĐỒNG|GIẤY|ĐƠN)(?: |$)/u.test(text)) return false;
    if (/^(?:Chương|CHƯƠNG) (?:I|1)(?!\p{L}|\d)|^(?:Điều|ĐIỀU) 1 ?[.:]/u.test(text)) return true;
  }
  return false;
}

function kindAt(lines: readonly TextLine[], at: number, signed: boolean, before: string | undefined): string | null {
  const { text } = lines[at] as TextLine;
  const c = text.charCodeAt(0);
  if (!(c >= 65 && c <= 90) && c !== 0x110 && c !== 40) return null;
  if (signed && WITH.test(text) && (at === 0 || !/^\p{Lu}/u.test((lines[at - 1] as TextLine).text))) return "khac";
  const kind = KINDS.find(([shape]) => shape.test(text))?.[1];
  if (!kind) return null;
  const capital =
    isCapitals((text.split("(")[0] as string).replace(/(?<=\d)[a-z](?!\p{L})/u, "")) ||
    /^Phụ lục(?: số)?(?: \S+)?$|^Phụ lục(?: số)? \S+ ?[.:-] ?\p{Lu}|^Mẫu số/u.test(text);
  if (!capital || text.length > 200) return null;
  const attached = attachedSoon(lines, at);
  if (attached) return kind;
  if (!signed) return null;
  if (kind === "phu-luc") return kind;
  if (kind === "bieu-mau") return before === undefined || before === "bieu-mau" ? kind : null;
  if (before === "phu-luc" || before === "bieu-mau" || before === "danh-muc") return null;
  if (CHAPTER_OPENER.test(lines[at - 1]?.text ?? "")) return null;
  // "QUY ĐỊNH CHUNG" heads a chapter: without "(Ban hành kèm theo …)" only the bare word is believed
  return /^(?:BẢN )?\p{Lu}+ \p{Lu}+$/u.test(text) && !/ CHUNG$/u.test(text) && regulationSoon(lines, at) ? kind : null;
}

/** "(Ban hành kèm theo Quyết định số …)" stands under the title, before any other attachment's title. */
function attachedSoon(lines: readonly TextLine[], at: number): boolean {
  for (let i = at; i < Math.min(lines.length, at + 10); i++) {
    const { text } = lines[i] as TextLine;
    if (WITH.test(text) || (i === at && /\((?:Ban hành )?[Kk]èm theo/u.test(text))) return true;
    if (opensBody(text) || (i > at && CLAUSE_OPENER.test(text))) return false;
    if (i > at && /^(?:PHỤ LỤC|MẪU SỐ)/u.test(text)) return false;
  }
  return false;
}

function regulationSoon(lines: readonly TextLine[], at: number): boolean {
  for (let i = at + 1; i < Math.min(lines.length, at + 12); i++) {
    if (
      /^(?:Chương|CHƯƠNG) (?:I|1)(?!\p{L}|\d)|^(?:Điều|ĐIỀU) 1 ?[.:]|^(?:Phần|PHẦN) |^I\./u.test(
        (lines[i] as TextLine).text,
      )
    )
      return true;
  }
  return false;
}

function numberOf(text: string): string | null {
  const m = ANNEX_NUMBER.exec(text);
  return m ? `${m[1]}${m[2] ?? ""}` : null;
}

function endOfHead(lines: readonly TextLine[], at: number): number {
  for (let i = at; i < Math.min(lines.length, at + 10); i++) {
    const { text } = lines[i] as TextLine;
    if (i > at && (opensBody(text) || /^(?:PHỤ LỤC|Phụ lục)(?: |$)/u.test(text))) return i - 1;
    if (WITH.test(text) || /\((?:Ban hành )?[Kk]èm theo/u.test(text)) return i;
  }
  return at;
}
