import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** One file of an archive, its bytes one piece after another. */
export interface ZipEntry {
  readonly name: string;
  readonly parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Files that are packed already (Word, PDF, images) are stored as they are. */
  readonly pack: boolean;
}

/** An archive while it is made: only one piece of one file is in memory. */
export async function* zipStream(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for await (const { name, parts, pack } of entries) {
    const file = pack ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
    // the same list twice is the same file
    file.mtime = EPOCH;
    zip.add(file);
    for await (const part of parts) {
      file.push(part);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/** The first day a ZIP archive can say. */
const EPOCH = "1980-01-02T00:00:00";
