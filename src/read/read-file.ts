import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { formatOf } from "./file-format.ts";
import { READ_LIMITS } from "./read-limits.ts";
import { type FormatOutcome, type Refused, refuse, tooLarge } from "./refusal.ts";
import type { Quality, ReadOutcome, SourceFormat } from "./source-text.ts";

/**
 * One file → its decoded text with format, quality and SHA-256, or a refusal that names the file (`name`: as shown to
 * people) and says why and what to do. Never throws for a bad file. Hostile files belong in a child process
 * (`child-pool.ts`): this function bounds sizes, not time.
 */
export async function readFile(path: string, name: string = basename(path)): Promise<ReadOutcome> {
  const loaded = await load(path, name);
  if (!loaded.ok) return loaded;
  return readBytes(loaded.bytes, name);
}

/** The same for bytes already in memory (an upload). */
export async function readBytes(bytes: Uint8Array, name: string): Promise<ReadOutcome> {
  if (bytes.length > READ_LIMITS.fileBytes) return tooLarge(name);
  const decided = formatOf(bytes, name);
  if (!decided.ok) return decided;
  const outcome = await READERS[decided.format](bytes, name);
  if (!outcome.ok) return outcome;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { text, quality = QUALITY[decided.format], tables = [], notes = [] } = outcome;
  return {
    ok: true,
    source: { text, format: decided.format, quality, sha256, bytes: bytes.length, tables, notes },
  };
}

/** Loaded on first use: rehype and the PDF library cost 0.2 s that a folder of .txt files need not pay. */
const READERS: Readonly<Record<SourceFormat, (bytes: Uint8Array, name: string) => Promise<FormatOutcome>>> = {
  md: async (bytes, name) => (await import("./markdown.ts")).readMarkdown(bytes, name),
  txt: async (bytes, name) => (await import("./plain-text.ts")).readPlainText(bytes, name),
  html: async (bytes, name) => (await import("./html.ts")).readHtml(bytes, name),
  docx: async (bytes, name) => (await import("./docx.ts")).readDocx(bytes, name),
  doc: async (bytes, name) => (await import("./doc.ts")).readDoc(bytes, name),
  rtf: async (bytes, name) => (await import("./rtf.ts")).readRtf(bytes, name),
  odt: async (bytes, name) => (await import("./odt.ts")).readOdt(bytes, name),
  pdf: async (bytes, name) => (await import("./pdf.ts")).readPdf(bytes, name),
  image: async (bytes, name) => (await import("./image.ts")).readImage(bytes, name),
};

const QUALITY: Readonly<Record<SourceFormat, Quality>> = {
  docx: "docx",
  doc: "doc",
  rtf: "doc",
  odt: "doc",
  html: "html",
  md: "text",
  txt: "text",
  pdf: "pdf",
  image: "ocr",
};

/** A named pipe would otherwise hold the thread until somebody writes to it. Windows has no such flag. */
const NO_WAITING = constants.O_NONBLOCK ?? 0;

async function load(path: string, name: string): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | Refused> {
  try {
    const file = await open(path, constants.O_RDONLY | NO_WAITING);
    try {
      const stat = await file.stat();
      if (!stat.isFile())
        return refuse(
          "not-a-file",
          name,
          "đường dẫn không phải là tệp",
          "Chỉ đọc được tệp thông thường.",
          "Chọn một tệp.",
        );
      if (stat.size > READ_LIMITS.fileBytes) return tooLarge(name);
      return { ok: true, bytes: await file.readFile() };
    } finally {
      await file.close();
    }
  } catch (error) {
    return cannotOpen(error, name);
  }
}

function cannotOpen(error: unknown, name: string): Refused {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code === "ENOENT")
    return refuse(
      "file-not-found",
      name,
      "không tìm thấy tệp",
      "Tệp không tồn tại hoặc đã bị xóa.",
      "Kiểm tra lại đường dẫn.",
    );
  if (code === "EACCES" || code === "EPERM") {
    return refuse(
      "file-not-readable",
      name,
      "không có quyền đọc",
      "Hệ điều hành từ chối.",
      "Cấp quyền đọc cho tệp rồi chạy lại.",
    );
  }
  return refuse(
    "file-not-readable",
    name,
    `lỗi khi mở tệp (${code || "không rõ"})`,
    "Hệ điều hành không đọc được tệp.",
    "Kiểm tra ổ đĩa và tệp rồi chạy lại.",
  );
}
