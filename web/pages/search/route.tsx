import { viewSearch } from "../../../src/use-cases/view-search.ts";
import type { Route } from "../../route.ts";
import { SearchPage } from "./page.tsx";

/** Longer questions are cut: nobody types them, and the index would work for nothing. */
const LONGEST_QUERY = 200;

export const route: Route = {
  path: "/search",
  permission: "document:read",
  async answer({ store, frame: f }) {
    const q = (f.query.get("q") ?? "").normalize("NFC").trim().slice(0, LONGEST_QUERY);
    const view = q === "" ? null : await viewSearch(store, q, f.on);
    return {
      title: q === "" ? f.t.search.title : `${q} · ${f.t.search.title}`,
      nav: "search",
      place: [{ label: f.t.search.title }],
      body: <SearchPage f={f} q={q} view={view} />,
    };
  },
};
