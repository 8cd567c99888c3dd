import { typeName } from "../../domain/document-type.ts";
import { addDays, formatDate, type LegalDate } from "../../domain/legal-date.ts";
import type { Work } from "../../domain/work.ts";
import { numberCell, type ReportCell, textCell } from "../form.ts";
import type { CellKind, FormDefinition } from "./form-definition.ts";
import type { ListedField, ListedWork, Recommendation } from "./listed-work.ts";
import type { PartChange } from "./part-changes.ts";

/** One row of a form before it is laid into columns: what only some forms need is empty in the others. */
export interface FormEntry {
  /** Null: a recommended new document, or one that the index does not know. */
  readonly work: Work | null;
  readonly asWritten: string | null;
  readonly fields: readonly ListedField[];
  readonly listed: ListedWork | null;
  readonly reasons: readonly string[];
  readonly changes: readonly PartChange[];
  readonly since: LegalDate | null;
  readonly recommendation: Recommendation | null;
}

/** Where it stands among several groups of one list. */
export interface RowPlace {
  readonly ordinal: number;
  /** Fields beside the one it is listed under here; only at its first place. */
  readonly alsoIn: readonly ListedField[];
}

/** The cell of one column. */
export function formCell(cell: CellKind, entry: FormEntry, place: RowPlace, form: FormDefinition): ReportCell {
  if (cell === "ordinal") return numberCell(place.ordinal);
  if (cell === "since") return sinceCell(entry);
  if (cell === "start") return dayCell(startOf(entry));
  if (cell === "deadline") return dayCell(entry.recommendation?.deadline ?? null);
  if (cell === "symbol-date" || cell === "symbol-date-link")
    return linked(`${numberOf(entry)}${beside(place, form)}`, entry);
  if (cell === "symbol-date-title")
    return linked([`${numberOf(entry)}${beside(place, form)}`, titleOf(entry)].filter(Boolean).join("; "), entry);
  return textCell(WORDS[cell](entry, form));
}

type Words = (entry: FormEntry, form: FormDefinition) => string;

const WORDS: Readonly<Record<Exclude<CellKind, Special>, Words>> = {
  type: ({ work }) => (work === null ? "" : typeName(work.type)),
  "type-issuer": ({ work }) => (work === null ? "" : [typeName(work.type), work.issuer].filter(Boolean).join(" của ")),
  title: titleOf,
  reason: ({ changes, reasons }) =>
    changes.length > 0 ? numbered(changes.map((change) => change.reason)) : reasons.join("; "),
  "ended-units": ({ changes }) => numbered(changes.map((change) => change.content)),
  remark: remarkOf,
  proposal: ({ recommendation }, { proposals }) =>
    (recommendation?.form && proposals?.[recommendation.form]) ?? recommendation?.formText ?? "",
  "proposal-content": ({ recommendation }) =>
    [recommendation?.content, recommendation?.reason].filter((words) => words).join("\n"),
  "drafting-unit": ({ recommendation }) => recommendation?.unit ?? "",
};

type Special = "ordinal" | "since" | "start" | "deadline" | "symbol-date" | "symbol-date-link" | "symbol-date-title";

const numberOf = ({ work }: FormEntry): string =>
  work === null
    ? ""
    : [work.symbol ?? "Không số", work.issuedOn ? `ngày ${formatDate(work.issuedOn)}` : null].filter(Boolean).join(" ");

function titleOf({ work, asWritten }: FormEntry): string {
  return work === null ? (asWritten ?? "") : (work.title ?? "");
}

const linked = (text: string, { work }: FormEntry): ReportCell =>
  textCell(text, work === null ? undefined : `/documents/${work.id}`);

const beside = ({ alsoIn }: RowPlace, { alsoIn: words }: FormDefinition): string =>
  alsoIn.length === 0 || words === undefined
    ? ""
    : ` ${words.replace("{fields}", alsoIn.map((field) => field.topicName).join("; "))}`;

/** Several deeds in one row are numbered alike in each column, so that the eye finds what belongs together. */
const numbered = (lines: readonly string[]): string =>
  lines.length < 2 ? (lines[0] ?? "") : lines.map((line, i) => `${i + 1}. ${line}`).join("\n");

function sinceCell({ changes, since }: FormEntry): ReportCell {
  const days = changes.map((change) => formatDate(change.day));
  if (new Set(days).size > 1) return textCell(numbered(days));
  return dayCell(changes[0]?.day ?? since);
}

const dayCell = (day: LegalDate | null): ReportCell =>
  day === null ? textCell("") : { text: formatDate(day), date: day };

/** The first day in force as the document gives it, or as its status was computed where it gives none. */
function startOf({ work, listed }: FormEntry): LegalDate | null {
  const begun = listed?.period.status === "in-force" || listed?.period.status === "not-yet-in-force";
  return work?.effectiveOn ?? (begun ? (listed?.period.since ?? null) : null);
}

function remarkOf({ listed }: FormEntry, { remarks }: FormDefinition): string {
  if (listed === null) return "";
  const words = remarks?.[listed.period.status] ?? "";
  return words.replace("{span}", suspendedSpan(listed)).trim();
}

/** "từ ngày 01/03/2026 đến hết ngày 31/12/2026" */
export function suspendedSpan({ period, resumes }: Pick<ListedWork, "period" | "resumes">): string {
  const from = period.since === null ? "" : `từ ngày ${formatDate(period.since)}`;
  return resumes === null ? from : `${from} đến hết ngày ${formatDate(addDays(resumes, -1))}`;
}
