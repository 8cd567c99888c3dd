import type { NavId } from "./route.ts";

/** What stands in the first band, and what its menu holds. A new page is one word here and its label in the dictionaries. */
export const NAV_MAIN: readonly NavId[] = ["home", "documents", "findings", "impact", "drafts", "reports", "import"];
export const NAV_MORE: readonly NavId[] = [
  "attention",
  "reviews",
  "handling",
  "compare",
  "graph",
  "rules",
  "help",
  "api",
  "admin",
];

const PATHS: Readonly<Partial<Record<NavId, string>>> = { home: "/", api: "/api" };

export const navPath = (id: NavId): string => PATHS[id] ?? `/${id}`;
