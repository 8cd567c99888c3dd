import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, openPromise, validateFileName, type ZipFile } from "yauzl";
import { ZIP_LIMITS, type ZipLimits } from "./read-limits.ts";

/** An archive whose directory was checked before a single byte was unpacked. Close it when done. */
export interface GuardedZip {
  readonly entries: readonly Entry[];
  /** Bytes of one entry; throws when the stream does not keep what the directory promised. `limit` bounds this entry. */
  read(entry: Entry, limit: number): Promise<Buffer>;
  close(): void;
}

/** Why an archive is not opened: a stable code and a Vietnamese reason. */
export class ZipRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * The one way into a zip (plain archives and DOCX alike): refuses too many entries, too much unpacked, ratios of bombs,
 * overlapping or encrypted entries, links, and names that lead out of their folder. Throws `ZipRefused`.
 */
export async function openZip(source: string | Buffer, limits: ZipLimits = ZIP_LIMITS): Promise<GuardedZip> {
  const zip = await open(source);
  try {
    const entries = await checkedEntries(zip, limits);
    let unpacked = 0;
    return {
      entries,
      close: () => {
        zip.close();
      },
      async read(entry, limit) {
        const buffer = await readEntry(zip, entry, Math.min(limit, limits.unpackedBytes - unpacked));
        unpacked += buffer.length;
        return buffer;
      },
    };
  } catch (error) {
    zip.close();
    if (error instanceof ZipRefused) throw error;
    // The library itself stops at names that lead outside.
    throw /fileName|path/u.test(String(error)) ? unsafeName() : broken();
  }
}

const broken = (): ZipRefused => new ZipRefused("broken-zip", "cấu trúc tệp nén bị hỏng");

const unsafeName = (): ZipRefused =>
  new ZipRefused("zip-unsafe-name", "chứa đường dẫn không an toàn (trỏ ra ngoài thư mục)");

async function open(source: string | Buffer): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: true };
  try {
    return typeof source === "string" ? await openPromise(source, options) : await fromBufferPromise(source, options);
  } catch {
    throw broken();
  }
}

async function checkedEntries(zip: ZipFile, limits: ZipLimits): Promise<readonly Entry[]> {
  if (zip.entryCount > limits.entries) throw tooManyEntries(limits);
  const entries: Entry[] = [];
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    if (entries.length > limits.entries) throw tooManyEntries(limits);
    checkEntry(entry, limits);
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.unpackedBytes) {
      throw new ZipRefused(
        "zip-too-large",
        `dung lượng sau giải nén vượt quá ${Math.round(limits.unpackedBytes / 1048576)} MB`,
      );
    }
  }
  if (unpacked > limits.ratioFreeBytes && unpacked > zip.fileSize * limits.ratio) throw bomb(limits);
  checkOverlaps(entries);
  return entries;
}

const tooManyEntries = (limits: ZipLimits): ZipRefused =>
  new ZipRefused("zip-too-many-entries", `có quá ${limits.entries.toLocaleString("vi-VN")} tệp bên trong`);

const bomb = (limits: ZipLimits): ZipRefused =>
  new ZipRefused("zip-bomb", `tỷ lệ nén vượt quá ${limits.ratio} lần (dấu hiệu “bom nén”)`);

function checkEntry(entry: Entry, limits: ZipLimits): void {
  const invalid = validateFileName(entry.fileName);
  if (invalid !== null || entry.fileName.includes("\0")) {
    throw unsafeName();
  }
  if (entry.isEncrypted()) throw new ZipRefused("encrypted-file", "được bảo vệ bằng mật khẩu");
  // Unix mode in the upper half: 0xA000 is a symbolic link.
  if (((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000) {
    throw new ZipRefused("zip-link", `chứa liên kết tượng trưng (“${entry.fileName.slice(0, 80)}”)`);
  }
  if (entry.uncompressedSize > limits.ratioFreeBytes && entry.uncompressedSize > entry.compressedSize * limits.ratio)
    throw bomb(limits);
}

/** Entries that share their packed bytes make a small archive huge; honest archives never do that. */
function checkOverlaps(entries: readonly Entry[]): void {
  const sorted = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (let i = 1; i < sorted.length; i++) {
    const [before, here] = [sorted[i - 1] as Entry, sorted[i] as Entry];
    if (before.relativeOffsetOfLocalHeader + 30 + before.compressedSize > here.relativeOffsetOfLocalHeader) {
      throw new ZipRefused("zip-bomb", "có các tệp chồng lên nhau (dấu hiệu “bom nén”)");
    }
  }
}

async function readEntry(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer> {
  const tooLarge = (): ZipRefused =>
    new ZipRefused("zip-too-large", `tệp bên trong quá lớn (“${entry.fileName.slice(0, 80)}”)`);
  if (entry.uncompressedSize > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof ZipRefused
      ? error
      : new ZipRefused("broken-zip", `tệp bên trong bị hỏng (“${entry.fileName.slice(0, 80)}”)`);
  }
  const whole = Buffer.concat(chunks);
  // The library does not compare checksums; a damaged part would otherwise be read as if it were the law.
  if (crc32(whole) !== entry.crc32)
    throw new ZipRefused("broken-zip", `tệp bên trong sai mã kiểm tra (“${entry.fileName.slice(0, 80)}”)`);
  return whole;
}
