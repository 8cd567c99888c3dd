import { DOCUMENT_TYPES, type DocumentType } from "../../../src/domain/document-type.ts";
import type { StatusName } from "../../../src/domain/status.ts";
import type { DocumentQuery } from "../../../src/store/store.ts";
import { viewDocuments } from "../../../src/use-cases/view-documents.ts";
import type { Frame } from "../../frame.ts";
import { fault, type Fault, type Route } from "../../route.ts";
import { DocumentsPage } from "./page.tsx";

const ROWS_A_PAGE = 50;

export const route: Route = {
  path: "/documents",
  permission: "document:read",
  async answer({ store, frame: f }) {
    const query = queryOf(f);
    if ("fault" in query) return query;
    return {
      title: f.t.documents.title,
      nav: "documents",
      place: [{ label: f.t.documents.title }],
      body: <DocumentsPage f={f} view={await viewDocuments(store, query)} />,
    };
  },
};

/** The filters of the address; a value nobody offers is a fault, not silence. */
function queryOf(f: Frame): DocumentQuery | { fault: Fault } {
  const get = (name: string): string | undefined => f.query.get(name)?.trim() || undefined;
  const [status, type, year, sort] = [get("status"), get("type"), get("year"), get("sort")];
  if (status !== undefined && !Object.hasOwn(f.t.status, status)) return fault(400, "bad-value", status);
  if (type !== undefined && !Object.hasOwn(DOCUMENT_TYPES, type)) return fault(400, "bad-value", type);
  if (year !== undefined && !/^\d{4}$/u.test(year)) return fault(400, "bad-value", year);
  if (sort !== undefined && !Object.hasOwn(f.t.documents.sorts, sort)) return fault(400, "bad-value", sort);
  return {
    on: f.on,
    limit: ROWS_A_PAGE,
    status: status as StatusName | undefined,
    type: type as DocumentType | undefined,
    issuer: get("issuer"),
    year: year === undefined ? undefined : Number(year),
    text: get("q"),
    sort: sort as DocumentQuery["sort"],
    after: get("after"),
  };
}
