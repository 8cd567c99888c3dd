import { groupBy } from "../domain/group-by.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName, StatusPeriod } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { ReportCell, ReportColumn, ReportGroup, ReportModel, ReportPart } from "../report/form.ts";
import { fillForm, fillLaid } from "../report/forms/fill-form.ts";
import { FORM_KEYS, type FormKey, formOn, formRegimes } from "../report/forms/form-definition.ts";
import { type FormAsk, formTitle } from "../report/forms/form-words.ts";
import { countForm, type LaidRow, layOutForm } from "../report/forms/lay-out-form.ts";
import { withNationalLinks } from "../report/national-links.ts";
import type { Store } from "../store/store.ts";
import { type Agency, NO_AGENCY } from "./agency.ts";
import {
  type Candidates,
  candidatesOf,
  type Gathered,
  type Gathering,
  gatherMaterial,
  gatherStandings,
  type ListedQuery,
  readProofs,
} from "./listed-works.ts";
import { isInferred, proofsOn } from "./proofs-on.ts";
import type { UnclearList } from "./published-before.ts";
import { type ScopedDocument, scopedDocuments, scopeWords } from "./report-scope.ts";

export { FORM_KEYS, type FormKey, formRegimes, type ListedQuery };
export type { ReportColumn, UnclearList };
export const REPORT_FORMATS = ["docx", "xlsx", "csv", "html", "json"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** How the province is called in titles and on covers, where numbers lead to; empty = not said. */
export type ReportNames = Pick<Agency, "place" | "dateline" | "nationalDatabase">;

/** Rows shown on the page; the file has all. */
const SHOWN = 200;
/** A longer list is not put together for a page: it is counted. */
const MOST_ON_A_PAGE = 3000;
/** Documents of unknown status that are named on the page; a link leads to all. */
const UNKNOWN_SHOWN = 50;

export interface ReportRow {
  /** As the form prints them, the running number first. */
  readonly cells: readonly ReportCell[];
  /** Null: a document that is only recommended, or one that the index does not know. */
  readonly work: Work | null;
  /** What proves the row; null where no status is told. */
  readonly period: StatusPeriod | null;
}

export interface ReportPartView {
  readonly label: string;
  readonly columns: readonly ReportColumn[];
  readonly groups: readonly { readonly label: string; readonly n: number; readonly rows: readonly ReportRow[] }[];
  /** "Tổng số: 3 văn bản" */
  readonly total: string | null;
  readonly n: number;
  /** It holds what ended before the period and was not published. */
  readonly earlier: boolean;
}

export interface ReportView {
  readonly form: FormKey;
  /** The decree whose form it is, and whether a jurist has compared it. */
  readonly regime: { readonly id: string; readonly name: string; readonly verified: boolean };
  readonly heading: string | null;
  readonly kind: string;
  readonly title: string;
  readonly parts: readonly ReportPartView[];
  /** Documents, those of several parts once in each. */
  readonly total: number;
  readonly rows: number;
  readonly shown: number;
  /** Rows that the law implies and no announcement proves. */
  readonly inferred: number;
  /** Normative documents of the scope whose status on the last day is not determined, the first of them named. */
  readonly unknown: { readonly n: number; readonly first: readonly ScopedDocument[] };
  /** Part B cannot leave out what was published: no earlier list is known. */
  readonly nothingPublished: boolean;
  readonly unclear: readonly UnclearList[];
  /** Set where the list is too long for a page: how many have each status. */
  readonly counted: readonly (readonly [StatusName, number])[] | null;
}

/** One official list as a page shows it: the first of its rows in the form's order, each with the period that proves it. */
export async function viewReport(
  store: Store,
  query: ListedQuery,
  names: ReportNames = NO_AGENCY,
): Promise<ReportView> {
  const candidates = await candidatesOf(store, query);
  const long = candidates.asked.length > MOST_ON_A_PAGE;
  const gathered = await gatherStandings(store, query, long ? NONE_OF(candidates) : candidates);
  const { regime, ask } = await formAsk(store, query, names);
  const laid = layOutForm(ask, gathered);
  const rows = laid.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  const shown = rows.slice(0, SHOWN).flatMap(({ placed }) => placed.standing ?? []);
  const proofs = await readProofs(store, query, gathered, shown);
  const listed = new Map([...proofs.listed.values()].map((each) => [each.work.id, each]));
  const model = withNationalLinks(
    fillLaid(ask, laid, proofs, SHOWN),
    ask.form,
    [...listed.values()],
    names.nationalDatabase,
  );
  const parts = laid.map(({ label, groups, total }, i): ReportPartView => {
    const filled = model.parts[i] as ReportPart;
    return {
      label,
      columns: filled.columns,
      groups: groups.map((group, j) => {
        const { rows: cells, subjects } = filled.groups[j] as ReportGroup;
        const known = cells.map((row, k) => rowOf(row, subjects?.[k]?.work ?? null, listed, gathered));
        return { label: group.label, n: group.rows.length, rows: known };
      }),
      total: total.label,
      n: total.n,
      earlier: ask.form.parts[i]?.holds === "earlier",
    };
  });
  const counts = groupBy(candidates.asked, ({ status }) => status);
  return {
    form: query.form,
    regime,
    heading: model.heading,
    kind: model.kind,
    title: model.title,
    parts,
    total: long ? candidates.asked.length : parts.reduce((n, part) => n + part.n, 0),
    rows: rows.length,
    shown: Math.min(SHOWN, rows.length),
    inferred: await inferredIn(store, rows, gathered, query.to),
    unknown: { n: candidates.unknown.length, first: candidates.unknown.slice(0, UNKNOWN_SHOWN) },
    nothingPublished: candidates.nothingPublished,
    unclear: candidates.unclear,
    counted: long ? [...counts].map(([status, some]) => [status, some.length] as const) : null,
  };
}

const NONE_OF = (candidates: Candidates): Candidates => ({ ...candidates, documents: [], asked: [] });

/** Documents in the list whose status follows from the law and no announcement. */
async function inferredIn(store: Store, rows: readonly LaidRow[], { from }: Gathered, on: LegalDate): Promise<number> {
  const { inferred } = await proofsOn(store, on);
  const standings = rows.flatMap(({ placed }) => placed.standing ?? []);
  const implied = standings.filter((each) => {
    const period = from.get(each)?.period ?? null;
    return period === null ? inferred.has(each.work.id) : isInferred(period);
  });
  return new Set(implied.map(({ work }) => work.id)).size;
}

function rowOf(
  cells: readonly ReportCell[],
  work: WorkId | null,
  listed: ReadonlyMap<WorkId, { readonly work: Work; readonly period: StatusPeriod }>,
  { recommendations }: { readonly recommendations: readonly { readonly work: Work | null }[] },
): ReportRow {
  const known = work === null ? undefined : listed.get(work);
  const recommended = recommendations.find((each) => each.work !== null && each.work.id === work);
  return { cells, work: known?.work ?? recommended?.work ?? null, period: known?.period ?? null };
}

/** The filled form with what it was filled from. */
export const fillReport = async (
  store: Store,
  query: ListedQuery,
  names: ReportNames = NO_AGENCY,
  gathering: Gathering = {},
) => filled(store, query, names, await candidatesOf(store, query), gathering);

async function filled(
  store: Store,
  query: ListedQuery,
  names: ReportNames,
  candidates: Candidates,
  gathering: Gathering = {},
) {
  const material = await gatherMaterial(store, query, candidates, gathering);
  const { regime, ask } = await formAsk(store, query, names);
  const model = withNationalLinks(fillForm(ask, material), ask.form, material.works, names.nationalDatabase);
  return { model, regime, material, unclear: candidates.unclear };
}

/** A list as pages count it that show no row of it. */
export type CountedReport = Pick<ReportModel, "form" | "title"> & Pick<Candidates, "unclear"> & { readonly n: number };

/** What the filled forms would hold, without putting their rows together. */
export async function countReports(
  store: Store,
  query: Omit<ListedQuery, "form">,
  forms: readonly FormKey[],
  names: ReportNames = NO_AGENCY,
): Promise<readonly CountedReport[]> {
  const documents = await scopedDocuments(store, query.scope, query.to);
  const counted: CountedReport[] = [];
  for (const form of forms) {
    const asked = { ...query, form };
    const candidates = await candidatesOf(store, asked, documents);
    const gathered = await gatherStandings(store, asked, candidates);
    const { ask } = await formAsk(store, asked, names);
    const { unclear } = candidates;
    counted.push({ form: ask.form.key, title: formTitle(ask), n: countForm(ask, gathered), unclear });
  }
  return counted;
}

async function formAsk(store: Store, query: ListedQuery, { place, dateline }: ReportNames) {
  const { regime, form } = formOn(query.form, query.to, query.regime);
  const of = await scopeTitle(store, query, place);
  const body = place === "" ? null : `Ủy ban nhân dân ${place}`;
  return { regime, ask: { form, period: query, of, title: query.title, body, dateline } satisfies FormAsk };
}

/** What titles and papers say of the scope. */
export const scopeTitle = async (store: Store, query: Pick<ListedQuery, "scope" | "to">, place: string) =>
  scopeWords(query.scope, place || null, await territoryName(store, query));

/** A territory is known by its key; a document that applies there bears its name. */
async function territoryName(store: Store, { scope, to }: Pick<ListedQuery, "scope" | "to">): Promise<string | null> {
  const { territory } = scope;
  if (territory === null) return null;
  const [first] = await scopedDocuments(store, { ...scope, theme: null, words: null, organs: [], field: null }, to);
  const at = first?.facet?.territory.indexOf(territory) ?? -1;
  return at < 0 ? territory : (first?.facet?.territoryNames[at] ?? territory);
}
