import { randomUUID } from "node:crypto";
import type { SavedView } from "../domain/desk.ts";
import type { Store } from "../store/store.ts";
import { oneLine } from "../domain/fold.ts";

/** A list with a name, and how many rows it holds now. */
export interface SavedViewRow {
  readonly view: SavedView;
  /** Null where counting is not worth the wait. */
  readonly n: number | null;
}

export const VIEW_PAGES: readonly SavedView["page"][] = ["findings", "documents", "search"];
export const LONGEST_VIEW_NAME = 60;
/** More names than this is a list of its own that nobody reads. */
export const MOST_VIEWS_A_PAGE = 30;
const LONGEST_QUERY = 2000;

/** What an address says beside the filters: of one moment, one day, one person's screen. */
const NO_FILTER: ReadonlySet<string> = new Set([
  "on",
  "after",
  "before",
  "pick",
  "n",
  "lang",
  "theme",
  "keys",
  "did",
  "to",
  "undone",
  "said",
]);

/** Filters as they are kept and compared: without what is no filter, always in one order. `query` may begin with `?`. */
export function viewQuery(query: string | URLSearchParams): string {
  const kept = [...new URLSearchParams(query)].filter(([name, value]) => value !== "" && !NO_FILTER.has(name));
  kept.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  return new URLSearchParams(kept).toString();
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export type SavedViewFault = "name-missing" | "name-too-long" | "too-many";

/** Keeps the filters under a name. A name that is there already takes the new filters. */
export async function saveView(
  store: Store,
  entry: { readonly page: SavedView["page"]; readonly name: string; readonly query: string },
  by: string,
  now: number,
): Promise<{ readonly ok: true; readonly view: SavedView } | { readonly ok: false; readonly why: SavedViewFault }> {
  const name = oneLine(entry.name);
  if (name === "") return { ok: false, why: "name-missing" };
  if ([...name].length > LONGEST_VIEW_NAME) return { ok: false, why: "name-too-long" };
  const known = await store.desk.views(entry.page);
  const same = known.find((view) => view.name.toLocaleLowerCase("vi") === name.toLocaleLowerCase("vi"));
  if (same === undefined && known.length >= MOST_VIEWS_A_PAGE) return { ok: false, why: "too-many" };
  const query = viewQuery(entry.query.slice(0, LONGEST_QUERY));
  const view: SavedView = { id: same?.id ?? randomUUID(), page: entry.page, name, query, by, at: now };
  await store.desk.saveView(view);
  return { ok: true, view };
}

/** The lists of a page by name, each counted by `count`; a list whose filters no longer make sense has no count. */
export async function savedViews(
  store: Store,
  page: SavedView["page"],
  count: (query: URLSearchParams) => number | null | Promise<number | null>,
): Promise<readonly SavedViewRow[]> {
  const rows: SavedViewRow[] = [];
  for (const view of await store.desk.views(page)) rows.push({ view, n: await count(new URLSearchParams(view.query)) });
  return rows.sort((a, b) => a.view.name.localeCompare(b.view.name, "vi"));
}
