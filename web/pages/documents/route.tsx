import { savedViews } from "../../../src/use-cases/saved-views.ts";
import { documentCounter, viewDocuments } from "../../../src/use-cases/view-documents.ts";
import { fault, type Route } from "../../route.ts";
import { columnsShown, documentQuery, rowsAPage } from "./filters.ts";
import { DocumentsPage } from "./page.tsx";

export const route: Route = {
  path: "/documents",
  permission: "document:read",
  async answer({ store, frame: f, token, may }) {
    const query = documentQuery(f.query, f.on);
    if ("bad" in query) return fault(400, "bad-value", query.bad);
    const rows = rowsAPage(f.query);
    if (rows === null) return fault(400, "bad-value", f.query.get("rows") ?? "");
    const view = await viewDocuments(store, query, {
      after: f.query.get("after") ?? undefined,
      before: f.query.get("before") ?? undefined,
      limit: rows,
    });
    const count = await documentCounter(store, f.on);
    const saved = await savedViews(store, "documents", (params) => {
      const kept = documentQuery(params, f.on);
      return count("bad" in kept ? null : kept);
    });
    return {
      title: f.t.documents.title,
      nav: "documents",
      place: [{ label: f.t.documents.title }],
      styles: ["page-documents.css"],
      scripts: ["pick-rows.js"],
      body: (
        <DocumentsPage
          f={f}
          view={view}
          columns={columnsShown(f.query)}
          rows={rows}
          saved={saved}
          token={token()}
          mayPlan={may("batch:manage")}
        />
      ),
    };
  },
};
