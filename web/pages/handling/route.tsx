import { exportHandlings } from "../../../src/use-cases/export-handlings.ts";
import { LIST_FORMATS, type ListFormat } from "../../../src/use-cases/export-documents.ts";
import { viewHandlings } from "../../../src/use-cases/handling-list.ts";
import { download } from "../../download.ts";
import { fault, type Route } from "../../route.ts";
import { handlingAsked } from "./filters.ts";
import { HandlingPage } from "./page.tsx";

const ROWS_A_PAGE = 50;

/** The tracker: what is to be handled, by whom, until when, and how far it is. */
export const route: Route = {
  path: "/handling",
  permission: "handling:read",
  async answer({ store, frame: f, may }) {
    const asked = handlingAsked(f);
    if ("fault" in asked) return asked;
    const view = await viewHandlings(store, asked.filters, {
      sort: asked.sort,
      on: f.on,
      after: f.query.get("after") ?? undefined,
      limit: ROWS_A_PAGE,
    });
    const title = f.t.handling.title;
    return {
      title,
      nav: "handling",
      place: [{ label: title }],
      styles: ["page-handling.css"],
      scripts: ["pick-rows.js"],
      body: <HandlingPage f={f} view={view} mayWrite={may("handling:write")} />,
    };
  },
};

const MEDIA = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} satisfies Record<ListFormat, string>;

/** The whole filtered list as a file. */
export const exported: Route = {
  path: "/handling/export",
  permission: "handling:read",
  async answer({ store, frame: f }) {
    const asked = handlingAsked(f);
    if ("fault" in asked) return asked;
    const format = LIST_FORMATS.find((one) => one === f.query.get("format"));
    if (format === undefined) return fault(400, "bad-value", f.query.get("format") ?? "");
    const bytes = await exportHandlings(store, asked.filters, asked.sort, f.on, format);
    return download(`theo-doi-xu-ly-${f.on}.${format}`, MEDIA[format], bytes);
  },
};
