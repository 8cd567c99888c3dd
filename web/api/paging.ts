import { createHash } from "node:crypto";
import { z } from "zod";
import { type ApiFault, apiFault } from "./fault.ts";

export const MOST_ROWS = 200;
const USUAL_ROWS = 50;

/** What every list takes. */
export const paged = {
  after: z
    .string()
    .max(1000)
    .optional()
    .describe("Con trỏ `next` của trang trước. / Cursor `next` of the page before."),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_ROWS)
    .default(USUAL_ROWS)
    .describe("Số dòng một trang. / Rows a page."),
};

interface Asked {
  readonly after?: string | undefined;
  readonly limit: number;
}

/**
 * A cursor belongs to one list with one set of filters: used with others it is refused, instead of showing rows from
 * somewhere. What it holds is the sort key of the last row, so rows that come in between are neither repeated nor make
 * others fall out.
 */
const markOf = (list: string, filters: object): string =>
  createHash("sha256")
    .update(JSON.stringify([list, Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1))]))
    .digest("base64url")
    .slice(0, 8);

const filtersOf = ({ after: _, limit: __, ...filters }: Asked): object => filters;

/** The list's own cursor, undefined for the first page; a fault for one of another list or a mangled one. */
export function openCursor(list: string, asked: Asked): { readonly key: string | undefined } | { fault: ApiFault } {
  if (asked.after === undefined) return { key: undefined };
  const [mark, key] = [asked.after.slice(0, 8), asked.after.slice(8)];
  if (mark !== markOf(list, filtersOf(asked)) || !/^[A-Za-z0-9_-]+$/u.test(key))
    return apiFault(400, "bad-cursor", asked.after);
  return { key };
}

export const closeCursor = (list: string, asked: Asked, key: string | null): string | null =>
  key === null ? null : markOf(list, filtersOf(asked)) + key;

/** A page of rows that are all at hand, in the order of their keys, which must be unique. */
export function pageOfRows<Row>(
  list: string,
  asked: Asked,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): { readonly rows: readonly Row[]; readonly total: number; readonly next: string | null } | { fault: ApiFault } {
  const cursor = openCursor(list, asked);
  if ("fault" in cursor) return cursor;
  const after = cursor.key === undefined ? null : Buffer.from(cursor.key, "base64url").toString("utf8");
  const keyed = rows.map((row) => ({ row, key: keyOf(row) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const rest = after === null ? keyed : keyed.filter(({ key }) => key > after);
  const page = rest.slice(0, asked.limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ row }) => row),
    total: rows.length,
    next:
      rest.length > page.length && last
        ? closeCursor(list, asked, Buffer.from(last.key, "utf8").toString("base64url"))
        : null,
  };
}
