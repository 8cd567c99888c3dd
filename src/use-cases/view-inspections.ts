import { type InspectionClock, inspectionClocks } from "../domain/inspection-clocks.ts";
import { parseIssuer } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Inspection, InspectionState, Petition } from "../domain/petition.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store, StoredFinding } from "../store/store.ts";
import { workingCalendar } from "./working-calendar.ts";

export interface InspectionRow {
  readonly inspection: Inspection;
  readonly work: Work | null;
  readonly clocks: readonly InspectionClock[];
  /** The clock that ends first among those that run or are over; null = none. */
  readonly next: InspectionClock | null;
}

export interface InspectionsView {
  readonly rows: readonly InspectionRow[];
  readonly counts: Readonly<Record<InspectionState, number>>;
  readonly over: number;
}

/** Inspections with their clocks as of a day; those whose clock ends first come first, closed ones last. */
export async function viewInspections(
  store: Store,
  state: InspectionState | null,
  on: LegalDate,
): Promise<InspectionsView> {
  const all = await inspectionRows(store, await store.petitions.inspections(), on);
  const counts = { open: 0, concluded: 0, handled: 0, closed: 0 };
  for (const { inspection } of all) counts[inspection.state] += 1;
  return {
    counts,
    over: all.filter(({ next }) => next?.state === "over").length,
    rows: all
      .filter(({ inspection }) => state === null || inspection.state === state)
      .sort(
        (a, b) => (a.next?.due ?? "9999").localeCompare(b.next?.due ?? "9999") || b.inspection.at - a.inspection.at,
      ),
  };
}

async function inspectionRows(
  store: Store,
  inspections: readonly Inspection[],
  on: LegalDate,
): Promise<readonly InspectionRow[]> {
  const works = await store.works.findAll(inspections.map(({ work }) => work));
  return inspections.map((inspection) => rowOf(inspection, works, on));
}

function rowOf(inspection: Inspection, works: ReadonlyMap<WorkId, Work>, on: LegalDate): InspectionRow {
  const work = works.get(inspection.work) ?? null;
  const { kind, shortened, events } = inspection.body;
  const central = work?.issuer != null && parseIssuer(work.issuer).level === "central";
  const facts = { kind, shortened, central, issuedOn: work?.issuedOn ?? null, events };
  const clocks = inspectionClocks(facts, on, workingCalendar());
  const waiting = clocks.filter((clock) => clock.state === "running" || clock.state === "over");
  return {
    inspection,
    work,
    clocks,
    next: [...waiting].sort((a, b) => a.due.localeCompare(b.due))[0] ?? null,
  };
}

/** Clocks that run or are over, of inspections that are not closed, the first to end first. */
export async function clocksDue(
  store: Store,
  on: LegalDate,
): Promise<readonly { readonly row: InspectionRow; readonly clock: InspectionClock }[]> {
  const { rows } = await viewInspections(store, null, on);
  return rows
    .flatMap((row) =>
      row.clocks.filter(({ state }) => state === "running" || state === "over").map((clock) => ({ row, clock })),
    )
    .filter(({ row }) => row.inspection.state !== "closed")
    .sort((a, b) => a.clock.due.localeCompare(b.clock.due));
}

export interface InspectionView extends InspectionRow {
  readonly petition: Petition | null;
  readonly findings: readonly StoredFinding[];
  /** The last day the table of holidays knows of: beyond it working days are counted without holidays. */
  readonly calendarEnds: LegalDate;
}

export async function viewInspection(store: Store, id: string, on: LegalDate): Promise<InspectionView | null> {
  const inspection = await store.petitions.inspection(id);
  if (inspection === null) return null;
  const row = rowOf(inspection, await store.works.findAll([inspection.work]), on);
  const { petition, findings } = inspection.body;
  return {
    ...row,
    petition: petition === null ? null : await store.petitions.find(petition),
    findings: await store.findings.findAll([...findings]),
    calendarEnds: workingCalendar().last,
  };
}
