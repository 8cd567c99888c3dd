import type { Permission } from "../src/domain/policy.ts";
import type { NavId } from "./route.ts";

/** What stands in the first band, and what its menu holds. A new page is one word here and its label in the dictionaries. */
export const NAV_MAIN: readonly NavId[] = ["home", "documents", "findings", "impact", "drafts", "reports", "import"];
export const NAV_MORE: readonly NavId[] = [
  "attention",
  "batches",
  "sheets",
  "reviews",
  "handling",
  "petitions",
  "inspections",
  "compare",
  "graph",
  "rules",
  "help",
  "api",
  "admin",
];

const PATHS: Readonly<Partial<Record<NavId, string>>> = { home: "/", api: "/api" };

export const navPath = (id: NavId): string => PATHS[id] ?? `/${id}`;

/** Pages that not everybody who reads may open: they are not offered to the others. */
const NEEDS: Readonly<Partial<Record<NavId, Permission>>> = {
  drafts: "draft:check",
  import: "document:import",
  admin: "admin:read",
};

export const navFor = (ids: readonly NavId[], grants: (permission: Permission) => boolean): readonly NavId[] =>
  ids.filter((id) => grants(NEEDS[id] ?? "document:read") || id === "help" || id === "api");
