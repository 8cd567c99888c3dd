import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName, StatusPeriod } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { FormKey } from "../report/forms/form-definition.ts";
import type { CountedMaterial } from "../report/forms/fill-form.ts";
import type { Standing } from "../report/forms/form-entries.ts";
import { type PartDay, partDays } from "../report/forms/part-changes.ts";
import type { FormMaterial, ListedWork, ReportPeriod } from "../report/forms/listed-work.ts";
import type { BriefStatus, Store } from "../store/store.ts";
import { shelvedOn } from "./document-shelf.ts";
import { fieldsOf } from "./fields-of.ts";
import { publishedBefore } from "./published-before.ts";
import { recommendations } from "./recommendations.ts";
import { remembered } from "./remembered.ts";
import { listedFields, type ReportScope, type ScopedDocument, scopedDocuments } from "./report-scope.ts";

export interface ListedQuery extends ReportPeriod {
  readonly form: FormKey;
  readonly scope: ReportScope;
  /** Id of the decree whose form is wanted; null = the one of the last day. */
  readonly regime: string | null;
  /** A title somebody wrote; null = the form's own. */
  readonly title: string | null;
  /** Everything up to this day is taken as published; null = only what published lists show. */
  readonly publishedUntil: LegalDate | null;
}

/** Statuses that a document of each form may have on the last day. */
const STATUSES: Readonly<Record<FormKey, readonly StatusName[]>> = {
  "01": ["ceased", "suspended"],
  "02": ["partly-ceased", "partly-suspended", "suspended"],
  "03": ["in-force", "not-yet-in-force", "partly-ceased", "suspended", "partly-suspended"],
  "04": [],
  "05": ["in-force", "not-yet-in-force", "partly-ceased", "suspended", "partly-suspended"],
};

/** Suspensions that a form tells even where they are over by the last day (Điều 43: their first day decides). */
const PASSING: Readonly<Record<FormKey, readonly StatusName[]>> = {
  "01": ["suspended"],
  "02": ["partly-suspended"],
  "03": [],
  "04": [],
  "05": [],
};

/** What a form may list, known before anything of it is read. */
export interface Candidates {
  /** Normative documents of the scope. */
  readonly documents: readonly ScopedDocument[];
  /** Of these, those whose status puts them in the form; of which a part ended, those of which any part did at any time. */
  readonly asked: readonly ScopedDocument[];
  /** Those whose status on the last day is not determined. */
  readonly unknown: readonly ScopedDocument[];
  readonly published: FormMaterial["published"];
  /** No list that was published before is known: nothing says what part B must leave out. */
  readonly nothingPublished: boolean;
}

/** Looked up in memory, but for what lists have published before. */
export async function candidatesOf(store: Store, query: ListedQuery): Promise<Candidates> {
  const { form, from, to, scope } = query;
  const documents = await scopedDocuments(store, scope, to);
  const unknown = documents.filter(({ status }) => status === "unknown");
  const all = documents.filter(({ status }) => STATUSES[form].includes(status));
  const earlier = form === "01" || form === "02" ? all : [];
  const { known, ...published } = await publishedBefore(store, form, earlier, query);
  const asked = form === "01" ? all.filter((each) => !isPublished(each, from, published)) : all;
  const nothingPublished = earlier.length > 0 && published.until === null && !known;
  return { documents, asked, unknown, published, nothingPublished };
}

/** Works put together before others get their turn. */
const WORKS_A_TURN = 1000;

export interface Gathering {
  readonly signal?: AbortSignal;
  onProgress?(done: number, of: number): void;
}

/** Reads what one form lists: documents with the period that counts, and what is recommended. */
export async function gatherMaterial(
  store: Store,
  query: ListedQuery,
  { documents, asked, published }: Candidates,
  { signal, onProgress }: Gathering = {},
): Promise<FormMaterial> {
  const { form, scope, to } = query;
  if (form === "04") return { ...NO_MATERIAL, recommendations: await recommendations(store, documents, scope, to) };
  const works: ListedWork[] = [];
  for (let at = 0; at < asked.length; at += WORKS_A_TURN) {
    signal?.throwIfAborted();
    const some = asked.slice(at, at + WORKS_A_TURN);
    const ids = some.map(({ work }) => work.id);
    const periods = await store.statuses.onMany(ids, to);
    for (const each of some) {
      const period = periods.get(each.work.id);
      if (period) works.push(await listedOf(store, query, each, period));
    }
    onProgress?.(Math.min(at + WORKS_A_TURN, asked.length), asked.length);
    await new Promise((others) => setImmediate(others));
  }
  const here = works.map(({ work, period: { status, since } }) => ({ work: work.id, status, since }));
  for (const { document, period } of await passed(store, query, documents, here))
    works.push(await listedOf(store, query, document, period));
  return { works, recommendations: [], sources: await sourcesOf(store, works), published };
}

const NO_MATERIAL: FormMaterial = {
  works: [],
  recommendations: [],
  sources: new Map(),
  published: { whole: new Set(), part: new Map(), until: null },
};

const isPublished = (
  { work, since }: ScopedDocument,
  from: LegalDate,
  { whole, until }: FormMaterial["published"],
): boolean => since !== null && since < from && (whole.has(work.id) || (until !== null && since <= until));

async function listedOf(
  store: Store,
  { scope }: ListedQuery,
  { work, facet }: ScopedDocument,
  period: StatusPeriod,
): Promise<ListedWork> {
  const suspended = period.status === "suspended" || period.status === "partly-suspended";
  const resumes = suspended && period.to !== null ? resumption(await store.statuses.periods(work.id), period) : null;
  // an index that this version has not filed yet
  const topics = facet?.fields ?? (await fieldsOf(store, work)).topics;
  return { work, period, resumes, fields: listedFields(topics, scope) };
}

/** The day on which a suspension ends: another change may cut it into several stretches. */
function resumption(periods: readonly StatusPeriod[], period: StatusPeriod): LegalDate | null {
  const last = periods.findLast((each) => each.status === period.status && each.since === period.since);
  return last?.to ?? null;
}

/** Suspensions that began within the days and are over, or have become something else, on the last one. */
async function passed(
  store: Store,
  { form, from, to }: ListedQuery,
  documents: readonly ScopedDocument[],
  works: readonly Omit<Standing, "parts">[],
): Promise<readonly { readonly document: ScopedDocument; readonly period: StatusPeriod }[]> {
  if (PASSING[form].length === 0) return [];
  const periods = await store.statuses.begun(PASSING[form], from, to);
  if (periods.length === 0) return [];
  const known = new Map(documents.map((each) => [each.work.id, each]));
  const keyOf = ({ work, status, since }: Omit<Standing, "parts">): string => `${work} ${status} ${since}`;
  const here = new Set(works.map(keyOf));
  return periods.flatMap((period) => {
    const document = known.get(period.work);
    return !document || document.status === "ceased" || here.has(keyOf(period)) ? [] : [{ document, period }];
  });
}

/** What decides how many rows one form has; of proofs only what the index keeps in memory is looked at. */
export async function gatherCounted(
  store: Store,
  query: ListedQuery,
  { documents, asked, published }: Candidates,
): Promise<CountedMaterial> {
  const { form, scope, to } = query;
  if (form === "04")
    return { works: [], published, recommendations: await recommendations(store, documents, scope, to) };
  const ends = form === "02" ? await partsEnded(store, to) : NO_PARTS;
  const works = asked.map(({ work: { id }, status, since }) => ({
    work: id,
    status,
    since,
    parts: ends.get(id) ?? [],
  }));
  const over = (await passed(store, query, documents, works)).map(({ period }) => ({
    work: period.work,
    status: period.status,
    since: period.since,
    parts: partDays(period),
  }));
  return { works: [...works, ...over], published, recommendations: [] };
}

const NO_PARTS: ReadonlyMap<WorkId, readonly PartDay[]> = new Map();

/** When parts of the documents of the index had ended that have ended in part on a day. */
export const partsEnded = (store: Store, on: LegalDate): Promise<ReadonlyMap<WorkId, readonly PartDay[]>> =>
  remembered(store, `parts ended on ${on}`, async () => {
    const { documents, statuses } = await shelvedOn(store, on);
    const ended = documents.flatMap(({ work }, i) => (STATUSES["02"].includes(nameOf(statuses[i])) ? work.id : []));
    const periods = await store.statuses.onMany(ended, on);
    return new Map([...periods.values()].map((period) => [period.work, partDays(period)]));
  });

const nameOf = (status: BriefStatus | null | undefined): StatusName => status?.status ?? "unknown";

/** The works that proofs quote: lists print them in the manner of lists. */
async function sourcesOf(store: Store, works: readonly ListedWork[]): Promise<ReadonlyMap<WorkId, Work>> {
  const named = new Set<WorkId>();
  for (const { period } of works)
    for (const { work } of [...period.because, ...period.units.flatMap((unit) => unit.because)])
      if (work !== null) named.add(work);
  return store.works.findAll(named);
}
