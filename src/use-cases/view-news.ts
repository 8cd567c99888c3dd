import type { Effect } from "../domain/effect.ts";
import type { Work } from "../domain/work.ts";
import type { ImportBatch, NewFindings } from "../store/overview.ts";
import type { Store } from "../store/store.ts";
import { findingRuns } from "./finding-runs.ts";
import { GROUNDS } from "./impact-of.ts";
import { remembered, rememberedImports, rememberedFindings } from "./remembered.ts";
import { findingRows, type FindingRow } from "./view-finding-row.ts";

const DAY = 86_400_000;
/** What somebody sees who has never been here. */
export const FIRST_LOOK_DAYS = 7;
/** How many imports and acting documents the overview tells, and the page of news. */
const MOST = { short: 3, whole: 25 } as const;
/** Findings listed one by one on the page of news. */
const LISTED = 60;

/** An imported document that acts on others. */
export interface NewAct {
  readonly work: Work;
  /** Documents it acts on. */
  readonly targets: number;
  /** On how many of them it does what. */
  readonly does: readonly { readonly action: Effect["action"]; readonly n: number }[];
}

export interface NewsView {
  /** Milliseconds; what came since is told. */
  readonly since: number;
  /** Nobody knows when this person was here before. */
  readonly firstVisit: boolean;
  readonly imports: readonly ImportBatch[];
  readonly acts: readonly NewAct[];
  /** All imported documents that act on others, and all documents they act on. */
  readonly actsInAll: number;
  readonly targetsInAll: number;
  readonly findings: {
    readonly added: number;
    readonly reopened: number;
    readonly gone: number;
    /** The gravest first, then those with most. */
    readonly rules: readonly NewFindings[];
  };
}

/** What has come since a person's last visit; `lastVisit` null = the last seven days. */
export async function viewNews(
  store: Store,
  lastVisit: number | null,
  now: number,
  length: keyof typeof MOST = "short",
): Promise<NewsView> {
  // whole days, so that what is kept for one visitor serves the next
  const since = lastVisit ?? Math.floor(now / DAY) * DAY - FIRST_LOOK_DAYS * DAY;
  const [imports, acting, rules, runs] = await Promise.all([
    rememberedImports(store, `imports ${since} ${length}`, () => store.overview.imports(since, MOST[length])),
    remembered(store, `acts ${since}`, () => store.overview.acts(since, MOST.whole)),
    rememberedFindings(store, "raised", `new ${since}`, () => store.overview.newFindings(since)),
    findingRuns(store),
  ]);
  const acts: NewAct[] = [];
  for (const { work: id, targets } of acting.acts.slice(0, MOST[length])) {
    const work = await store.works.find(id);
    if (work) acts.push({ work, targets, does: doings(await store.effects.from(id), id) });
  }
  return {
    since,
    firstVisit: lastVisit === null,
    imports,
    acts,
    actsInAll: acting.all,
    targetsInAll: acting.targets,
    findings: {
      added: rules.reduce((sum, r) => sum + r.n, 0),
      reopened: rules.reduce((sum, r) => sum + r.reopened, 0),
      gone: runs.reduce((sum, run) => sum + (run.at >= since ? run.gone : 0), 0),
      rules,
    },
  };
}

function doings(effects: readonly Effect[], self: string): NewAct["does"] {
  const targets = new Map<Effect["action"], Set<string>>();
  for (const { action, target } of effects)
    if (GROUNDS.has(action) && target !== self) targets.set(action, (targets.get(action) ?? new Set()).add(target));
  return [...targets].map(([action, of]) => ({ action, n: of.size })).sort((a, b) => b.n - a.n);
}

/** The findings behind the figures, the gravest first. */
export async function newFindingRows(store: Store, since: number, reopened: boolean): Promise<readonly FindingRow[]> {
  const keys = await rememberedFindings(store, "raised", `arrived ${since} ${reopened}`, () =>
    store.overview.arrived(since, reopened, LISTED),
  );
  return findingRows(store, await store.findings.findAll(keys));
}
