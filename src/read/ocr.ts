import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./ocr-command.ts";
import { pagesOfHocr, type RecognisedPage } from "./ocr-page.ts";
import { pdfText } from "./pdf-text.ts";
import { type FormatOutcome, needsOcr, note, refuse } from "./refusal.ts";
import type { ReadOutcome } from "./source-text.ts";
import { refuseWithoutText } from "./text-check.ts";

/** The programs of this machine that read pictures. */
export interface OcrPrograms {
  readonly tesseract: string;
  /** Draw the pages of a PDF and count them; null where poppler is not installed. */
  readonly pdftoppm: string | null;
  readonly pdfinfo: string | null;
}

/** Bounds of reading one file's pictures. Longest side in pixels: an A4 page at 300 dpi. */
export const OCR_LIMITS = { pages: 200, pageMs: 90_000, drawMs: 30_000, longestSide: 3_508 } as const;

let known: { readonly path: string | undefined; readonly programs: Promise<OcrPrograms | null> } | null = null;

/** Looks once whether `tesseract` with Vietnamese is there; null = no OCR on this machine. */
export function findOcr(): Promise<OcrPrograms | null> {
  const path = process.env.PATH;
  if (known === null || known.path !== path) known = { path, programs: lookForPrograms() };
  return known.programs;
}

async function lookForPrograms(): Promise<OcrPrograms | null> {
  const languages = await runCommand("tesseract", ["--list-langs"], { timeoutMs: 10_000 });
  if (languages === null || !/^vie\s*$/mu.test(languages)) return null;
  const [draws, counts] = await Promise.all(
    ["pdftoppm", "pdfinfo"].map((name) => runCommand(name, ["-v"], { timeoutMs: 10_000 })),
  );
  const poppler = draws !== null && counts !== null;
  return { tesseract: "tesseract", pdftoppm: poppler ? "pdftoppm" : null, pdfinfo: poppler ? "pdfinfo" : null };
}

/** `recognise` for a file of an import: the outcome as `readFile` gives it. */
export async function recogniseFile(bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<ReadOutcome> {
  const outcome = await recognise(bytes, name, signal);
  if (!outcome.ok) return outcome;
  const { text, notes = [] } = outcome;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return {
    ok: true,
    source: { text, format: isPdf(bytes) ? "pdf" : "image", quality: "ocr", sha256, bytes: bytes.length, notes },
  };
}

const isPdf = (bytes: Uint8Array): boolean => bytes[0] === 0x25 && bytes[1] === 0x50;

/**
 * The text of a picture (.png, .jpg, .tif) or of a PDF of pictures, quality "ocr": whoever rests on it must look at the
 * original. One file at a time, each page in a process of its own with a time limit, files under names of ours.
 */
export function recognise(bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<FormatOutcome> {
  const turn = queue.then(() => recogniseNow(bytes, name, signal));
  queue = turn.catch(() => undefined);
  return turn;
}

let queue: Promise<unknown> = Promise.resolve();

async function recogniseNow(bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<FormatOutcome> {
  const programs = await findOcr();
  if (programs === null) return needsOcr(name, "máy này chưa có chương trình nhận dạng chữ");
  const pdf = isPdf(bytes);
  if (pdf && programs.pdftoppm === null)
    return needsOcr(name, "máy này có tesseract nhưng chưa có pdftoppm (gói poppler-utils) để dựng ảnh từ PDF");
  const folder = await mkdtemp(join(tmpdir(), "rasoat-ocr-"));
  try {
    const input = join(folder, "input");
    await writeFile(input, bytes, { mode: 0o600, flag: "wx" });
    const job = { programs, folder, input, signal };
    const { pages, failed } = pdf ? await recognisePdf(job) : await recognisePicture(job);
    if (pages.length === 0) return failure(name);
    const { text } = pdfText(pages);
    return refuseWithoutText(text, name) ?? { ok: true, text, quality: "ocr", notes: notesOf(name, pages, failed) };
  } catch {
    // The disk is full or the folder was taken away.
    return failure(name);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Job {
  readonly programs: OcrPrograms;
  readonly folder: string;
  readonly input: string;
  readonly signal: AbortSignal | undefined;
}

interface Recognised {
  readonly pages: readonly RecognisedPage[];
  /** Numbers of pages that could not be drawn or read. */
  readonly failed: readonly number[];
}

/** Draws one page after another: a whole file drawn at once would fill the disk. The end shows when a page is not drawn. */
async function recognisePdf(job: Job): Promise<Recognised> {
  const pages: RecognisedPage[] = [];
  const failed: number[] = [];
  const count = await pageCount(job);
  for (let number = 1; number <= Math.min(count, OCR_LIMITS.pages) && job.signal?.aborted !== true; number++) {
    const drawn = join(job.folder, "page");
    const args = [
      "-f",
      `${number}`,
      "-l",
      `${number}`,
      "-scale-to",
      `${OCR_LIMITS.longestSide}`,
      "-gray",
      "-png",
      "-singlefile",
      job.input,
      drawn,
    ];
    const done = await runCommand(job.programs.pdftoppm ?? "", args, {
      timeoutMs: OCR_LIMITS.drawMs,
      signal: job.signal,
    });
    const hocr = done === null ? null : await readPicture(`${drawn}.png`, job);
    const page = hocr === null ? undefined : pagesOfHocr(hocr, number)[0];
    if (page === undefined) failed.push(number);
    else pages.push(page);
    await rm(`${drawn}.png`, { force: true });
  }
  for (let number = OCR_LIMITS.pages + 1; number <= count; number++) failed.push(number);
  return { pages, failed };
}

/** Asked of poppler in a process of its own: this function runs where no hostile file may be opened. */
async function pageCount({ programs, input, signal }: Job): Promise<number> {
  const told = await runCommand(programs.pdfinfo ?? "", [input], { timeoutMs: OCR_LIMITS.drawMs, signal });
  return Number(/^Pages:\s+(\d{1,6})$/mu.exec(told ?? "")?.[1] ?? 0);
}

/** A TIFF may hold many pages; tesseract reads them all. */
async function recognisePicture(job: Job): Promise<Recognised> {
  const hocr = await readPicture(job.input, job);
  return { pages: hocr === null ? [] : pagesOfHocr(hocr, 1), failed: [] };
}

const readPicture = (picture: string, { programs, signal, folder }: Job): Promise<string | null> =>
  runCommand(programs.tesseract, [picture, "stdout", "-l", "vie", "--dpi", "300", "hocr"], {
    timeoutMs: OCR_LIMITS.pageMs,
    signal,
    folder,
  });

const failure = (name: string): FormatOutcome =>
  refuse(
    "ocr-failed",
    name,
    "nhận dạng chữ không thành công",
    "Chương trình tesseract báo lỗi hoặc quá thời hạn.",
    "Kiểm tra ảnh có mở được không, quét lại ở 300 dpi, hoặc nạp bản .docx.",
  );

function notesOf(name: string, pages: readonly RecognisedPage[], failed: readonly number[]): ReturnType<typeof note>[] {
  const sure = Math.round(pages.reduce((sum, page) => sum + page.confidence, 0) / pages.length);
  const notes = [
    note(
      "recognised-by-ocr",
      `Chữ của tệp “${name}” do máy nhận dạng từ ảnh (độ tin cậy trung bình ${sure}%).`,
      "Nhận dạng có thể sai dấu, sai số.",
      "Đối chiếu bản gốc trước khi dùng kết quả.",
    ),
  ];
  if (failed.length > 0)
    notes.push(
      note(
        "pages-need-ocr",
        `Tệp “${name}” có ${failed.length} trang không nhận dạng được: ${failed.slice(0, 12).join(", ")}${failed.length > 12 ? "…" : ""}.`,
        `Trang hỏng, quá thời hạn hoặc vượt ${OCR_LIMITS.pages} trang.`,
        "Kiểm tra các trang này trên bản gốc.",
      ),
    );
  return notes;
}
