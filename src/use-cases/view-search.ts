import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName, StatusPeriod, UnitState } from "../domain/status.ts";
import { isUnder } from "../domain/e-id.ts";
import { groupBy } from "../domain/group-by.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { decodeCursor, encodeCursor } from "../store/cursor.ts";
import { searchWords } from "../store/search/words.ts";
import type { RankedHit, SearchHit, Store } from "../store/store.ts";
import { askedUnit } from "./asked-unit.ts";
import { type FiledWork, filedOn } from "./filed-works.ts";
import { type Jump, jumpsTo } from "./jump-to-unit.ts";
import { facetsOf, type SearchFacets, type SearchFilter, statusTier, worksWithin } from "./search-filter.ts";
import { unitNames } from "./view-unit-names.ts";

const NUMBERED_SHOWN = 8;
/** A title that merely has the words says less than a provision: few, and after the provisions. */
const TITLED_SHOWN = 5;
/** Where only titles are asked for. */
const TITLES_SHOWN = 100;
const TITLES_READ = 200;
const HITS_SHOWN_A_WORK = 3;
const GROUPS_A_PAGE = 20;
/** Within one document its provisions are the list. */
const HITS_A_PAGE = 40;
/** What a document's title having the words is worth to its provisions. */
const TITLE_WEIGHT = 1.3;

export interface SearchAsked {
  readonly q: string;
  readonly filter: SearchFilter;
  /** Where the page before ended. */
  readonly after?: string;
}

export interface NamedWork {
  readonly work: Work;
  readonly status: StatusName;
}

/** A hit with its unit by name; null outside all units. */
export interface NamedHit extends SearchHit {
  readonly unit: string | null;
  /** Where the unit does not stand as printed: it is repealed, suspended, worded otherwise. */
  readonly state: { readonly state: UnitState; readonly since: LegalDate } | null;
}

export interface HitGroup extends NamedWork {
  /** Its words were recognised from pictures of pages. */
  readonly scanned: boolean;
  readonly hits: readonly NamedHit[];
  /** Provisions of this document that were found and are not shown. */
  readonly more: number;
}

export interface SearchView {
  readonly total: number;
  readonly capped: boolean;
  /** Provisions that were ordered: the best of them. */
  readonly read: number;
  /** Words that were left out because nothing has all of them. */
  readonly ignored: readonly string[];
  /** Units that were named with their document. */
  readonly jumps: readonly Jump[];
  /** Works whose number was asked for; `exact`: it was typed in full. */
  readonly numbered: readonly NamedWork[];
  readonly exact: boolean;
  /** Nothing but a whole number was typed: the provisions are those that mention it. */
  readonly mentioned: boolean;
  /** Works whose title has the words, those with their text first. */
  readonly titled: readonly NamedWork[];
  /** Titles found in all; a floor where there are more than are looked at. */
  readonly titles: number;
  readonly titlesCapped: boolean;
  /** Documents with hits in all; `groups` holds one page of them. */
  readonly documents: number;
  readonly groups: readonly HitGroup[];
  readonly next: string | null;
  readonly facets: SearchFacets;
  /** The document the search stays in. */
  readonly inside: Work | null;
  /** The body it is narrowed to, by its name. */
  readonly bodyName: string | null;
  /** Where nothing is found: near questions that find something. */
  readonly near: readonly string[];
}

/** Documents by number, provisions by their words grouped by document, documents by title. */
export async function viewSearch(store: Store, asked: SearchAsked, on: LegalDate): Promise<SearchView> {
  const { q, filter } = asked;
  const { works: filed, byId, applied: first } = await filedOn(store, on);
  const within = worksWithin(filed, filter);
  const symbols = await store.search.bySymbol(q);
  const mentioned = wholeSymbol(q, symbols.exact);
  const sought = mentioned === null ? q : `"${mentioned}"`;
  const [titled, found, jumps] = await Promise.all([
    store.search.works(q, { limit: TITLES_READ, within }),
    filter.part === "titles" ? NOTHING : store.search.ranked(sought, { within, first }),
    jumpsTo(store, q),
  ]);
  const exact = symbols.exact.length > 0;
  const numbered = (exact ? symbols.exact : symbols.begun).filter(
    (work) => within === undefined || within.has(work.id),
  );
  const page = pageOf(found.hits, asked, byId, new Set(titled.map((work) => work.id)));
  const others = filter.part === "provisions" ? [] : titles(titled, numbered, filter, found.hits);
  const named = (works: readonly Work[]): Promise<readonly NamedWork[]> =>
    Promise.all(works.map(async (work) => ({ work, status: await statusOn(store, byId, work.id, on) })));
  const empty = numbered.length + others.length + found.hits.length + jumps.length === 0;
  return {
    total: found.total,
    capped: found.capped,
    read: found.hits.length,
    ignored: found.ignored,
    jumps,
    exact,
    mentioned: mentioned !== null,
    numbered: asked.after ? [] : await named(numbered.slice(0, NUMBERED_SHOWN)),
    titled: asked.after ? [] : await named(others.slice(0, filter.part === "titles" ? TITLES_SHOWN : TITLED_SHOWN)),
    titles: others.length,
    titlesCapped: titled.length === TITLES_READ,
    documents: page.documents,
    groups: await groupsOf(store, sought, page.groups, byId, on),
    next: page.next,
    facets: facetsOf(foundWorks(found.hits, filter.part === "titles" ? others : [], byId)),
    inside: filter.document ? await store.works.find(filter.document) : null,
    bodyName: filter.body ? (filed.find((each) => each.body === filter.body)?.bodyName ?? filter.body) : null,
    near: empty ? await store.search.spellings(q) : [],
  };
}

/** The symbol as printed, where the question holds nothing else; how it was typed does not matter then. */
function wholeSymbol(q: string, exact: readonly Work[]): string | null {
  const squeezed = (text: string): string => searchWords(text.normalize("NFKC")).replace(/ /gu, "");
  const symbol = exact[0]?.symbol ?? null;
  return symbol !== null && squeezed(q).endsWith(squeezed(symbol).replace(/^0+/u, "")) && askedUnit(q) === null
    ? symbol
    : null;
}

const NOTHING = { hits: [], total: 0, capped: false, ignored: [] } as const;

function titles(
  titled: readonly Work[],
  numbered: readonly Work[],
  { part, document }: SearchFilter,
  hits: readonly RankedHit[],
): readonly Work[] {
  if (document) return [];
  const shown = new Set([
    ...numbered.map((work) => work.id),
    ...(part === "titles" ? [] : hits.map((hit) => hit.work)),
  ]);
  const rest = titled.filter((work) => !shown.has(work.id));
  return [...rest].sort((a, b) => Number(b.known === "text") - Number(a.known === "text"));
}

function foundWorks(
  hits: readonly RankedHit[],
  works: readonly Work[],
  byId: ReadonlyMap<WorkId, FiledWork>,
): readonly FiledWork[] {
  const ids = new Set([...hits.map((hit) => hit.work), ...works.map((work) => work.id)]);
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}

interface Group {
  readonly work: WorkId;
  readonly tier: number;
  readonly score: number;
  readonly hits: readonly RankedHit[];
  readonly more: number;
}

interface PageOfGroups {
  readonly groups: readonly Group[];
  readonly documents: number;
  readonly next: string | null;
}

/** One page of documents in their order: applied first, then by their best provision. A cursor names the last one shown. */
function pageOf(
  hits: readonly RankedHit[],
  { after, filter }: SearchAsked,
  byId: ReadonlyMap<WorkId, FiledWork>,
  titled: ReadonlySet<WorkId>,
): PageOfGroups {
  if (filter.document) return pageInside(hits, after);
  const groups = [...groupBy(hits, (hit) => hit.work)].map(([work, of]): Group => {
    const best = of[0]?.score ?? 0;
    return {
      work,
      tier: statusTier(byId.get(work)?.status ?? "unknown"),
      // rounded, so that the cursor's figure is the one compared with
      score: Math.round(1_000 * best * (titled.has(work) ? TITLE_WEIGHT : 1)),
      hits: of.slice(0, HITS_SHOWN_A_WORK),
      more: Math.max(0, of.length - HITS_SHOWN_A_WORK),
    };
  });
  groups.sort(inOrder);
  const cursor = decodeCursor(after, ["number", "number", "string"]) as [number, number, string] | null;
  const last = cursor && { tier: cursor[0], score: cursor[1], work: cursor[2] };
  const from = last === null ? 0 : groups.findIndex((group) => inOrder(group, last) > 0);
  const page = from < 0 ? [] : groups.slice(from, from + GROUPS_A_PAGE);
  const end = page.at(-1);
  const isLast = end === undefined || from + page.length >= groups.length;
  return {
    groups: page,
    documents: groups.length,
    next: isLast ? null : encodeCursor([end.tier, end.score, end.work]),
  };
}

const inOrder = (a: Pick<Group, "tier" | "score" | "work">, b: Pick<Group, "tier" | "score" | "work">): number =>
  a.tier - b.tier || b.score - a.score || (a.work < b.work ? -1 : a.work > b.work ? 1 : 0);

/** The provisions of one document, the best first. */
function pageInside(hits: readonly RankedHit[], after: string | undefined): PageOfGroups {
  const cursor = decodeCursor(after, ["number"]) as [number] | null;
  const from = cursor?.[0] ?? 0;
  const page = hits.slice(from, from + HITS_A_PAGE);
  const work = hits[0]?.work;
  return {
    groups: work === undefined ? [] : [{ work, tier: 0, score: 0, hits: page, more: 0 }],
    documents: work === undefined ? 0 : 1,
    next: from + page.length < hits.length ? encodeCursor([from + page.length]) : null,
  };
}

async function groupsOf(
  store: Store,
  q: string,
  groups: readonly Group[],
  byId: ReadonlyMap<WorkId, FiledWork>,
  on: LegalDate,
): Promise<readonly HitGroup[]> {
  const ids = groups.map((group) => group.work);
  const [names, works, periods, excerpts] = await Promise.all([
    unitNames(store, ids),
    store.works.findAll(ids),
    store.statuses.periodsOn(ids, on),
    store.search.excerpts(
      q,
      groups.flatMap((group) => group.hits.map((hit) => hit.id)),
    ),
  ]);
  return groups.flatMap(({ work: id, hits, more }): HitGroup[] => {
    const work = works.get(id);
    if (work === undefined) return [];
    const shown = hits.map(({ id: row, eId, score }) => ({
      work: id,
      eId,
      score,
      ...(excerpts.get(row) ?? { snippet: "", marks: [] }),
      unit: eId === null ? null : names.of(id, eId),
      state: eId === null ? null : stateOf(eId, periods.get(id) ?? null),
    }));
    const { status, scanned } = byId.get(id) ?? { status: "unknown", scanned: false };
    return [{ work, status, scanned, more, hits: shown }];
  });
}

/** What has become of a unit on the day: its own change, or the end of what it stands in. */
function stateOf(eId: string, period: StatusPeriod | null): NamedHit["state"] {
  const over = period?.units.filter(
    (unit) =>
      unit.eId === eId || (isUnder(eId, unit.eId) && (unit.status === "repealed" || unit.status === "suspended")),
  );
  const found =
    over?.find((unit) => unit.status === "repealed") ?? over?.find((unit) => unit.status === "suspended") ?? over?.[0];
  return found === undefined ? null : { state: found.status, since: found.since };
}

async function statusOn(
  store: Store,
  byId: ReadonlyMap<WorkId, FiledWork>,
  work: WorkId,
  on: LegalDate,
): Promise<StatusName> {
  return byId.get(work)?.status ?? (await store.statuses.on(work, on))?.status ?? "unknown";
}
