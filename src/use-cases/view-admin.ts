import { statfs } from "node:fs/promises";
import type { LegalDate } from "../domain/legal-date.ts";
import type { ImportEntry, Job, Store, StoreState } from "../store/store.ts";
import { type MailState, mailState, type Post } from "./daily-digest.ts";
import { type FindingRun, findingRuns } from "./finding-runs.ts";
import { rememberedFindings, rememberedImports } from "./remembered.ts";
import { countsOf } from "./view-home.ts";
import { registerDay } from "./view-register.ts";

/** How this installation was started; nothing in it is secret. */
export interface Installation {
  readonly host: string;
  readonly port: number;
  /** Where uploads and, unless another was named, the index lie. */
  readonly dataDir: string;
  readonly parsers: number;
  /** The department's own additions to the register; null = none. */
  readonly registerDir: string | null;
  readonly allowRemote: boolean;
  readonly startedAt: number;
  /** How letters go out; null = none are sent. */
  readonly post: Post | null;
  /** Where heads of the trail are kept outside the data folder; null = nowhere. */
  readonly anchorDir: string | null;
}

/** The state of the index and of the machine it lies on. */
export interface AdminView {
  readonly dialect: Store["dialect"];
  readonly index: StoreState;
  readonly documents: number;
  readonly provisions: number;
  readonly findings: number;
  /** The newest document the shipped register knows. */
  readonly registerDay: LegalDate | null;
  readonly lastImport: ImportEntry | null;
  readonly lastRun: FindingRun | null;
  /** The day statuses and findings were computed for. */
  readonly findingsDay: LegalDate | null;
  readonly jobs: readonly Job[];
  /** How sending letters went lately. */
  readonly mail: MailState;
  /** Texts that wait to be filed by level, body, field and territory. */
  readonly unfiled: number;
  /** Bytes on the disk the data lie on; null where that cannot be asked. */
  readonly disk: { readonly free: number; readonly total: number } | null;
}

const JOBS_SHOWN = 15;

export async function viewAdmin(store: Store, installation: Installation | null): Promise<AdminView> {
  const [index, counts, states, [lastImport], runs, findingsDay, jobs, unfiled, mail, disk] = await Promise.all([
    store.about(),
    countsOf(store),
    rememberedFindings(store, "decided", "by state", () => store.findings.countsByState()),
    store.imports.latest(1),
    findingRuns(store),
    store.settings.get("findings-day"),
    store.jobs.latest(JOBS_SHOWN),
    rememberedImports(store, "unfiled", () => store.worklists.unfiled()),
    mailState(store),
    installation === null ? null : diskOf(installation.dataDir),
  ]);
  return {
    dialect: store.dialect,
    index,
    ...counts,
    findings: Object.values(states).reduce((sum, n) => sum + n, 0),
    registerDay: registerDay(),
    lastImport: lastImport ?? null,
    lastRun: runs.at(-1) ?? null,
    findingsDay,
    jobs,
    unfiled,
    mail,
    disk,
  };
}

async function diskOf(folder: string): Promise<AdminView["disk"]> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    // a folder that is not there yet, or a system that does not say
    return null;
  }
}
