import { type LegalDate, legalDate } from "../domain/legal-date.ts";
import type { Stated } from "../domain/legal-document.ts";
import type { TextLine } from "./normalise.ts";

const DATED =
  /(?:^|[\s,;|])([\p{Lu}][\p{L}.\s-]{1,40}?)\s?[,.]?\s*ng[àa]y\s?(\d{1,2})\s*th[áảâ]ng\s?(\d{1,2})\s*n[ăaâ]m\s?(\d{4})(?!\d)/u;
const SHORT = /^([\p{Lu}][\p{L}.\s]{1,40}?)\s?,\s*ngày\s*(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?(\d{4})(?!\d)/u;
const ADOPTED =
  /(?:thông qua|biểu quyết thông qua)[^.;]{0,80}?ngày\s*(\d{1,2})\s*(?:tháng|\/|-)\s*(\d{1,2})\s*(?:năm|\/|-)\s*(\d{4})(?!\d)/u;

export interface HeadDate {
  readonly date: Stated<LegalDate>;
  readonly place: Stated<string>;
  readonly line: number;
}

/** "Hà Nội, ngày 15 tháng 6 năm 2023" in the head. */
export function readHeadDate(lines: readonly TextLine[], from: number, to: number): HeadDate | null {
  for (let i = from; i < to; i++) {
    const line = lines[i] as TextLine;
    if (line.text.length > 260) continue;
    const m = DATED.exec(line.text) ?? SHORT.exec(line.text) ?? acrossCells(lines, i, to);
    if (!m) continue;
    const value = legalDate(Number(m[4]), Number(m[3]), Number(m[2]));
    if (!value) continue;
    const before = lines[i - 1]?.text ?? "";
    // "Quảng / Ninh, ngày …": the first word of the place torn off
    const place = (m.index === 0 && /^\p{Lu}\p{Ll}+$/u.test(before) ? `${before} ` : "") + placeName(m[1] as string);
    const start = line.start + Math.min(m.index, line.text.length - 1);
    const span = { start, end: line.end };
    return { date: { value, span, confidence: 0.97 }, place: { value: place, span, confidence: 0.9 }, line: i };
  }
  return null;
}

/** The place line broken over two lines of a narrow column. */
function acrossCells(lines: readonly TextLine[], at: number, to: number): RegExpExecArray | null {
  const next = lines[at + 1];
  if (!next || at + 1 >= to || next.text.length > 120 || !/ngày|,\s*$/u.test((lines[at] as TextLine).text)) return null;
  return DATED.exec(`${(lines[at] as TextLine).text} ${next.text}`);
}

/** What stands before the comma may carry the number of the document along: only its last capitalised words are the place. */
function placeName(raw: string): string {
  const words = raw.trim().split(/\s+/u);
  let i = words.length;
  while (i > 0 && /^(?:\p{Lu}\p{Ll}|TP|Tp|-)/u.test(words[i - 1] as string)) i--;
  return words.slice(i).join(" ") || raw.trim();
}

/** "… thông qua ngày 27 tháng 11 năm 2025" at the end of laws and resolutions. */
export function readAdoption(
  lines: readonly TextLine[],
  from: number,
  to: number,
  quoted: Uint8Array,
): Stated<LegalDate> | null {
  for (let i = to - 1; i >= Math.max(from, to - 60); i--) {
    const line = lines[i] as TextLine;
    if (quoted[i] || !/(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh|Hiến pháp)[^.;]{0,60} này/u.test(line.text)) continue;
    const m = ADOPTED.exec(line.text);
    const value = m ? legalDate(Number(m[3]), Number(m[2]), Number(m[1])) : null;
    if (m && value) {
      const start = line.start + m.index;
      return { value, span: { start, end: start + m[0].length }, confidence: 0.95 };
    }
  }
  return null;
}
