import type { Decision, FindingState } from "../domain/decision.ts";
import type { RuleGroup } from "../domain/finding.ts";
import { groupBy } from "../domain/group-by.ts";
import type { ReviewSheet } from "../domain/review-sheet.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { findingRows, type FindingRow } from "./view-finding-row.ts";

/** A finding somebody has decided on. */
export interface DecidedRow extends FindingRow {
  readonly decision: Decision | null;
}

/** The findings of one document: those that wait by group of rule, the decided ones by what was decided. */
export interface ReviewView {
  readonly open: readonly { readonly group: RuleGroup; readonly rows: readonly FindingRow[] }[];
  readonly openTotal: number;
  readonly decided: readonly {
    readonly state: FindingState;
    readonly rows: readonly DecidedRow[];
    readonly total: number;
  }[];
  /** Phiếu rà soát of the document, newest first. */
  readonly sheets: readonly ReviewSheet[];
}

/** Findings shown of one state; more are in the list. */
const SHOWN = 200;
const DECIDED = ["confirmed", "opinion", "later", "dismissed", "suppressed"] as const satisfies readonly FindingState[];

export async function viewReview(store: Store, work: WorkId): Promise<ReviewView> {
  const [open, ...decided] = await Promise.all([
    store.findings.list({ work, limit: SHOWN }),
    ...DECIDED.map((state) => store.findings.list({ work, state, limit: SHOWN })),
  ]);
  const rows = await findingRows(store, open.rows);
  return {
    sheets: await store.sheets.ofWork(work),
    open: [...groupBy(rows, (row) => row.group)].map(([group, list]) => ({ group, rows: list })),
    openTotal: open.total,
    decided: await Promise.all(
      DECIDED.flatMap((state, i) => {
        const page = decided[i];
        return page === undefined || page.total === 0 ? [] : [{ state, page }];
      }).map(async ({ state, page }) => ({
        state,
        total: page.total,
        rows: await Promise.all(
          (await findingRows(store, page.rows)).map(async (row) => ({
            ...row,
            decision: (await store.decisions.of(row.key)).findLast((d) => d.undoneAt === null) ?? null,
          })),
        ),
      })),
    ),
  };
}
