import { viewDocumentHead } from "../../../src/use-cases/view-document.ts";
import { viewNamedLists } from "../../../src/use-cases/view-named-lists.ts";
import { NORM_KINDS, type NormFilters, viewNorms } from "../../../src/use-cases/view-norms.ts";
import { viewOfficialCitation } from "../../../src/use-cases/view-official-citation.ts";
import { viewReader } from "../../../src/use-cases/view-reader.ts";
import { viewProperties } from "../../../src/use-cases/view-properties.ts";
import { viewRelations } from "../../../src/use-cases/view-relations.ts";
import { viewReview } from "../../../src/use-cases/view-review.ts";
import { viewTimeline } from "../../../src/use-cases/view-timeline.ts";
import { shortName } from "../../components/words.tsx";
import { fault, type Route, seeOther } from "../../route.ts";
import { DocumentPage, type Tab } from "./page.tsx";

const TABS: readonly string[] = ["text", "norms", "effects", "relations", "review", "properties"] satisfies Tab[];

/** No unit of any document has a longer address. */
const LONGEST_EID = 300;

/** A kind or a page that does not exist shows everything: an old link still opens. */
const normFilters = (query: URLSearchParams): NormFilters => ({
  kind: NORM_KINDS.find((kind) => kind === query.get("kind")) ?? null,
  unit: query.get("unit") || null,
  page: Number.parseInt(query.get("page") ?? "1", 10) || 1,
});

export const route: Route = {
  path: "/documents/:id",
  permission: "document:read",
  async answer(ask) {
    const { store, frame: f, param, may } = ask;
    const tab = f.query.get("tab") ?? "text";
    if (!TABS.includes(tab)) return fault(400, "bad-value", tab);
    const head = await viewDocumentHead(store, param("id"), f.on);
    if (head === null) {
      // a link from before somebody mended its number, day or issuer
      const moved = await store.overrides.mendedFrom(param("id"));
      return moved === null ? fault(404, "no-document", param("id")) : seeOther(f.href(`/documents/${moved}`));
    }
    const wording = f.query.get("text") ?? "day";
    if (wording !== "day" && wording !== "issued") return fault(400, "bad-value", wording);
    const cite = tab === "text" ? f.query.get("cite") : null;
    if (cite !== null && cite.length > LONGEST_EID) return fault(400, "bad-value", cite.slice(0, LONGEST_EID));
    const quote = cite
      ? await viewOfficialCitation(store, head.work.id, cite === "document" ? null : cite, f.on)
      : null;
    const reader = tab === "text" ? await viewReader(store, head, f.on, wording) : null;
    const relations = tab === "relations" ? await viewRelations(store, head.work, f.on) : null;
    const norms = tab === "norms" ? await viewNorms(store, head, f.on, normFilters(f.query)) : null;
    const review = tab === "review" ? await viewReview(store, head.work.id) : null;
    const properties = tab === "properties" ? await viewProperties(store, head.work, f.on) : null;
    const named = tab === "effects" ? await viewNamedLists(store, head.work.id, f.today) : null;
    const facet = review === null ? null : ((await store.facets.of([head.work.id])).get(head.work.id) ?? null);
    const name = shortName(f, head.work);
    return {
      title: name,
      nav: "documents",
      place: [
        { label: f.t.documents.title, href: f.href("/documents") },
        { label: <span class="nb-wide">{name}</span> },
      ],
      scripts:
        reader === null
          ? ["copy-citation.js"]
          : ["cite-card.js", "change-card.js", "copy-citation.js", "toc-follow.js"],
      styles: review === null ? ["page-reader.css"] : ["page-reader.css", "page-sheet.css"],
      body: (
        <DocumentPage
          f={f}
          head={head}
          tab={tab as Tab}
          reader={reader}
          quote={quote}
          relations={relations}
          norms={norms}
          review={review}
          token={review !== null && may("sheet:write", { facet }) ? ask.token() : null}
          properties={properties}
          named={named}
          timeline={viewTimeline(head)}
        />
      ),
    };
  },
};
