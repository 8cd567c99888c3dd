import { fold } from "../domain/fold.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { StatusPeriod } from "../domain/status.ts";
import type { Work } from "../domain/work.ts";
import { type HandlingEvidence, standingArticles, type WeighedFinding } from "../engine/handling-evidence.ts";
import type { Store, StoredFinding } from "../store/store.ts";
import { changesAbove } from "./changes-above.ts";
import { openDelegations } from "./open-delegations.ts";
import { unitNames } from "./view-unit-names.ts";

/** Findings read of one document and state; nobody weighs more on one sheet. */
const MOST_FINDINGS = 200;
/** States that are evidence: what was dismissed or exempted is none. */
const WEIGHED = ["confirmed", "open", "opinion", "later"] as const;

/** The evidence of one day with what a page needs to show it. */
export interface SheetEvidence extends HandlingEvidence {
  readonly period: StatusPeriod | null;
  readonly stored: readonly StoredFinding[];
}

/** Gathers what the form of handling of a document is weighed from on a day. Nothing is decided here. */
export async function sheetEvidence(store: Store, work: Work, on: LegalDate): Promise<SheetEvidence> {
  const [period, current, names, changes, delegations, ...lists] = await Promise.all([
    store.statuses.on(work.id, on),
    store.documents.current(work.id),
    unitNames(store, [work.id]),
    changesAbove(store, work, on),
    openDelegations(store, work),
    ...WEIGHED.map((state) => store.findings.list({ work: work.id, state, limit: MOST_FINDINGS })),
  ]);
  const stored = lists.flatMap((page) => page.rows);
  const document = current?.document ?? null;
  const units = period?.units ?? [];
  const repealed = units.filter((u) => u.status === "repealed").map((u) => u.eId);
  const inserted = units.filter((u) => u.status === "inserted").map((u) => u.eId);
  return {
    day: on,
    status: period?.status ?? "unknown",
    reason: period?.reason ?? "Chưa tính được tình trạng hiệu lực của văn bản này",
    because: period?.because ?? [],
    hasText: document !== null,
    articles:
      document === null ? [] : standingArticles([...document.provisions.map((p) => p.eId), ...inserted], repealed),
    scope: document === null ? [] : scopeArticles(document),
    findings: stored.flatMap(weighed),
    changes,
    delegations,
    unitName: (eId) => names.of(work.id, eId),
    period,
    stored,
  };
}

const weighed = ({ verdict, ...finding }: StoredFinding): readonly WeighedFinding[] =>
  verdict === "dismissed" ? [] : [{ ...finding, verdict }];

/** "Phạm vi điều chỉnh", "Đối tượng áp dụng": where they change, the document is another. */
const scopeArticles = ({ provisions }: LegalDocument): readonly string[] =>
  provisions
    .filter((p) => p.kind === "article" && /^(pham vi|doi tuong ap dung)/u.test(fold(p.heading ?? "")))
    .map((p) => p.eId);
