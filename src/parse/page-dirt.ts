import type { SourceLine } from "./source-lines.ts";

const RUNNING_HEAD = /^(?:\d{1,4}\s+)?CÔNG BÁO\s?\/\s?Số\s.*Ngày\s?\d|^CÔNG BÁO\s?\/\s?\S.*\/\s?Ngày\s/u;
const PAGE_NUMBER = /^[-.]?\s?(?:\d{1,4}|Trang \d{1,4}(?:\s?\/\s?\d{1,4})?)\s?[-.]?$/u;
const SIGNED_BY = /^(?:Người ký|Ký bởi|Được ký bởi|Signature Not Verified)\s?:?/u;
const SIGNATURE_LINE = /^(?:Người ký|Ký bởi|Được ký bởi|Email|Cơ quan|Thời gian ký|Ngày ký|Tổ chức)\s?:/u;

/**
 * Takes out what pages add to a text: running heads of the official gazette with their page numbers, the visible part of
 * digital signatures, lone page numbers inside a sentence.
 *
 *     80
 *     CÔNG BÁO/Số 149 + 150/Ngày 24-01-2024
 */
export function withoutPageDirt(lines: readonly SourceLine[]): SourceLine[] {
  const drop = new Uint8Array(lines.length);
  for (let i = 0; i < lines.length; i++) {
    const { text } = lines[i] as SourceLine;
    const first = text.charCodeAt(0);
    if (text.length > 120) continue;
    if ((first === 67 || (first >= 48 && first <= 57)) && RUNNING_HEAD.test(text)) {
      drop[i] = 1;
      if (isPageNumber(lines[i - 1])) drop[i - 1] = 1;
      else if (isPageNumber(lines[i + 1])) drop[i + 1] = 1;
    } else if (SIGNED_BY.test(text)) dropSignature(lines, i, drop);
    else if (PAGE_NUMBER.test(text) && breaksSentence(lines, i)) drop[i] = 1;
  }
  const kept: SourceLine[] = [];
  let broken = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as SourceLine;
    if (drop[i]) broken = true;
    else {
      if (broken) line.pageBreak = true;
      broken = false;
      kept.push(line);
    }
  }
  return kept;
}

const isPageNumber = (line: SourceLine | undefined): boolean =>
  line !== undefined && line.cell === 0 && PAGE_NUMBER.test(line.text);

/** A signature block has two of its lines or more; a lone "Ký bởi: …" stays, it may be the signer's. */
function dropSignature(lines: readonly SourceLine[], at: number, drop: Uint8Array): void {
  let end = at + 1;
  let found = 1;
  for (let i = at + 1; i < Math.min(at + 7, lines.length); i++) {
    if (!SIGNATURE_LINE.test((lines[i] as SourceLine).text)) {
      if (i - end >= 1) break;
      continue;
    }
    end = i + 1;
    found++;
  }
  if (found < 2) return;
  for (let i = at; i < end; i++) drop[i] = 1;
}

/** A lone number between the two halves of a sentence is a page number: the first has no end, the second no beginning. */
function breaksSentence(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at] as SourceLine;
  if (line.cell > 0) return false;
  if (line.pageBreak) return true;
  const before = lines[at - 1]?.text ?? "";
  const after = lines[at + 1]?.text ?? "";
  return before.length > 40 && /[\p{Ll}\p{N},]$/u.test(before) && /^\p{Ll}/u.test(after) && after.length > 20;
}
