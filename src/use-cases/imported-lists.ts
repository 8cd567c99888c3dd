import type { ImportedList, ListImport } from "../domain/publication.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { listedStatementId } from "./import-list.ts";
import { type MatchedRow, matchRows } from "./match-list-rows.ts";
import { remembered } from "./remembered.ts";

/** Lists that are looked at together. */
const MOST_LISTS = 500;

/** A list that was read in; what people have answered changes without the index and is read from the list itself. */
export interface MatchedList {
  readonly id: string;
  readonly at: number;
  readonly list: Omit<ImportedList, "answers">;
  readonly rows: readonly MatchedRow[];
}

export interface MatchedLists {
  readonly lists: readonly MatchedList[];
  /** Statements beside documents that only repeat a row of these lists. */
  readonly statements: ReadonlySet<string>;
  /** Where a document is named, the newest list first. */
  readonly places: ReadonlyMap<WorkId, readonly { readonly list: MatchedList; readonly row: MatchedRow["row"] }[]>;
}

/** Every list that was read in with the documents its rows mean: looked up once for each state of the index. */
export const matchedLists = (store: Store): Promise<MatchedLists> =>
  remembered(store, "imported lists", async () => {
    const lists: MatchedList[] = [];
    for (const { id, at, body } of await store.listImports.all(MOST_LISTS)) {
      const { answers: _, ...list } = JSON.parse(body) as ImportedList;
      lists.push({ id, at, list, rows: await matchRows(store, list.rows) });
    }
    const places = new Map<WorkId, { list: MatchedList; row: MatchedRow["row"] }[]>();
    for (const list of lists)
      for (const { row, work } of list.rows) {
        if (work === null) continue;
        const known = places.get(work.id) ?? [];
        known.push({ list, row });
        places.set(work.id, known);
      }
    return { lists, places, statements: new Set(lists.flatMap(statementsOf)) };
  });

const statementsOf = ({ id, rows }: MatchedList): readonly string[] =>
  rows.map(({ row }) => listedStatementId(id, row));

/** The lists with what people have answered, as they lie in the store. */
export async function readLists(
  store: Store,
): Promise<readonly (Omit<ListImport, "body"> & { readonly list: ImportedList })[]> {
  const kept = await store.listImports.all(MOST_LISTS);
  return kept.map(({ body, ...entry }) => ({ ...entry, list: JSON.parse(body) as ImportedList }));
}

const ANSWERS = "list-answers";

/** Changes whenever somebody answers a difference: the index stays as it is. */
export const answersState = async (store: Store): Promise<string> => (await store.settings.get(ANSWERS)) ?? "0";

/** Said in the transaction that answers one. */
export const nextAnswer = async (store: Store): Promise<void> =>
  store.settings.set(ANSWERS, String(Number(await answersState(store)) + 1));
