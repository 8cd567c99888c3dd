import { n } from "./en-number.ts";
import type { decisions as Words } from "./vi-decision.ts";

const findings = (k: number): string => `${n(k)} ${k === 1 ? "finding" : "findings"}`;

export const decisions: typeof Words = {
  decision: {
    yours: "Your decision",
    states: {
      open: "undecided",
      confirmed: "confirmed",
      dismissed: "dismissed",
      later: "put off",
      opinion: "opinion asked",
      suppressed: "exempted",
    },
    state: "State",
    confirm: "Confirm",
    dismiss: "Dismiss",
    later: "Later",
    opinion: "Ask for opinion",
    undo: "Undo",
    reason: "Reason for dismissing",
    reasonPick: "Choose when dismissing",
    reasons: [
      "A higher document delegates another rule",
      "Other subjects or another scope",
      "The text is quoted wrongly",
      "Another document has settled it",
      "An exception laid down by law",
    ],
    note: "Note, or another reason",
    until: "Put off until",
    untilHelp: "day/month/year",
    history: "Decisions so far",
    undone: (when) => `undone ${when}`,
    untilDay: (day) => `until ${day}`,
    saved: {
      confirmed: "Confirmed.",
      dismissed: "Dismissed.",
      later: "Put off.",
      opinion: "Marked as needing an opinion.",
      undone: "Undone.",
    },
    faults: {
      "reason-missing": "No reason for dismissing",
      "day-missing": "No day to put it off to",
      taken: "Somebody decided before",
    },
    faultWhy: {
      "reason-missing": "Choose a reason, or write one as a note, then press Dismiss again.",
      "day-missing": "Write day/month/year in “Put off until”.",
      taken: "That decision is shown below. Look at it, then undo it or decide again.",
    },
    reopened: (verdict, by, when) => `Open again because the words have changed: ${verdict} before (${by}, ${when}).`,
    generalise: "Apply this reason more widely…",
    suppress: {
      title: "Exempt from a rule",
      lead: "A reason for dismissing is sometimes right for many findings. Choose how far it reaches; what would be exempted is shown before it is stored. Exempted findings are kept, can be looked at apart, and an exemption can be lifted.",
      reach: "Reach",
      reaches: {
        document: "This rule for this document",
        "issuer-field": "This rule for this issuer, in this field",
        issuer: "This rule for this issuer",
        field: "This rule in this field",
        rule: "This rule for every document",
      },
      reason: "Reason",
      preview: "Preview",
      covers: (k) => `${findings(k)} would be exempted.`,
      apply: "Exempt",
      none: "This reach cannot be determined for this document.",
      reasonMissing: "Write a reason, so that others understand why.",
      applied: (k) => `${findings(k)} exempted.`,
      lift: "Lift",
      lifted: "Lifted.",
      list: "What is exempted now",
      under: (reason) => `Exempted: ${reason}`,
      of: { issuer: "issuer", field: "field", document: "document", all: "every document" },
      by: (by, when) => `${by}, ${when}`,
    },
    second: {
      title: "Second reader's opinion",
      ask: "Ask the second reader",
      askWhy:
        "Sends the two texts to a language model on your own network. Its opinion is for orientation only and decides nothing.",
      same: { yes: "same matter", no: "different matters", unsure: "unclear whether the matter is the same" },
      contradict: {
        yes: "both cannot be followed",
        no: "both can be followed",
        unsure: "unclear whether they conflict",
      },
    },
    overlaps: (units, skipped, dropped) =>
      `The last review of everything compared the words of ${n(units)} provisions; ${n(skipped)} were left out because too many documents say the same${dropped > 0 ? `, and ${n(dropped)} pairs because there were too many` : ""}.`,
    record: "By reviewers' decisions",
    precision: (percent, confirmed, all) => `${percent} right (${n(confirmed)} of ${n(all)} decided findings)`,
    noRecord: "No decision yet.",
    advice: {
      earned: "Trusted enough: proposed to become stable.",
      lost: "Often wrong: this rule should be looked at.",
    },
  },
};
