import { consolidatedText } from "../../../src/use-cases/consolidated-text.ts";
import {
  CONSOLIDATED_FORMATS,
  type ConsolidatedFormat,
  exportConsolidated,
} from "../../../src/use-cases/export-consolidated.ts";
import { shortName } from "../../components/words.tsx";
import { fault, type Route } from "../../route.ts";
import { ConsolidatedPage, NoTextPage } from "./page.tsx";

/** `/documents/:id/consolidated?on=`: the text on a day, with what made each changed unit beside it. */
export const route: Route = {
  path: "/documents/:id/consolidated",
  permission: "document:read",
  async answer({ store, frame: f, param }) {
    const work = await store.works.find(param("id"));
    if (!work) return fault(404, "no-document", param("id"));
    const text = await consolidatedText(store, work.id, f.on);
    return {
      title: `${f.t.consolidated.title}: ${shortName(f, work)}`,
      nav: "documents",
      place: [
        { label: f.t.nav.documents, href: f.href("/documents") },
        { label: shortName(f, work), href: f.href(`/documents/${work.id}`) },
        { label: f.t.consolidated.short },
      ],
      body: text ? <ConsolidatedPage f={f} text={text} /> : <NoTextPage f={f} work={work} />,
    };
  },
};

const MEDIA = {
  md: "text/markdown; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} satisfies Record<ConsolidatedFormat, string>;

/** The same text as a file: `?format=md|docx`. */
export const exported: Route = {
  path: "/documents/:id/consolidated/file",
  permission: "document:read",
  async answer({ store, frame: f, param }) {
    const format = f.query.get("format") ?? "docx";
    if (!CONSOLIDATED_FORMATS.includes(format)) return fault(400, "bad-value", format);
    const text = await consolidatedText(store, param("id"), f.on);
    if (!text) return fault(404, "no-document", param("id"));
    const bytes = await exportConsolidated(text, format as ConsolidatedFormat);
    const name = `hop-nhat-${(text.work.symbol ?? text.work.id).replace(/[^A-Za-z0-9.-]+/gu, "_")}-${text.on}.${format}`;
    return new Response(bytes.slice(), {
      headers: {
        "Content-Type": MEDIA[format as ConsolidatedFormat],
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "no-store",
      },
    });
  },
};
