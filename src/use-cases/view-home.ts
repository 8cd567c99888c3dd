import type { RuleGroup, Severity } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Store } from "../store/store.ts";
import { type CensusFigures, censusFigures } from "./census-figures.ts";
import { remembered, rememberedImports } from "./remembered.ts";
import { type BacklogMonth, viewBacklog } from "./view-backlog.ts";
import { type DueView, viewDue } from "./view-due.ts";
import { type FilingsView, viewFilings } from "./view-filings.ts";
import { findingRows, type FindingRow } from "./view-finding-row.ts";
import { type NewsView, viewNews } from "./view-news.ts";

/** How many files of the last imports are looked through for refused ones. */
const IMPORTS_READ = 500;
const FINDINGS_SHOWN = 6;

/** How much is here, in which state, and what is not clear. */
export interface Figures {
  readonly documents: number;
  readonly provisions: number;
  readonly filings: FilingsView;
  readonly findings: number;
  readonly groups: readonly {
    readonly group: RuleGroup;
    readonly n: number;
    readonly by: Readonly<Partial<Record<Severity, number>>>;
  }[];
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
}

export interface HomeView extends Figures {
  readonly due: DueView;
  readonly news: NewsView;
  readonly backlog: readonly BacklogMonth[];
  readonly first: readonly FindingRow[];
}

/** Who looks, when, and at which day. */
export interface HomeLook {
  readonly on: LegalDate;
  /** The last day findings can be counted up to. */
  readonly today: LegalDate;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly lastVisit: number | null;
}

/** The state of the whole collection on a day, with what is due, what is new and how the queue went. */
export async function viewHome(store: Store, { on, today, now, lastVisit }: HomeLook): Promise<HomeView> {
  const [figures, due, news, backlog, first] = await Promise.all([
    viewFigures(store, on, today),
    viewDue(store, on),
    viewNews(store, lastVisit, now),
    viewBacklog(store, on < today ? on : today, today),
    censusFigures(store, today).then((census) => store.findings.findAll(census.first.slice(0, FINDINGS_SHOWN))),
  ]);
  return { ...figures, due, news, backlog, first: await findingRows(store, first) };
}

/** How many documents and provisions are here. */
export const countsOf = (store: Store): Promise<{ readonly documents: number; readonly provisions: number }> =>
  remembered(store, "counts", () => store.documents.counts());

/** The figures alone. */
export async function viewFigures(store: Store, on: LegalDate, today: LegalDate): Promise<Figures> {
  const [counts, filings, { groups }, links, effects, refused] = await Promise.all([
    countsOf(store),
    viewFilings(store, on),
    censusFigures(store, today),
    remembered(store, "links", () => store.links.counts()),
    remembered(store, "effects", () => store.effects.counts()),
    rememberedImports(store, "refused", () => refusedLately(store)),
  ]);
  return {
    ...counts,
    filings,
    groups: groupsOf(groups),
    findings: groups.reduce((sum, g) => sum + g.n, 0),
    gaps: {
      unresolved: links.unresolved,
      ambiguous: links.ambiguous,
      missing: links.missing,
      notApplied: effects.notApplied,
      refused,
    },
    resolved: links.resolved,
    applied: effects.applied,
  };
}

const refusedLately = async (store: Store): Promise<number> =>
  (await store.imports.latest(IMPORTS_READ)).filter((entry) => entry.outcome === "refused").length;

/** One row a group, the gravest first. */
function groupsOf(counts: CensusFigures["groups"]): HomeView["groups"] {
  const groups = new Map<RuleGroup, { n: number; by: Partial<Record<Severity, number>> }>();
  for (const { group, severity, n } of counts) {
    const row = groups.get(group) ?? { n: 0, by: {} };
    row.n += n;
    row.by[severity] = (row.by[severity] ?? 0) + n;
    groups.set(group, row);
  }
  return [...groups]
    .map(([group, row]) => ({ group, ...row }))
    .sort(
      (a, b) =>
        (b.by.critical ?? 0) - (a.by.critical ?? 0) ||
        (b.by.high ?? 0) - (a.by.high ?? 0) ||
        b.n - a.n ||
        (a.group < b.group ? -1 : 1),
    );
}
