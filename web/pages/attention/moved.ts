import type { Frame } from "../../frame.ts";
import type { Route } from "../../route.ts";

/** Addresses of earlier versions, kept for bookmarks; browsers carry the part after `#` along by themselves. */
const moved = (path: string, permission: Route["permission"], to: (id: string) => string): Route => ({
  path,
  permission,
  answer: ({ frame: f, param }) =>
    Promise.resolve(
      new Response(null, { status: 308, headers: { Location: withQuery(f, to(encodeURIComponent(param("id")))) } }),
    ),
});

const withQuery = (f: Frame, path: string): string => {
  const query = f.query.toString();
  return query === "" ? path : `${path}?${query}`;
};

export const gaps = moved("/gaps", "document:read", () => "/attention");
export const gapsCitation = moved("/gaps/citations/:id", "document:mend", (id) => `/attention/citations/${id}`);
export const effects = moved("/effects", "document:read", () => "/attention/undated");
