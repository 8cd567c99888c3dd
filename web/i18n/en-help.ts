import { n } from "./en-number.ts";
import type { help as Words } from "./vi-help.ts";

export const help: typeof Words = {
  help: {
    title: "Help",
    lead: "Rasoat reads legal normative documents, computes what is in force on a day, holds texts against each other and says which words make it so. You conclude.",
    onPage: "On this page",
    guides: "Start from your work",
    steps: (k: number) => (k === 1 ? "1 step" : `${n(k)} steps`),
    step: (k: number) => `Step ${n(k)}`,
    open: "Open this page",
    next: "Other guides",
    all: "All help",
    knows: "How Rasoat knows",
    glossary: "Glossary",
    term: "Term",
    means: "What it means in Rasoat",
    keys: "Keyboard shortcuts",
    keysLead:
      "Each key presses a button or link that is on the page; nothing works only by key. Keys rest while you type: Esc leaves the field. They can be turned off in the Display menu.",
    key: "Key",
    does: "Does",
    limits: "What Rasoat cannot do",
    about: "Version and contact",
    version: (v: string) => `Version ${v}.`,
    contact:
      "For a fault or a wrong result, send your administrator the address of the page, and the request number where there is one. The address keeps filters and day, so others see what you see.",
    offline: "The program runs on your office's machine and sends no document anywhere.",
    keyRows: [
      {
        where: "Every page",
        rows: [
          ["/", "to the search field"],
          ["?", "open this table"],
          ["j", "next in the list"],
          ["k", "previous in the list"],
          ["Enter", "open the chosen one"],
          ["x", "tick the chosen one"],
          ["X", "tick all of the page"],
          ["Esc", "leave a field, close a menu"],
          ["Tab", "to the next link, button or field; the first Tab leads to the content"],
        ],
      },
      {
        where: "Reading a document",
        rows: [["y", "the citation of this document, to copy"]],
      },
      {
        where: "Findings",
        rows: [
          ["c", "confirm"],
          ["d", "dismiss: opens the reasons"],
          ["1", "the first reason"],
          ["2", "the second reason"],
          ["3", "the third reason"],
          ["4", "the fourth reason"],
          ["5", "the fifth reason"],
          ["s", "put off"],
          ["o", "ask for an opinion"],
          ["a", "assign"],
          ["n", "note"],
          ["u", "undo"],
          ["b", "decide on the ticked ones"],
        ],
      },
      {
        where: "Messages, review sheets, batches, trackers",
        rows: [
          ["!", "open the messages"],
          ["p", "propose the result of a sheet"],
          ["g", "assign the ticked documents"],
          ["0", "a row of a tracker: the document is not in the index"],
        ],
      },
    ],
    knowsRows: [
      {
        what: "Statuses",
        how: "Computed from the words of the documents in the collection. Each opens into its proof: the words, the clause, the day. Lists in spreadsheets change no status; they are shown beside it.",
      },
      {
        what: "Inferred, and to be determined",
        how: "“Inferred” follows from a general rule of law without an announcement seen. “To be determined” means there is not enough to tell. In doubt a document lives on and a person is asked.",
      },
      {
        what: "Findings",
        how: "Raised by a rule with its legal basis and an explanation under Rules. Rules on trial stay out of official lists. Severity says what it would lead to, confidence how likely it is right.",
      },
      {
        what: "Scans",
        how: "Text from character recognition is marked. What a scan says of other documents is proposed, never counted, until a person confirms it.",
      },
      {
        what: "Central documents",
        how: "A register of early 2024 comes along, with some successions kept by hand since. What is known only from it has no text here, and says so.",
      },
      {
        what: "What people say",
        how: "Values and decisions of people win over the machine, survive every import, and carry a name and a time. When the words change, the finding opens again and says why.",
      },
    ],
    limitRows: [
      {
        what: "It does not conclude",
        how: "It sees, quotes and sorts. Conclusions, lists and documents are issued by those who may. The text put together for a day is for reference, not an official consolidation.",
      },
      {
        what: "It knows nothing outside its collection",
        how: "No conflict seen does not mean that there is none. It fetches nothing from the network.",
      },
      {
        what: "It does not understand as people do",
        how: "Contradictions are seen in words, figures, bearers and deadlines of texts that are tied. Two texts with nothing in common but their matter may be missed.",
      },
      {
        what: "It cannot compute days that depend on events",
        how: "“Until new provisions are issued” waits for a person.",
      },
      {
        what: "It cannot work every amendment in",
        how: "Changes of forms, of one sentence, renumbering are listed as not applied, with the reason.",
      },
      {
        what: "It cannot read every file",
        how: "Files with a password, broken ones and Word 95 are refused with their reason. Tables are read as lines.",
      },
      {
        what: "Not everything it rests on is verified",
        how: "Parts of the reference tables are still marked as unverified.",
      },
    ],
  },
};
