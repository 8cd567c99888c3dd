import type { LegalDate } from "../domain/legal-date.ts";
import { daysOf, rowTellsUntil, standingBefore } from "../domain/list-standing.ts";
import type { ListedFate } from "../domain/publication.ts";
import type { StatusName } from "../domain/status.ts";
import type { WorkId } from "../domain/work.ts";
import type { FormKey } from "../report/forms/form-definition.ts";
import type { Published, ReportPeriod } from "../report/forms/listed-work.ts";
import type { Store } from "../store/store.ts";
import { listName } from "./import-list.ts";
import { matchedLists } from "./imported-lists.ts";
import { proofsOn } from "./proofs-on.ts";
import { statementId } from "./publish-report.ts";
import { rememberedImports } from "./remembered.ts";
import type { ScopedDocument } from "./report-scope.ts";

/** A list of which nobody says when it was published: it takes nothing out of part B, and is told beside it. */
export interface UnclearList {
  /** Null: a table that came in with documents, and is no published list that was read in. */
  readonly id: string | null;
  readonly name: string;
  /** Documents of the form that ended before the period and that it names. */
  readonly works: number;
}

export interface PublishedBefore extends Published {
  /** Some list is known that was published before the period. */
  readonly known: boolean;
  readonly unclear: readonly UnclearList[];
}

/**
 * What lists published before a period hold of these documents: our own publications, lists that were imported, decisions in the
 * index that announced their ends. What a list made after the period began says is this list's own matter. A list counts as earlier
 * only where it, or a person, says when it was published or for which period: the list being made may have been read in itself.
 */
export async function publishedBefore(
  store: Store,
  form: FormKey,
  documents: readonly ScopedDocument[],
  { from, publishedUntil }: ReportPeriod & { readonly publishedUntil: LegalDate | null },
): Promise<PublishedBefore> {
  const whole = new Set<WorkId>();
  const part = new Map<WorkId, LegalDate>();
  if (documents.length === 0) return { whole, part, until: publishedUntil, known: false, unclear: [] };
  const said = await listedBefore(store, from);
  let known = false;
  for (const { work, since } of documents) {
    const [told, until] = [said.whole.get(work.id), said.part.get(work.id)];
    known ||= told !== undefined || until !== undefined;
    // what ended after the last day of a list does not stand in it: the list told of a suspension, or was wrong
    if (told !== undefined && since !== null && since <= told) whole.add(work.id);
    if (until !== undefined) part.set(work.id, until);
  }
  // ends that a decision of the index has announced
  const { announced } = await proofsOn(store, from);
  if (form === "01")
    for (const { work, since } of documents)
      if (since !== null && since < from && announced.has(work.id)) whole.add(work.id);
  const published = { whole, part, until: publishedUntil };
  return { ...published, known, unclear: unclearFor(form, said.unclear, documents, from, published) };
}

/** What published lists had said of every work of the index before a day. */
interface ListedBefore {
  /** Ended or suspended as a whole: up to which day the list tells. */
  readonly whole: ReadonlyMap<WorkId, LegalDate>;
  /** Ended in part, up to this day. */
  readonly part: ReadonlyMap<WorkId, LegalDate>;
  readonly unclear: readonly UnclearSaid[];
}

interface UnclearSaid extends Omit<UnclearList, "works"> {
  readonly whole: ReadonlySet<WorkId>;
  /** With the last day it names; null = none. */
  readonly part: ReadonlyMap<WorkId, LegalDate | null>;
}

/** How many rows of part B each unclear list would take out, were it known to be earlier. */
function unclearFor(
  form: FormKey,
  unclear: readonly UnclearSaid[],
  documents: readonly ScopedDocument[],
  from: LegalDate,
  { whole, part, until }: Published,
): readonly UnclearList[] {
  const isOpen = (day: LegalDate): boolean => day < from && !(until !== null && day <= until);
  const isTakenOut = (list: UnclearSaid, { work, since }: ScopedDocument): boolean => {
    if (form === "01") return list.whole.has(work.id) && since !== null && isOpen(since) && !whole.has(work.id);
    const day = list.part.get(work.id);
    return day === null || (day !== undefined && isOpen(day) && day > (part.get(work.id) ?? ""));
  };
  return unclear.flatMap((list) => {
    const works = documents.filter((each) => isTakenOut(list, each)).length;
    return works === 0 ? [] : [{ id: list.id, name: list.name, works }];
  });
}

/** Of the whole index, for asking about four thousand documents by their ids takes longer than reading all once. */
const listedBefore = (store: Store, day: LegalDate): Promise<ListedBefore> =>
  rememberedImports(store, `published before ${day}`, () => readListed(store, day));

async function readListed(store: Store, day: LegalDate): Promise<ListedBefore> {
  const whole = new Map<WorkId, LegalDate>();
  const part = new Map<WorkId, LegalDate>();
  const note = (said: Map<WorkId, LegalDate>, work: WorkId, until: LegalDate): void => {
    if (until > (said.get(work) ?? "")) said.set(work, until);
  };
  const repeated = new Set<string>();
  for (const { family, on, form, work } of await store.publications.standing()) {
    repeated.add(statementId(family, work));
    if (on >= day) continue;
    if (form === "01") note(whole, work, on);
    if (form === "02") note(part, work, on);
  }
  const { lists, statements } = await matchedLists(store);
  const unclear: UnclearSaid[] = [];
  for (const { id, list, rows } of lists) {
    const standing = standingBefore(list, day);
    if (standing === "own") continue;
    const names = { whole: new Set<WorkId>(), part: new Map<WorkId, LegalDate | null>() };
    for (const { row, work } of rows) {
      const extent = extentOf(row.fate);
      if (work === null || extent === null) continue;
      const until = rowTellsUntil(list, row);
      if (standing === "earlier" && until !== null) note(extent === "whole" ? whole : part, work.id, until);
      if (extent === "whole") names.whole.add(work.id);
      else names.part.set(work.id, daysOf(row).at(-1) ?? null);
    }
    if (standing === "unclear") unclear.push({ id, name: listName(list), ...names });
  }
  const tables = await tablesOf(store, (id) => repeated.has(id) || statements.has(id));
  return { whole, part, unclear: [...unclear, ...tables] };
}

/** Tables of documents that came in with the documents themselves: they name a status and are no publication. */
async function tablesOf(store: Store, isRepeated: (statement: string) => boolean): Promise<readonly UnclearSaid[]> {
  const tables = new Map<string, { whole: Set<WorkId>; part: Map<WorkId, null> }>();
  for (const { id, target, listed } of await store.effects.listed()) {
    const extent = extentOf(listed?.status ?? null);
    if (listed === undefined || extent === null || isRepeated(id)) continue;
    const names = tables.get(listed.list) ?? { whole: new Set(), part: new Map() };
    tables.set(listed.list, names);
    if (extent === "whole") names.whole.add(target);
    else names.part.set(target, null);
  }
  return [...tables].map(([name, names]) => ({ id: null, name, ...names }));
}

function extentOf(status: StatusName | ListedFate | null): "whole" | "part" | null {
  if (status === "ceased" || status === "suspended") return "whole";
  return status === "partly-ceased" || status === "partly-suspended" ? "part" : null;
}
