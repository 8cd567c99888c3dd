import { DOCUMENT_TYPES, type DocumentType } from "../../../src/domain/document-type.ts";
import type { IssuerLevel } from "../../../src/domain/issuer.ts";
import type { StatusName } from "../../../src/domain/status.ts";
import { searchExamples } from "../../../src/use-cases/search-examples.ts";
import type { SearchFilter } from "../../../src/use-cases/search-filter.ts";
import { viewSearch } from "../../../src/use-cases/view-search.ts";
import { savedViews } from "../../../src/use-cases/saved-views.ts";
import type { Frame } from "../../frame.ts";
import { fault, type Fault, type Route } from "../../route.ts";
import { SearchPage } from "./page.tsx";

/** Longer questions are cut: nobody types them, and the index would work for nothing. */
const LONGEST_QUERY = 200;
/** No body and no work is called longer. */
const LONGEST_KEY = 300;

export const route: Route = {
  path: "/search",
  permission: "document:read",
  bounded: "search",
  async answer({ store, frame: f, token }) {
    const q = (f.query.get("q") ?? "").normalize("NFC").trim().slice(0, LONGEST_QUERY);
    const filter = filterOf(f);
    if ("fault" in filter) return filter;
    const after = f.query.get("after") ?? undefined;
    const view = q === "" ? null : await viewSearch(store, { q, filter, after }, f.on);
    const examples = view === null ? await searchExamples(store, f.on) : null;
    const saved = await savedViews(store, "search", () => null);
    return {
      title: q === "" ? f.t.search.title : `${q} · ${f.t.search.title}`,
      nav: "search",
      place: [{ label: f.t.search.title }],
      styles: ["page-search.css"],
      body: <SearchPage f={f} q={q} view={view} examples={examples} saved={saved} token={token()} />,
    };
  },
};

/** The filters of the address; a value nobody offers is a fault, not silence. */
function filterOf(f: Frame): SearchFilter | { fault: Fault } {
  const get = (name: string): string | undefined => f.query.get(name)?.trim() || undefined;
  const known: readonly (readonly [name: string, ok: (value: string) => boolean])[] = [
    ["applied", (value) => value === "1"],
    ["status", (value) => Object.hasOwn(f.t.status, value)],
    ["type", (value) => Object.hasOwn(DOCUMENT_TYPES, value)],
    ["level", (value) => Object.hasOwn(f.t.documents.levels, value)],
    ["part", (value) => Object.hasOwn(f.t.search.parts, value)],
    ["from", isYear],
    ["to", isYear],
    ["body", (value) => value.length <= LONGEST_KEY],
    ["field", (value) => /^\d{1,2}$/u.test(value)],
    ["document", (value) => value.length <= LONGEST_KEY],
  ];
  for (const [name, ok] of known) {
    const value = get(name);
    if (value !== undefined && !ok(value)) return fault(400, "bad-value", value);
  }
  const year = (name: string): number | undefined => (get(name) === undefined ? undefined : Number(get(name)));
  return {
    applied: get("applied") === "1",
    status: get("status") as StatusName | undefined,
    type: get("type") as DocumentType | undefined,
    level: get("level") as IssuerLevel | undefined,
    part: get("part") as SearchFilter["part"],
    body: get("body"),
    field: get("field"),
    document: get("document"),
    from: year("from"),
    to: year("to"),
  };
}

const isYear = (value: string): boolean => /^(?:1[89]|20)\d\d$/u.test(value);
