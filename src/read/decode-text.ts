import type { Problem } from "../domain/problem.ts";
import { legacyEncodingOf, looksVietnamese } from "./legacy-encoding.ts";
import { convertOldEncodings } from "./old-encoding.ts";
import { note, type Refused, refuse } from "./refusal.ts";

export type Decoded = { readonly ok: true; readonly text: string; readonly notes: readonly Problem[] } | Refused;

/**
 * Bytes of a text file → text, every code unit kept as given (a byte order mark stays as U+FEFF, line ends stay), because
 * offsets are counted in it. UTF-8, UTF-16; windows-1258 only where the result is plainly Vietnamese; TCVN3 and VNI as
 * Latin-1. `declared` is the encoding an HTML page claims for itself.
 */
export function decodeText(bytes: Uint8Array, name: string, declared?: string): Decoded {
  const marked = encodingByMark(bytes);
  if (marked === "utf-32") {
    return refuse("unknown-encoding", name, "tệp dùng bảng mã UTF-32", "Bảng mã này không được hỗ trợ.", SAVE_AS_UTF8);
  }
  const encoding = marked ?? (looksUtf16(bytes) ? "utf-16le" : "utf-8");
  const text = decode(bytes, encoding);
  if (text === null) return decodeLegacy(bytes, name, declared);
  return judge(text, name, []);
}

const SAVE_AS_UTF8 =
  "Mở tệp bằng trình soạn thảo đúng phông chữ, lưu lại với bảng mã UTF-8 (hoặc dạng .docx) rồi nạp lại.";

function encodingByMark(b: Uint8Array): string | null {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return "utf-8";
  if (b[0] === 0xff && b[1] === 0xfe) return b[2] === 0 && b[3] === 0 ? "utf-32" : "utf-16le";
  if (b[0] === 0xfe && b[1] === 0xff) return "utf-16be";
  return null;
}

/** No mark, but every second byte is a high byte of Latin or Vietnamese letters (00, 01, 03, 1E, 20). */
function looksUtf16(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 4096) & ~1;
  if (end < 32 || bytes.length % 2 !== 0) return false;
  let high = 0;
  let zero = 0;
  for (let i = 1; i < end; i += 2) {
    const byte = bytes[i] as number;
    if (byte === 0) zero++;
    if (byte <= 3 || byte === 0x1e || byte === 0x20) high++;
  }
  return zero > end / 8 && high > (end / 2) * 0.98;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Not Unicode: an old code page that gives plain Vietnamese, or a refusal that names the first bad line. */
function decodeLegacy(bytes: Uint8Array, name: string, declared?: string): Decoded {
  for (const encoding of new Set([declared ?? "windows-1258", "windows-1258"])) {
    const text = decode(bytes, encoding);
    if (text !== null && controlShare(text) < 0.001 && looksVietnamese(text)) {
      const why = `Tệp không phải UTF-8; nội dung đọc được bằng ${encoding}.`;
      return judge(text, name, [
        note("encoding-guessed", `Tệp “${name}” dùng bảng mã cũ (${encoding}).`, why, SAVE_AS_UTF8),
      ]);
    }
  }
  const latin = decode(bytes, "windows-1252") ?? "";
  if (controlShare(latin) > 0.005) return binary(name);
  // TCVN3 or VNI: given as Latin-1 here; the reader of the format decodes its letters, where it can by their fonts.
  const { count } = convertOldEncodings(latin);
  if (count.tcvn3 + count.vni > 0) return { ok: true, text: latin, notes: [] };
  const lossy = new TextDecoder("utf-8").decode(bytes);
  const line = lossy.slice(0, lossy.indexOf("\uFFFD")).split("\n").length;
  return refuse(
    "unknown-encoding",
    name,
    `bảng mã không nhận ra được (byte sai đầu tiên ở dòng ${line})`,
    "Tệp không phải UTF-8 hoặc UTF-16 hợp lệ, có thể đã hỏng hoặc dùng bảng mã cũ.",
    SAVE_AS_UTF8,
  );
}

function judge(text: string, name: string, notes: readonly Problem[]): Decoded {
  if (controlShare(text) > 0.005) return binary(name);
  if (legacyEncodingOf(text) === "mojibake") return wrongFont(name, "mojibake");
  return { ok: true, text, notes };
}

const binary = (name: string): Refused =>
  refuse(
    "binary-content",
    name,
    "nội dung không phải văn bản",
    "Tệp chứa dữ liệu nhị phân.",
    "Kiểm tra lại tệp gốc; nếu là bản quét hoặc định dạng khác, chuyển sang .docx rồi nạp lại.",
  );

/** Vietnamese in the letters of an old font, or decoded twice: reading it on would give a wrong law in silence. */
export function wrongFont(name: string, legacy: string): Refused {
  const label = { tcvn3: "TCVN3 (ABC, phông .VnTime)", vni: "VNI", mojibake: "UTF-8 bị đọc nhầm" }[legacy] ?? legacy;
  return refuse(
    "legacy-encoding",
    name,
    `chữ tiếng Việt ở bảng mã ${label}`,
    "Chữ hiện ra sai nên không thể phân tích chính xác.",
    "Chuyển mã sang Unicode (UTF-8) rồi nạp lại.",
  );
}

/** Share of control characters other than tab, line ends, form feed and the old end-of-file mark. */
export function controlShare(text: string): number {
  const sample = text.length > 200_000 ? text.slice(0, 100_000) + text.slice(-100_000) : text;
  let n = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if ((code < 32 && !(code >= 9 && code <= 13) && code !== 0x1a) || code === 0xfffd) n++;
  }
  return sample.length === 0 ? 0 : n / sample.length;
}
