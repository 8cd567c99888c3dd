import { n, plural } from "./en-number.ts";
import type { reporting as Words } from "./vi-reports.ts";

export const reporting: typeof Words = {
  reports: {
    title: "Lists and reports",
    lead: "Lists of normative documents by status, in the order and columns of the forms of Decree 79/2025.",
    forms: {
      "01": "Ceased or suspended as a whole",
      "02": "Ceased or suspended in part",
      "03": "In force",
    },
    kind: "Kind of list",
    period: "Period and bodies",
    year: (year) => `Year ${year}`,
    localOnly: "Local bodies",
    allBodies: "All bodies, central too",
    lastMonth: "Last month",
    from: "From",
    to: "To the end of",
    dayHelp: "day/month/year",
    scope: "Issuing body",
    scopeHelp: "Words in the name of the body, as the list writes them. Leave empty for all.",
    go: "Make the list",
    badDay: (value) => `“${value}” is no day. Write day/month/year, for example 31/12/2026.`,
    reversed: "The period begins after it ends. Swap the two days.",
    asOf: (day) => `Status on ${day}`,
    count: (k) => plural(k, "document", "documents"),
    official: "Not the official form yet",
    officialWhy: {
      "01": "The list has the order and columns of form 01, part A. This version does not make the Word forms (01 to 05) nor part B: documents that ceased before the period and were missed by an earlier list.",
      "02": "The list has the order and columns of form 02, part A. This version does not make the Word forms (01 to 05) nor part B: documents that ceased before the period and were missed by an earlier list.",
      "03": "The list has the order and columns of form 03, by field. This version does not make the Word forms (01 to 05).",
    },
    ahead: "The period has not ended yet",
    aheadWhy: (day) =>
      `The list holds what is known to change its status up to ${day}. Documents issued after today are not in it.`,
    unknown: (k) => `${plural(k, "document", "documents")} of undetermined status`,
    unknownWhy: "in no list until somebody determines it",
    inferred: (k) =>
      `${plural(k, "row is", "rows are")} inferred from the law without an announcement. Check before submitting.`,
    proof: "Evidence",
    open: (k) => plural(k, "ground", "grounds"),
    noProof: "No wording",
    none: "No document in this period",
    noneWhy: "Change the period or the kind of list, or drop the issuing body. What is not imported is not listed.",
    noneInGroup: "No document.",
    shown: (k, of) =>
      `This page shows the first ${n(k)} of ${plural(of, "document", "documents")}. Download the file for all.`,
    tooMany: (k) => `The list has ${plural(k, "document", "documents")}, too many for a page`,
    tooManyWhy: "Narrow it by issuing body, or download the file. By status:",
    save: "Download",
    formats: { xlsx: "Excel", csv: "CSV", html: "Print page", json: "JSON" },
  },
};
