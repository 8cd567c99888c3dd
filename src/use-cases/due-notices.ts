import type { Person } from "../domain/account.ts";
import { daysBetween, type LegalDate } from "../domain/legal-date.ts";
import type { Store } from "../store/store.ts";
import { nameOfWork, tell } from "./notify.ts";
import { type Colleague, peopleAtWork, peopleCalled, peopleWhoMay } from "./people-at-work.ts";
import { clocksDue } from "./view-inspections.ts";

/** Work of people that has a day. Each has its sentence in `web/i18n/*-notices.ts`. */
export const DUE_WORK = ["assignment", "item", "consultation", "handling", "inspection"] as const;
export type DueWork = (typeof DUE_WORK)[number];

/** Something that somebody has to have done by a day. */
interface Due {
  readonly work: DueWork;
  /** Things of one day that share this are told in one sentence. */
  readonly together: string;
  readonly day: LegalDate;
  /** What it is called: asked only where it is told alone. */
  what(): Promise<string>;
  readonly path: string;
  /** Where those told together are listed. */
  readonly list: string;
  readonly to: readonly Person[];
}

/** So many days before, people are told that something is due. */
const SOON = [7, 1] as const;
/** What is overdue is told once a week. */
const AGAIN_AFTER = 7;
const MOST_CONSULTATIONS = 200;

/**
 * Tells people what is due in seven days, tomorrow, and what is overdue, as of a day. A day on which the program did not run
 * is made up for: what was told already is not told again. How many were told.
 */
export async function tellWhatIsDue(store: Store, today: LegalDate, now: number): Promise<number> {
  const people = await peopleAtWork(store);
  const things = (
    await Promise.all([assignments, items, consultations, handlings, inspections(today)].map((of) => of(store, people)))
  ).flat();
  let told = 0;
  for (const group of together(things)) {
    const [first] = group;
    if (first === undefined) continue;
    const days = daysBetween(today, first.day);
    const stage = stageOf(days);
    if (stage === null) continue;
    told += await tell(store, {
      to: group.flatMap(({ to }) => to),
      kind: days < 0 ? "due.over" : "due.soon",
      once: `${first.work} ${first.together} ${first.day} ${stage}`,
      path: group.length === 1 ? first.path : first.list,
      values: {
        work: first.work,
        n: group.length,
        what: group.length === 1 ? await first.what() : null,
        due: first.day,
      },
      by: null,
      now,
    });
  }
  return told;
}

/** Which telling it is time for; null = none yet. */
function stageOf(days: number): string | null {
  if (days < 0) return `over ${Math.floor(-days / AGAIN_AFTER)}`;
  const soon = SOON.findLast((before) => days <= before);
  return soon === undefined ? null : `soon ${soon}`;
}

function together(things: readonly Due[]): Iterable<readonly Due[]> {
  const groups = new Map<string, Due[]>();
  for (const thing of things) {
    const key = `${thing.work} ${thing.together} ${thing.day}`;
    groups.set(key, [...(groups.get(key) ?? []), thing]);
  }
  return groups.values();
}

/** Findings given to people and units. Where nobody here is called so, whoever gave it is reminded. */
async function assignments(store: Store, people: readonly Colleague[]): Promise<readonly Due[]> {
  const standing = (await store.desk.standing()).filter(({ due }) => due !== null);
  const findings = new Map((await store.findings.findAll(standing.map((one) => one.finding))).map((f) => [f.key, f]));
  const due: Due[] = [];
  for (const { finding: key, to, due: day } of standing) {
    const finding = findings.get(key);
    if (day === null || finding === undefined || finding.gone || finding.verdict !== null) continue;
    const called = peopleCalled(people, to);
    due.push({
      work: "assignment",
      together: to,
      day,
      what: async () => finding.message,
      path: `/findings/${key}`,
      list: `/findings?assigned=${encodeURIComponent(to)}`,
      to: called.length > 0 ? called : await whoGave(store, people, key),
    });
  }
  return due;
}

async function whoGave(store: Store, people: readonly Colleague[], finding: string): Promise<readonly Person[]> {
  const given = (await store.desk.assignmentsOf(finding)).findLast((one) => one.endedAt === null);
  return peopleCalled(people, given?.by ?? null);
}

/** Documents of open batches; where nobody was named, the unit's people. */
async function items(store: Store, people: readonly Colleague[]): Promise<readonly Due[]> {
  const due: Due[] = [];
  for (const batch of await store.batches.all()) {
    if (batch.state !== "open") continue;
    for (const item of await store.batches.itemsOf(batch.id)) {
      const day = item.due ?? batch.due;
      if (day === null || (item.state !== "todo" && item.state !== "reviewing")) continue;
      const name = item.body.person?.signature ?? item.unit ?? batch.body.lead;
      const called = peopleCalled(people, name);
      const path = `/batches/${batch.id}`;
      due.push({
        work: "item",
        together: `${batch.id} ${name ?? ""}`,
        day,
        what: () => nameOfWork(store, item.work),
        path,
        list: path,
        to: called.length > 0 ? called : peopleCalled(people, batch.body.by),
      });
    }
  }
  return due;
}

/** Opinions that a unit was asked for and has not given. Where nobody works here for it, whoever asked is reminded. */
async function consultations(store: Store, people: readonly Colleague[]): Promise<readonly Due[]> {
  const due: Due[] = [];
  for (const { id, unit, sheet, due: day, body } of await store.sheets.waiting(MOST_CONSULTATIONS)) {
    const about = day === null ? null : await store.sheets.find(sheet);
    if (day === null || about === null) continue;
    const called = peopleCalled(people, unit);
    due.push({
      work: "consultation",
      together: id,
      day,
      what: () => nameOfWork(store, about.work),
      path: `/sheets/${sheet}`,
      list: `/sheets/${sheet}`,
      to: called.length > 0 ? called : peopleCalled(people, body.askedBy),
    });
  }
  return due;
}

/** Documents that are followed until the body has acted. */
async function handlings(store: Store, people: readonly Colleague[]): Promise<readonly Due[]> {
  const open = (await store.handlings.all()).filter(({ state, due }) => state === "open" && due !== null);
  return open.map(({ id, unit, work, due, body }): Due => {
    const called = [...peopleCalled(people, body.officer), ...peopleCalled(people, unit)];
    return {
      work: "handling",
      together: unit ?? body.officer,
      day: due ?? "",
      what: async () => (work === null ? (body.asWritten ?? body.content) : nameOfWork(store, work)),
      path: `/handling/${id}`,
      list: "/handling",
      to: called.length > 0 ? called : peopleCalled(people, body.by),
    };
  });
}

/** Days of inspections: whoever may inspect is told, most of all who opened it. */
const inspections =
  (today: LegalDate) =>
  async (store: Store, people: readonly Colleague[]): Promise<readonly Due[]> =>
    (await clocksDue(store, today)).map(({ row, clock }): Due => {
      const opened = peopleCalled(people, row.inspection.body.by);
      return {
        work: "inspection",
        together: row.inspection.id,
        day: clock.workable ?? clock.due,
        what: () => nameOfWork(store, row.inspection.work),
        path: `/inspections/${row.inspection.id}`,
        list: "/inspections",
        to: opened.length > 0 ? opened : peopleWhoMay(people, "inspection:write"),
      };
    });
