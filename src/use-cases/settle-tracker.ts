import { indexWritten } from "../compare/match-written.ts";
import type { Handling, TrackerCitation, TrackerRow } from "../domain/handling.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { followResults, worksOfImport } from "./follow-results.ts";
import { citedIn, stateOf } from "./tracker-plan.ts";
import { columnsOf } from "./tracker-rows.ts";

/**
 * What a person says of one document of a row: which it is, that the collection does not hold it (it stays as written), that
 * it is nothing to be handled, or that what was said before is taken back.
 */
export type Choice = { readonly work: WorkId } | "absent" | "nothing" | "undo";

export interface SettleRow {
  readonly store: Store;
  readonly importId: string;
  readonly row: number;
  /** Place of the document in the row. */
  readonly cited: number;
  readonly version: number;
  readonly choice: Choice;
  readonly by: string;
  readonly now: number;
}

export type Settled =
  | { readonly ok: true; readonly row: TrackerRow }
  | { readonly ok: false; readonly why: "no-row" | "no-document" | "stale" };

export function settleRow(given: SettleRow): Promise<Settled> {
  const { store, importId, choice } = given;
  return store.withTransaction(async () => {
    const row = await store.handlings.row(importId, given.row);
    if (row === null) return { ok: false, why: "no-row" };
    if (row.version !== given.version) return { ok: false, why: "stale" };
    if (typeof choice === "object" && (await store.works.find(choice.work)) === null)
      return { ok: false, why: "no-document" };
    const cited = await citationsOf(store, row);
    if (cited[given.cited] === undefined) return { ok: false, why: "no-row" };
    const next = await settled(given, row, cited, [given.cited], () => choice);
    if (typeof choice === "object") await followResults(store, new Set([choice.work]), given.now);
    return next === null ? { ok: false, why: "stale" } : { ok: true, row: next };
  });
}

/** A row of which no document could be read has one all the same, once a person says which. */
async function citationsOf(store: Store, row: TrackerRow): Promise<readonly TrackerCitation[]> {
  if (row.body.cited.length > 0) return row.body.cited;
  const [own] = (await store.handlings.ofImport(row.importId)).filter((handling) => handling.row === row.row);
  if (own === undefined) return [];
  const text = own.body.asWritten ?? "";
  return [{ text, work: null, how: "", candidates: [], settled: null, handling: own.id }];
}

async function settled(
  { store, by, now }: Pick<SettleRow, "store" | "by" | "now">,
  row: TrackerRow,
  cited: readonly TrackerCitation[],
  places: readonly number[],
  choose: (citation: TrackerCitation) => Choice,
): Promise<TrackerRow | null> {
  const chosen: TrackerCitation[] = [];
  for (const [place, citation] of cited.entries()) {
    if (!places.includes(place)) {
      chosen.push(citation);
      continue;
    }
    const choice = choose(citation);
    await tellHandling(store, citation, choice, by, now);
    chosen.push(withChoice(citation, choice, by, now));
  }
  const unread = chosen.every(
    ({ settled: by, candidates, work }) => by === null && candidates.length === 0 && work === null,
  );
  const next: TrackerRow = {
    ...row,
    state: row.body.cited.length === 0 && unread ? "unread" : stateOf(chosen),
    version: row.version + 1,
    body: { ...row.body, cited: chosen },
  };
  if (!(await store.handlings.changeRow(next))) return null;
  const detail = { row: row.row, documents: places.length, state: next.state };
  await store.audit.append({ at: now, by, action: "tracker.settle", subject: row.importId, detail });
  return next;
}

const withChoice = (citation: TrackerCitation, choice: Choice, by: string, now: number): TrackerCitation =>
  choice === "undo"
    ? { ...citation, work: null, settled: null }
    : { ...citation, work: typeof choice === "object" ? choice.work : null, settled: { by, at: now } };

/** The handling of the document follows what was said. */
async function tellHandling(
  store: Store,
  citation: TrackerCitation,
  choice: Choice,
  by: string,
  now: number,
): Promise<void> {
  const handling = citation.handling === null ? null : await store.handlings.find(citation.handling);
  if (handling === null) return;
  const work = typeof choice === "object" ? choice.work : null;
  const state: Handling["state"] =
    choice === "nothing" ? "cancelled" : handling.state === "cancelled" ? "open" : handling.state;
  const what =
    choice === "undo"
      ? "Bỏ lựa chọn văn bản cho dòng của bảng theo dõi"
      : choice === "nothing"
        ? "Dòng của bảng theo dõi không phải văn bản phải xử lý"
        : work === null
          ? "Văn bản chưa có trong kho, giữ như đã viết"
          : "Chọn văn bản cho dòng của bảng theo dõi";
  await store.handlings.change({
    ...handling,
    work,
    state,
    version: handling.version + 1,
    updatedAt: now,
    body: {
      ...handling.body,
      outcome: choice === "nothing" ? "Không phải văn bản phải xử lý" : state === "open" ? null : handling.body.outcome,
      history: [...handling.body.history, { at: now, by, what }],
    },
  });
}

/** sole = the one candidate nothing contradicts; absent = those for which there is no candidate at all. */
export type ManyKind = "sole" | "absent";

export const soleCandidate = ({ work, settled: by, candidates }: TrackerCitation): WorkId | null => {
  if (work !== null || by !== null) return null;
  const fitting = candidates.filter((one) => one.fits);
  return fitting.length === 1 ? (fitting[0]?.work ?? null) : null;
};

export const isAbsent = ({ work, settled: by, candidates }: TrackerCitation): boolean =>
  work === null && by === null && candidates.length === 0;

/** What a person says of many documents at once, each row by itself; how many documents were settled. */
export function settleMany(options: {
  readonly store: Store;
  readonly importId: string;
  readonly kind: ManyKind;
  readonly by: string;
  readonly now: number;
}): Promise<number> {
  const { store, importId, kind } = options;
  return store.withTransaction(async () => {
    let n = 0;
    for (const row of await store.handlings.rows(importId, "doubtful")) {
      const { cited } = row.body;
      const places = cited.flatMap((one, place) =>
        (kind === "sole" ? soleCandidate(one) !== null : isAbsent(one)) ? [place] : [],
      );
      if (row.body.gone || places.length === 0) continue;
      await settled(options, row, cited, places, (one) => {
        const work = soleCandidate(one);
        return kind === "sole" && work !== null ? { work } : "absent";
      });
      n += places.length;
    }
    if (n > 0 && kind === "sole") await followResults(store, await worksOfImport(store, importId), options.now);
    return n;
  });
}

/**
 * Looks documents up again that were doubtful or not to be read: what has been imported meanwhile may be certain now. What
 * people have said stays. How many documents became certain.
 */
export function matchAgain(store: Store, importId: string, by: string, now: number): Promise<number> {
  return store.withTransaction(async () => {
    const tracker = await store.handlings.findImport(importId);
    if (tracker === null) return 0;
    const index = indexWritten(await store.works.all());
    let n = 0;
    for (const row of await store.handlings.rows(importId)) {
      if (row.body.kind !== "document" || row.body.gone || (row.state !== "doubtful" && row.state !== "unread"))
        continue;
      const columns = columnsOf(tracker.body.sheets[row.body.sheet]?.columns);
      const read = citedIn(index, columns, row.body.meant);
      if (read.cited.length !== row.body.cited.length) continue;
      const cited = read.cited.map((one, i) => {
        const was = row.body.cited[i];
        return was === undefined || was.settled !== null || was.work !== null
          ? (was ?? one)
          : { ...one, handling: was.handling };
      });
      if (JSON.stringify(cited) === JSON.stringify(row.body.cited)) continue;
      const state = read.state === "unread" ? "unread" : stateOf(cited);
      await store.handlings.changeRow({ ...row, state, version: row.version + 1, body: { ...row.body, cited } });
      for (const [i, one] of cited.entries())
        if (one.work !== null && row.body.cited[i]?.work === null) {
          await tellHandling(store, one, { work: one.work }, by, now);
          n += 1;
        }
    }
    if (n > 0) {
      await followResults(store, await worksOfImport(store, importId), now);
      const detail = { documents: n, again: 1 };
      await store.audit.append({ at: now, by, action: "tracker.settle", subject: importId, detail });
    }
    return n;
  });
}
