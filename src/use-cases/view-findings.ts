import type { Decision, FindingState, Suppression } from "../domain/decision.ts";
import type { Assignment, Note } from "../domain/desk.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Opinion } from "../domain/opinion.ts";
import type { Work } from "../domain/work.ts";
import { fieldNames } from "../resolve/field-names.ts";
import type { Store, StoredFinding } from "../store/store.ts";
import type { CensusRow } from "./finding-census.ts";
import {
  findingQueue,
  type GroupedBy,
  type Looker,
  type Queue,
  type QueueFilters,
  type QueueGroup,
  stateOf,
} from "./finding-queue.ts";
import { type QueuePace, queuePace } from "./queue-pace.ts";
import { type EvidenceView, viewEvidence } from "./view-evidence.ts";
import { type WhichPrevails, whichPrevails } from "./which-prevails.ts";
import { findingRows, type FindingRow, worksOf } from "./view-finding-row.ts";

/** A row of the queue: the finding, who deals with it, where it stands. */
export interface QueueRow extends FindingRow {
  readonly assigned: CensusRow["assigned"];
  readonly state: FindingState;
}

/** A heading of the queue with the rows under it that are shown. */
export interface ShownGroup extends QueueGroup {
  /** As a person reads it; null where it is not known. */
  readonly label: string | null;
  readonly rows: readonly QueueRow[];
}

export interface QueueView {
  readonly queue: Queue;
  /** Some of the queue, from this place on. */
  readonly from: number;
  readonly rows: readonly QueueRow[];
  /** The same rows under their headings; null = not grouped. */
  readonly groups: readonly ShownGroup[] | null;
  readonly pace: QueuePace;
  /** The document the queue is narrowed to. */
  readonly work: Work | null;
  /** Names of the values that filters offer. */
  readonly names: { readonly field: ReadonlyMap<string, string>; readonly body: ReadonlyMap<string, string> };
}

/** What is asked of the queue: filters, headings, who asks and when. */
export interface QueueAsk {
  readonly filters: QueueFilters;
  readonly by: GroupedBy | null;
  readonly looker: Looker;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Rows of the queue that one page shows. The page of a finding shows those around it, cut at the same places. */
export const QUEUE_SHOWN = 50;

/** A part of the queue, after a finding of it or from its beginning. */
export async function viewFindings(store: Store, ask: QueueAsk, after?: string): Promise<QueueView> {
  const queue = await findingQueue(store, ask.filters, ask.looker, ask.by);
  const place = after === undefined ? -1 : queue.rows.findIndex((row) => row.key === after);
  return viewQueue(store, queue, ask, place + 1);
}

async function viewQueue(store: Store, queue: Queue, ask: QueueAsk, from: number): Promise<QueueView> {
  const part = queue.rows.slice(from, from + QUEUE_SHOWN);
  const found = await findingRows(store, await store.findings.findAll(part.map((row) => row.key)));
  const byKey = new Map(found.map((row) => [row.key, row]));
  const rows = part.flatMap((face): QueueRow[] => {
    const row = byKey.get(face.key);
    return row === undefined ? [] : [{ ...row, assigned: face.assigned, state: stateOf(face) }];
  });
  const names = { field: fieldNames(), body: queue.census.bodies };
  return {
    queue,
    from,
    rows,
    groups:
      queue.groups === null || ask.by === null ? null : shownGroups(queue.groups, rows, part, from, ask.by, names),
    pace: await queuePace(store, queue, ask.looker.today, ask.now),
    work: ask.filters.work === undefined ? null : await store.works.find(ask.filters.work),
    names,
  };
}

function shownGroups(
  groups: readonly QueueGroup[],
  rows: readonly QueueRow[],
  part: readonly CensusRow[],
  from: number,
  by: GroupedBy,
  names: QueueView["names"],
): ShownGroup[] {
  const places = new Map(part.map((row, i) => [row.key, from + i]));
  return groups
    .filter((group) => group.at < from + part.length && group.at + group.n > from)
    .map((group) => {
      const own = rows.filter((row) => {
        const place = places.get(row.key) ?? -1;
        return place >= group.at && place < group.at + group.n;
      });
      return { ...group, rows: own, label: labelOf(group.value, own[0]?.work, by, names) };
    });
}

/** The headings of the queue by themselves, the gravest first, as a person reads them. */
export async function viewGroups(
  store: Store,
  filters: QueueFilters,
  looker: Looker,
  by: GroupedBy,
  most: number,
): Promise<{ readonly rows: readonly (QueueGroup & Pick<ShownGroup, "label">)[]; readonly total: number }> {
  const { groups, census } = await findingQueue(store, filters, looker, by);
  const rows = (groups ?? []).slice(0, most);
  const works =
    by === "document"
      ? await worksOf(
          store,
          rows.map((group) => group.value),
        )
      : new Map<string, Work>();
  const names = { field: fieldNames(), body: census.bodies };
  return {
    rows: rows.map((group) => ({ ...group, label: labelOf(group.value, works.get(group.value), by, names) })),
    total: groups?.length ?? 0,
  };
}

function labelOf(
  value: string,
  work: Work | null | undefined,
  by: GroupedBy,
  names: QueueView["names"],
): string | null {
  if (by === "field") return names.field.get(value) ?? null;
  if (by === "unit") return names.body.get(value) ?? null;
  if (by === "rule") return value;
  return work?.symbol ?? work?.title ?? null;
}

export interface FindingView {
  readonly finding: StoredFinding;
  readonly row: FindingRow;
  readonly work: Work | null;
  readonly evidence: readonly EvidenceView[];
  /** Which of two conflicting texts is applied on the day; null where no two texts conflict. */
  readonly prevails: WhichPrevails | null;
  /** All decisions on it, oldest first, undone ones too. */
  readonly history: readonly Decision[];
  /** The one that counts. */
  readonly decision: Decision | null;
  /** What a second reader said, newest first. */
  readonly opinions: readonly Opinion[];
  /** The suppression it falls under. */
  readonly suppression: Suppression | null;
  /** What was decided on the finding that stood here before its words changed. */
  readonly reopened: Decision | null;
  /** Who deals with it. */
  readonly assigned: Assignment | null;
  /** Who dealt with it before, oldest first. */
  readonly assignedBefore: readonly Assignment[];
  /** Oldest first, removed ones too: their trace stays. */
  readonly notes: readonly Note[];
}

/** One finding in its queue. */
export interface TriageView {
  readonly queue: QueueView;
  readonly shown: FindingView;
  /** Place in the queue from 0; −1 when the filters leave it out. */
  readonly place: number;
  /** Keys before and after it in the queue. */
  readonly previous: string | null;
  readonly next: string | null;
}

/** A finding and the part of the queue it stands in. */
export async function viewTriage(store: Store, key: string, ask: QueueAsk, on: LegalDate): Promise<TriageView | null> {
  const shown = await viewFinding(store, key, on);
  if (shown === null) return null;
  const queue = await findingQueue(store, ask.filters, ask.looker, ask.by);
  const place = queue.rows.findIndex((row) => row.key === key);
  const from = Math.floor(Math.max(0, place) / QUEUE_SHOWN) * QUEUE_SHOWN;
  return {
    queue: await viewQueue(store, queue, ask, from),
    shown,
    place,
    previous: queue.rows[place - 1]?.key ?? null,
    next: queue.rows[place + 1]?.key ?? null,
  };
}

/** The finding that comes after this one, also once this one has left the queue: ask before deciding. Null = the last. */
export async function nextInQueue(store: Store, key: string, ask: QueueAsk): Promise<string | null> {
  const { rows } = await findingQueue(store, ask.filters, ask.looker, ask.by);
  const place = rows.findIndex((row) => row.key === key);
  return (rows[place + 1] ?? rows.find((row) => row.key !== key))?.key ?? null;
}

/** Everything about one finding; null for an unknown one. */
export async function viewFinding(store: Store, key: string, on: LegalDate): Promise<FindingView | null> {
  const finding = await store.findings.find(key);
  if (finding === null) return null;
  const history = await store.decisions.of(key);
  const earlier = finding.reopens === null ? [] : await store.decisions.of(finding.reopens);
  const [row] = await findingRows(store, [finding]);
  const given = await store.desk.assignmentsOf(key);
  const evidence = await viewEvidence(store, finding, on);
  return {
    finding,
    row: row as FindingRow,
    work: (await worksOf(store, [finding.work])).get(finding.work) ?? null,
    evidence,
    prevails: whichPrevails(finding, evidence, on),
    history,
    decision: standing(history),
    opinions: await store.decisions.opinionsOf(key),
    suppression: (await store.decisions.suppressions()).find((s) => s.id === finding.suppressedBy) ?? null,
    reopened: standing(earlier),
    assigned: given.find((a) => a.endedAt === null) ?? null,
    assignedBefore: given.filter((a) => a.endedAt !== null),
    notes: await store.desk.notesOf(key, true),
  };
}

const standing = (history: readonly Decision[]): Decision | null =>
  history.findLast((d) => d.undoneAt === null) ?? null;
