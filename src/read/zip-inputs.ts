import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { Entry } from "yauzl";
import type { Problem } from "../domain/problem.ts";
import { isReadable, unsupported } from "./file-format.ts";
import { hiddenProblem, type InputFile, type ListOptions } from "./input-file.ts";
import { READ_LIMITS } from "./read-limits.ts";
import { refuse } from "./refusal.ts";
import { type GuardedZip, openZip, ZipRefused } from "./zip-guard.ts";

/**
 * The entries of a zip archive, taken out one by one into a private folder under names of our own ("0001.docx"), so that
 * no name of the archive ever reaches the file system. An archive inside is refused: one level is enough for an upload.
 */
export async function* listZipInputs(path: string, name: string, options: ListOptions): AsyncGenerator<InputFile> {
  const opened = await openOrRefuse(path, name);
  if ("problem" in opened) {
    yield { name, problem: opened.problem };
    return;
  }
  const folder = await createPrivateFolder();
  try {
    const files = opened.zip.entries.filter((entry) => !entry.fileName.endsWith("/")).sort(byName);
    if (files.length === 0) yield { name, problem: zipProblem("empty-zip", name, "không có tệp nào bên trong") };
    for (const [i, entry] of files.entries()) {
      if (options.signal?.aborted === true) return;
      const shown = `${name}/${entry.fileName}`;
      yield problemOf(entry, shown) ?? (await extract(opened.zip, entry, shown, folder, i));
    }
  } finally {
    opened.zip.close();
    await folder.release();
  }
}

const byName = (a: Entry, b: Entry): number => (a.fileName < b.fileName ? -1 : a.fileName > b.fileName ? 1 : 0);

async function openOrRefuse(
  path: string,
  name: string,
): Promise<{ readonly zip: GuardedZip } | { readonly problem: Problem }> {
  if ((await stat(path)).size > READ_LIMITS.zipBytes)
    return { problem: zipProblem("file-too-large", name, "lớn hơn 2 GB") };
  try {
    return { zip: await openZip(path) };
  } catch (error) {
    if (error instanceof ZipRefused) return { problem: zipProblem(error.code, name, error.message) };
    throw error;
  }
}

const zipProblem = (code: string, name: string, what: string): Problem =>
  refuse(
    code,
    name,
    `tệp nén ${what}`,
    "Tệp nén không an toàn, hỏng hoặc vượt giới hạn.",
    "Nén lại các văn bản thành một tệp .zip thông thường, không mật khẩu, rồi nạp lại.",
  ).problem;

function problemOf(entry: Entry, shown: string): InputFile | null {
  const parts = entry.fileName.split("/");
  for (const part of parts) {
    const hidden = hiddenProblem(part, shown);
    if (hidden !== null) return { name: shown, problem: hidden };
  }
  const ending = extname(parts.at(-1) ?? "").toLowerCase();
  if (ending === ".zip") return { name: shown, problem: zipProblem("nested-zip", shown, "nằm trong một tệp nén khác") };
  return !isReadable(ending) ? { name: shown, problem: unsupported(shown, ending).problem } : null;
}

async function extract(
  zip: GuardedZip,
  entry: Entry,
  shown: string,
  folder: PrivateFolder,
  index: number,
): Promise<InputFile> {
  try {
    const bytes = await zip.read(entry, READ_LIMITS.fileBytes);
    const path = join(folder.path, `${String(index + 1).padStart(5, "0")}${extname(entry.fileName).toLowerCase()}`);
    await writeFile(path, bytes, { mode: 0o600, flag: "wx" });
    return { name: shown, path, cleanup: folder.hold(path) };
  } catch (error) {
    if (error instanceof ZipRefused) return { name: shown, problem: zipProblem(error.code, shown, error.message) };
    throw error;
  }
}

interface PrivateFolder {
  readonly path: string;
  /** Keeps the folder until the returned function has removed the file. */
  hold(file: string): () => Promise<void>;
  /** The listing is over; the folder goes with its last file. */
  release(): Promise<void>;
}

/** Readers may still be at work when the listing ends, so the folder counts its holders. */
async function createPrivateFolder(): Promise<PrivateFolder> {
  const path = await mkdtemp(join(tmpdir(), "rasoat-zip-"));
  let holders = 1;
  const letGo = async (): Promise<void> => {
    if (--holders === 0) await rm(path, { recursive: true, force: true });
  };
  return {
    path,
    hold(file) {
      holders++;
      let done = false;
      return async () => {
        if (done) return;
        done = true;
        await rm(file, { force: true });
        await letGo();
      };
    },
    release: letGo,
  };
}
