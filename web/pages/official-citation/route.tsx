import { viewOfficialCitation } from "../../../src/use-cases/view-official-citation.ts";
import { CitationPanel } from "../../components/citation-panel.tsx";
import { fault, type Route } from "../../route.ts";

/** No unit of any document has a longer address. */
const LONGEST_EID = 300;

/** A piece of a page: what is copied of a unit of the document, or of the document where none is named. */
export const route: Route = {
  path: "/documents/:id/citation",
  permission: "document:read",
  async answer({ store, frame: f, param }) {
    const unit = f.query.get("unit") || null;
    if (unit !== null && unit.length > LONGEST_EID) return fault(400, "bad-value", unit.slice(0, LONGEST_EID));
    const view = await viewOfficialCitation(store, param("id"), unit, f.on);
    if (view === null) return fault(404, "no-document", param("id"));
    return new Response(await (<CitationPanel f={f} view={view} />).toString(), {
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Language": f.lang,
        "Cache-Control": "private, max-age=60",
        Vary: "Cookie",
      },
    });
  },
};
