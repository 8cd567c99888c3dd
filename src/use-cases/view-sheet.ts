import type { Unit } from "../domain/account.ts";
import type { AuditEntry } from "../domain/audit.ts";
import type { Batch } from "../domain/batch.ts";
import type { RuleGroup } from "../domain/finding.ts";
import type { Handling } from "../domain/handling.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import {
  type Consultation,
  isStanding,
  type LEGAL_ASPECTS,
  type ReviewSheet,
  type SheetAspect,
  type SheetProposal,
} from "../domain/review-sheet.ts";
import type { StatusName, StatusPeriod } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { WorkFacet } from "../domain/work-facet.ts";
import type { ChangeAbove, OpenDelegation } from "../engine/handling-evidence.ts";
import { proposeHandling } from "../engine/propose-handling.ts";
import type { Store, StoredFinding } from "../store/store.ts";
import { type SheetEvidence, sheetEvidence } from "./sheet-evidence.ts";
import { type FindingRow, findingRows } from "./view-finding-row.ts";
import { type UnitNames, unitNames } from "./view-unit-names.ts";

/** Entries of the trail shown under a sheet; the whole trail has the rest. */
const HISTORY_SHOWN = 200;

/** A line of the legal basis and how it stands on the day. */
export interface BasisView {
  readonly work: Work;
  readonly status: StatusName | null;
  /** As the document writes it. */
  readonly text: string;
}

export interface SheetFinding extends FindingRow {
  readonly verdict: StoredFinding["verdict"];
}

/** Everything a person needs before them to fill in, agree to or read a sheet. */
export interface SheetView {
  readonly sheet: ReviewSheet;
  readonly work: Work;
  /** What the document is filed under; null = not filed. */
  readonly facet: WorkFacet | null;
  readonly period: StatusPeriod | null;
  /** Live findings under the row they belong to. */
  readonly findings: Readonly<Record<(typeof LEGAL_ASPECTS)[number], readonly SheetFinding[]>>;
  readonly bases: readonly BasisView[];
  readonly changes: readonly (ChangeAbove & {
    readonly units: readonly { readonly eId: string; readonly name: string }[];
  })[];
  readonly delegations: readonly OpenDelegation[];
  /** Of today while it is being filled in; as it stood when the sheet was proposed after that. */
  readonly proposal: SheetProposal;
  readonly consultations: readonly Consultation[];
  readonly earlier: readonly ReviewSheet[];
  /** Oldest first. */
  readonly history: readonly AuditEntry[];
  readonly handling: Handling | null;
  readonly batch: Batch | null;
  readonly grounds: readonly Work[];
  /** Units that are in use, and the one that reviews, in use or not. */
  readonly units: readonly Unit[];
  readonly works: ReadonlyMap<WorkId, Work>;
  readonly names: UnitNames;
}

/** Under which row of the phiếu a group of rules speaks (Điều 41 NĐ 79/2025). */
const ASPECT_OF: Readonly<Record<RuleGroup, (typeof LEGAL_ASPECTS)[number]>> = {
  validity: "effect",
  "effect-date": "effect",
  basis: "basis",
  competence: "competence",
  reference: "content",
  conflict: "content",
  overlap: "content",
  apparatus: "content",
  terminology: "content",
  technique: "content",
  draft: "content",
};

export const aspectOf = (group: RuleGroup): SheetAspect => ASPECT_OF[group];

export async function viewSheet(store: Store, id: string, on: LegalDate): Promise<SheetView | null> {
  const sheet = await store.sheets.find(id);
  const work = sheet === null ? null : await store.works.find(sheet.work);
  if (sheet === null || work === null) return null;
  const [evidence, facets, consultations, ofWork, history, batch, units, handling] = await Promise.all([
    sheetEvidence(store, work, on),
    store.facets.of([work.id]),
    store.sheets.consultationsOf(id),
    store.sheets.ofWork(work.id),
    store.audit.list({ subject: id, limit: HISTORY_SHOWN }),
    sheet.batch === null ? null : store.batches.find(sheet.batch),
    store.accounts.units(),
    handlingOf(store, sheet),
  ]);
  const { groundWorks, machine } = sheet.body;
  const changed = evidence.changes.flatMap((c) => [c.parent, c.act]);
  const proofs = (evidence.period?.because ?? []).flatMap((b) => b.work ?? []);
  const works = await store.works.findAll([work.id, ...groundWorks, ...changed, ...proofs]);
  const kept = isStanding(sheet.state) && sheet.state !== "proposed" ? null : machine;
  return {
    sheet,
    work,
    facet: facets.get(work.id) ?? null,
    period: evidence.period,
    findings: await byAspect(store, evidence),
    bases: await basesOf(store, work, on),
    changes: evidence.changes.map((c) => ({
      ...c,
      units: c.eIds.map((eId) => ({ eId, name: evidence.unitName(eId) })),
    })),
    delegations: evidence.delegations,
    proposal: kept ?? proposeHandling(evidence),
    consultations,
    earlier: ofWork.filter((one) => one.id !== id),
    history: [...history].reverse(),
    handling,
    batch,
    grounds: groundWorks.flatMap((one) => works.get(one) ?? []),
    units: units.filter((unit) => unit.active || unit.id === sheet.unit),
    works,
    names: await unitNames(store, [work.id, ...proofs]),
  };
}

const handlingOf = async (store: Store, sheet: ReviewSheet): Promise<Handling | null> =>
  sheet.state === "open" || sheet.state === "void"
    ? null
    : ((await store.handlings.all()).find((h) => h.body.sheet === sheet.id) ?? null);

async function byAspect(store: Store, { stored }: SheetEvidence): Promise<SheetView["findings"]> {
  const rows = await findingRows(store, stored);
  const found = { effect: [], basis: [], competence: [], content: [] } as Record<
    (typeof LEGAL_ASPECTS)[number],
    SheetFinding[]
  >;
  for (const [i, row] of rows.entries())
    found[ASPECT_OF[row.group]].push({ ...row, verdict: stored[i]?.verdict ?? null });
  return found;
}

/** Each document of the preamble once, in its order. */
async function basesOf(store: Store, work: Work, on: LegalDate): Promise<readonly BasisView[]> {
  const links = (await store.links.from(work.id)).filter((l) => l.role === "basis" && l.resolution.kind === "work");
  const first = new Map<WorkId, string>();
  for (const { resolution, text } of links)
    if (resolution.kind === "work" && !first.has(resolution.work)) first.set(resolution.work, text);
  const [works, statuses] = await Promise.all([
    store.works.findAll(first.keys()),
    store.statuses.namesOn(first.keys(), on),
  ]);
  return [...first].flatMap(([id, text]) => {
    const base = works.get(id);
    return base === undefined ? [] : [{ work: base, text, status: statuses.get(id) ?? null }];
  });
}
