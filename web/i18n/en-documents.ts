import { n, plural } from "./en-number.ts";
import type { documentList as Words } from "./vi-documents.ts";

export const documentList: typeof Words = {
  documents: {
    title: "Documents",
    some: (k, all) =>
      k === all
        ? `${plural(all, "document", "documents")} in the collection.`
        : `${n(k)} of ${plural(all, "document", "documents")} match.`,
    filter: "Filter documents",
    open: "Filters",
    filtering: "Filtered by:",
    drop: "remove filter",
    dropAll: "Remove all",
    text: "Number or title",
    go: "Filter",
    statusOn: (day) => `Status on ${day}`,
    type: "Type",
    issuer: "Issuing body",
    year: "Year of issue",
    all: "All",
    sort: "Sort by",
    sorts: { issued: "Day of issue, newest first", symbol: "Number", title: "Title" },
    arrange: "Sort",
    document: "Document",
    issued: "Issued",
    findings: "Findings",
    findingsOf: (symbol) => ` findings on ${symbol}`,
    caption: "List of documents",
    moreIssuers: (k) => `and ${plural(k, "more body", "more bodies")}: use the box above`,
    none: "No document matches",
    noneWhy: (kept) => `The filters hold ${kept}.`,
    noneTodo: "Remove all filters",
    noneSearch: (q) => `Search the texts for “${q}”`,
    labelIssued: "issued",
    labelFindings: "findings",
  },
};
