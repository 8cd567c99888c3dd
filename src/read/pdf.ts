import type { Problem } from "../domain/problem.ts";
import { wrongFont } from "./decode-text.ts";
import { legacyEncodingOf } from "./legacy-encoding.ts";
import { tablesAsLines } from "./left-out.ts";
import { addCounts, type Converted, conversionNotes, convertOldEncodings } from "./old-encoding.ts";
import { decodeFontRuns } from "./old-font.ts";
import { openPdf } from "./pdf-document.ts";
import { isGarbled } from "./pdf-garbled.ts";
import { PDF_LIMITS } from "./pdf-limits.ts";
import type { PdfPage } from "./pdf-page.ts";
import { pdfText } from "./pdf-text.ts";
import { tablesByLines } from "./table-builder.ts";
import { type FormatOutcome, needsOcr, note, type Refused, refuse } from "./refusal.ts";

/**
 * A .pdf file → its text by the places of its letters, or a refusal: protected, damaged, pictures only (code `needs-ocr`,
 * like letters whose meaning the file does not tell). Quality is "pdf", and "ocr" where a scanner's program has laid the
 * letters invisibly under the picture.
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<FormatOutcome> {
  const read = await readPages(bytes, name);
  if ("problem" in read) return read;
  const { pages, count } = withOldFontsDecoded(read);
  const { text: printed, tables, tablesLost, footnotes, letters } = pdfText(pages);
  if (isGarbled(printed)) return needsOcr(name, "bảng mã phông chữ trong tệp bị hỏng, chữ lấy ra không đọc được");
  const empty = pages.filter((page, i) => (letters[i] as number) < FEW_LETTERS && page.drawn);
  if (empty.length === pages.length || letters.every((n) => n < FEW_LETTERS))
    return needsOcr(name, "các trang chỉ có ảnh, không có chữ");
  const { text, count: byWords } = convertOldEncodings(printed);
  const legacy = legacyEncodingOf(text);
  if (legacy !== null) return wrongFont(name, legacy);
  const scanned = pages.filter((page) => page.hiddenText).length > pages.length / 2;
  return {
    ok: true,
    text,
    quality: scanned ? "ocr" : "pdf",
    tables: tablesByLines(text, tables),
    notes: [
      ...conversionNotes(name, addCounts(count, byWords)),
      ...notesOf(name, pages, empty, footnotes, scanned),
      ...tablesAsLines(name, tablesLost),
    ],
  };
}

/** Fewer letters on a page that bears a picture are a stamp or a number, not its text. */
const FEW_LETTERS = 25;

async function readPages(bytes: Uint8Array, name: string): Promise<readonly PdfPage[] | Refused> {
  const pdf = await openPdf(bytes);
  if (pdf === "encrypted") return encrypted(name);
  if (pdf === "broken") return broken(name);
  try {
    if (pdf.pageCount > PDF_LIMITS.pages)
      return tooLong(name, `có hơn ${PDF_LIMITS.pages.toLocaleString("vi-VN")} trang`);
    const pages: PdfPage[] = [];
    let letters = 0;
    for (let number = 1; number <= pdf.pageCount; number++) {
      const page = await pdf.page(number);
      letters += page.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
      if (letters > PDF_LIMITS.glyphs) return tooLong(name, "có quá nhiều chữ");
      pages.push(page);
    }
    return pages.length === 0 ? broken(name) : pages;
  } catch {
    return broken(name);
  } finally {
    await pdf.close().catch(() => undefined);
  }
}

/** Words in ".VnTime" and its like as Unicode; the font tells which letters are capitals. */
function withOldFontsDecoded(pages: readonly PdfPage[]): {
  readonly pages: readonly PdfPage[];
  readonly count: Converted["count"];
} {
  const words = pages.flatMap((page) => page.pieces);
  if (words.every((word) => !word.oldFont)) return { pages, count: { tcvn3: 0, vni: 0 } };
  const { texts, count } = decodeFontRuns(
    words.map((word) => ({ text: word.text, font: word.oldFont ?? null, joins: false })),
  );
  let at = 0;
  const decoded = pages.map((page) => ({
    ...page,
    pieces: page.pieces.map((piece) => ({ ...piece, text: texts[at++] ?? piece.text })),
  }));
  return { pages: decoded, count };
}

const encrypted = (name: string): Refused =>
  refuse(
    "encrypted-file",
    name,
    "tệp PDF được bảo vệ bằng mật khẩu",
    "Nội dung đã mã hóa.",
    "Mở bằng mật khẩu, lưu hoặc in lại thành PDF không mật khẩu rồi nạp lại.",
  );

const broken = (name: string): Refused =>
  refuse(
    "broken-pdf",
    name,
    "tệp PDF bị hỏng",
    "Cấu trúc bên trong không đọc được, có thể tải về chưa đủ.",
    "Tải lại tệp gốc, hoặc mở bằng trình đọc PDF và lưu lại rồi nạp lại.",
  );

const tooLong = (name: string, what: string): Refused =>
  refuse(
    "pdf-too-long",
    name,
    what,
    "Vượt quá giới hạn một tệp PDF.",
    "Tách thành nhiều tệp, mỗi văn bản một tệp, rồi nạp lại.",
  );

function notesOf(
  name: string,
  pages: readonly PdfPage[],
  empty: readonly PdfPage[],
  footnotes: number,
  scanned: boolean,
): Problem[] {
  const notes: Problem[] = [];
  const turned = pages.reduce((sum, page) => sum + page.turned, 0);
  if (footnotes > 0)
    notes.push(
      note(
        "footnotes-left-out",
        `Tệp “${name}” có ${footnotes} chú thích cuối trang không đưa vào phần phân tích.`,
        "Chú thích không phải nội dung quy định.",
      ),
    );
  if (empty.length > 0)
    notes.push(
      note(
        "pages-need-ocr",
        `Tệp “${name}” có ${empty.length} trang chỉ có ảnh, chưa đọc được: ${listed(empty.map((page) => page.number))}.`,
        "Các trang này là bản quét, không có chữ.",
        "Kiểm tra các trang này trên bản gốc; nạp bản .docx nếu có.",
      ),
    );
  if (turned > 0)
    notes.push(
      note(
        "turned-text-left-out",
        `Tệp “${name}” có ${turned} chữ đặt nghiêng hoặc dọc không đưa vào phần phân tích.`,
        "Thường là dấu, hình mờ hoặc tiêu đề cột bảng đặt dọc.",
      ),
    );
  if (scanned)
    notes.push(
      note(
        "hidden-ocr-layer",
        `Chữ trong tệp “${name}” do máy quét nhận dạng.`,
        "Chữ nằm ẩn dưới ảnh trang nên có thể sai.",
        "Đối chiếu bản gốc trước khi dùng kết quả.",
      ),
    );
  return notes;
}

const listed = (numbers: readonly number[]): string =>
  numbers.length > 12 ? `${numbers.slice(0, 12).join(", ")}…` : numbers.join(", ");
