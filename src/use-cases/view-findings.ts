import type { Evidence } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work } from "../domain/work.ts";
import type { FindingQuery, Page, Store, StoredFinding } from "../store/store.ts";
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

/** Words of one document set before the eyes: where they stand, what surrounds them, whether they still hold. */
export interface EvidenceView {
  readonly evidence: Evidence;
  readonly work: Work | null;
  readonly status: StatusName | null;
  /** The unit's text around the quotation; `marks` are offsets into it. Just the quotation where the text is not at hand. */
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

export interface FindingView {
  readonly finding: StoredFinding;
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
  const queue = await findingRows(store, page.rows);
  const evidence = await Promise.all(finding.evidence.map((e) => showEvidence(store, e, on)));
  return { finding, work, evidence, queue, total: page.total, place: queue.findIndex((row) => row.key === key) };
}

async function showEvidence(store: Store, evidence: Evidence, on: LegalDate): Promise<EvidenceView> {
  const id = evidence.work;
  const [work, period, unit] = await Promise.all([
    id === null ? null : store.works.find(id),
    id === null ? null : store.statuses.on(id, on),
    id === null || evidence.eId === null ? null : store.documents.provision(id, evidence.eId),
  ]);
  return { evidence, work, status: period?.status ?? null, ...around(unit?.text ?? null, evidence.quote) };
}

/** Characters kept on each side of the quotation. */
const AROUND = 320;
/** A longer quotation is the whole provision: marking all of it would mark nothing. */
const LONGEST_MARK = 240;

/** The quotation inside its unit, cut at words. */
export function around(
  text: string | null,
  quote: string,
): Pick<EvidenceView, "text" | "marks" | "cutBefore" | "cutAfter"> {
  const at = text === null || quote === "" ? -1 : text.indexOf(quote);
  if (text === null || at < 0) return { text: quote, marks: [], cutBefore: false, cutAfter: false };
  const from = at <= AROUND ? 0 : Math.min(at, nextSpace(text, at - AROUND));
  const to =
    text.length - (at + quote.length) <= AROUND
      ? text.length
      : Math.max(at + quote.length, lastSpace(text, at + quote.length + AROUND));
  const shown = text.slice(from, to).trimEnd();
  const mark = { start: at - from, end: Math.min(shown.length, at - from + quote.length) };
  const marks = quote.length > LONGEST_MARK || mark.end <= mark.start ? [] : [mark];
  return { text: shown, marks, cutBefore: from > 0, cutAfter: to < text.length };
}

const nextSpace = (text: string, at: number): number => {
  const found = text.indexOf(" ", at);
  return found < 0 ? at : found + 1;
};

const lastSpace = (text: string, at: number): number => {
  const found = text.lastIndexOf(" ", at);
  return found < 0 ? at : found;
};
