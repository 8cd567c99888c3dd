import type { Decision, Suppression } from "../domain/decision.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Opinion } from "../domain/opinion.ts";
import type { Work } from "../domain/work.ts";
import type { FindingQuery, Page, Store, StoredFinding } from "../store/store.ts";
import { type EvidenceView, viewEvidence } from "./view-evidence.ts";
import { findingRows, type FindingRow } from "./view-finding-row.ts";

export interface FindingsView {
  readonly page: Page<FindingRow>;
  readonly counts: Awaited<ReturnType<Store["findings"]["counts"]>>;
  readonly byRule: Readonly<Record<string, number>>;
  readonly byState: Awaited<ReturnType<Store["findings"]["countsByState"]>>;
  /** The document the list is narrowed to. */
  readonly work: Work | null;
}

/** A filtered page of the queue and the figures beside the filters. */
export async function viewFindings(store: Store, query: FindingQuery): Promise<FindingsView> {
  const [page, counts, byRule, byState, work] = await Promise.all([
    store.findings.list(query),
    store.findings.counts(query.state),
    store.findings.countsByRule(query.state),
    store.findings.countsByState(),
    query.work === undefined ? null : store.works.find(query.work),
  ]);
  return { page: { ...page, rows: await findingRows(store, page.rows) }, counts, byRule, byState, work };
}

export interface FindingView {
  readonly finding: StoredFinding;
  readonly row: FindingRow;
  readonly work: Work | null;
  readonly evidence: readonly EvidenceView[];
  /** The queue around it, under the same filters. */
  readonly queue: readonly FindingRow[];
  readonly total: number;
  /** All decisions on it, oldest first, undone ones too. */
  readonly history: readonly Decision[];
  /** The one that counts. */
  readonly decision: Decision | null;
  /** What a second reader said, newest first. */
  readonly opinions: readonly Opinion[];
  /** The suppression it falls under. */
  readonly suppression: Suppression | null;
  /** What was decided on the finding that stood here before its words changed. */
  readonly reopened: Decision | null;
  /** Place in the queue from 0; −1 when the filters leave it out. */
  readonly place: number;
}

const QUEUE_SHOWN = 60;

export async function viewFinding(
  store: Store,
  key: string,
  query: Omit<FindingQuery, "limit" | "after">,
  on: LegalDate,
): Promise<FindingView | null> {
  const finding = await store.findings.find(key);
  if (finding === null) return null;
  const [work, page] = await Promise.all([
    store.works.find(finding.work),
    store.findings.list({ ...query, limit: QUEUE_SHOWN }),
  ]);
  const history = await store.decisions.of(key);
  const earlier = finding.reopens === null ? [] : await store.decisions.of(finding.reopens);
  const [row, ...queue] = await findingRows(store, [finding, ...page.rows]);
  return {
    finding,
    row: row as FindingRow,
    work,
    evidence: await viewEvidence(store, finding, on),
    queue,
    total: page.total,
    history,
    decision: standing(history),
    opinions: await store.decisions.opinionsOf(key),
    suppression: (await store.decisions.suppressions()).find((s) => s.id === finding.suppressedBy) ?? null,
    reopened: standing(earlier),
    place: queue.findIndex((other) => other.key === key),
  };
}

const standing = (history: readonly Decision[]): Decision | null =>
  history.findLast((d) => d.undoneAt === null) ?? null;
