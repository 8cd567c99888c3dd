import { n, plural } from "./en-number.ts";
import type { papering as Words } from "./vi-papers.ts";

export const papering: typeof Words = {
  papers: {
    title: "Papers for publication",
    lead: "Submission, draft decision and annexes in one Word file, in the form of Decree 30/2020.",
    missing: "Names of the agency are missing",
    missingWhy: "What is missing is left as dots. Write it once under",
    choose: "Choose",
    act: "Publishing act",
    lists: "Lists attached",
    papers: "Parts",
    parts: { submission: "Submission", act: "Draft act", annexes: "Annexes" },
    look: "Count",
    holds: "The papers hold",
    download: "Download the Word file",
    draft:
      "This is a draft: number, day, recipients and remarks are completed by hand. The wording can be changed in rules/reference/forms/deciding-acts.json.",
  },
  reportJob: {
    title: "Making a file",
    make: { pdf: "Make a PDF", package: "Make the collection (ZIP with the text of every document)" },
    states: {
      waiting: "Waiting",
      running: "Being made",
      done: "Made",
      cancelled: "Stopped",
      failed: "Could not be made",
    },
    progress: (done, total) => (total === 0 ? "Reading" : `${n(done)} of ${plural(total, "document", "documents")}`),
    leave: "You may leave this page; the work goes on and the file is kept for four hours.",
    cancel: "Stop",
    download: (name, size) => `Download ${name} (${size})`,
    failedWhy: "The program failed while making the file. Try again; if it fails again, tell the administrator.",
    again: "Back to the list",
    of: (form) => `Form ${form}`,
  },
  agency: {
    title: "Names of the agency",
    lead: "Used in titles of lists, submissions and decisions. What is left empty is printed as dots.",
    saved: "Saved",
    raced: "Somebody else changed it first. It now says",
    tryIt: "Try it with a number:",
    save: "Save",
    fields: {
      place: "Province",
      dateline: "Place of the date line",
      department: "Submitting department",
      departmentCode: "Its abbreviation",
      councilChair: "Chair of the people's council",
      committeeChair: "Chair of the people's committee",
      departmentHead: "Head of the department",
      recipients: "Recipients",
      nationalDatabase: "Address to look up documents",
    },
    help: {
      place: "As documents write it, with its rank",
      dateline: "The name alone",
      department: "As documents write it",
      departmentCode: "As in the numbers of its papers",
      councilChair: "Who signs resolutions",
      committeeChair: "Who signs decisions",
      departmentHead: "Who signs the submission",
      recipients: "One a line; the usual first and last ones are added",
      nationalDatabase:
        "Address in the national database of law, with {symbol} where the number goes. Numbers in form 05 (Word, PDF, print page) lead there. If empty, they lead to the text here.",
    },
    faults: {
      "too-long": "Too long: at most 200 characters, 2,000 for the recipients.",
      "no-address":
        "This is no address. Copy the address of a document from the browser (it begins with http:// or https:// and has no spaces) and put {symbol} in the place of the number, after the name of the site.",
      "no-symbol": "It has no place for the number. Put {symbol} in the place of the number.",
    },
  },
};
