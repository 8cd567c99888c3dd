import type Database from "better-sqlite3";
import type { WorkId } from "../../domain/work.ts";
import type { Tiers } from "./passage-index.ts";

/** Rows of one document follow each other (document-store.ts gives them their ids in one go): two numbers say where. */
export interface WorkRanges {
  readonly works: readonly WorkId[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** From the first to the last row, both included, and the tier of their works. */
export interface Run {
  readonly from: number;
  to: number;
  readonly tier: number;
}

/**
 * Where each document's rows lie. Read from the index of the table in about 0.3 s at a million rows, so it is kept until
 * the table has changed: `data_version` says that another connection wrote something, the three figures whether it was this.
 */
export function rangeKeeper() {
  const kept = new WeakMap<Database.Database, { version: unknown; figures: string; own: number; ranges: WorkRanges }>();
  let own = 0;
  return {
    /** This process changes rows. */
    touched: () => void (own += 1),
    of(db: Database.Database): WorkRanges {
      const known = kept.get(db);
      const version = db.pragma("data_version", { simple: true });
      if (known && known.own === own && known.version === version) return known.ranges;
      const figures = JSON.stringify(db.prepare(FIGURES).raw().get());
      const ranges = known && known.own === own && known.figures === figures ? known.ranges : load(db);
      kept.set(db, { version, figures, own, ranges });
      return ranges;
    },
  };
}

const FIGURES = `SELECT (SELECT max(id) FROM provision), (SELECT count(*) FROM expression),
  (SELECT value FROM setting WHERE key = 'index-revision')`;

function load(db: Database.Database): WorkRanges {
  const rows = db.prepare("SELECT work, min(id), max(id) FROM provision GROUP BY work").raw().all() as [
    WorkId,
    number,
    number,
  ][];
  rows.sort((a, b) => a[1] - b[1]);
  return { works: rows.map((r) => r[0]), starts: rows.map((r) => r[1]), ends: rows.map((r) => r[2]) };
}

/** The runs last asked for: nearly all searches are narrowed to nothing and have the same works first. */
export function runKeeper() {
  let last: { ranges: WorkRanges; tiers: Tiers; runs: readonly Run[] } | null = null;
  return (ranges: WorkRanges, tiers: Tiers): readonly Run[] => {
    const same = last?.ranges === ranges && last.tiers.length === tiers.length;
    if (last !== null && same && last.tiers.every((tier, i) => tier === tiers[i])) return last.runs;
    const runs = runsOf(ranges, tiers);
    last = { ranges, tiers, runs };
    return runs;
  };
}

/** The rows of some works as few runs, in the order of their ids: neighbours of one tier are joined. */
export function runsOf({ works, starts, ends }: WorkRanges, tiers: Tiers): Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  works.forEach((work, i) => {
    const tier = tiers.findIndex((set) => set === null || set.has(work));
    if (tier < 0) open = null;
    else if (open?.tier === tier) open.to = ends[i] as number;
    else runs.push((open = { from: starts[i] as number, to: ends[i] as number, tier }));
  });
  return runs;
}
