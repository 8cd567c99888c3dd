import { n, plural } from "./en-number.ts";
import type { searching as Words } from "./vi-search.ts";

export const searching: typeof Words = {
  search: {
    title: "Search",
    label: "Search the texts",
    help: "With or without accents; put words in quotation marks to keep their order.",
    found: (hits, docs, total, capped) =>
      total <= hits
        ? `${plural(hits, "provision", "provisions")} in ${plural(docs, "document", "documents")}`
        : `The best ${n(hits)} of ${capped ? "more than " : ""}${n(total)} provisions, in ${plural(docs, "document", "documents")}`,
    numbered: "Documents with this number",
    titled: "Documents with these words in their title",
    provisions: "Provisions with these words",
    ordered: "Documents in force come first.",
    none: (q) => `“${q}” is not in the collection`,
    noneWhy: "No number, title or text matches.",
    noneTodo: "Try fewer words, no quotation marks, or the document's number.",
    start: "Type a number or words",
    startWhy: "Results are grouped by document, those in force first.",
    inTitle: "outside the provisions",
    ignored: (words) => `No place has all the words; left out: ${words}.`,
    moreGroups: (k) => `${plural(k, "more document", "more documents")}. Add words or use quotation marks to narrow.`,
    moreHits: (k) => `${plural(k, "more place", "more places")} in this document`,
  },
};
