import { n, plural } from "./en-number.ts";
import type { neighbourhood as vietnamese } from "./vi-graph.ts";

export const neighbourhood: typeof vietnamese = {
  around: {
    title: "Graph of relations",
    of: "Relations of",
    lead: "Choose a document to see what it rests on, amends, replaces and cites, and what does so to it.",
    label: "Number or name of a document",
    help: "For example 17/2025/QD-UBND, or some words of its name.",
    go: "Show relations",
    notFound: (q) => `No document “${q}” found`,
    notFoundWhy: "No document has this number or name. Give its exact number, or other words of its name.",
    several: (q) => `Several documents match “${q}”. Choose one.`,
    most: "Cited most",
    none: "No relations yet",
    noneWhy: "Import documents; relations are drawn from their words.",
    citedBy: (k) => `cited by ${plural(k, "document", "documents")}`,
    direct: (k) => `${plural(k, "direct relation", "direct relations")} on the day.`,
    depth: "Depth",
    one: "Direct",
    two: "Two steps",
    twoWhy:
      "The second step takes what the nearest documents do and rest on, and what acts on them; not those that merely cite them.",
    kinds: "Kinds of relation",
    filter: "Filter",
    all: "All kinds",
    later: (k) =>
      `${plural(k, "related document was", "related documents were")} issued after this day and not here yet.`,
    laterLink: "See today",
    selfLater: "This document was not issued yet on the day",
    past: (k) => `${plural(k, "relation", "relations")} held only before this day and are not drawn.`,
    unread: (k) =>
      `${plural(k, "other document", "other documents")} merely cite this one: neither drawn nor in the table.`,
    unreadLink: "See the impact",
    leftOut: (k) =>
      `Only the strongest relations are drawn; ${plural(k, "other document is", "other documents are")} in the table.`,
    alone: "No relation to draw",
    aloneWhy:
      "On this day the document neither cites nor acts on another, nor the reverse. Drop the filter or choose another day.",
    aloneAll: "Drop the filter",
    table: "The same as a table",
    toTable: "To the table",
    out: (name) => `${name} acts on or cites`,
    in: (name) => `Act on or cite ${name}`,
    among: "Among other documents",
    relation: "Relation",
    other: "The other document",
    status: (day) => `Status on ${day}`,
    issued: "Issued",
    place: "Where it says so",
    times: (k) => plural(k, "mention", "mentions"),
    graphOf: "Graph of this document",
    graphShort: "graph",
    acts: (a, b) => `${a} → ${b}`,
    more: (k) => `The table ends here; ${n(k)} more relations. Filter by kind to see them.`,
    open: "Open the graph",
  },
};
