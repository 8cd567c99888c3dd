import type { LegalDate } from "../../domain/legal-date.ts";
import type { StatusName } from "../../domain/status.ts";
import type { Work } from "../../domain/work.ts";
import type { FormDefinition, FormPart } from "./form-definition.ts";
import { type FormEntry, suspendedSpan } from "./form-cells.ts";
import type { FormMaterial, ListedField, ListedWork, Published, ReportPeriod } from "./listed-work.ts";
import { type PartChange, type PartDay, partChanges, partDays } from "./part-changes.ts";
import { reasonsOf } from "./reasons.ts";

/** Which documents one group of a form holds. */
export interface GroupAsk {
  readonly lists: FormDefinition["lists"];
  readonly holds: FormPart["holds"];
  readonly statuses: readonly StatusName[];
  readonly period: ReportPeriod;
}

/** What of a document decides whether and where a list holds it, known before its proofs are read. */
export interface Standing {
  readonly work: Work;
  readonly fields: readonly ListedField[];
  readonly status: StatusName;
  readonly since: LegalDate | null;
  /** Ends and suspensions of parts of it. */
  readonly parts: readonly PartDay[];
}

export const standingOf = ({ work, fields, period }: ListedWork): Standing => {
  const { status, since } = period;
  return { work, fields, status, since, parts: partDays(period) };
};

/** Everything a form is laid out by. */
export interface Standings extends Pick<FormMaterial, "recommendations" | "published"> {
  readonly works: readonly Standing[];
}

/** A row before it is filled in. */
export interface Placed extends Pick<FormEntry, "work" | "asWritten" | "fields" | "recommendation"> {
  /** Null: a recommendation. */
  readonly standing: Standing | null;
}

/** The rows of one group, in no order yet. */
export function placedIn(group: GroupAsk, { works, recommendations, published }: Standings): readonly Placed[] {
  if (group.lists === "to-handle")
    return recommendations.map((recommendation) => {
      const { work, asWritten, fields } = recommendation;
      return { work, asWritten, fields, recommendation, standing: null };
    });
  const isHeld = (each: Standing): boolean =>
    group.lists === "part-ended" ? each.parts.some(isNewPart(each, group, published)) : isAsked(each, group, published);
  return works.filter(isHeld).map((standing) => {
    const { work, fields } = standing;
    return { work, asWritten: null, fields, recommendation: null, standing };
  });
}

/** What the cells of rows are filled from. */
export interface ReadProofs extends Pick<FormMaterial, "sources" | "published"> {
  readonly listed: ReadonlyMap<Standing, ListedWork>;
}

/** What the cells of a row say; null where its proofs could not be read. */
export function entryOf({ standing, ...row }: Placed, group: GroupAsk, proofs: ReadProofs): FormEntry | null {
  const nothing = { ...row, listed: null, reasons: [], changes: [], since: null };
  if (standing === null) return nothing;
  const listed = proofs.listed.get(standing);
  if (listed === undefined) return null;
  const { sources, published } = proofs;
  if (group.lists === "part-ended") {
    const changes = partChanges(listed.period, sources).filter(isNewPart(standing, group, published));
    return { ...nothing, listed, changes: withSpan(changes, listed) };
  }
  const reasons = group.lists === "ended" ? reasonsWithSpan(listed, sources) : [];
  return { ...nothing, listed, reasons, since: standing.since };
}

/** A suspension says how long it lasts, where that is known. */
function reasonsWithSpan(listed: ListedWork, sources: FormMaterial["sources"]): readonly string[] {
  const { period, resumes } = listed;
  const until = period.status === "suspended" && resumes !== null ? ` (${suspendedSpan(listed)})` : "";
  return reasonsOf(period, sources).map((reason, i) => (i === 0 ? `${reason}${until}` : reason));
}

/** What ended within the days asked for, or before them and in no published list. */
function isAsked(
  { work, status, since }: Standing,
  { holds, statuses, period: { from, to } }: GroupAsk,
  published: Published,
): boolean {
  if (!statuses.includes(status)) return false;
  if (holds === "day") return true;
  if (since === null) return false;
  if (holds === "period") return from <= since && since <= to;
  return since < from && !published.whole.has(work.id) && !(published.until !== null && since <= published.until);
}

/** The same of a part of a document that has not ended as a whole. */
function isNewPart(
  { work, status }: Standing,
  { holds, statuses, period: { from, to } }: GroupAsk,
  published: Published,
): (part: PartDay) => boolean {
  if (status === "ceased" || status === "unknown") return () => false;
  const wanted = statuses.includes("partly-suspended") ? "suspended" : "ceased";
  const known = published.part.get(work.id) ?? "";
  return ({ day, kind }) =>
    kind === wanted &&
    (holds === "period"
      ? from <= day && day <= to
      : day < from && day > known && !(published.until !== null && day <= published.until));
}

/** How long a part is suspended, where there is one suspension and its end is known. */
function withSpan(changes: readonly PartChange[], listed: ListedWork): readonly PartChange[] {
  const [only, ...more] = changes;
  const { period, resumes } = listed;
  if (!only || more.length > 0 || only.kind !== "suspended" || resumes === null || only.day !== period.since)
    return changes;
  return [{ ...only, reason: `${only.reason} (${suspendedSpan(listed)})` }];
}
