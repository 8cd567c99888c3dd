import { viewSuggestions } from "../../../src/use-cases/view-suggestions.ts";
import { SuggestionList } from "../../components/suggestions.tsx";
import type { Route } from "../../route.ts";

/** Nobody types more before looking. */
const LONGEST_QUERY = 100;

/** A piece of a page: what the element `search-suggest` shows below its field. */
export const route: Route = {
  path: "/suggest",
  permission: "document:read",
  async answer({ store, frame: f }) {
    const q = (f.query.get("q") ?? "").normalize("NFC").trim().slice(0, LONGEST_QUERY);
    const html = await (<SuggestionList f={f} found={await viewSuggestions(store, q, f.on)} />).toString();
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
