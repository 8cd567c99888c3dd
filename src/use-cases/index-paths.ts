import type { WorkId } from "../domain/work.ts";
import type { ImportEntry, Store } from "../store/store.ts";
import { type AnalysedFile, analyseFiles } from "./analyse-files.ts";
import { describeWork } from "./describe-work.ts";
import { relinkWorks, seedRegister } from "./relink-works.ts";

export interface IndexOptions {
  readonly store: Store;
  readonly paths: readonly string[];
  /** Child processes that parse. */
  readonly parsers: number;
  /** Milliseconds since 1970: the moment recorded with each import. */
  readonly now: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, name: string) => void;
}

export interface IndexSummary {
  readonly files: number;
  readonly imported: number;
  readonly newVersions: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
  readonly documents: number;
  readonly provisions: number;
  readonly citations: {
    readonly resolved: number;
    readonly unresolved: number;
    readonly ambiguous: number;
    readonly missing: number;
  };
  readonly effects: { readonly applied: number; readonly notApplied: number };
  /** True when the run was stopped; what had been stored stays. */
  readonly cancelled: boolean;
}

/** Documents a transaction: large enough for speed, small enough that a cancelled run loses little. */
const DOCUMENTS_PER_TRANSACTION = 50;

/**
 * Brings files into the index. Idempotent: bytes already known are not read again; a changed file makes a new version of
 * its work. Links, effects and statuses of what the new texts touch are then computed anew.
 */
export async function indexPaths(options: IndexOptions): Promise<IndexSummary> {
  const { store, signal } = options;
  await seedRegister(store);
  const tally = {
    files: 0,
    imported: 0,
    newVersions: 0,
    unchanged: 0,
    refused: [] as { file: string; reason: string }[],
  };
  const changed = new Set<WorkId>();
  let batch: AnalysedFile[] = [];
  const unchanged: ImportEntry[] = [];

  const flush = async (): Promise<void> => {
    const files = batch;
    batch = [];
    await store.withTransaction(async () => {
      const entries: ImportEntry[] = unchanged.splice(0);
      for (const file of files) entries.push(await importOne(store, file, options.now, changed));
      for (const entry of entries) count(tally, entry);
      await store.imports.record(entries);
    });
  };

  const skip = async (sha256: string, name: string): Promise<boolean> => {
    const known = await store.documents.hasHash(sha256);
    if (known)
      unchanged.push({ file: name, sha256, outcome: "unchanged", work: known.work, reason: null, at: options.now });
    return known !== null;
  };

  let done = 0;
  for await (const file of analyseFiles(options.paths, { parsers: options.parsers, signal, skip })) {
    batch.push(file);
    options.onProgress?.(++done, file.name);
    if (batch.length >= DOCUMENTS_PER_TRANSACTION) await flush();
  }
  await flush();
  await relinkWorks(store, changed);
  const counts = await store.documents.counts();
  return {
    ...tally,
    ...counts,
    citations: await store.links.counts(),
    effects: await store.effects.counts(),
    cancelled: signal?.aborted ?? false,
  };
}

async function importOne(store: Store, file: AnalysedFile, now: number, changed: Set<WorkId>): Promise<ImportEntry> {
  const { analysis } = file;
  if (!analysis.ok || file.bytes === null) {
    const problem = analysis.ok ? null : analysis.problem;
    const reason = problem ? [problem.what, problem.todo].filter(Boolean).join(" ") : "Không đọc được tệp.";
    return { file: file.name, sha256: null, outcome: "refused", work: null, reason, at: now };
  }
  const { source, document, facts } = analysis;
  const entry = { file: file.name, sha256: source.sha256, reason: null, at: now } as const;
  const work = describeWork(document, facts);
  // the same bytes twice in one batch: the first has been stored a moment ago
  const twin = await store.documents.hasHash(source.sha256);
  if (twin) return { ...entry, outcome: "unchanged", work: twin.work };
  const before = await store.documents.current(work.id);
  await store.works.save([work]);
  await store.documents.add({
    work: work.id,
    file: file.name,
    sha256: source.sha256,
    format: source.format,
    quality: source.quality,
    document,
    facts,
    importedAt: now,
    original: file.bytes,
  });
  changed.add(work.id);
  return { ...entry, outcome: before ? "new-version" : "imported", work: work.id };
}

function count(
  tally: {
    files: number;
    imported: number;
    newVersions: number;
    unchanged: number;
    refused: { file: string; reason: string }[];
  },
  entry: ImportEntry,
): void {
  tally.files += 1;
  if (entry.outcome === "imported") tally.imported += 1;
  else if (entry.outcome === "new-version") tally.newVersions += 1;
  else if (entry.outcome === "unchanged") tally.unchanged += 1;
  else tally.refused.push({ file: entry.file, reason: entry.reason ?? "" });
}
