import { downloadOriginals } from "../../../src/use-cases/download-originals.ts";
import { exportDocuments, LIST_FORMATS, type ListFormat } from "../../../src/use-cases/export-documents.ts";
import type { DocumentQuery } from "../../../src/use-cases/view-documents.ts";
import { download } from "../../download.ts";
import type { Frame } from "../../frame.ts";
import { vi } from "../../i18n/vi.ts";
import { fault, type Fault, type Route, seeOther } from "../../route.ts";
import { filterWords } from "../documents/filter-words.ts";
import { documentQuery } from "../documents/filters.ts";

/** The list as a file: `?format=xlsx|csv` and the filters; from the form under the list, only what is ticked there. */
export const exported: Route = {
  path: "/documents/export",
  permission: "document:read",
  async answer({ store, frame: f }) {
    const format = LIST_FORMATS.find((one) => one === f.query.get("format"));
    if (format === undefined) return fault(400, "bad-value", f.query.get("format") ?? "");
    const chosen = chosenBy(f);
    if ("fault" in chosen) return chosen;
    const t = vi.documents;
    const bytes = await exportDocuments(store, chosen, format, {
      levels: t.levels,
      qualities: vi.quality,
      normatives: t.normatives,
      filters: await filterWords(store, { ...f, t: vi, lang: "vi" }, chosen),
    });
    return download(`van-ban-${f.on}.${format}`, MEDIA[format], bytes);
  },
};

const MEDIA = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} satisfies Record<ListFormat, string>;

/** The files the texts were read from, in one archive. */
export const originals: Route = {
  path: "/documents/originals",
  permission: "original:read",
  async answer({ store, frame: f }) {
    const chosen = chosenBy(f);
    if ("fault" in chosen) return chosen;
    const { files, asked, archive } = await downloadOriginals(store, chosen);
    const part = files === asked ? String(files) : `${files}-trong-${asked}`;
    return download(`tep-goc-${part}.zip`, "application/zip", archive);
  },
};

/** Two ticked documents, side by side. */
export const compared: Route = {
  path: "/documents/compare",
  permission: "document:read",
  async answer({ frame: f }) {
    const works = [...new Set(f.query.getAll("work"))];
    const [left, right] = works;
    if (left === undefined || right === undefined || works.length > 2)
      return fault(400, "not-two-documents", f.t.n(works.length));
    return seeOther(f.href("/compare", { left: `${left}@${f.on}`, right: `${right}@${f.on}` }));
  },
};

/** What the form under the list says: the ticked documents, or with `all` everything that matches. */
export function chosenBy(f: Frame): DocumentQuery | { readonly fault: Fault } {
  const query = documentQuery(f.query, f.on);
  if ("bad" in query) return fault(400, "bad-value", query.bad);
  if (!f.query.has("picked") || f.query.has("all")) return query;
  const only = new Set(f.query.getAll("work"));
  return only.size === 0 ? fault(400, "no-document-chosen", "") : { ...query, only };
}
