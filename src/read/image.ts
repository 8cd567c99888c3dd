import { imageSize } from "./image-size.ts";
import { type FormatOutcome, needsOcr, refuse } from "./refusal.ts";

/** More than an A3 page at 600 dpi; a small file may claim any size. */
const MOST_PIXELS = 80_000_000;

/**
 * A picture of a page (.png, .jpg, .tif): has no letters to read. The refusal tells a sound picture, which OCR may still
 * read (`needs-ocr`), from a broken or dangerous one.
 */
export function readImage(bytes: Uint8Array, name: string): FormatOutcome {
  const size = imageSize(bytes);
  if (size === null) {
    return refuse(
      "broken-image",
      name,
      "tệp ảnh bị hỏng",
      "Không đọc được kích thước ảnh.",
      "Quét hoặc tải lại tệp rồi nạp lại.",
    );
  }
  if (size.width * size.height > MOST_PIXELS) {
    const claimed = `${size.width.toLocaleString("vi-VN")} × ${size.height.toLocaleString("vi-VN")} điểm ảnh`;
    return refuse(
      "image-too-large",
      name,
      `ảnh quá lớn (${claimed})`,
      "Vượt quá giới hạn một ảnh.",
      "Quét lại ở độ phân giải 300 dpi rồi nạp lại.",
    );
  }
  return needsOcr(name, "tệp là ảnh");
}
