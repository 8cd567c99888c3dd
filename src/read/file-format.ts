import { extname } from "node:path";
import { type Refused, refuse } from "./refusal.ts";
import type { SourceFormat } from "./source-text.ts";

/** Endings that are read. Others are refused by name. */
export const FORMAT_OF_ENDING: Readonly<Record<string, SourceFormat>> = {
  ".md": "md",
  ".markdown": "md",
  ".txt": "txt",
  ".html": "html",
  ".htm": "html",
  ".docx": "docx",
  ".doc": "doc",
  ".rtf": "rtf",
  ".odt": "odt",
  ".pdf": "pdf",
  ".png": "image",
  ".jpg": "image",
  ".jpeg": "image",
  ".tif": "image",
  ".tiff": "image",
};

/** A list of documents, not a document: `spreadsheet.ts` reads it. */
export const isListEnding = (ending: string): boolean => ending === ".xlsx";

/** What a folder or an archive may bring. */
export const isReadable = (ending: string): boolean => FORMAT_OF_ENDING[ending] !== undefined || isListEnding(ending);

/** What the first bytes of a format must be; formats of plain text have none. */
const KIND_OF_FORMAT: Readonly<Partial<Record<SourceFormat, RegExp>>> = {
  docx: /^zip$/u,
  doc: /^ole$/u,
  rtf: /^rtf$/u,
  odt: /^zip$/u,
  pdf: /^pdf$/u,
  image: /^(?:png|jpeg|tiff)$/u,
};

const SUPPORTED =
  "Các định dạng đọc được: .docx, .doc, .rtf, .odt, .pdf, .html, .htm, .md, .txt và .zip; danh mục .xlsx; ảnh .png, .jpg, .tif khi có OCR.";

/**
 * The format of a file, decided by its ending *and* its first bytes: both must agree, so that a renamed file is refused
 * with its real kind and never half-read.
 */
export function formatOf(
  bytes: Uint8Array,
  name: string,
): { readonly ok: true; readonly format: SourceFormat } | Refused {
  if (bytes.length === 0) {
    return refuse("empty-file", name, "tệp rỗng", "Tệp không có byte nào.", "Kiểm tra lại tệp gốc và nạp lại.");
  }
  const ending = extname(name).toLowerCase();
  const format = FORMAT_OF_ENDING[ending];
  if (format === undefined) return unsupported(name, ending);
  const kind = kindByBytes(bytes);
  if (kind === "ole" && format === "docx") return oleInsteadOfDocx(bytes, name);
  // Word itself writes RTF under .doc when asked for its oldest format.
  if (kind === "rtf" && format === "doc") return { ok: true, format: "rtf" };
  const expected = KIND_OF_FORMAT[format];
  if (expected !== undefined)
    return kind !== null && expected.test(kind)
      ? { ok: true, format }
      : mismatch(name, ending, kind ?? (looksLikeHtml(bytes) === "page" ? "trang HTML" : "văn bản thuần"));
  if (kind !== null) return mismatch(name, ending, kind);
  const html = looksLikeHtml(bytes);
  if (format === "html" && !html) return mismatch(name, ending, "văn bản không có thẻ HTML");
  if (format !== "html" && html === "page") return mismatch(name, ending, "trang HTML");
  return { ok: true, format };
}

/** A file of an ending that is not read. */
export const unsupported = (name: string, ending: string): Refused =>
  refuse(
    "unsupported-format",
    name,
    ending === "" ? "tệp không có đuôi tên" : `định dạng ${ending} chưa được hỗ trợ`,
    SUPPORTED,
    "Chuyển sang một định dạng đọc được.",
  );

function mismatch(name: string, ending: string, kind: string): Refused {
  const real = KIND_NAMES[kind] ?? kind;
  return refuse(
    "format-mismatch",
    name,
    `đuôi tên là ${ending} nhưng nội dung là ${real}`,
    "Đuôi tên và nội dung không khớp nên tệp không được đọc.",
    "Đặt lại đúng đuôi tên hoặc nạp đúng tệp.",
  );
}

/** An OLE container under a .docx name: Word's password protection, or an old .doc that was renamed. */
function oleInsteadOfDocx(bytes: Uint8Array, name: string): Refused {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from("EncryptedPackage", "utf16le"),
  );
  return encrypted
    ? refuse(
        "encrypted-file",
        name,
        "tệp Word được bảo vệ bằng mật khẩu",
        "Nội dung đã mã hóa.",
        "Mở bằng Word, bỏ mật khẩu, lưu lại rồi nạp lại.",
      )
    : mismatch(name, ".docx", "ole");
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  zip: "tệp nén zip hoặc tệp Office",
  ole: "tệp Office đời cũ (.doc, .xls)",
  pdf: "PDF",
  rtf: "RTF",
  png: "ảnh PNG",
  jpeg: "ảnh JPEG",
  gif: "ảnh GIF",
  tiff: "ảnh TIFF",
  gzip: "tệp nén gzip",
  rar: "tệp nén RAR",
  "7z": "tệp nén 7z",
  elf: "tệp chương trình",
  exe: "tệp chương trình",
};

const MAGIC: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["ole", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["rtf", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["png", [0x89, 0x50, 0x4e, 0x47]],
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["gif", [0x47, 0x49, 0x46, 0x38]],
  ["tiff", [0x49, 0x49, 0x2a, 0x00]],
  ["tiff", [0x4d, 0x4d, 0x00, 0x2a]],
  ["gzip", [0x1f, 0x8b]],
  ["rar", [0x52, 0x61, 0x72, 0x21]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf]],
  ["elf", [0x7f, 0x45, 0x4c, 0x46]],
  ["exe", [0x4d, 0x5a, 0x90, 0x00]],
];

/** A known binary kind by its first bytes; null for anything that may be text. */
export function kindByBytes(bytes: Uint8Array): string | null {
  return MAGIC.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}

/** "page" = it opens as an HTML page; "fragment" = tags somewhere in its first part; false = none. */
function looksLikeHtml(bytes: Uint8Array): "page" | "fragment" | false {
  // NULs are dropped so that UTF-16 is judged by the same patterns; only ASCII letters matter here.
  const head = Buffer.from(bytes.subarray(0, 65_536)).toString("latin1").replace(/\0/gu, "");
  const start = head
    .replace(/^[\u00ef\u00bb\u00bf\u00ff\u00fe\s]+/u, "")
    .slice(0, 2000)
    .toLowerCase();
  if (/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype html|html|head|body)(?=[\s>])/u.test(start))
    return "page";
  return /<(?:p|div|span|table|br|body|html|h[1-6]|ul|ol|section|article|main|font|b|i)(?=[\s>/])/iu.test(head)
    ? "fragment"
    : false;
}
