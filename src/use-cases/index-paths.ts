import type { WorkId } from "../domain/work.ts";
import type { ImportEntry, Store } from "../store/store.ts";
import { type AnalysedFile, type AnalyseOptions, analyseFiles } from "./analyse-files.ts";
import { followResults } from "./follow-results.ts";
import { type Placed, placeFile } from "./place-file.ts";
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
  /** What became of each file, in the order in which they were stored. */
  readonly onStored?: (entries: readonly ImportEntry[]) => void;
  /** Told when all files are stored and the links of what changed are computed anew. */
  readonly onLinking?: () => Promise<void>;
  /** The background job the files belong to. */
  readonly job?: string;
  /** Who brings them in from the command line, for the audit trail; a job has told of itself already. */
  readonly by?: string;
  /** What people call a file that lies under another name (an upload in a private folder). */
  readonly nameOf?: AnalyseOptions["nameOf"];
  /** Files a transaction. */
  readonly batch?: number;
}

export interface IndexSummary {
  readonly files: number;
  readonly imported: number;
  readonly newVersions: number;
  readonly unchanged: number;
  /** Files with the same text as one that is here in another format. */
  readonly otherFormats: number;
  /** Imported, but number, day or issuer is missing or uncertain. Counted above too. */
  readonly needsLook: readonly { readonly file: string; readonly reason: string }[];
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
  /** Works whose links, effects and statuses were computed anew. */
  readonly linked: number;
  /** Works with a new text, and works whose links, effects or statuses that touched. */
  readonly changed: ReadonlySet<WorkId>;
  readonly affected: ReadonlySet<WorkId>;
  /** True when the run was stopped; what had been stored stays. */
  readonly cancelled: boolean;
}

/** Documents a transaction: large enough for speed, small enough that a cancelled run loses little. */
const DOCUMENTS_PER_TRANSACTION = 50;

/** Setting: works whose text is stored and whose links, effects and statuses are still to be computed. */
const PENDING = "pending-links";

/**
 * Brings files into the index. Idempotent: bytes already known are not read again; a changed file makes a new version of
 * its work. Links, effects and statuses of what the new texts touch are then computed anew.
 */
export async function indexPaths(options: IndexOptions): Promise<IndexSummary> {
  const { store, signal } = options;
  await seedRegister(store);
  const tally = newTally();
  // what a run stored and did not come to link (a power cut) is linked by the next one
  const changed = new Set<WorkId>(JSON.parse((await store.settings.get(PENDING)) ?? "[]"));
  let batch: AnalysedFile[] = [];
  const unchanged: ImportEntry[] = [];

  const flush = async (): Promise<void> => {
    const files = batch;
    batch = [];
    let placed: Placed[] = [];
    await store.withTransaction(async () => {
      placed = unchanged.splice(0).map((entry) => ({ entry, text: null }));
      for (const file of files) placed.push(await placeFile(store, file, options.now, changed));
      if (files.length > 0) await store.settings.set(PENDING, JSON.stringify([...changed]));
      await store.imports.record(
        placed.map((p) => p.entry),
        options.job,
      );
      if (options.by !== undefined && files.length > 0) await tellOf(store, options.by, placed, options.now);
    });
    for (const each of placed) count(tally, each);
    options.onStored?.(placed.map((p) => p.entry));
  };

  const skip = async (sha256: string, name: string): Promise<boolean> => {
    const known = await store.documents.hasHash(sha256);
    if (known)
      unchanged.push({ file: name, sha256, outcome: "unchanged", work: known.work, reason: null, at: options.now });
    return known !== null;
  };

  let done = 0;
  const { parsers, nameOf } = options;
  for await (const file of analyseFiles(options.paths, { parsers, signal, skip, nameOf })) {
    batch.push(file);
    options.onProgress?.(++done, file.name);
    if (batch.length >= (options.batch ?? DOCUMENTS_PER_TRANSACTION)) await flush();
  }
  await flush();
  await options.onLinking?.();
  const affected = await relinkWorks(store, changed);
  if (changed.size > 0) {
    await followResults(store, new Set([...changed, ...affected]), options.now);
    await store.settings.set(PENDING, "[]");
    await store.analyse();
  }
  const counts = await store.documents.counts();
  return {
    ...tally,
    ...counts,
    citations: await store.links.counts(),
    effects: await store.effects.counts(),
    linked: changed.size,
    changed,
    affected,
    cancelled: signal?.aborted ?? false,
  };
}

/** One entry for each transaction, in it: what it has brought in. */
async function tellOf(store: Store, by: string, placed: readonly Placed[], now: number): Promise<void> {
  const fresh = placed.filter(({ entry }) => entry.outcome !== "unchanged");
  const detail = { files: fresh.length, first: fresh[0]?.entry.file ?? null, last: fresh.at(-1)?.entry.file ?? null };
  await store.audit.append({ at: now, by, action: "import.start", subject: "command-line", detail });
}

interface Tally {
  files: number;
  imported: number;
  newVersions: number;
  unchanged: number;
  otherFormats: number;
  needsLook: { file: string; reason: string }[];
  refused: { file: string; reason: string }[];
}

const newTally = (): Tally => ({
  files: 0,
  imported: 0,
  newVersions: 0,
  unchanged: 0,
  otherFormats: 0,
  needsLook: [],
  refused: [],
});

function count(tally: Tally, { entry, text }: Placed): void {
  const { file, outcome } = entry;
  const reason = entry.reason ?? "";
  tally.files += 1;
  if (text === "new") tally.imported += 1;
  else if (text === "version") tally.newVersions += 1;
  else if (outcome === "other-format") tally.otherFormats += 1;
  else if (outcome === "unchanged") tally.unchanged += 1;
  else if (outcome === "refused") tally.refused.push({ file, reason });
  if (outcome === "needs-look") tally.needsLook.push({ file, reason });
}
