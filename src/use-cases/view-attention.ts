import type { Effect } from "../domain/effect.ts";
import type { HandEffect } from "../domain/hand-effect.ts";
import { lostDecisions, standingDecisions } from "../domain/hand-effect.ts";
import { contradicts } from "../domain/listed-status.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import type { TargetOverride } from "../domain/target-override.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { ImportEntry, Store, StoredLink } from "../store/store.ts";
import {
  CITED_KINDS,
  type CitedKind,
  DOUBT_KINDS,
  type DoubtfulWork,
  OPEN_EFFECT_KINDS,
  type WorklistQuery,
} from "../store/worklists.ts";
import { findOddities, type Oddity } from "../timeline/find-oddities.ts";
import { answersState, matchedLists } from "./imported-lists.ts";
import { listName } from "./import-list.ts";
import { indexRevision } from "./index-revision.ts";
import { OVERLAP_REPORT, type OverlapReport } from "./overlapping-corpus.ts";
import { type ListItem, openListItems } from "./reconcile-list.ts";
import { inTheirSentences, type UnclearCitation } from "./view-unclear-citations.ts";
import { type UnitNames, unitNames } from "./view-unit-names.ts";

/** Everything that waits for a person, in the order it is shown. */
export const ATTENTION = {
  citations: CITED_KINDS,
  effects: [...OPEN_EFFECT_KINDS, "lists", "published-lists", "oddities"],
  documents: DOUBT_KINDS,
  files: ["refused"],
} as const;
export type AttentionGroup = keyof typeof ATTENTION;
export type AttentionKind = (typeof ATTENTION)[AttentionGroup][number];
export const ATTENTION_GROUPS = Object.keys(ATTENTION) as readonly AttentionGroup[];
export const ATTENTION_KINDS: readonly AttentionKind[] = ATTENTION_GROUPS.flatMap((group) => [...ATTENTION[group]]);

/** A row of a list that names another status than the computed one. */
export interface ListConflict {
  readonly statement: Effect;
  readonly status: StatusName;
  readonly reason: string;
}

/** A difference between a published list that was read in and what is computed; nobody has answered it. */
export interface ListDisagreement {
  readonly list: string;
  readonly name: string;
  readonly item: ListItem;
}

export type OddityKind = Oddity["kind"];

/** One waiting thing. `documents`: how many documents cite so; null where rows are single documents. */
export type AttentionRow =
  | {
      readonly of: "citation";
      readonly citation: UnclearCitation;
      readonly name: string;
      readonly documents: number | null;
    }
  | { readonly of: "effect"; readonly effect: Effect }
  | ({ readonly of: "list" } & ListConflict)
  | ({ readonly of: "published" } & ListDisagreement)
  | { readonly of: "oddity"; readonly oddity: Oddity }
  | ({ readonly of: "document" } & DoubtfulWork)
  | { readonly of: "file"; readonly entry: ImportEntry };

export interface AttentionList {
  readonly kind: AttentionKind;
  readonly n: number;
  readonly rows: readonly AttentionRow[];
  readonly next: string | null;
}

/** Names that rows are shown with. */
export interface Named {
  readonly works: ReadonlyMap<WorkId, Work>;
  readonly names: UnitNames;
}

/** How much has been settled by hand so far. */
export interface Settled {
  readonly citations: number;
  readonly effects: number;
  readonly documents: number;
}

export interface AttentionView extends Named {
  /** Kinds with the first of their rows; what nothing waits of is left out. */
  readonly lists: readonly AttentionList[];
  readonly settled: Settled;
  /** What the last search for repeated words left out because everybody says it; null before the first one. */
  readonly overlaps: Pick<OverlapReport, "units" | "skippedUnits" | "droppedPairs"> | null;
}

const FIRST_ROWS = 3;
const ROWS_A_PAGE = 50;
/** Pages kept in memory until something changes. */
const PAGES_KEPT = 100;

/** What is computed over the whole collection; kept while nothing it rests on has changed. */
interface Whole {
  readonly state: string;
  readonly counts: Readonly<Record<AttentionKind, number>>;
  readonly conflicts: readonly ListConflict[];
  readonly disagreements: readonly ListDisagreement[];
  readonly oddities: readonly Oddity[];
  /** Pages of lists looked at since, by what was asked. */
  readonly pages: Map<string, { readonly list: AttentionList } & Named>;
}
const wholes = new WeakMap<Store, Whole>();
const overviews = new WeakMap<Store, { readonly state: string; readonly view: AttentionView }>();

/** Every kind with its count and its first rows. */
export async function viewAttention(store: Store, on: LegalDate): Promise<AttentionView> {
  const whole = await wholeOf(store, on);
  const known = overviews.get(store);
  if (known?.state === whole.state) return known.view;
  const lists: AttentionList[] = [];
  for (const kind of ATTENTION_KINDS)
    if (whole.counts[kind] > 0) lists.push(await listOf(store, whole, kind, { limit: FIRST_ROWS }));
  const report = await store.settings.get(OVERLAP_REPORT);
  const [targets, effects] = await Promise.all([store.overrides.targets(), store.effects.byHand()]);
  const view = {
    lists,
    settled: {
      citations: targets.length,
      effects: standingDecisions(effects).size,
      documents: await store.worklists.mendedDocuments(),
    },
    overlaps: report === null ? null : (JSON.parse(report) as OverlapReport),
    ...(await namesFor(
      store,
      lists.flatMap((list) => list.rows),
    )),
  };
  overviews.set(store, { state: whole.state, view });
  return view;
}

/** One kind, a page at a time. `name`: only documents that cite by it. */
export async function viewAttentionList(
  store: Store,
  on: LegalDate,
  kind: AttentionKind,
  query: Omit<WorklistQuery, "limit"> & { readonly name?: string },
): Promise<{ readonly list: AttentionList } & Named> {
  const whole = await wholeOf(store, on);
  const address = JSON.stringify([kind, query.body, query.field, query.name, query.after]);
  const known = whole.pages.get(address);
  if (known) return known;
  const list = await listOf(store, whole, kind, { ...query, limit: ROWS_A_PAGE });
  const view = { list, ...(await namesFor(store, list.rows)) };
  if (whole.pages.size < PAGES_KEPT) whole.pages.set(address, view);
  return view;
}

async function wholeOf(store: Store, on: LegalDate): Promise<Whole> {
  const state = [await indexRevision(store), await store.worklists.state(), await answersState(store), on].join("|");
  const known = wholes.get(store);
  if (known?.state === state) return known;
  const [counts, conflicts, disagreements, oddities] = [
    await store.worklists.counts(),
    await conflictsOn(store, on),
    await disagreementsOn(store, on),
    await odditiesOf(store),
  ];
  const whole = {
    state,
    counts: {
      ...counts,
      lists: conflicts.length,
      "published-lists": disagreements.length,
      oddities: oddities.length,
    },
    conflicts,
    disagreements,
    oddities,
    pages: new Map(),
  };
  wholes.set(store, whole);
  return whole;
}

/**
 * The database leaves out those that agree word for word; whether the others contradict is for the domain to say. What a published list
 * says is held against its own day, not against this one.
 */
async function conflictsOn(store: Store, on: LegalDate): Promise<readonly ListConflict[]> {
  const [rows, { statements }] = [await store.worklists.listed(on), await matchedLists(store)];
  return rows.filter(
    ({ statement: { id, listed }, status }) => listed && !statements.has(id) && contradicts(listed, { status }),
  );
}

const disagreementsOn = async (store: Store, on: LegalDate): Promise<readonly ListDisagreement[]> =>
  (await openListItems(store, on)).map(({ id, list, item }) => ({ list: id, name: listName(list), item }));

async function odditiesOf(store: Store): Promise<readonly Oddity[]> {
  const effects = await store.effects.applied();
  const works = await store.works.findAll(effects.flatMap((e) => [e.source, e.target]));
  return findOddities([...works.values()], effects);
}

type ListQuery = WorklistQuery & { readonly name?: string };

async function listOf(store: Store, whole: Whole, kind: AttentionKind, query: ListQuery): Promise<AttentionList> {
  const { worklists } = store;
  const list = <Row>(
    page: { readonly rows: readonly Row[]; readonly total: number; readonly next: string | null },
    row: (row: Row) => AttentionRow,
  ): AttentionList => ({ kind, n: page.total, rows: page.rows.map(row), next: page.next });
  if (isOneOf(CITED_KINDS, kind)) return citedList(store, kind, query);
  if (isOneOf(OPEN_EFFECT_KINDS, kind))
    return list(await worklists.effects(kind, query), (effect) => ({ of: "effect", effect }));
  if (isOneOf(DOUBT_KINDS, kind))
    return list(await worklists.documents(kind, query), (row) => ({ of: "document", ...row }));
  if (kind === "refused") return list(await worklists.refused(query), (entry) => ({ of: "file", entry }));
  if (kind === "lists")
    return list(slice(await inFiling(store, whole.conflicts, (c) => [c.statement.target], query), query), (row) => ({
      of: "list",
      ...row,
    }));
  if (kind === "published-lists")
    return list(slice(await inFiling(store, whole.disagreements, (d) => [d.item.work.id], query), query), (row) => ({
      of: "published",
      ...row,
    }));
  return list(slice(await inFiling(store, whole.oddities, (o) => o.works, query), query), (oddity) => ({
    of: "oddity",
    oddity,
  }));
}

const isOneOf = <Kind extends string>(kinds: readonly Kind[], kind: string): kind is Kind =>
  (kinds as readonly string[]).includes(kind);

async function citedList(store: Store, kind: CitedKind, query: ListQuery): Promise<AttentionList> {
  const { name } = query;
  if (name !== undefined) {
    const page = await store.worklists.citing(kind, name, query);
    const citations = await inTheirSentences(store, page.rows);
    const rows = citations.map((citation): AttentionRow => ({ of: "citation", citation, name, documents: null }));
    return { kind, n: page.total, rows, next: page.next };
  }
  const page = await store.worklists.cited(kind, query);
  const citations = await inTheirSentences(
    store,
    page.rows.map((row) => row.example),
  );
  const rows = page.rows.flatMap(({ name, documents, mentions }, i): readonly AttentionRow[] => {
    const citation = citations[i];
    return citation ? [{ of: "citation", citation: { ...citation, times: mentions }, name, documents }] : [];
  });
  return { kind, n: page.total, rows, next: page.next };
}

/** What is kept in memory is narrowed and paged there: a cursor is the number of rows before. */
function slice<Row>(rows: readonly Row[], { after, limit }: ListQuery) {
  const from = Math.max(0, Math.trunc(Number(after ?? 0)) || 0);
  const end = from + limit;
  return { rows: rows.slice(from, end), total: rows.length, next: end < rows.length ? String(end) : null };
}

async function inFiling<Row>(
  store: Store,
  rows: readonly Row[],
  worksOf: (row: Row) => readonly WorkId[],
  { body, field }: ListQuery,
): Promise<readonly Row[]> {
  if (body === undefined && field === undefined) return rows;
  const facets = await store.facets.of(rows.flatMap(worksOf));
  return rows.filter((row) =>
    worksOf(row).some((id) => {
      const facet = facets.get(id);
      return (
        facet !== undefined &&
        (body === undefined || facet.body === body) &&
        (field === undefined || facet.fields.includes(field))
      );
    }),
  );
}

async function namesFor(store: Store, rows: readonly AttentionRow[]): Promise<Named> {
  const ids = rows.flatMap((row): readonly WorkId[] => {
    switch (row.of) {
      case "citation":
        return [row.citation.link.from, ...(targetOf(row.citation.link) ?? [])];
      case "effect":
        return [row.effect.source, row.effect.target];
      case "list":
        return [row.statement.target];
      case "published":
        return [row.item.work.id];
      case "oddity":
        return row.oddity.works;
      default:
        return [];
    }
  });
  return { works: await store.works.findAll(ids), names: await unitNames(store, ids) };
}

const targetOf = ({ resolution }: StoredLink): readonly WorkId[] | null =>
  resolution.kind === "work" ? [resolution.work] : null;

/** What people have settled, the newest first: to be looked at and taken back. */
export interface SettledView extends Named {
  readonly citations: readonly TargetOverride[];
  /** With the effect as it stands; null = its text has changed since. */
  readonly effects: readonly { readonly decision: HandEffect; readonly effect: Effect | null }[];
}

/** Rows shown of each. */
export const SETTLED_SHOWN = 200;

export async function viewSettled(store: Store): Promise<SettledView & { readonly n: Settled }> {
  const [targets, decisions] = await Promise.all([store.overrides.targets(), store.effects.byHand()]);
  const standing = [...standingDecisions(decisions).values()].sort((a, b) => b.seq - a.seq);
  const citations = [...targets].sort((a, b) => b.at - a.at).slice(0, SETTLED_SHOWN);
  const shown = standing.slice(0, SETTLED_SHOWN);
  const now: Effect[] = [];
  for (const source of new Set(shown.map((d) => d.source))) now.push(...(await store.effects.from(source)));
  const byId = new Map(now.map((e) => [e.id, e]));
  const lost = new Set(lostDecisions(now, shown).map((d) => d.key));
  const effects = shown.map((decision) => ({
    decision,
    effect: lost.has(decision.key) ? null : (byId.get(decision.key) ?? decision.effect),
  }));
  const ids = [
    ...citations.flatMap((o) => (o.target === null ? [o.work] : [o.work, o.target])),
    ...shown.flatMap((d) => [d.source, d.target]),
  ];
  return {
    citations,
    effects,
    n: { citations: targets.length, effects: standing.length, documents: await store.worklists.mendedDocuments() },
    works: await store.works.findAll(ids),
    names: await unitNames(store, ids),
  };
}
