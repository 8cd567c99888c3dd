import { type Refused, refuse } from "./refusal.ts";

/** The shortest document has more letters than this; below, the file is a scan, a cover or a picture. */
const LEAST_LETTERS = 20;

/** A refusal when a file holds no words; null when it does. */
export function refuseWithoutText(text: string, name: string): Refused | null {
  let letters = 0;
  for (const _ of text.matchAll(/\p{L}/gu)) if (++letters >= LEAST_LETTERS) return null;
  return refuse(
    "no-text",
    name,
    "tệp không có chữ",
    "Có thể là bản quét (ảnh) hoặc tệp trống.",
    "Tìm bản có chữ của văn bản, hoặc nhận dạng chữ (OCR) trước rồi nạp lại.",
  );
}
