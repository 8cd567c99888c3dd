import { n } from "./en-number.ts";
import type { consolidated as vi } from "./vi-consolidated.ts";

export const consolidated: typeof vi = {
  consolidated: {
    title: "Consolidated text, for reference",
    short: "Consolidated text",
    noValue:
      "A reference copy made by the program, without official value. Check against the documents worked in before relying on it.",
    textOn: (day: string) => `Text as of ${day}`,
    save: (format: string) => `Download (${format})`,
    original: "Original document",
    from: "Worked in",
    asIssued: "No change has been worked in on this day; below is the text as issued.",
    base: "original",
    effective: (day: string) => `effective from ${day}`,
    seeOn: (day: string) => `see on ${day}`,
    before: (day: string) => `See the text as issued (${day})`,
    refused: (k: number) => `Incomplete: ${n(k)} instruction${k === 1 ? "" : "s"} could not be worked in`,
    refusedWhy:
      "At the places named below the text still reads as it did before the instruction. Compare by hand before use.",
    todo: "To do:",
    according: "under",
    instruction: "Instruction",
    complete: "Every amending instruction in the index up to this day has been worked in.",
    idle: (k: number) => `${n(k)} instruction${k === 1 ? "" : "s"} that changed nothing`,
    old: "Words before",
    fresh: "Words after",
    none: "(none yet)",
    open: "Instruction not worked in",
    text: "Text",
    noText: "The index does not hold the text of this document.",
    noTextWhy: "Import the document's file and open this page again.",
  },
};
