import type { Problem } from "../domain/problem.ts";
import { note } from "./refusal.ts";

/** Bound of what of the left-out words is shown in a remark. */
const SHOWN = 2000;

/** A remark on footnotes and endnotes, with their words: a person sees what the analysis does not. */
export function footnotesLeftOut(name: string, notes: readonly string[], count = notes.length): readonly Problem[] {
  if (count === 0) return [];
  const words = shown(notes.map((text, i) => `[${i + 1}] ${text}`));
  return [
    note(
      "footnotes-left-out",
      `Tệp “${name}” có ${count} chú thích cuối trang không đưa vào phần phân tích.`,
      `Chú thích không phải nội dung quy định.${words === "" ? "" : ` Nội dung: ${words}`}`,
    ),
  ];
}

/** The same for running heads and feet; page numbers alone say nothing. */
export function headersLeftOut(name: string, headers: readonly string[]): readonly Problem[] {
  const worded = [...new Set(headers)].filter((text) => /\p{L}{2}/u.test(text));
  if (worded.length === 0) return [];
  return [
    note(
      "headers-left-out",
      `Đầu trang, chân trang của tệp “${name}” không đưa vào phần phân tích.`,
      `Nội dung lặp lại ở mỗi trang: ${shown(worded)}`,
    ),
  ];
}

/** A remark on tables whose cells could not be told apart: their words are there, their columns are not. */
export function tablesAsLines(name: string, count: number): readonly Problem[] {
  if (count === 0) return [];
  return [
    note(
      "table-as-lines",
      `Tệp “${name}” có ${count} bảng được trình bày thành từng dòng, không thành bảng.`,
      "Không xác định được chắc chắn chữ nào đứng ở ô nào: ô gộp lệch hàng, hoặc vết sửa nối ô nọ với ô kia.",
      "Đối chiếu bảng với tệp gốc.",
    ),
  ];
}

function shown(texts: readonly string[]): string {
  const words = texts
    .map((text) => text.slice(0, SHOWN).replace(/\s+/gu, " "))
    .join(" ")
    .trim();
  return words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
}
