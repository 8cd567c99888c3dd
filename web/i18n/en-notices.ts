import { formatDate } from "../../src/domain/legal-date.ts";
import type { NotificationKind } from "../../src/domain/notification.ts";
import type { DueWork } from "../../src/use-cases/due-notices.ts";
import { n, plural } from "./en-number.ts";
import type { Filling, noticeWords as Words } from "./vi-notices.ts";

const text = (v: Filling, name: string): string => String(v[name] ?? "");
const number = (v: Filling, name: string): number => Number(v[name] ?? 0);
const until = (v: Filling): string => (v["due"] === undefined ? "" : `, due ${formatDate(text(v, "due"))}`);

/** Work with a day, by its kind: alone by its name, several by their number. */
const DUE: Readonly<Record<DueWork, (v: Filling) => string>> = {
  assignment: (v) =>
    number(v, "n") === 1 ? `Assigned finding: ${text(v, "what")}` : `${n(number(v, "n"))} assigned findings`,
  item: (v) =>
    number(v, "n") === 1 ? `Document to review: ${text(v, "what")}` : `${n(number(v, "n"))} documents to review`,
  consultation: (v) =>
    number(v, "n") === 1
      ? `Opinion on the review sheet of ${text(v, "what")}`
      : `${n(number(v, "n"))} opinions to give`,
  handling: (v) =>
    number(v, "n") === 1 ? `Handling of ${text(v, "what")}` : `${n(number(v, "n"))} documents to be handled`,
  inspection: (v) => (number(v, "n") === 1 ? `Inspection of ${text(v, "what")}` : `${n(number(v, "n"))} inspections`),
};
const due = (v: Filling): string => (DUE[text(v, "work") as DueWork] ?? DUE.assignment)(v);

const ANSWERS: Readonly<Record<string, string>> = { agree: "agrees", disagree: "disagrees", other: "another opinion" };

/** The one sentence of each kind of message. */
const said: Readonly<Record<NotificationKind, (v: Filling) => string>> = {
  assigned: (v) =>
    `Assigned to ${text(v, "to")}${until(v)}: ${text(v, "what")} (${text(v, "code")}, ${text(v, "document")})`,
  "finding.reopened": (v) =>
    `The text changed after the decision, the finding is open again: ${text(v, "what")} (${text(v, "code")}, ${text(v, "document")})`,
  "sheet.proposed": (v) => `The review sheet of ${text(v, "document")} waits for a conclusion`,
  "sheet.returned": (v) =>
    `The review sheet of ${text(v, "document")} was returned${v["reason"] === undefined ? "" : `: ${text(v, "reason")}`}`,
  "sheet.concluded": (v) => `The review sheet of ${text(v, "document")} was concluded`,
  "opinion.asked": (v) =>
    `${text(v, "unit")} is asked for its opinion on the review sheet of ${text(v, "document")}${until(v)}`,
  "opinion.answered": (v) =>
    `${text(v, "unit")} answered about the review sheet of ${text(v, "document")}: ${ANSWERS[text(v, "answer")] ?? "opinion given"}`,
  "batch.given": (v) => `To review: ${plural(number(v, "n"), "document", "documents")}, ${text(v, "batch")}${until(v)}`,
  "due.soon": (v) => `Due soon, on ${formatDate(text(v, "due"))}. ${due(v)}`,
  "due.over": (v) => `Overdue since ${formatDate(text(v, "due"))}. ${due(v)}`,
  "handling.given": (v) => `${text(v, "to")} has to handle ${text(v, "document")}${until(v)}`,
  "handling.result": (v) => {
    const [document, result] = [text(v, "document"), text(v, "result")];
    if (text(v, "state") === "open")
      return `The handling of ${document} is open again: the clause that proved its result counts no longer`;
    return text(v, "state") === "contradicted"
      ? `${result} was imported but does not handle ${document} as recommended`
      : `${result} was imported and handles ${document}`;
  },
  "petition.received": (v) =>
    `${text(v, "is") === "inspection" ? "Report of a document that looks unlawful" : "Petition for review"} from ${text(v, "from")}, received on ${formatDate(text(v, "day"))}`,
  "import.impact": (v) =>
    `Import done: ${number(v, "acts") > 0 ? `${plural(number(v, "acts"), "new document changes", "new documents change")} ${plural(number(v, "targets"), "document", "documents")}; ` : ""}${plural(number(v, "added"), "finding", "findings")} added, ${n(number(v, "gone"))} gone`,
  "audit.fault": (v) =>
    text(v, "fault") === "broken"
      ? `The audit trail is not the one that was anchored: ${text(v, "what")}`
      : `The head of the audit trail cannot be kept elsewhere: ${text(v, "what")}`,
};

export const noticeWords: typeof Words = {
  notices: {
    title: "Notifications",
    lead: "Work given to you, what waits for you, days that are near or past.",
    bell: (unread) => `Notifications, ${unread} unread`,
    many: "99+",
    unread: "Unread",
    read: "Read",
    none: "No notifications yet",
    noneWhy: "When work is given to you, waits for you or is due soon, it is said here.",
    allRead: "Nothing is unread.",
    markOne: "Mark as read",
    markThis: (what) => `Mark as read: ${what}`,
    markAll: "Mark all as read",
    marked: (k) => `${plural(k, "notification", "notifications")} marked as read.`,
    more: (k) =>
      `${plural(k, "older unread notification", "older unread notifications")} will show once those above are read.`,
    older: "Older",
    newest: "Newest",
    machine: "Rasoat",
    said,
  },
  mine: {
    title: "My work",
    none: "Nothing waits for you.",
    assigned: (name) => `Findings assigned to ${name}`,
    overdue: (k) => `${n(k)} overdue`,
    unread: "Unread notifications",
    all: "All notifications",
    toConclude: "Review sheets that wait for your conclusion",
    returned: "Review sheets returned to you",
    opinions: "Opinions to give",
  },
  mail: {
    title: "Letters",
    off: "No letters are sent. Set RASOAT_SMTP_URL, RASOAT_SMTP_FROM and RASOAT_PUBLIC_URL, then start again.",
    server: "Mail server",
    from: "Sender",
    links: "Links in letters",
    last: "Last sent",
    sent: (k, when) => `${plural(k, "letter", "letters")}, ${when}`,
    never: "never",
    failed: (to, when) => `A letter to ${to} did not go, ${when}`,
    said: (text) => `The server answered: ${text}`,
    again: "It is sent again by the next round, once an hour.",
    test: "Send a test",
    testTo: "Send a test letter to",
    testHelp: "One e-mail address. The letter holds no data.",
    tested: "The mail server took the test letter",
    testedWhy: "Look into the mailbox: has it arrived, and does its link open?",
    faults: {
      unreachable: "The mail server cannot be reached. Check host and port in RASOAT_SMTP_URL, and the firewall.",
      timeout:
        "The mail server did not answer in time. Check the port (587 or 465), the firewall, the load of the server.",
      "no-tls":
        "The mail server offers no encryption (TLS), so nothing was sent. Use a port with TLS or have STARTTLS switched on.",
      certificate:
        "The TLS certificate of the mail server is not trusted. Add the authority's root with NODE_EXTRA_CA_CERTS, then start again.",
      login:
        "The mail server does not take the name or the password. Mend RASOAT_SMTP_URL; special characters are written like %40.",
      sender:
        "The mail server does not let this address send. Set RASOAT_SMTP_FROM to the address of the mail account.",
      recipient: "The mail server does not take the reader's address. Mend the e-mail address of the account.",
      refused: "The mail server refused the letter. Read its answer and ask whoever runs it.",
    },
  },
  attached: {
    kinds: {
      finding: "finding",
      sheet: "review sheet",
      handling: "handling",
      petition: "petition",
      inspection: "inspection",
      consultation: "a unit's opinion",
    },
    title: "Attach files",
    list: "Attached files",
    listOf: (name) => `Attached files, ${name}`,
    add: "Attach files",
    choose: "Choose files",
    help: (most, mb) =>
      `Word, Excel, PowerPoint, PDF, pictures. At most ${plural(most, "file", "files")}, ${n(mb)} MB each. No documents marked as state secrets.`,
    remove: "Remove",
    removeOne: (name) => `Remove the file ${name}`,
    refused: (k) => `${plural(k, "file was", "files were")} not attached`,
    kept: (k) => `${plural(k, "other file was", "other files were")} attached.`,
    noneKept: "No file was attached.",
    back: "Back",
  },
};
