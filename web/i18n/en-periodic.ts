import { plural } from "./en-number.ts";
import type { periodical as Words } from "./vi-periodic.ts";

export const periodical: typeof Words = {
  periodic: {
    title: "Reports of the department",
    kind: "Kind of report",
    kinds: {
      month: "Month",
      quarter: "Quarter",
      half: "Half-year",
      year: "Year",
      campaign: "Former provinces and districts",
      reform: "Administrative reform",
    },
    period: "Period",
    from: (from, to) => `Figures from ${from} to the end of ${to}.`,
    due: (day) => `To be sent by ${day}.`,
    unverified:
      "The day of data and the day of sending have not been compared with their source; mend them in report-periods.csv.",
    open: (day) => `The period is not over: figures may change until ${day}`,
    save: "Download the report",
    freeze: "Freeze the report",
    bars: {
      stretches: { now: "this period", before: "the period before" },
      "left-of-all": { now: "left", before: "all" },
    },
    words: "Words",
    write: "Save the words",
    written: "The words were saved",
    nothingWritten: "Nothing written yet.",
    clash: (by) => `${by} has changed this part first. Below stand their words; yours were not saved:`,
    behind: (k) => `${plural(k, "row", "rows")},`,
    document: "Document",
    note: "Note",
    unit: "Unit",
  },
};
