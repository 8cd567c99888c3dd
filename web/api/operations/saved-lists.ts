import { z } from "zod";
import type { SavedView } from "../../../src/domain/desk.ts";
import { countQueue } from "../../../src/use-cases/finding-queue.ts";
import {
  LONGEST_VIEW_NAME,
  MOST_VIEWS_A_PAGE,
  saveView,
  savedViews,
  VIEW_PAGES,
} from "../../../src/use-cases/saved-views.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { findingFilters, queueFiltersOf } from "../shapes/finding-filters.ts";
import { DONE, done, list, moment, named } from "../shapes/named.ts";

const page = z.enum(VIEW_PAGES as readonly [SavedView["page"], ...SavedView["page"][]]);
const filters = z.object(findingFilters);

const savedList = named(
  "SavedList",
  z.strictObject({
    id: z.string(),
    page,
    name: z.string(),
    query: z.string().describe("Bộ lọc như trong địa chỉ của trang. / Filters as in the address of the page."),
    by: z.string(),
    at: moment,
  }),
);

const savedListOf = (v: SavedView): z.input<typeof savedList> => ({
  id: v.id,
  page: v.page,
  name: v.name,
  query: v.query,
  by: v.by,
  at: v.at,
});

export const listSavedLists = operation({
  id: "listSavedLists",
  method: "GET",
  path: "/saved-lists",
  permission: "finding:read",
  tag: "lists",
  summary: {
    vi: "Các danh sách đã lưu của một trang; danh sách phát hiện kèm số phát hiện hiện có",
    en: "The lists kept of one page; those of findings with how many they hold now",
  },
  query: z.strictObject({ page: page.default("findings") }),
  answers: z.strictObject({
    rows: list(z.strictObject({ list: savedList, n: z.number().int().nullable() })),
  }),
  example: { page: "findings" },
  async run({ store, query, by, today }) {
    const rows = await savedViews(store, query.page, (kept) => {
      const asked = filters.safeParse(Object.fromEntries(kept));
      if (query.page !== "findings" || !asked.success) return null;
      return countQueue(store, queueFiltersOf(asked.data), { by, today });
    });
    return { body: { rows: rows.map(({ view, n }) => ({ list: savedListOf(view), n })) } };
  },
});

export const saveList = operation({
  id: "saveList",
  method: "POST",
  path: "/saved-lists",
  permission: "view:save",
  tag: "lists",
  makes: 201,
  summary: {
    vi: "Lưu bộ lọc của một trang dưới một tên; tên đã có thì nhận bộ lọc mới",
    en: "Keep the filters of a page under a name; a name that is there already takes the new filters",
  },
  body: z.strictObject({ page, name: z.string().max(500), query: z.string().max(2000) }),
  answers: savedList,
  sample: { page: "findings", name: "Nặng, chưa giao", query: "severity=critical&assigned=none" },
  async run({ store, body, by, now }) {
    const saved = await saveView(store, body, by, now);
    if (saved.ok) return { body: savedListOf(saved.view), location: `/saved-lists?page=${body.page}` };
    if (saved.why === "name-missing") return apiFault(400, "list-unnamed");
    return saved.why === "too-many"
      ? apiFault(409, "too-many-lists", String(MOST_VIEWS_A_PAGE))
      : apiFault(400, "list-name-long", String(LONGEST_VIEW_NAME));
  },
});

export const dropList = operation({
  id: "dropList",
  method: "DELETE",
  path: "/saved-lists/{id}",
  permission: "view:save",
  tag: "lists",
  summary: { vi: "Bỏ một danh sách đã lưu", en: "Forget a saved list" },
  params: z.object({ id: z.string().min(1).max(100) }),
  answers: done,
  async run({ store, path }) {
    const known = (await Promise.all(VIEW_PAGES.map((of) => store.desk.views(of)))).flat();
    if (!known.some((view) => view.id === path.id)) return apiFault(404, "no-list", path.id);
    await store.desk.dropView(path.id);
    return DONE;
  },
});
