import type { LegalDate } from "../domain/legal-date.ts";
import type { ImportedList, ReadRow } from "../domain/publication.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { listedStatementId, listName } from "./import-list.ts";
import { matchedLists } from "./imported-lists.ts";
import { answered, differencesOn, type ListItem } from "./reconcile-list.ts";

/** A published list that was read in and names a document, or that should name it and does not. */
export interface NamedInList {
  readonly id: string;
  readonly name: string;
  /** The day it was published; null = not known. */
  readonly issuedOn: LegalDate | null;
  /** Null: the list does not have it. */
  readonly row: ReadRow | null;
  /** Null: the two agree, or the list does not say what befell the document. */
  readonly item: ListItem | null;
}

export interface NamedLists {
  readonly places: readonly NamedInList[];
  /** Statements among the effects that only repeat these rows. */
  readonly statements: ReadonlySet<string>;
}

/** Where a document is named in published lists that were read in, the newest list first. */
export async function viewNamedLists(store: Store, work: WorkId, today: LegalDate): Promise<NamedLists> {
  const [{ lists }, found] = [await matchedLists(store), await differencesOn(store, today)];
  const places: NamedInList[] = [];
  const statements = new Set<string>();
  for (const { id, rows } of lists) {
    const named = rows.filter((one) => one.work?.id === work).map(({ row }) => row);
    const items = (found.get(id)?.items ?? []).filter((item) => item.work.id === work);
    if (named.length + items.length === 0) continue;
    const kept = await store.listImports.find(id);
    if (kept === null) continue;
    const list = JSON.parse(kept.body) as ImportedList;
    const place = { id, name: listName(list), issuedOn: list.decision?.issuedOn ?? null };
    for (const row of named) {
      const item = items.find((one) => one.row?.place === row.place) ?? null;
      places.push({ ...place, row, item: item && answered(list, item) });
      statements.add(listedStatementId(id, row));
    }
    for (const item of items) if (item.row === null) places.push({ ...place, row: null, item: answered(list, item) });
  }
  return { places, statements };
}
