import { n } from "./en-number.ts";
import type { impacts as Words } from "./vi-impact.ts";

const documents = (k: number): string => `${n(k)} ${k === 1 ? "document" : "documents"}`;

export const impacts: typeof Words = {
  impact: {
    title: "Impact of new documents",
    lead: "Which documents must be reviewed when a new one amends, replaces, abolishes or suspends others, or announces their expiry (article 39 of decree 79/2025).",
    pick: "Show the impact of a document",
    pickHelp: "Number and symbol, as printed on the document",
    go: "Show",
    recent: "Documents imported lately that change others",
    acts: (k) => `${documents(k)} affected`,
    imported: (when) => `imported ${when}`,
    none: "No document imported lately changes others",
    noneWhy:
      "When a document that amends, replaces or abolishes is imported, it appears here with the list of what to review.",
    notFound: (text) => `No document “${text}” in the collection.`,
    notFoundWhy: "Check the number and symbol, or import that document.",
    several: (text) => `Several documents have the number “${text}”. Choose one:`,
    of: "Impact of",
    counted: (k) => `${documents(k)} to look at`,
    grounds: {
      1: "Acted upon by this document",
      2: "Rest on an affected document as legal basis, or detail it",
      3: "Cite an affected document",
      4: "Regulate the same matter",
    },
    why: {
      1: "The provisions named below are amended, replaced, abolished or suspended.",
      2: "When the basis changes, what was delegated must be looked at again.",
      3: "The citation may no longer be right.",
      4: "Compared by title and territory; some may not belong here, a person decides.",
    },
    nobody: "This document does not amend, replace, abolish or suspend any other.",
    noRow: "No document.",
    reach: {
      whole: "which changes or ends as a whole",
      "changed-part": "naming the changed part",
      "other-part": "naming another part of it",
    },
    through: "through",
    more: (k) => `and ${n(k)} more places`,
    save: "Download the list",
    csv: "CSV",
    xlsx: "Excel",
    open: "Show impact",
    whole: (k) => `Show all ${documents(k)}`,
    allGrounds: "All four grounds",
    back: "All new documents",
    shared: "Both speak of:",
  },
};
