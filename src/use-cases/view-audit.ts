import type { AuditAction, AuditEntry, AuditHead } from "../domain/audit.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { type AnchorState, anchorsIn, anchorState } from "./anchor-trail.ts";
import { type AuditVerdict, verifyAudit } from "./verify-audit.ts";
import { worksOf } from "./view-finding-row.ts";

/** An entry with the document it is about, where there is one. */
export interface AuditRow {
  readonly entry: AuditEntry;
  readonly work: Work | null;
}

export interface AuditView {
  readonly rows: readonly AuditRow[];
  /** Number below which the next page begins; null at the end. */
  readonly next: number | null;
  readonly head: AuditHead | null;
  /** Only where it was asked for: the whole chain is walked. */
  readonly verdict: AuditVerdict | null;
  /** How the head was kept elsewhere last; null = it never was. */
  readonly anchor: AnchorState | null;
}

export interface AuditAsked {
  readonly by?: string;
  readonly action?: AuditAction;
  /** Moments: from this one on, and before that one. */
  readonly from?: number;
  readonly to?: number;
  readonly before?: number;
  /** Entries of one page; 100 where nothing is said. */
  readonly limit?: number;
  readonly verify: boolean;
  /** Folder with heads kept elsewhere, against which the chain is held as well. */
  readonly anchorDir?: string | null;
}

const ROWS = 100;

/** The log of what people did, newest first. */
export async function viewAudit(
  store: Store,
  { verify, anchorDir = null, limit = ROWS, ...query }: AuditAsked,
): Promise<AuditView> {
  const entries = await store.audit.list({ ...query, limit: limit + 1 });
  const shown = entries.slice(0, limit);
  const ids = await Promise.all(shown.map((entry) => workOf(store, entry)));
  const works = await worksOf(
    store,
    ids.filter((id) => id !== null),
  );
  return {
    rows: shown.map((entry, i) => ({ entry, work: works.get(ids[i] ?? "") ?? null })),
    next: entries.length > limit ? (shown.at(-1)?.seq ?? null) : null,
    head: await store.audit.head(),
    verdict: verify ? await verdictOn(store, anchorDir) : null,
    anchor: await anchorState(store),
  };
}

/** Where the heads kept elsewhere cannot be read, the chain alone is walked; that they cannot is said by the daily round. */
const verdictOn = async (store: Store, anchorDir: string | null): Promise<AuditVerdict> =>
  verifyAudit(store, anchorDir === null ? [] : await anchorsIn(anchorDir).catch(() => []));

async function workOf(store: Store, { action, subject }: AuditEntry): Promise<WorkId | null> {
  if (/^(document|citation|effect)\./u.test(action)) return subject;
  if (/^(sheet|opinion)\./u.test(action)) return (await store.sheets.find(subject))?.work ?? null;
  if (!action.startsWith("finding.")) return null;
  return (await store.findings.find(subject))?.work ?? null;
}
