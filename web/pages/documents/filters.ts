import { DOCUMENT_TYPES } from "../../../src/domain/document-type.ts";
import type { LegalDate } from "../../../src/domain/legal-date.ts";
import { STATUS_NAMES } from "../../../src/domain/status.ts";
import {
  DOCUMENT_SORTS,
  type DocumentQuery,
  type DocumentSort,
  FACETS,
  type FacetName,
  UNFILED,
} from "../../../src/use-cases/view-documents.ts";

/** Values of one facet that an address may choose together. */
const MOST_CHOSEN = 60;
const LONGEST_TEXT = 200;

/** What a facet may hold; bodies, fields and territories are names of data, which come and go. */
const KNOWN: Readonly<Partial<Record<FacetName, (value: string) => boolean>>> = {
  status: (value) => Object.hasOwn(STATUS_NAMES, value),
  type: (value) => Object.hasOwn(DOCUMENT_TYPES, value),
  level: (value) => ["central", "province", "district", "commune", "unknown"].includes(value),
  year: (value) => value === UNFILED || /^\d{4}$/u.test(value),
  quality: (value) => ["docx", "doc", "html", "text", "pdf", "ocr"].includes(value),
  normative: (value) => ["yes", "no", "unsure"].includes(value),
  findings: (value) => ["yes", "no"].includes(value),
};

/** The filters of an address; a value nobody offers is named, not passed over. */
export function documentQuery(params: URLSearchParams, on: LegalDate): DocumentQuery | { readonly bad: string } {
  const one = (name: string): string | undefined => params.get(name)?.trim().slice(0, LONGEST_TEXT) || undefined;
  const chosen: Partial<Record<FacetName, readonly string[]>> = {};
  for (const facet of FACETS) {
    const values = [
      ...new Set(
        params
          .getAll(facet)
          .map((value) => value.trim())
          .filter(Boolean),
      ),
    ];
    const bad = values.find((value) => !(KNOWN[facet]?.(value) ?? true)) ?? values[MOST_CHOSEN];
    if (bad !== undefined) return { bad };
    if (values.length > 0) chosen[facet] = values;
  }
  const [from, to, sort] = [one("from"), one("to"), one("sort") ?? "issued"];
  for (const year of [from, to]) if (year !== undefined && !/^\d{4}$/u.test(year)) return { bad: year };
  if (!(DOCUMENT_SORTS as readonly string[]).includes(sort)) return { bad: sort };
  return {
    on,
    chosen,
    issuer: one("issuer"),
    text: one("q"),
    from: from === undefined ? undefined : Number(from),
    to: to === undefined ? undefined : Number(to),
    sort: sort as DocumentSort,
  };
}

export const ROWS_A_PAGE = [25, 50, 100] as const;
const USUAL_ROWS = 50;

/** Null for a number of rows that nobody offers. */
export function rowsAPage(params: URLSearchParams): number | null {
  const asked = params.get("rows");
  if (!asked) return USUAL_ROWS;
  return ROWS_A_PAGE.find((rows) => String(rows) === asked) ?? null;
}

export const COLUMNS = [
  "type",
  "issuer",
  "field",
  "issued",
  "effective",
  "since",
  "level",
  "territory",
  "quality",
  "normative",
  "findings",
] as const;
export type ColumnName = (typeof COLUMNS)[number];
const USUAL_COLUMNS: readonly ColumnName[] = ["issuer", "issued", "findings"];

/** Columns beside status and document, in the order of the table. What is no column is passed over: it changes no result. */
export function columnsShown(params: URLSearchParams): readonly ColumnName[] {
  const asked = params.getAll("col");
  return asked.length === 0 ? USUAL_COLUMNS : COLUMNS.filter((column) => asked.includes(column));
}
