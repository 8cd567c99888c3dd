import type { Handling, HandlingStep } from "../domain/handling.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { symbolKey } from "../domain/symbol.ts";
import { dayAt } from "../domain/vietnam-time.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";
import { tellHandlingResult } from "./notify.ts";
import { TOLD_BY_TRACKER } from "./tracker-rows.ts";
import { type PlanResult, resultOfPlan } from "./result-of-plan.ts";

/** What the machine signs. */
export const MACHINE = "Rasoat (tự động)";

export interface FollowedResults {
  readonly done: number;
  readonly contradicted: number;
  readonly reopened: number;
}

/**
 * After effects on some works have changed: what is followed and shows its result is closed with the clause that proves it,
 * a result that is not what was planned is marked, and what was closed by a clause that counts no longer is opened again.
 * What people closed themselves stays as they left it. Joins the transaction of the caller.
 */
export function followResults(store: Store, works: ReadonlySet<WorkId>, now: number): Promise<FollowedResults> {
  return store.withTransaction(async () => {
    const counts = { done: 0, contradicted: 0, reopened: 0 };
    for (const handling of await touched(store, works)) {
      const next = await followed(store, handling, now);
      if (next === null || !(await store.handlings.change(next))) continue;
      const closes = handling.state === "open";
      const detail = { work: next.work, result: next.result, state: next.state, outcome: next.body.outcome };
      const action = closes ? "handling.close" : "handling.change";
      await store.audit.append({ at: now, by: MACHINE, action, subject: next.id, detail });
      await tellHandlingResult(store, next, now);
      if (next.state === "done") counts.done += 1;
      else if (next.state === "contradicted") counts.contradicted += 1;
      else counts.reopened += 1;
    }
    return counts;
  });
}

/** Of those that may change: open ones, those the machine settled, those a tracker says are done by a named document. */
async function touched(store: Store, works: ReadonlySet<WorkId>): Promise<readonly Handling[]> {
  if (works.size === 0) return [];
  const [of, by] = [await store.handlings.ofWorks(works), await store.handlings.ofResults(works)];
  const fresh = await withoutWork(store, works);
  const all = new Map([...of, ...by, ...fresh].map((handling) => [handling.id, handling]));
  return [...all.values()].filter(
    ({ state, body }) =>
      state === "open" || isByMachine(body) || (state === "done" && body.outcome?.startsWith(TOLD_BY_TRACKER)),
  );
}

const isByMachine = ({ settledBy }: Handling["body"]): boolean => (settledBy ?? null) !== null;

/** What is to be issued anew has no document yet: each is looked at when new texts have come. */
async function withoutWork(store: Store, works: ReadonlySet<WorkId>): Promise<readonly Handling[]> {
  const open = (await store.handlings.all()).filter(({ state, body }) => state === "open" && body.form === "new");
  return open.length === 0 || works.size === 0 ? [] : open;
}

/** The same with its result; null where nothing changes. */
async function followed(store: Store, handling: Handling, now: number): Promise<Handling | null> {
  const said = handling.result ?? (await namedResult(store, handling));
  const named = said !== null && handling.body.notResults?.includes(said) ? null : said;
  if (handling.body.form === "new")
    return named === null || handling.state !== "open" ? null : issuedAnew(store, handling, named, now);
  if (handling.work === null) return null;
  const effects = await store.effects.on(handling.work);
  const works = await store.works.findAll([
    handling.work,
    ...effects.map((effect) => effect.source),
    ...(named ? [named] : []),
  ]);
  const { form, notResults = [] } = handling.body;
  const asked = { work: handling.work, form, since: sinceOf(handling), result: named, notResults };
  const found = resultOfPlan(asked, effects, works);
  if (found !== null) return settled(handling, found, works.get(found.source) ?? null, now);
  if (isByMachine(handling.body)) return reopened(handling, now);
  return named === null || (await store.documents.current(named)) === null
    ? null
    : beside(handling, works.get(named) ?? null, works.get(handling.work) ?? null, now);
}

/** The first day anything was written down of it: a change before that was none of the plan. */
function sinceOf({ at, body }: Handling): LegalDate {
  const days = Object.values(body.steps).flatMap((step) => (step?.day ? [step.day] : []));
  return [dayAt(at), ...days].sort()[0] as LegalDate;
}

/** The document whose number and day stand in the step of issue, where exactly one has both. */
async function namedResult(store: Store, { body }: Handling): Promise<WorkId | null> {
  const issued = body.steps.issued;
  if (issued === undefined || issued.number === "" || issued.day === null) return null;
  const works = (await store.works.bySymbol(issued.number)).filter(
    (work) => work.issuedOn === issued.day && symbolKey(work.symbol ?? "") === symbolKey(issued.number),
  );
  return works.length === 1 ? ((works[0] as Work).id ?? null) : null;
}

function settled(handling: Handling, found: PlanResult, source: Work | null, now: number): Handling | null {
  const state = found.kept ? "done" : "contradicted";
  if (
    handling.state === state &&
    handling.body.settledBy?.source === found.source &&
    handling.body.outcome === found.words
  )
    return null;
  const what = found.kept ? `Đã có kết quả: ${found.words}` : `Kết quả khác kế hoạch: ${found.words}`;
  return written(handling, now, what, {
    state,
    result: found.source,
    outcome: found.words,
    settledBy: { source: found.source, quotes: found.quotes },
    source,
  });
}

/** A document is named as the result and does nothing to the one that was to be handled. */
function beside(handling: Handling, result: Work | null, work: Work | null, now: number): Handling | null {
  const words = `${workName(result)} được ghi là kết quả nhưng không có điều khoản nào xử lý ${workName(work)}`;
  if (handling.state === "contradicted" && handling.body.outcome === words) return null;
  if (result === null) return null;
  return written(handling, now, `Kết quả khác kế hoạch: ${words}`, {
    state: "contradicted",
    result: result.id,
    outcome: words,
    settledBy: { source: result.id, quotes: [] },
    source: null,
  });
}

async function issuedAnew(store: Store, handling: Handling, named: WorkId, now: number): Promise<Handling | null> {
  const work = await store.works.find(named);
  if (work === null || work.known !== "text") return null;
  const words = `Đã ban hành ${workName(work)}`;
  return written(handling, now, words, {
    state: "done",
    result: named,
    outcome: words,
    settledBy: { source: named, quotes: [] },
    source: work,
  });
}

function reopened(handling: Handling, now: number): Handling {
  const by = handling.body.settledBy?.source ?? null;
  const back = written(handling, now, "Mở lại: điều khoản đã chứng minh kết quả không còn được tính", {
    state: "open",
    result: null,
    outcome: null,
    settledBy: null,
    source: null,
  });
  const { issued, ...steps } = back.body.steps;
  const own = issued !== undefined && by !== null && issued.text === BY_MACHINE;
  return {
    ...back,
    body: { ...back.body, doneMonth: null, steps: own || issued === undefined ? steps : back.body.steps },
  };
}

/** What the step of issue says where the machine has filled it in. */
const BY_MACHINE = "ghi theo văn bản đã nhập";

interface Change extends Pick<Handling, "state" | "result"> {
  readonly outcome: string | null;
  readonly settledBy: Handling["body"]["settledBy"];
  /** The document that is noted as issued. */
  readonly source: Work | null;
}

function written(
  handling: Handling,
  now: number,
  what: string,
  { state, result, outcome, settledBy, source }: Change,
): Handling {
  const step: HandlingStep = "issued";
  const issued = handling.body.steps[step];
  const filled = issued !== undefined && issued.text !== BY_MACHINE;
  const steps =
    source === null || filled
      ? handling.body.steps
      : {
          ...handling.body.steps,
          [step]: { day: source.issuedOn, number: source.symbol ?? "", text: BY_MACHINE },
        };
  return {
    ...handling,
    state,
    result,
    version: handling.version + 1,
    updatedAt: now,
    body: {
      ...handling.body,
      steps,
      outcome,
      settledBy,
      doneMonth: handling.body.doneMonth ?? source?.issuedOn?.slice(0, 7) ?? null,
      history: [...handling.body.history, { at: now, by: MACHINE, what }],
    },
  };
}

/** Documents of the handlings of one tracker. */
export const worksOfImport = async (store: Store, importId: string): Promise<ReadonlySet<WorkId>> =>
  new Set((await store.handlings.ofImport(importId)).flatMap(({ work }) => (work === null ? [] : [work])));
