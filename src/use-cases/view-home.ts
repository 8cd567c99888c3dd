import type { RuleGroup, Severity } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import type { ImportEntry, Store } from "../store/store.ts";
import { findingRows, type FindingRow } from "./view-finding-row.ts";

/** How many files of the last imports are looked through, and how many are shown. */
const IMPORTS_READ = 500;
const IMPORTS_SHOWN = 12;
const FINDINGS_SHOWN = 6;

/** Outcomes that ask something of a person, the most urgent last. */
const URGENT: readonly ImportEntry["outcome"][] = ["needs-look", "refused"];

export interface HomeView {
  readonly documents: number;
  readonly provisions: number;
  readonly statuses: Readonly<Partial<Record<StatusName, number>>>;
  readonly findings: number;
  readonly groups: readonly {
    readonly group: RuleGroup;
    readonly n: number;
    readonly by: Readonly<Partial<Record<Severity, number>>>;
  }[];
  readonly first: readonly FindingRow[];
  /** What the tool knows that it does not know. */
  readonly gaps: {
    readonly unresolved: number;
    readonly ambiguous: number;
    readonly missing: number;
    readonly notApplied: number;
    readonly refused: number;
  };
  readonly resolved: number;
  readonly applied: number;
  readonly imports: readonly ImportEntry[];
  readonly importsMore: number;
}

/** The state of the whole collection on a day. */
export async function viewHome(store: Store, on: LegalDate): Promise<HomeView> {
  const [counts, statuses, byGroup, first, links, effects, read] = await Promise.all([
    store.documents.counts(),
    store.statuses.counts(on),
    store.findings.counts(),
    store.findings.list({ limit: FINDINGS_SHOWN }),
    store.links.counts(),
    store.effects.counts(),
    store.imports.latest(IMPORTS_READ),
  ]);
  // refused files first, then those to look at: they are what a person has to act on
  const imports = [...read].sort((a, b) => URGENT.indexOf(b.outcome) - URGENT.indexOf(a.outcome));
  return {
    ...counts,
    statuses,
    groups: groupsOf(byGroup),
    findings: byGroup.reduce((sum, g) => sum + g.n, 0),
    first: await findingRows(store, first.rows),
    gaps: {
      unresolved: links.unresolved,
      ambiguous: links.ambiguous,
      missing: links.missing,
      notApplied: effects.notApplied,
      refused: read.filter((e) => e.outcome === "refused").length,
    },
    resolved: links.resolved,
    applied: effects.applied,
    imports: imports.slice(0, IMPORTS_SHOWN),
    importsMore: Math.max(0, imports.length - IMPORTS_SHOWN),
  };
}

type Counts = Awaited<ReturnType<Store["findings"]["counts"]>>;

/** One row a group, the gravest first. */
function groupsOf(counts: Counts): HomeView["groups"] {
  const groups = new Map<RuleGroup, { n: number; by: Partial<Record<Severity, number>> }>();
  for (const { group, severity, n } of counts) {
    const row = groups.get(group) ?? { n: 0, by: {} };
    row.n += n;
    row.by[severity] = (row.by[severity] ?? 0) + n;
    groups.set(group, row);
  }
  return [...groups]
    .map(([group, row]) => ({ group, ...row }))
    .sort((a, b) => (b.by.critical ?? 0) - (a.by.critical ?? 0) || (b.by.high ?? 0) - (a.by.high ?? 0) || b.n - a.n);
}
