import { mkdir, mkdtemp, open, rm, statfs } from "node:fs/promises";
import { extname, join } from "node:path";
import type { FaultCode } from "../../web/route.ts";
import type { UploadedFile, Upload } from "../use-cases/import-desk.ts";
import { BadForm, multipartParts, type Part } from "./multipart.ts";

/** Bounds of one upload (SEC-10). Sizes are bytes. */
export interface UploadLimits {
  readonly file: number;
  readonly zip: number;
  readonly total: number;
  readonly files: number;
}

export const UPLOAD_LIMITS: UploadLimits = {
  file: 100 * 1024 * 1024,
  zip: 2 * 1024 * 1024 * 1024,
  total: 2 * 1024 * 1024 * 1024 + 16 * 1024 * 1024,
  files: 2000,
};

/** All fields of a form together: a draft of a hundred pages may be pasted into one. */
const LONGEST_FIELDS = 1024 * 1024;
const MOST_FIELDS = 100;
/** What must stay free on the disk after an upload. */
const SPARE = 64 * 1024 * 1024;

export type Received =
  | { readonly ok: true; readonly fields: ReadonlyMap<string, string>; readonly upload: Upload | null }
  | { readonly ok: false; readonly status: 400 | 403 | 413 | 507; readonly code: FaultCode };

export interface ReceiveOptions {
  /** Asked as soon as the fields before the first file are known: nothing is stored for a form that is not ours. */
  readonly mayStore: (fields: ReadonlyMap<string, string>) => boolean;
  /** Where uploads are kept until they are read; null takes no files. */
  readonly folder: string | null;
  readonly limits: UploadLimits;
}

const refused = (status: 400 | 403 | 413 | 507, code: FaultCode): Received => ({ ok: false, status, code });

/** Reads a posted form; files go to a private folder under generated names while they arrive, every byte counted. */
export async function receiveForm(request: Request, options: ReceiveOptions): Promise<Received> {
  const type = request.headers.get("content-type") ?? "";
  const length = Number(request.headers.get("content-length") ?? "0");
  if (request.body === null) return refused(400, "bad-form");
  const stream = request.body as unknown as AsyncIterable<Uint8Array>;
  if (/^application\/x-www-form-urlencoded(?:\s*;|$)/iu.test(type)) {
    if (length > LONGEST_FIELDS) return refused(413, "form-too-large");
    return receiveFields(stream, options);
  }
  if (length > options.limits.total) return refused(413, "upload-too-large");
  if (options.folder !== null && !(await hasRoom(options.folder, length))) return refused(507, "no-room");
  const inbox = new Inbox(options);
  try {
    for await (const part of multipartParts(stream, type)) {
      const fault = await inbox.take(part);
      if (fault !== null) {
        await inbox.discard();
        return fault;
      }
    }
    if (!options.mayStore(inbox.fields)) return refused(403, "not-from-here");
    return { ok: true, fields: inbox.fields, upload: inbox.upload() };
  } catch (error) {
    await inbox.discard();
    if (error instanceof BadForm || (error as NodeJS.ErrnoException).code === "ECONNRESET")
      return refused(400, "bad-form");
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") return refused(507, "no-room");
    throw error;
  }
}

async function receiveFields(stream: AsyncIterable<Uint8Array>, options: ReceiveOptions): Promise<Received> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > LONGEST_FIELDS) return refused(413, "form-too-large");
    chunks.push(chunk);
  }
  const fields = new Map(new URLSearchParams(Buffer.concat(chunks).toString("utf8")));
  return options.mayStore(fields) ? { ok: true, fields, upload: null } : refused(403, "not-from-here");
}

async function hasRoom(folder: string, bytes: number): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize > bytes + SPARE;
}

/** One form on its way in. */
class Inbox {
  readonly fields = new Map<string, string>();
  readonly #files: UploadedFile[] = [];
  readonly #refused: { name: string; reason: string }[] = [];
  readonly #options: ReceiveOptions;
  #folder: string | null = null;
  #total = 0;

  constructor(options: ReceiveOptions) {
    this.#options = options;
  }

  async take(part: Part): Promise<Received | null> {
    if (part.filename === null) return this.#takeField(part);
    const { folder, limits, mayStore } = this.#options;
    if (folder === null || !mayStore(this.fields)) return refused(403, "not-from-here");
    if (part.filename === "") return null;
    if (this.#files.length + this.#refused.length >= limits.files) return refused(413, "upload-too-large");
    this.#folder ??= await mkdtemp(join(folder, "u-"));
    return this.#takeFile(part, this.#folder);
  }

  async #takeField(part: Part): Promise<Received | null> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of part.body) {
      size += chunk.length;
      if (size > LONGEST_FIELDS) return refused(413, "form-too-large");
      chunks.push(chunk);
    }
    if (this.fields.size >= MOST_FIELDS) return refused(413, "form-too-large");
    this.fields.set(part.name, Buffer.concat(chunks).toString("utf8"));
    return null;
  }

  async #takeFile(part: Part, folder: string): Promise<Received | null> {
    const { limits } = this.#options;
    const name = shownName(part.filename ?? "");
    const ending = safeEnding(name);
    const limit = ending === ".zip" ? limits.zip : limits.file;
    const path = join(folder, `${String(this.#files.length + this.#refused.length + 1).padStart(5, "0")}${ending}`);
    const out = await open(path, "wx", 0o600);
    let size = 0;
    try {
      for await (const chunk of part.body) {
        size += chunk.length;
        this.#total += chunk.length;
        if (this.#total > limits.total) return refused(413, "upload-too-large");
        // a file that is too large is counted to its end and thrown away; the others go on
        if (size <= limit) await out.appendFile(chunk);
      }
    } finally {
      await out.close();
    }
    if (size > limit) {
      await rm(path, { force: true });
      const mb = Math.floor(limit / 1_048_576);
      this.#refused.push({ name, reason: `Tệp lớn hơn ${mb} MB. Tách tệp hoặc bỏ hình ảnh rồi tải lên lại.` });
    } else this.#files.push({ path, name });
    return null;
  }

  upload(): Upload | null {
    if (this.#folder === null) return null;
    return { files: this.#files, refused: this.#refused, discard: () => this.discard() };
  }

  async discard(): Promise<void> {
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true });
  }
}

const LONGEST_NAME = 200;

/** What a person calls the file: the last part of whatever path came along, nothing that controls a terminal or a page. */
export function shownName(given: string): string {
  const last = given.split(/[\\/]/u).at(-1) ?? "";
  const clean = last
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .trim();
  const named = clean === "" || clean === "." || clean === ".." ? "khong-ten" : clean;
  return named.length <= LONGEST_NAME ? named : `${named.slice(0, LONGEST_NAME - 10)}…${extname(named).slice(-9)}`;
}

/** The ending decides how a file is read, so it is kept; everything else of the stored name is ours. */
const safeEnding = (name: string): string => /\.[a-z0-9]{1,8}$/u.exec(name.toLowerCase())?.[0] ?? "";
