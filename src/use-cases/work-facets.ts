import { issuerKey, parseIssuer, PROVINCES_OF_TODAY } from "../domain/issuer.ts";
import { formatDate } from "../domain/legal-date.ts";
import type { WorkFacet } from "../domain/work-facet.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { incarnationOf } from "../resolve/incarnation.ts";
import { territoryOf } from "../resolve/territory.ts";
import type { Store } from "../store/store.ts";
import { fieldsOf } from "./fields-of.ts";
import { nextRevision } from "./index-revision.ts";
import { rekeyTitles } from "./rekey-titles.ts";

/** Raised when what a facet says is computed otherwise: every index then computes its facets anew at the next start. */
const REVISION = "2";
const SETTING = "work-facets";
/** Few enough that whoever opens a page meanwhile does not notice. */
const WORKS_A_TRANSACTION = 50;

/** What one document is filed under: level and body of its issuer, fields, territory. */
export async function facetOf(store: Store, work: Work, known: ReadonlyMap<WorkId, Work>): Promise<WorkFacet> {
  const places = territoryOf(null, work.issuer, work.issuedOn);
  return {
    work: work.id,
    level: work.issuer === null ? "unknown" : parseIssuer(work.issuer).level,
    ...bodyOf(work),
    fields: (await fieldsOf(store, work, known)).topics,
    territory: places.map((unit) => unit.key),
    territoryNames: places.map((unit) => unit.name),
  };
}

/** A body that bears one name through several lives is said with the day that parts them. */
function bodyOf({ issuer, issuedOn }: Work): Pick<WorkFacet, "body" | "bodyName"> {
  if (issuer === null) return { body: null, bodyName: null };
  const life = incarnationOf(issuer, issuedOn);
  if (life === null) {
    // where the tables know no life, the day the provinces of today began still parts what came before it from what came after
    const local = ["province", "district", "commune"].includes(parseIssuer(issuer).level);
    const today = local && issuedOn !== null && issuedOn >= PROVINCES_OF_TODAY;
    return {
      body: `${issuerKey(issuer)}@${today ? PROVINCES_OF_TODAY : ""}`,
      bodyName: today ? `${issuer} (từ ${formatDate(PROVINCES_OF_TODAY)})` : issuer,
    };
  }
  const since = life.from === null ? null : `từ ${formatDate(life.from)}`;
  const until = life.to === null ? null : `trước ${formatDate(life.to)}`;
  const span = [since, until].filter(Boolean).join(", ");
  return { body: life.key, bodyName: span === "" ? life.name : `${life.name} (${span})` };
}

/** Files these works anew; those without a text here are left out. */
export async function fileWorks(store: Store, ids: Iterable<WorkId>, known: ReadonlyMap<WorkId, Work>): Promise<void> {
  const facets: WorkFacet[] = [];
  for (const id of ids) {
    const work = known.get(id);
    if (work?.known === "text") facets.push(await facetOf(store, work, known));
  }
  await store.facets.save(facets);
}

/** Files what has not been filed yet (an index made by an earlier version, or one whose filing is out of date), sort keys first. */
export async function fileAll(
  store: Store,
  { signal, onProgress }: { readonly signal?: AbortSignal; onProgress?(done: number, of: number): void } = {},
): Promise<number> {
  await rekeyTitles(store, signal);
  const stale = (await store.settings.get(SETTING)) !== REVISION;
  const todo = stale ? await store.documents.indexedWorks() : await store.facets.missing();
  // most starts find nothing to do: the works are read only where there is
  const works = todo.length === 0 ? [] : await store.works.all();
  const known = new Map(works.map((work) => [work.id, work]));
  for (let at = 0; at < todo.length && !signal?.aborted; at += WORKS_A_TRANSACTION) {
    await store.withTransaction(() => fileWorks(store, todo.slice(at, at + WORKS_A_TRANSACTION), known));
    await new Promise((others) => setImmediate(others));
    onProgress?.(Math.min(at + WORKS_A_TRANSACTION, todo.length), todo.length);
  }
  if (stale && !signal?.aborted) await store.settings.set(SETTING, REVISION);
  // lists are kept in memory until the index changes
  if (todo.length > 0) await store.withTransaction(() => nextRevision(store));
  return todo.length;
}
