import type { LegalDate } from "../../domain/legal-date.ts";
import type { StatusName } from "../../domain/status.ts";
import type { WorkId } from "../../domain/work.ts";
import type { FormDefinition, FormPart } from "./form-definition.ts";
import { type FormEntry, suspendedSpan } from "./form-cells.ts";
import type { FormMaterial, ListedWork, Published, ReportPeriod } from "./listed-work.ts";
import { type PartChange, type PartDay, partChanges } from "./part-changes.ts";
import { reasonsOf } from "./reasons.ts";

/** Which documents one group of a form holds. */
export interface GroupAsk {
  readonly lists: FormDefinition["lists"];
  readonly holds: FormPart["holds"];
  readonly statuses: readonly StatusName[];
  readonly period: ReportPeriod;
}

/** The rows of one group, in no order yet. */
export function entriesOf(group: GroupAsk, material: FormMaterial): readonly FormEntry[] {
  const { works, recommendations, published } = material;
  if (group.lists === "to-handle") return recommendations.map(recommended);
  if (group.lists === "part-ended") return partEntries(group, material);
  return works
    .filter(({ work, period: { status, since } }) => isAsked({ work: work.id, status, since }, group, published))
    .map((listed) => wholeEntry(listed, group.lists === "ended", material));
}

/** What of a work decides whether a list holds it. */
export interface Standing {
  readonly work: WorkId;
  readonly status: StatusName;
  readonly since: LegalDate | null;
  /** Ends and suspensions of parts of it. */
  readonly parts: readonly PartDay[];
}

/** The same documents without their rows, for who only counts. */
export const standingIn = (group: GroupAsk, works: readonly Standing[], published: Published): readonly Standing[] =>
  works.filter((each) =>
    group.lists === "part-ended" ? each.parts.some(isNewPart(each, group, published)) : isAsked(each, group, published),
  );

/** What ended within the days asked for, or before them and in no published list. */
function isAsked(
  { work, status, since }: Omit<Standing, "parts">,
  { holds, statuses, period: { from, to } }: GroupAsk,
  published: Published,
): boolean {
  if (!statuses.includes(status)) return false;
  if (holds === "day") return true;
  if (since === null) return false;
  if (holds === "period") return from <= since && since <= to;
  return since < from && !published.whole.has(work) && !(published.until !== null && since <= published.until);
}

/** The same of a part of a document that has not ended as a whole. */
function isNewPart(
  { work, status }: Pick<Standing, "work" | "status">,
  { holds, statuses, period: { from, to } }: GroupAsk,
  published: Published,
): (part: PartDay) => boolean {
  if (status === "ceased" || status === "unknown") return () => false;
  const wanted = statuses.includes("partly-suspended") ? "suspended" : "ceased";
  const known = published.part.get(work) ?? "";
  return ({ day, kind }) =>
    kind === wanted &&
    (holds === "period"
      ? from <= day && day <= to
      : day < from && day > known && !(published.until !== null && day <= published.until));
}

const NOTHING = { asWritten: null, listed: null, reasons: [], changes: [], since: null, recommendation: null } as const;

function wholeEntry(listed: ListedWork, ended: boolean, { sources }: FormMaterial): FormEntry {
  const { work, period, fields } = listed;
  const own = { ...NOTHING, work, fields, listed, since: period.since };
  if (!ended) return own;
  const reasons = reasonsOf(period, sources);
  // a suspension says how long it lasts, where that is known
  const until = period.status === "suspended" && listed.resumes !== null ? ` (${suspendedSpan(listed)})` : "";
  return { ...own, reasons: reasons.map((reason, i) => (i === 0 ? `${reason}${until}` : reason)) };
}

/** What happened to parts of documents that have not ended as a whole. */
const partEntries = (group: GroupAsk, { works, sources, published }: FormMaterial): readonly FormEntry[] =>
  works.flatMap((listed) => {
    const { work, period, fields } = listed;
    const isNew = isNewPart({ work: work.id, status: period.status }, group, published);
    const changes = partChanges(period, sources).filter(isNew);
    return changes.length === 0 ? [] : [{ ...NOTHING, work, fields, listed, changes: withSpan(changes, listed) }];
  });

/** How long a part is suspended, where there is one suspension and its end is known. */
function withSpan(changes: readonly PartChange[], listed: ListedWork): readonly PartChange[] {
  const [only, ...more] = changes;
  const { period, resumes } = listed;
  if (!only || more.length > 0 || only.kind !== "suspended" || resumes === null || only.day !== period.since)
    return changes;
  return [{ ...only, reason: `${only.reason} (${suspendedSpan(listed)})` }];
}

const recommended = (recommendation: FormMaterial["recommendations"][number]): FormEntry => {
  const { work, asWritten, fields } = recommendation;
  return { ...NOTHING, work, asWritten, fields, recommendation };
};
