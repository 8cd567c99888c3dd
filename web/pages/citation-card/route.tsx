import { viewCitationCard } from "../../../src/use-cases/view-citation-card.ts";
import { CitationCardView } from "../../components/citation-card.tsx";
import { fault, type Route } from "../../route.ts";

/** No unit of any document has a longer address. */
const LONGEST_EID = 300;
const LONGEST_ID = 64;

/** A piece of a page: what the element `cite-card` shows beside a citation that stands in the document `in`. */
export const route: Route = {
  path: "/documents/:id/card",
  permission: "document:read",
  async answer({ store, frame: f, param }) {
    const unit = f.query.get("unit");
    if (unit !== null && unit.length > LONGEST_EID) return fault(400, "bad-value", unit.slice(0, LONGEST_EID));
    const citing = f.query.get("in");
    if (citing !== null && citing.length > LONGEST_ID) return fault(400, "bad-value", citing.slice(0, LONGEST_ID));
    const card = await viewCitationCard(store, param("id"), unit === "" ? null : unit, f.on, citing);
    if (card === null) return fault(404, "no-document", param("id"));
    const html = await (<CitationCardView f={f} card={card} />).toString();
    return new Response(html, {
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Language": f.lang,
        "Cache-Control": "private, max-age=60",
        Vary: "Cookie",
      },
    });
  },
};
