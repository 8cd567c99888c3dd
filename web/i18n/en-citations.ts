import type { citations as Words } from "./vi-citations.ts";

const n = (value: number): string => value.toLocaleString("en-GB");

export const citations: typeof Words = {
  card: {
    missing: (unit) => `The document has no ${unit}.`,
    noText: "The collection does not have the text of this provision.",
    dead: {
      ceased: "The document cited is no longer in force.",
      suspended: "What is cited is suspended.",
      "not-yet-in-force": "The document cited is not yet in force.",
      repealed: "The provision cited has been repealed.",
    },
  },
  fix: {
    list: "Citations of an unknown or uncertain document",
    open: "Say which",
    again: "Look again",
    byHand: "Citations set by hand",
    none: "no citation of a document",
    gone: "the document is no longer here, the tool looks again by itself",
    saved: "Stored.",
    savedWhy: "Citations, effects and statuses that hang on it were computed anew.",
    title: "Say which document is cited",
    lead: "The choice holds wherever this document writes so, survives later imports and can be undone.",
    in: "In the document",
    written: "It writes",
    now: "Taken for",
    unknown: "not known",
    setBy: (by, when) => `Set by ${by}, ${when}.`,
    undo: "Undo, let the tool look",
    candidates: "Documents that match",
    search: "Find a document",
    searchHelp: "Number or words of the title",
    go: "Find document",
    nothing: "No document found. Try fewer words, or import that document.",
    choose: "Choose this document",
    noDocument: "No citation of a document",
    noDocumentWhy: "For words that name no document: they will no longer be taken for a citation.",
  },
  graph: {
    title: "Relations drawn",
    how: "Higher legal force stands above, the day of issue runs from left to right.",
    region: "Drawing of relations; lists of the same below",
    lines: {
      repeals: "repeals, suspends",
      replaces: "replaces",
      amends: "amends",
      details: "details",
      basis: "legal basis",
      cites: "cites",
    },
    reversed: (line) => `${line}: this document`,
    bodies: { hdnd: "of the People's Council", ubnd: "of the People's Committee" },
    leftOut: (k) => `${n(k)} more documents are not drawn; see the lists below.`,
  },
};
