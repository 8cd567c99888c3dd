import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName, StatusPeriod } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { FormKey } from "../report/forms/form-definition.ts";
import type { ReadProofs, Standing, Standings } from "../report/forms/form-entries.ts";
import { partDays } from "../report/forms/part-changes.ts";
import type { FormMaterial, ListedField, ListedWork, ReportPeriod } from "../report/forms/listed-work.ts";
import type { Store } from "../store/store.ts";
import { fieldsOf } from "./fields-of.ts";
import { IN_PART, proofsOn } from "./proofs-on.ts";
import { publishedBefore, type UnclearList } from "./published-before.ts";
import { recommendations } from "./recommendations.ts";
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
  "02": IN_PART,
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
  /** Lists that may have published some of part B, and do not say when they were published. */
  readonly unclear: readonly UnclearList[];
}

/** Looked up in memory; forms of one scope and day share their `documents`. */
export async function candidatesOf(
  store: Store,
  query: ListedQuery,
  documents?: readonly ScopedDocument[],
): Promise<Candidates> {
  documents ??= await scopedDocuments(store, query.scope, query.to);
  const { form, from } = query;
  const unknown = documents.filter(({ status }) => status === "unknown");
  const all = documents.filter(({ status }) => STATUSES[form].includes(status));
  const earlier = form === "01" || form === "02" ? all : [];
  const { known, unclear, ...published } = await publishedBefore(store, form, earlier, query);
  const asked = form === "01" ? all.filter((each) => !isPublished(each, from, published)) : all;
  const nothingPublished = earlier.length > 0 && published.until === null && !known;
  return { documents, asked, unknown, published, nothingPublished, unclear };
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
  const here = works.map(({ period }) => period);
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
  document: ScopedDocument,
  period: StatusPeriod,
): Promise<ListedWork> {
  const { work } = document;
  const suspended = period.status === "suspended" || period.status === "partly-suspended";
  const resumes = suspended && period.to !== null ? resumption(await store.statuses.periods(work.id), period) : null;
  const fields = filedFields(document, scope) ?? (await guessedFields(store, work, scope));
  return { work, period, resumes, fields };
}

/** Null in an index that this version has not filed yet. */
const filedFields = ({ facet }: ScopedDocument, scope: ReportScope): readonly ListedField[] | null =>
  facet === null ? null : listedFields(facet.fields, scope);

const guessedFields = async (store: Store, work: Work, scope: ReportScope): Promise<readonly ListedField[]> =>
  listedFields((await fieldsOf(store, work)).topics, scope);

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
  here: Iterable<Stretch>,
): Promise<readonly { readonly document: ScopedDocument; readonly period: StatusPeriod }[]> {
  if (PASSING[form].length === 0) return [];
  const periods = await store.statuses.begun(PASSING[form], from, to);
  if (periods.length === 0) return [];
  const known = new Map(documents.map((each) => [each.work.id, each]));
  const keyOf = ({ work, status, since }: Stretch): string => `${work} ${status} ${since}`;
  const held = new Set([...here].map(keyOf));
  return periods.flatMap((period) => {
    const document = known.get(period.work);
    return !document || document.status === "ceased" || held.has(keyOf(period)) ? [] : [{ document, period }];
  });
}

type Stretch = Pick<StatusPeriod, "work" | "status" | "since">;

/** What a form is laid out by, and by what its rows are filled once it is known which are shown. */
export interface Gathered extends Standings {
  /** `period` null: has to be read. */
  readonly from: ReadonlyMap<Standing, { readonly document: ScopedDocument; readonly period: StatusPeriod | null }>;
}

/** Where the documents of one form stand, without reading their proofs. */
export async function gatherStandings(
  store: Store,
  query: ListedQuery,
  { documents, asked, published }: Candidates,
): Promise<Gathered> {
  const { form, scope, to } = query;
  const from = new Map<Standing, { document: ScopedDocument; period: StatusPeriod | null }>();
  if (form === "04")
    return { works: [], from, published, recommendations: await recommendations(store, documents, scope, to) };
  const { parts } = await proofsOn(store, to);
  for (const document of asked) {
    const { work, status, since } = document;
    // nearly all are filed, and twenty thousand promises would take longer than everything else here
    const fields = filedFields(document, scope) ?? (await guessedFields(store, work, scope));
    from.set({ work, fields, status, since, parts: parts.get(work.id) ?? [] }, { document, period: null });
  }
  const here = asked.map(({ work, status, since }) => ({ work: work.id, status, since }));
  for (const { document, period } of await passed(store, query, documents, here)) {
    const { status, since } = period;
    const fields = filedFields(document, scope) ?? (await guessedFields(store, document.work, scope));
    from.set({ work: document.work, fields, status, since, parts: partDays(period) }, { document, period });
  }
  return { works: [...from.keys()], from, published, recommendations: [] };
}

/** The proofs of the documents that are shown. One that was changed meanwhile has none. */
export async function readProofs(
  store: Store,
  query: ListedQuery,
  { from, published }: Gathered,
  shown: readonly Standing[],
): Promise<ReadProofs> {
  const unread = shown.flatMap((each) => (from.get(each)?.period === null ? each.work.id : []));
  const periods = await store.statuses.onMany(unread, query.to);
  const listed = new Map<Standing, ListedWork>();
  for (const standing of shown) {
    const known = from.get(standing);
    const period = known?.period ?? periods.get(standing.work.id);
    if (known && period) listed.set(standing, await listedOf(store, query, known.document, period));
  }
  return { listed, published, sources: await sourcesOf(store, [...listed.values()]) };
}

/** The works that proofs quote: lists print them in the manner of lists. */
async function sourcesOf(store: Store, works: readonly ListedWork[]): Promise<ReadonlyMap<WorkId, Work>> {
  const named = new Set<WorkId>();
  for (const { period } of works)
    for (const { work } of [...period.because, ...period.units.flatMap((unit) => unit.because)])
      if (work !== null) named.add(work);
  return store.works.findAll(named);
}
