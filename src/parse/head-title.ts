import type { Stated } from "../domain/legal-document.ts";
import type { TextLine } from "./normalise.ts";
import { isStamp, type TypeLine, withoutMotto } from "./head-lines.ts";

const ISSUER_LINE =
  /^(?:(?:BỘ TRƯỞNG|THỐNG ĐỐC|CHỦ TỊCH|THỦ TƯỚNG|TỔNG THANH TRA|CHÁNH ÁN|VIỆN TRƯỞNG|HỘI ĐỒNG THẨM PHÁN|TỔNG KIỂM TOÁN|CHỦ NHIỆM)(?:$| )|(?:ỦY BAN|UỶ BAN|HỘI ĐỒNG) NHÂN DÂN(?:$| )|CHÍNH PHỦ$|QUỐC HỘI$|BỘ [\p{Lu} ,-]+$|(?:ỦY BAN|UỶ BAN) THƯỜNG VỤ QUỐC HỘI$|KHÓA |KHOÁ |\(?K[ỲY] H[ỌO]P|Khóa )/u;
const OTHER =
  /^(?:Số ?:|Luật số|[\p{L}\s.]{2,30}, ?ngày \d|Kính gửi|Thực hiện |Căn cứ |Để |Quốc hội ban hành|Chính phủ ban hành)/u;
/** A consolidated text lists its base and amenders below the title. */
const HISTORY =
  /^(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Pháp lệnh) .{0,120}số \d\S* ngày \d.{0,600}(?:có hiệu lực|được sửa đổi)/u;
const MAX_LINES = 16;

/** The title: from the type word to the preamble or the first unit, all lines joined. */
export function readTitle(
  lines: readonly TextLine[],
  typeLine: TypeLine | null,
  headTo: number,
  after: number,
): Stated<string> | null {
  const from = typeLine ? typeLine.line : after;
  const parts: string[] = [];
  let start = -1;
  let end = -1;
  for (let i = from; i < Math.min(headTo, from + MAX_LINES); i++) {
    const line = lines[i] as TextLine;
    let text = line.text;
    let cut = 0;
    if (typeLine && i === typeLine.line) {
      cut = typeLine.length;
      text = text.slice(cut).replace(/^[\s:.\-]+/u, "");
      cut = line.text.length - text.length;
      if (text === "") continue;
    }
    if (isStamp(text) || withoutMotto(text) === "") continue;
    if (OTHER.test(text) || HISTORY.test(text) || isOpening(text)) {
      if (parts.length > 0) break;
      continue;
    }
    if (ISSUER_LINE.test(text) && isIssuerOfItsOwn(text, parts.at(-1), i, headTo)) {
      if (parts.length > 0) break;
      continue;
    }
    parts.push(text);
    if (start < 0) start = line.start + cut;
    end = line.end;
  }
  if (parts.length === 0) return null;
  const value = parts
    .join(" ")
    .replace(/\s+/gu, " ")
    .replace(/^[Vv][/.] ?[Vv] ?:? /u, "Về việc ")
    .replace(/^[^\p{L}\p{N}“"(]+/u, "")
    .replace(/^Đ[ẾỀ]N (?=Về |Quy )/u, "")
    .trim();
  return { value, span: { start, end }, confidence: typeLine ? 0.95 : 0.7 };
}

/** What a directive begins with instead of a preamble: what has been, and who is told what to do. */
const isOpening = (text: string): boolean =>
  /^(?:Trong )?(?:[Tt]hời gian (?:qua|vừa qua|gần đây)|(?:[Tt]rong )?những năm (?:qua|gần đây))/u.test(text) ||
  (text.length > 60 && /(?:yêu cầu|chỉ thị|giao|đề nghị)[^.:]{0,80}:$/u.test(text));

/** "… CỦA / ỦY BAN NHÂN DÂN TỈNH …" belongs to the title; the issuer's name alone before the preamble does not. */
function isIssuerOfItsOwn(text: string, before: string | undefined, at: number, headTo: number): boolean {
  if (before === undefined) return true;
  if (/(?:của|do|thuộc|và|cho|với|bởi|tại|số|,)$/iu.test(before)) return false;
  if (/^(?:KHÓA|KHOÁ|Khóa|\(?K[ỲY] H)/u.test(text)) return true;
  return headTo - at <= 3 && text.length < 90;
}
