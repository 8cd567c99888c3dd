import { addDays, daysBetween, type LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import type { Store } from "../store/store.ts";
import { type Campaign, campaignOn } from "./old-bodies-campaign.ts";
import { remembered, rememberedFindings } from "./remembered.ts";
import { type BatchDue, batchesDue } from "./view-batches.ts";
import { lastTime, nextTime, reviewDeadline } from "./review-deadlines.ts";

/** How far ahead changes of status are told. */
export const SOON_DAYS = 30;
export const AHEAD_DAYS = 90;
/** "Để sau" decisions that come back within so many days are told. */
export const RETURN_DAYS = 7;
/** For so long a yearly list whose day has passed is still told. */
const PASSED_DAYS = 60;
/** More than so many overdue assignments or returning decisions are not counted one by one. */
export const COUNTED = 500;

export const PAUSED: readonly StatusName[] = ["suspended", "partly-suspended"];

/** A list that must be published by a day, and how many documents stand in it as far as is known. */
export interface ListDeadline {
  readonly what: "yearly" | "systematisation";
  readonly day: LegalDate;
  /** Negative: passed. */
  readonly daysLeft: number;
  /** First and last day of what it lists. */
  readonly from: LegalDate;
  readonly to: LegalDate;
  /** Ended or suspended as a whole; in part. */
  readonly whole: number;
  readonly part: number;
  readonly verified: boolean;
}

/** Documents whose status changes on known days. */
export interface Coming {
  readonly soon: number;
  readonly ahead: number;
  /** The first of these days; null where there is none. */
  readonly first: LegalDate | null;
  /** The first day after the next 30 days. */
  readonly later: LegalDate | null;
}

/** Work of people that is late or comes back. */
export interface Waiting {
  readonly n: number;
  /** The earliest day. */
  readonly first: LegalDate | null;
}

export type { BatchDue, Campaign };

export interface DueView {
  readonly lists: readonly ListDeadline[];
  readonly campaign: Campaign | null;
  readonly ends: Coming;
  readonly suspensions: Coming;
  readonly starts: Coming;
  readonly overdue: Waiting;
  readonly returning: Waiting;
  /** Open batches of review with a day, the earliest first. */
  readonly batches: readonly BatchDue[];
}

/** What has to be done by when, seen from a day. */
export async function viewDue(store: Store, on: LegalDate): Promise<DueView> {
  const [lists, campaign, changes, overdue, returning, batches] = await Promise.all([
    listDeadlines(store, on),
    campaignOn(store, on),
    remembered(store, `changes ${on}`, () => store.overview.changes(on, addDays(on, AHEAD_DAYS))),
    store.desk.overdue(on, COUNTED),
    rememberedFindings(store, "decided", `returning ${on}`, () =>
      store.overview.returning(addDays(on, RETURN_DAYS), COUNTED),
    ),
    batchesDue(store, on),
  ]);
  const coming = (of: (change: (typeof changes)[number]) => boolean): Coming => {
    const own = changes.filter(of);
    const soon = own.filter((c) => c.day <= addDays(on, SOON_DAYS));
    const sum = (some: typeof own): number => some.reduce((n, c) => n + c.n, 0);
    return {
      soon: sum(soon),
      ahead: sum(own),
      first: own[0]?.day ?? null,
      later: own.find((c) => c.day > addDays(on, SOON_DAYS))?.day ?? null,
    };
  };
  return {
    lists,
    campaign,
    ends: coming((c) => c.is === "ceased"),
    suspensions: coming((c) => PAUSED.includes(c.was) && !PAUSED.includes(c.is)),
    starts: coming((c) => c.was === "not-yet-in-force" && c.is !== "unknown"),
    overdue: { n: overdue.length, first: overdue[0]?.due ?? null },
    returning: { n: returning.length, first: returning[0]?.until ?? null },
    batches,
  };
}

/** Lists whose day comes within a year, and yearly ones whose day has just passed. */
async function listDeadlines(store: Store, on: LegalDate): Promise<readonly ListDeadline[]> {
  const lists: ListDeadline[] = [];
  for (const [what, row] of [
    ["yearly", "yearly-expiry-list"],
    ["systematisation", "systematisation-lists"],
  ] as const) {
    const deadline = reviewDeadline(row, on);
    if (!deadline) continue;
    const last = lastTime(deadline, on);
    const passed = last !== null && daysBetween(last, on) <= PASSED_DAYS ? [last] : [];
    for (const day of [...passed, nextTime(deadline, on)]) {
      if (daysBetween(on, day) > 366) continue;
      const year = Number(day.slice(0, 4));
      const span = { from: `${year - (deadline.every ?? 1)}-01-01`, to: `${year - 1}-12-31` };
      const counts = await remembered(store, `list ${span.from} ${span.to}`, () =>
        store.overview.listedCounts(span.to, { since: span, local: true }),
      );
      lists.push({
        what,
        day,
        daysLeft: daysBetween(on, day),
        ...span,
        whole: (counts.ceased ?? 0) + (counts.suspended ?? 0),
        part: (counts["partly-ceased"] ?? 0) + (counts["partly-suspended"] ?? 0),
        verified: deadline.verified,
      });
    }
  }
  return lists;
}
