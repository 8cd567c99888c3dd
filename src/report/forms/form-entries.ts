import type { StatusName } from "../../domain/status.ts";
import type { FormDefinition, FormPart } from "./form-definition.ts";
import { type FormEntry, suspendedSpan } from "./form-cells.ts";
import type { FormMaterial, ListedWork, Published, ReportPeriod } from "./listed-work.ts";
import { type PartChange, partChanges } from "./part-changes.ts";
import { reasonsOf } from "./reasons.ts";

/** The rows of one group, in no order yet. */
export function entriesOf(
  lists: FormDefinition["lists"],
  holds: FormPart["holds"],
  statuses: readonly StatusName[],
  period: ReportPeriod,
  material: FormMaterial,
): readonly FormEntry[] {
  if (lists === "to-handle") return material.recommendations.map(recommended);
  if (lists === "part-ended") return partEntries(holds, statuses, period, material);
  const { works, published } = material;
  return works
    .filter((listed) => statuses.includes(listed.period.status) && isAsked(listed, holds, period, published))
    .map((listed) => wholeEntry(listed, lists === "ended", material));
}

/** What ended within the days asked for, or before them and in no published list. */
function isAsked(
  { work, period }: ListedWork,
  holds: FormPart["holds"],
  { from, to }: ReportPeriod,
  published: Published,
): boolean {
  if (holds === "day") return true;
  const { since } = period;
  if (since === null) return false;
  if (holds === "period") return from <= since && since <= to;
  return since < from && !published.whole.has(work.id) && !(published.until !== null && since <= published.until);
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
function partEntries(
  holds: FormPart["holds"],
  statuses: readonly StatusName[],
  { from, to }: ReportPeriod,
  { works, sources, published }: FormMaterial,
): readonly FormEntry[] {
  const kind = statuses.includes("partly-suspended") ? "suspended" : "ceased";
  return works.flatMap((listed) => {
    const { work, period, fields } = listed;
    if (period.status === "ceased" || period.status === "unknown") return [];
    const isNew = ({ day }: PartChange): boolean =>
      holds === "period"
        ? from <= day && day <= to
        : day < from &&
          day > (published.part.get(work.id) ?? "") &&
          !(published.until !== null && day <= published.until);
    const changes = partChanges(period, sources).filter((change) => change.kind === kind && isNew(change));
    return changes.length === 0 ? [] : [{ ...NOTHING, work, fields, listed, changes }];
  });
}

const recommended = (recommendation: FormMaterial["recommendations"][number]): FormEntry => {
  const { work, asWritten, fields } = recommendation;
  return { ...NOTHING, work, asWritten, fields, recommendation };
};
