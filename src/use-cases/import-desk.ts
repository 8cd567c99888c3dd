import { randomBytes } from "node:crypto";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Rule } from "../engine/rule.ts";
import type { Job, Store } from "../store/store.ts";
import { indexPaths } from "./index-paths.ts";
import { tellImpact } from "./notify.ts";
import { runRulesAfter, runRulesOn } from "./run-rules-on.ts";

/** A file that lies in a private folder under a generated name. */
export interface UploadedFile {
  readonly path: string;
  /** What people call it. */
  readonly name: string;
}

export interface Upload {
  readonly files: readonly UploadedFile[];
  /** Files that were turned away while they arrived, each with its reason. */
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
  /** Removes what was received. */
  discard(): Promise<void>;
}

export interface DeskOptions {
  readonly store: Store;
  readonly rules: readonly Rule[];
  readonly parsers: number;
  readonly now: () => number;
  readonly today: () => LegalDate;
  readonly onError?: (error: unknown) => void;
  /** Said when nothing waits any more and the index or the findings have changed; nothing waits for its end but `close`. */
  readonly onChanged?: () => Promise<void>;
}

/** Takes uploads in and works them off in the background, one after another. */
export interface ImportDesk {
  /** Answers the job's number at once; null when too many wait already. */
  take(upload: Upload, by: string): Promise<string | null>;
  /** Stops a job; what it has stored stays. False when there is no such job, or it has ended. */
  cancel(id: string, by: string): Promise<boolean>;
  /** Runs the rules again when nothing else is to do: metadata were mended. */
  reviewAgain(): void;
  /** Resolves when nothing is waiting. */
  idle(): Promise<void>;
  /** Stops what is running and says so in its job. */
  close(): Promise<void>;
}

/** Jobs that may wait at one time. */
const LONGEST_QUEUE = 20;

interface Waiting {
  readonly id: string;
  readonly upload: Upload;
  readonly stop: AbortController;
}

/** Opens the desk. Jobs that an earlier run of the program left open are marked interrupted. */
export async function openImportDesk(options: DeskOptions): Promise<ImportDesk> {
  const { store, now } = options;
  const report = options.onError ?? (() => {});
  await store.jobs.interruptAll(now());
  const open = new Map<string, Waiting>();
  let closing = false;
  let review = false;
  let line: Promise<void> = Promise.resolve();
  const enqueue = (work: () => Promise<void>): void => {
    line = line.then(work).catch(report);
  };
  return {
    async take(upload, by) {
      if (closing || open.size >= LONGEST_QUEUE) {
        await upload.discard();
        return null;
      }
      const id = randomBytes(8).toString("hex");
      const waiting = { id, upload, stop: new AbortController() };
      open.set(id, waiting);
      await store.withTransaction(async () => {
        const at = now();
        await store.jobs.add(newJob(id, upload, by, at));
        const detail = { files: upload.files.length, refused: upload.refused.length };
        await store.audit.append({ at, by, action: "import.start", subject: id, detail });
      });
      enqueue(async () => {
        await runJob(options, waiting, () => closing);
        open.delete(id);
        if (open.size === 0 && !closing) await options.onChanged?.();
      });
      return id;
    },
    async cancel(id, by) {
      const waiting = open.get(id);
      if (waiting === undefined) return false;
      waiting.stop.abort();
      await store.withTransaction(async () => {
        await store.jobs.update(id, { cancelRequested: true });
        await store.audit.append({ at: now(), by, action: "import.cancel", subject: id, detail: {} });
      });
      return true;
    },
    reviewAgain() {
      if (review || closing) return;
      review = true;
      enqueue(async () => {
        review = false;
        const { rules, today } = options;
        if (closing) return;
        await runRulesOn({ store, rules, day: today(), now: now() });
        if (open.size === 0) await options.onChanged?.();
      });
    },
    async idle() {
      for (let seen: Promise<void> | null = null; seen !== line; ) {
        seen = line;
        await line;
      }
    },
    async close() {
      closing = true;
      for (const { stop } of open.values()) stop.abort();
      await line;
    },
  };
}

const newJob = (id: string, upload: Upload, by: string, now: number): Job => ({
  id,
  kind: "import",
  state: "queued",
  step: "reading",
  done: 0,
  total: upload.files.length + upload.refused.length,
  current: null,
  cancelRequested: false,
  problem: null,
  by,
  createdAt: now,
  finishedAt: null,
});

/** One job from its first file to its end; whatever happens, its last state is stored and its files are removed. */
async function runJob(options: DeskOptions, { id, upload, stop }: Waiting, closing: () => boolean): Promise<void> {
  const { store, now } = options;
  const end = async (state: Job["state"], problem: string | null = null): Promise<void> =>
    store.jobs.update(id, { state, problem, current: null, finishedAt: now() });
  try {
    await importUpload(options, id, upload, stop.signal);
    await end(stop.signal.aborted ? (closing() ? "interrupted" : "cancelled") : "done");
  } catch (error) {
    options.onError?.(error);
    await end("failed", sayFailure(error));
  } finally {
    await upload.discard();
  }
}

/** A store's error carries words for people; any other is a mistake of the program and goes to the log. */
const sayFailure = (error: unknown): string =>
  error instanceof Error && error.name === "StoreError"
    ? error.message
    : "Chương trình gặp lỗi giữa chừng. Những tệp đã nhập vẫn còn; hãy nhập lại các tệp khác.";

/** Files a transaction: small, so that the page shows results soon and a stop loses little. */
const FILES_A_BATCH = 10;
/** Milliseconds between two notes of progress. */
const NOTE_EVERY = 400;

async function importUpload(options: DeskOptions, id: string, upload: Upload, signal: AbortSignal): Promise<void> {
  const { store, rules, parsers, now, today } = options;
  const at = now();
  const turnedAway = upload.refused.map(
    ({ name, reason }) => ({ file: name, sha256: null, outcome: "refused", work: null, reason, at }) as const,
  );
  await store.imports.record(turnedAway, id);
  const given = turnedAway.length + upload.files.length;
  let [done, noted, stored] = [turnedAway.length, 0, turnedAway.length];
  let notes: Promise<void> = Promise.resolve();
  const note = (changes: Parameters<Store["jobs"]["update"]>[1]): void => {
    notes = notes.then(() => store.jobs.update(id, { done, total: Math.max(given, done), ...changes }));
    notes.catch(() => {});
  };
  note({ state: "running" });
  const summary = await indexPaths({
    store,
    paths: upload.files.map((file) => file.path),
    parsers,
    now: at,
    signal,
    job: id,
    batch: FILES_A_BATCH,
    nameOf: namesOf(upload.files),
    onProgress(n, name) {
      done = Math.max(stored, turnedAway.length + n);
      if (now() - noted < NOTE_EVERY) return;
      noted = now();
      note({ current: name });
    },
    onStored(entries) {
      stored += entries.length;
      done = Math.max(done, stored);
      note({});
    },
    onLinking: async () => note({ step: "linking", current: null }),
  });
  const fresh = summary.files > summary.unchanged + summary.refused.length;
  if (fresh && !signal.aborted) {
    note({ step: "rules" });
    const { changed, affected } = summary;
    const run = await runRulesAfter({ store, rules, day: today(), now: now(), signal, changed, affected });
    await tellImpact(store, { job: id, by: (await store.jobs.find(id))?.by ?? "", since: at, ...run }, now());
  }
  await notes;
}

/** From where an upload lies to what people call it, entries of archives included. */
function namesOf(files: readonly UploadedFile[]): (path: string) => string {
  const names = new Map(files.map((file) => [file.path, file.name]));
  return (path) => {
    const whole = names.get(path);
    if (whole !== undefined) return whole;
    const archive = files.find((file) => path.startsWith(`${file.path}/`));
    return archive === undefined ? path : archive.name + path.slice(archive.path.length);
  };
}
