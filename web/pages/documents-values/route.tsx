import { FACETS, type FacetName, valuesOfFacet } from "../../../src/use-cases/view-documents.ts";
import { fault, type Route } from "../../route.ts";
import { facetTitle } from "../documents/facets.tsx";
import { documentQuery } from "../documents/filters.ts";
import { ValuesPage } from "./page.tsx";

/** All values of one facet, where the list shows only the first: `?facet=body`, narrowed by `find`, beside the other filters. */
export const route: Route = {
  path: "/documents/values",
  permission: "document:read",
  async answer({ store, frame: f }) {
    const facet = FACETS.find((name) => name === f.query.get("facet"));
    if (facet === undefined) return fault(400, "bad-value", f.query.get("facet") ?? "");
    const query = documentQuery(f.query, f.on);
    if ("bad" in query) return fault(400, "bad-value", query.bad);
    const title = facetTitle(f, facet);
    return {
      title,
      nav: "documents",
      place: [{ label: f.t.documents.title, href: f.href("/documents") }, { label: title }],
      styles: ["page-documents.css"],
      body: <ValuesPage f={f} facet={facet satisfies FacetName} values={await valuesOfFacet(store, query, facet)} />,
    };
  },
};
