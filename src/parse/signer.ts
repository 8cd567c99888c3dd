import type { Stated } from "../domain/legal-document.ts";
import type { TextLine } from "./normalise.ts";

const OFFICE =
  /^(?:TM|T\/M|KT|TL|TUQ)[./]|^(?:Q\. ?|QUYỀN )?(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|THỐNG ĐỐC|TỔNG THANH TRA|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG KIỂM TOÁN|GIÁM ĐỐC|CHỦ NHIỆM|CHÁNH VĂN PHÒNG)/u;
const NAME =
  /^(?:(?:GS|PGS|TS|ThS|BS|KTS|LS|Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá)\.? ?)*((?:\p{Lu}\p{Ll}+|\p{Lu})(?:[ ](?:\p{Lu}\p{Ll}+|\p{Lu})){1,5})$/u;
const CAPITAL_NAME = /^\p{Lu}{2,}(?: \p{Lu}{1,}){1,4}$/u;
const NOT_A_NAME = /^(?:Nơi nhận|Đã ký|Lưu|Hà Nội|Quốc Hội|Chính Phủ|Bộ |Ủy Ban|Uỷ Ban|Công Báo|Ký Bởi)/iu;

/** A line of office is short; a longer one is a sentence that begins like it. */
const OFFICE_LENGTH = 80;

/** The name under the office in the signature block: the last line that reads like a name after the office's title. */
export function readSigner(lines: readonly TextLine[], from: number, to: number): Stated<string> | null {
  let office = -1;
  for (let i = from; i < to; i++) if (OFFICE.test((lines[i] as TextLine).text)) office = i;
  if (office < 0) return null;
  for (let i = office + 1; i < Math.min(to, office + 9); i++) {
    const line = lines[i] as TextLine;
    if (line.text.length > 80 || /^-|^\(/u.test(line.text) || NOT_A_NAME.test(line.text)) continue;
    const m = NAME.exec(line.text.replace(/[.\s*]{1,20}$/u, ""));
    const before = i > office + 1 ? (lines[i - 1] as TextLine) : null;
    if (m && before && /^\p{Lu}\p{Ll}+$/u.test(before.text)) {
      return { value: `${before.text} ${m[1]}`, span: { start: before.start, end: line.end }, confidence: 0.85 };
    }
    if (m) return named(m[1] as string, line);
    if (CAPITAL_NAME.test(line.text) && !OFFICE.test(line.text)) return named(line.text, line, 0.6);
  }
  return inOneLine(lines[office] as TextLine);
}

/** The lines of office above the signer's name, in order, as printed. */
export function readSignerOffice(lines: readonly TextLine[], from: number, to: number): Stated<string> | null {
  const offices = lines.slice(from, to).filter((line) => OFFICE.test(line.text) && line.text.length <= OFFICE_LENGTH);
  const [first, last] = [offices[0], offices.at(-1)];
  if (!first || !last) return null;
  const value = offices.map((line) => line.text.replace(/[\s*]{1,20}$/u, "")).join("; ");
  return { value, span: { start: first.start, end: last.end }, confidence: 0.9 };
}

/** "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần An" when a scanner ran the lines together. */
function inOneLine(line: TextLine): Stated<string> | null {
  const m = /((?:\p{Lu}\p{Ll}+ ){1,4}\p{Lu}\p{Ll}+)$/u.exec(line.text);
  return m ? named(m[1] as string, line, 0.7) : null;
}

function named(name: string, line: TextLine, confidence = 0.95): Stated<string> {
  const start = line.start + Math.max(0, line.text.indexOf(name));
  return { value: name, span: { start, end: start + name.length }, confidence };
}
