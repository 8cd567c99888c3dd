import type { LegalDate } from "../domain/legal-date.ts";
import type { Work } from "../domain/work.ts";
import type { FindingQuery, Page, Store, StoredFinding } from "../store/store.ts";
import { type EvidenceView, viewEvidence } from "./view-evidence.ts";
import { findingRows, type FindingRow } from "./view-finding-row.ts";

export interface FindingsView {
  readonly page: Page<FindingRow>;
  readonly counts: Awaited<ReturnType<Store["findings"]["counts"]>>;
  readonly byRule: Readonly<Record<string, number>>;
  /** The document the list is narrowed to. */
  readonly work: Work | null;
}

/** A filtered page of the queue and the figures beside the filters. */
export async function viewFindings(store: Store, query: FindingQuery): Promise<FindingsView> {
  const [page, counts, byRule, work] = await Promise.all([
    store.findings.list(query),
    store.findings.counts(),
    store.findings.countsByRule(),
    query.work === undefined ? null : store.works.find(query.work),
  ]);
  return { page: { ...page, rows: await findingRows(store, page.rows) }, counts, byRule, work };
}

export interface FindingView {
  readonly finding: StoredFinding;
  readonly row: FindingRow;
  readonly work: Work | null;
  readonly evidence: readonly EvidenceView[];
  /** The queue around it, under the same filters. */
  readonly queue: readonly FindingRow[];
  readonly total: number;
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
  const [row, ...queue] = await findingRows(store, [finding, ...page.rows]);
  return {
    finding,
    row: row as FindingRow,
    work,
    evidence: await viewEvidence(store, finding, on),
    queue,
    total: page.total,
    place: queue.findIndex((other) => other.key === key),
  };
}
