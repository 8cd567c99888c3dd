import type { Role } from "../../src/domain/account.ts";
import { roleNames } from "./en-accounts.ts";
import { documentFaults } from "./en-documents.ts";
import { n } from "./en-number.ts";
import { handlingFaults } from "./en-handling.ts";
import { trackerFaults } from "./en-tracker.ts";
import { petitionFaults } from "./en-petitions.ts";
import { importFaults } from "./en-import.ts";
import { sheetFaults } from "./en-sheets.ts";
import type { shell as Words } from "./vi-shell.ts";

export const shell: typeof Words = {
  nav: {
    main: "Main",
    home: "Overview",
    documents: "Documents",
    search: "Search",
    findings: "Findings",
    rules: "Rules",
    impact: "Impact",
    drafts: "Drafts",
    import: "Import",
    more: "More",
    attention: "Needs a person",
    sheets: "Review sheets",
    batches: "Review batches",
    compare: "Compare",
    graph: "Relation graph",
    handling: "Follow-up",
    petitions: "Petitions",
    inspections: "Inspections",
    reviews: "Review work",
    reports: "Lists and reports",
    help: "Help",
    admin: "Administration",
    api: "API",
    me: "My account",
    patterns: "Patterns",
    place: "Place",
    placeAndDay: "Place and day",
    skip: "Skip to main content",
  },
  find: { label: "Search documents and provisions", placeholder: "Number or words", go: "Search" },
  menu: {
    settings: "Display",
    theme: "Background",
    auto: "As the device",
    light: "Light",
    dark: "Dark",
    language: "Language",
    keys: "Keyboard shortcuts",
    keysOn: "Turn shortcuts on",
    keysOff: "Turn shortcuts off",
    keyFind: "search",
    keyNext: "next item",
    keyPrevious: "previous item",
    keyOpen: "open the chosen item",
    chosen: "in use",
  },
  day: {
    label: "Status as of",
    help: "day/month/year, for example 31/12/2025",
    go: "Show",
    other: "Not today.",
    back: "Back to today",
    today: "today",
  },
  foot: {
    notOfficial: "For reference; does not replace the official text.",
    noAccounts: "A trial without accounts: whoever opens this address can do everything. Make an account.",
    version: (v) => `Rasoat ${v}`,
    printed: (day) =>
      `Text and status as of ${day}, printed from Rasoat for reference; does not replace the official text.`,
  },
  pager: {
    previous: "Previous",
    label: "Pages",
    range: (a, b, total) => `${n(a)}–${n(b)} of ${n(total)}`,
    first: "To the start",
    next: "Next",
  },
  fault: {
    title: "This page cannot be shown",
    code: "Request",
    home: "To the overview",
    ...importFaults,
    ...documentFaults,
    ...handlingFaults,
    ...sheetFaults,
    ...trackerFaults,
    ...petitionFaults,
    "not-found": (v) => ({
      what: "There is no such page",
      why: `The address ${v} leads nowhere.`,
      todo: "Check the address, or search by number in the box above.",
    }),
    "no-document": (v) => ({
      what: "There is no such document",
      why: `The collection has no document with the key “${v}”. The key changes when its number, day or issuing body is corrected.`,
      todo: "Search by number in the box above.",
    }),
    "no-finding": (v) => ({
      what: "There is no such finding",
      why: `No finding has the key “${v}”. The text may have changed, and the key with it.`,
      todo: "Look in the list of findings.",
    }),
    "no-rule": (v) => ({
      what: "There is no such rule",
      why: `No rule is called “${v}”.`,
      todo: "Look in the list of rules.",
    }),
    "no-original": (v) => ({
      what: "There is no such file",
      why: `The collection keeps no file with the hash “${v}”.`,
      todo: "Open the document and download the file from there.",
    }),
    "no-notice": (v) => ({
      what: "There is no such notification",
      why: `No notification “${v}” was sent to you.`,
      todo: "See the page of notifications.",
    }),
    "no-attachment": (v) => ({
      what: "There is no such file",
      why: `No file “${v}” is attached here. It may have been removed.`,
      todo: "Open the page again and choose from its list.",
    }),
    "attachment-not-yours": (_) => ({
      what: "The file was not removed",
      why: "Only who attached a file, or an approver, removes it.",
      todo: "Ask who attached it, or an approver.",
    }),
    "bad-day": (v) => ({
      what: `“${v}” is not a day`,
      why: "It is not in the calendar, or not written as day/month/year.",
      todo: "Write day/month/year, for example 31/12/2025.",
    }),
    "bad-value": (v) => ({
      what: `Cannot filter by “${v}”`,
      why: "The address holds a value that the filters do not know.",
      todo: "Choose the filters again on the page.",
    }),
    "bad-method": (v) => ({
      what: `This page does not take ${v} requests`,
      why: "No form is sent to this address. The page may have been open since before an update.",
      todo: "Open the page again by the links of the interface. Programs call /api/v1.",
    }),
    "no-session": (_) => ({
      what: "Not signed in, or the session has ended",
      why: "A session ends after 30 minutes without use, or after 12 hours. Nothing was changed.",
      todo: "Sign in again in another tab, then come back and send it again.",
    }),
    "not-allowed": (v) => ({
      what: "Your role may not do this",
      why: `This account has the role “${roleNames[v as Role] ?? v}”.`,
      todo: "If it is your work, ask an administrator to change your role under Administration, Accounts.",
    }),
    "not-your-unit": (_) => ({
      what: "This document or task belongs to another unit",
      why: "Your unit does not answer for this field, issuing body or territory. Nothing was changed.",
      todo: "Ask somebody of the unit that does, or an administrator to change your unit's scope.",
    }),
    "not-by-oneself": (_) => ({
      what: "Somebody else has to take this step",
      why: "Whoever proposed it may not conclude it.",
      todo: "Ask another person who may conclude.",
    }),
    "not-yours": (v) => ({
      what: "This list is somebody else's",
      why: `Only who saved “${v}”, or an administrator, can drop it.`,
      todo: "Ask them, or save a list of your own under another name.",
    }),
    "change-password": (_) => ({
      what: "The password has to be changed first",
      why: "The present one was set by somebody else.",
      todo: "Open My account, change the password, then do it again.",
    }),
    "too-often": (v) => ({
      what: "Too many requests within a minute",
      why: "Sign-ins, uploads and searches are bounded, so that everybody can work.",
      todo: `Try again in ${v} seconds.`,
    }),
    internal: (v) => ({
      what: "This page has failed",
      why: "The program stopped while it made the page. No data were changed.",
      todo: `Try again; if it still fails, give ${v} to your administrator.`,
    }),
  },
};
