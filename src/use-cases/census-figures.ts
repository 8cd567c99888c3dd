import type { FindingState } from "../domain/decision.ts";
import type { RuleGroup, Severity } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
import type { ReviewedWork } from "../store/review-log.ts";
import type { Store } from "../store/store.ts";
import { type Census, findingCensus } from "./finding-census.ts";
import { stateOf } from "./finding-queue.ts";

/** Figures over all live findings. */
export interface CensusFigures {
  readonly states: Readonly<Partial<Record<FindingState, number>>>;
  /** Open findings by group and severity. */
  readonly groups: readonly { readonly group: RuleGroup; readonly severity: Severity; readonly n: number }[];
  /** Keys of the first open findings. */
  readonly first: readonly string[];
  /** Every document with findings, those with most left first. */
  readonly documents: readonly ReviewedWork[];
  /** How many of them have none left. */
  readonly done: number;
  /** Findings held back by each suppression. */
  readonly suppressed: ReadonlyMap<string, number>;
}

/** How many of the first findings are kept by key. */
const FIRST = 10;

/** Made once of each census: after a decision there is another one. */
const kept = new WeakMap<Census, CensusFigures>();

/** One walk over the census: in the database each of these figures reads all findings with their words. */
export async function censusFigures(store: Store, today: LegalDate): Promise<CensusFigures> {
  const census = await findingCensus(store, today);
  const figures = kept.get(census) ?? figuresOf(census);
  kept.set(census, figures);
  return figures;
}

function figuresOf({ rows, cells }: Census): CensusFigures {
  const states: Partial<Record<FindingState, number>> = {};
  const open = new Uint32Array(cells.length);
  const first: string[] = [];
  const documents = new Map<WorkId, { work: WorkId; findings: number; open: number }>();
  const suppressed = new Map<string, number>();
  for (const row of rows) {
    const state = stateOf(row);
    states[state] = (states[state] ?? 0) + 1;
    const document = documents.get(row.work) ?? { work: row.work, findings: 0, open: 0 };
    if (document.findings === 0) documents.set(row.work, document);
    document.findings += 1;
    if (state === "open") {
      document.open += 1;
      open[row.cell] = (open[row.cell] ?? 0) + 1;
      if (first.length < FIRST) first.push(row.key);
    } else if (state === "suppressed" && row.suppressedBy !== null)
      suppressed.set(row.suppressedBy, (suppressed.get(row.suppressedBy) ?? 0) + 1);
  }
  const all = [...documents.values()].sort((a, b) => b.open - a.open || (a.work < b.work ? -1 : 1));
  return {
    states,
    groups: groupsOf(cells, open),
    first,
    documents: all,
    done: all.filter((document) => document.open === 0).length,
    suppressed,
  };
}

function groupsOf(cells: Census["cells"], open: Uint32Array): CensusFigures["groups"] {
  const groups = new Map<string, { group: RuleGroup; severity: Severity; n: number }>();
  for (const [i, { group, severity }] of cells.entries()) {
    const n = open[i] ?? 0;
    const key = `${group} ${severity}`;
    const known = groups.get(key);
    if (known) known.n += n;
    else if (n > 0) groups.set(key, { group, severity, n });
  }
  return [...groups.values()];
}
