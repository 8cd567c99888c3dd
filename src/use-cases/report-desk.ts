import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A file that is made in the background; `name` is what it is saved as. */
export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What is to be made: it says how far it is, and stops when it is told. */
export type ReportTask = (job: {
  readonly signal: AbortSignal;
  onProgress(done: number, of: number): void;
}) => Promise<MadeFile>;

export interface ReportJob {
  readonly id: string;
  /** Vietnamese: what is made. */
  readonly title: string;
  /** Id of the person who asked for it: nobody else sees it. */
  readonly owner: string;
  readonly state: "waiting" | "running" | "done" | "cancelled" | "failed";
  readonly done: number;
  readonly total: number;
  readonly at: number;
  readonly file: { readonly name: string; readonly type: string; readonly size: number; readonly path: string } | null;
}

/** Makes long files one after another, outside the request that asks for them. */
export interface ReportDesk {
  /** The Chromium that prints PDF files; null = there is none. */
  readonly chromium: string | null;
  /** Null when too many wait already. */
  start(job: { readonly title: string; readonly owner: string }, task: ReportTask): string | null;
  find(id: string): ReportJob | null;
  /** False when there is no such job, or it has ended. */
  cancel(id: string): boolean;
  /** Resolves when nothing is waiting. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const LONGEST_QUEUE = 10;
/** Files are forgotten after so many milliseconds, and when there are more than so many. */
const KEPT = 4 * 3_600_000;
const MOST_KEPT = 20;

interface Held {
  job: ReportJob;
  readonly stop: AbortController;
}

export function openReportDesk(options: {
  readonly now: () => number;
  readonly chromium: string | null;
  readonly onError?: (error: unknown) => void;
}): ReportDesk {
  const { now, onError = () => {} } = options;
  const held = new Map<string, Held>();
  let folder: Promise<string> | null = null;
  let line: Promise<void> = Promise.resolve();
  const isOpen = ({ job }: Held): boolean => job.state === "waiting" || job.state === "running";
  const forget = async (): Promise<void> => {
    const ended = [...held.values()].filter((one) => !isOpen(one));
    const tooMany = ended.slice(0, Math.max(0, ended.length - MOST_KEPT));
    for (const one of ended)
      if (tooMany.includes(one) || now() - one.job.at > KEPT) {
        held.delete(one.job.id);
        if (one.job.file) await rm(one.job.file.path, { force: true });
      }
  };
  const run = async (one: Held, task: ReportTask): Promise<void> => {
    const change = (changes: Partial<ReportJob>): void => {
      one.job = { ...one.job, ...changes };
    };
    const { signal } = one.stop;
    if (signal.aborted) return change({ state: "cancelled" });
    change({ state: "running" });
    folder ??= mkdtemp(join(tmpdir(), "rasoat-report-"));
    const path = join(await folder, one.job.id);
    try {
      const made = await task({ signal, onProgress: (done, total) => change({ done, total }) });
      await pipeline(Readable.from(made.bytes, { objectMode: false }), createWriteStream(path, { mode: 0o600 }), {
        signal,
      });
      change({ state: "done", file: { name: made.name, type: made.type, size: (await stat(path)).size, path } });
    } catch (error) {
      await rm(path, { force: true });
      change({ state: signal.aborted ? "cancelled" : "failed" });
      if (!signal.aborted) onError(error);
    }
    await forget();
  };
  return {
    chromium: options.chromium,
    start({ title, owner }, task) {
      if ([...held.values()].filter(isOpen).length >= LONGEST_QUEUE) return null;
      const id = randomBytes(16).toString("hex");
      const job: ReportJob = { id, title, owner, state: "waiting", done: 0, total: 0, at: now(), file: null };
      const one: Held = { job, stop: new AbortController() };
      held.set(id, one);
      line = line.then(() => run(one, task)).catch(onError);
      return id;
    },
    find: (id) => held.get(id)?.job ?? null,
    cancel(id) {
      const one = held.get(id);
      if (!one || !isOpen(one)) return false;
      one.stop.abort();
      return true;
    },
    idle: () => line,
    async close() {
      for (const { stop } of held.values()) stop.abort();
      await line;
      if (folder) await rm(await folder, { recursive: true, force: true });
    },
  };
}

/** The bytes of a file that was made. */
export async function* madeFile({ path }: NonNullable<ReportJob["file"]>): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>;
}
