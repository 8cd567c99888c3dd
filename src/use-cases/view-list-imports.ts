import { type ImportedList, LIST_DIFFERENCES, type ListDifference, type ListImport } from "../domain/publication.ts";
import { isUndated, saidPeriod } from "../domain/list-standing.ts";
import { groupBy } from "../domain/group-by.ts";
import type { Store } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";
import { markOf } from "./answer-list-item.ts";
import { type ListItem, type Reconciled, reconcileList } from "./reconcile-list.ts";

export { markOf };
export type { ImportedList, ListItem };

/** Lists on one page. */
const SHOWN = 50;

export interface ListImportRow {
  readonly entry: Omit<ListImport, "body">;
  readonly list: ImportedList;
  /** Null: neither the list nor a person says it. */
  readonly period: ReturnType<typeof saidPeriod>;
  /** Differences nobody has answered. */
  readonly open: number;
  /** Nobody says when it was published. */
  readonly undated: boolean;
}

export async function viewListImports(store: Store, today: string): Promise<readonly ListImportRow[]> {
  const rows: ListImportRow[] = [];
  for (const { body, ...entry } of await store.listImports.all(SHOWN)) {
    const list = JSON.parse(body) as ImportedList;
    const { items } = await reconcileList(store, entry.id, list, today);
    const open = items.filter(({ answer }) => answer === null).length;
    rows.push({ entry, list, period: saidPeriod(list), open, undated: isUndated(list) });
  }
  return rows;
}

export interface ListImportView {
  readonly entry: Omit<ListImport, "body">;
  readonly list: ImportedList;
  readonly undated: boolean;
  readonly reconciled: Reconciled;
  /** By kind of difference, those nobody has answered first. */
  readonly kinds: readonly {
    readonly kind: ListDifference;
    readonly items: readonly ListItem[];
    readonly open: number;
  }[];
}

export async function viewListImport(store: Store, id: string, today: string): Promise<ListImportView | null> {
  const kept = await store.listImports.find(id);
  if (kept === null) return null;
  const { body, ...entry } = kept;
  const list = JSON.parse(body) as ImportedList;
  const reconciled = await reconcileList(store, id, list, today);
  const byKind = groupBy(reconciled.items, ({ kind }) => kind);
  const kinds = LIST_DIFFERENCES.flatMap((kind) =>
    byKind.has(kind) ? [[kind, byKind.get(kind) ?? []] as const] : [],
  ).map(([kind, items]) => ({
    kind,
    items: [...items].sort((a, b) => Number(a.answer !== null) - Number(b.answer !== null)),
    open: items.filter(({ answer }) => answer === null).length,
  }));
  return { entry, list, undated: isUndated(list), reconciled, kinds };
}

/** The document's full name, for a heading. */
export const itemName = ({ work }: ListItem): string => workName(work);
