import type { EId } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { RelationKind } from "../domain/relation.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { GRAPH_LINES, type GraphLine, type GraphTie, type GraphView } from "./graph-view.ts";
import { type DrawnWork, drawnAs, layOutTies, lineOf, NEIGHBOURS_DRAWN } from "./lay-out-graph.ts";
import { secondStep } from "./second-step.ts";
import { worksOf } from "./view-finding-row.ts";
import { type Relation, type RelationRow, type RelationsView, viewRelations } from "./view-relations.ts";
import type { UnitNames } from "./view-unit-names.ts";

/** One line of the drawing and of the table below it. */
export interface Tie extends GraphTie {
  /** What was derived of the pair in this direction; empty where one only cites the other. */
  readonly kinds: readonly RelationKind[];
  /** Mentions; 0 where none was read. */
  readonly times: number;
  /** The first clause that says so; null = not told by a clause. */
  readonly place: { readonly work: WorkId; readonly eId: EId } | null;
}

/** A document among those it is tied to, up to one or two steps away, as these ties hold on a day. */
export interface Neighbourhood {
  readonly work: Work;
  readonly depth: 1 | 2;
  readonly works: ReadonlyMap<WorkId, { readonly work: Work; readonly status: StatusName | null }>;
  /** Those of the document first, by strength. Ties among others only at two steps. */
  readonly ties: readonly Tie[];
  readonly graph: GraphView;
  /** Ties of the document itself on the day, also those not chosen. */
  readonly direct: number;
  /** How many ties there are of each line on the day, also of those not chosen. */
  readonly counts: Readonly<Partial<Record<GraphLine, number>>>;
  /** Documents issued after the day: not here yet. */
  readonly later: number;
  /** Ties that held only until a day before. */
  readonly past: number;
  /** Documents that cite it and were not read, because there are too many. */
  readonly unread: number;
  readonly names: UnitNames;
}

export interface NeighbourhoodQuery {
  readonly on: LegalDate;
  readonly depth: 1 | 2;
  /** Empty = all. */
  readonly lines: readonly GraphLine[];
}

export async function viewNeighbourhood(store: Store, work: Work, query: NeighbourhoodQuery): Promise<Neighbourhood> {
  const relations = await viewRelations(store, work, query.on);
  const { ties: all, later, past } = directTies(work, relations, query.on);
  const chosen = ({ line }: Tie): boolean => query.lines.length === 0 || query.lines.includes(line);
  const direct = all.filter(chosen).sort((a, b) => weight(a) - weight(b));
  const others = [...new Set(direct.map((t) => (t.from === work.id ? t.to : t.from)))];
  const near = others.slice(0, NEIGHBOURS_DRAWN);
  const around = query.depth === 1 ? [] : await secondStep(store, work.id, near, query.on);
  const further = around.filter(chosen);
  const known = new Set([work.id, ...near]);
  const reached = [...new Set(further.flatMap((t) => [t.from, t.to]))].filter((id) => !known.has(id));
  const drawn = [...near, ...reached.slice(0, Math.max(0, NEIGHBOURS_DRAWN - near.length))];
  const works = await withStatuses(store, work, [...new Set([...others, ...reached])], query.on);
  const ties = [...direct, ...further];
  return {
    work,
    depth: query.depth,
    works,
    ties,
    graph: layOutTies(
      [work.id, ...drawn].flatMap((id) => drawnOf(works.get(id), id === work.id)),
      ties,
      others.length + reached.length - drawn.length,
    ),
    direct: all.length,
    counts: countsOf([...all, ...around]),
    later,
    past,
    unread: Math.max(0, relations.citing - relations.citedBy.filter((r) => r.times > 0).length),
    names: relations.names,
  };
}

const drawnOf = (
  of: { readonly work: Work; readonly status: StatusName | null } | undefined,
  self: boolean,
): readonly DrawnWork[] => (of === undefined ? [] : [{ ...of, self }]);

const weight = (t: Tie): number => GRAPH_LINES.indexOf(t.line) * 1000 - Math.min(t.times, 999);

function countsOf(ties: readonly Tie[]): Neighbourhood["counts"] {
  const counts: Partial<Record<GraphLine, number>> = {};
  for (const { line } of ties) counts[line] = (counts[line] ?? 0) + 1;
  return counts;
}

/** The ties of the document itself that hold on the day or will; one a pair and direction, the strongest line. */
function directTies(
  self: Work,
  { rows, cites, citedBy }: RelationsView,
  on: LegalDate,
): { readonly ties: Tie[]; readonly later: number; readonly past: number } {
  const ties: Tie[] = [];
  const later = new Set<WorkId>();
  let past = 0;
  for (const [list, outgoing] of [
    [cites, true],
    [citedBy, false],
  ] as const)
    for (const relation of list) {
      const told = rows.filter((r) => r.outgoing === outgoing && r.other.id === relation.work.id);
      const held = told.filter((r) => r.relation.until === null || r.relation.until > on);
      if (!isIssued(relation.work, on) || !isIssued(self, on)) later.add(relation.work.id);
      else if (told.length > 0 && held.length === 0 && relation.times === 0) past++;
      else ties.push(tieOf(self, relation, outgoing, told.length === held.length ? told : held, on));
    }
  return { ties, later: later.size, past };
}

const isIssued = ({ issuedOn }: Work, on: LegalDate): boolean => issuedOn === null || issuedOn <= on;

function tieOf(self: Work, relation: Relation, outgoing: boolean, held: readonly RelationRow[], on: LegalDate): Tie {
  const kinds = [...new Set(held.map((r) => r.relation.kind))];
  const since = held.map((r) => r.relation.since);
  // tied by what is to come alone
  const coming = relation.times === 0 || kinds.some((k) => k !== "basis") ? since : [];
  const first = coming.length > 0 && coming.every((day) => day !== null && day > on) ? [...coming].sort()[0] : null;
  const clause = held.find((r) => r.relation.evidence.eId !== null)?.relation ?? null;
  return {
    from: outgoing ? self.id : relation.work.id,
    to: outgoing ? relation.work.id : self.id,
    line: lineOf({ ...relation, kinds: held.map((r) => drawnAs(r.relation)) }),
    since: first ?? null,
    kinds,
    times: relation.times,
    place: clause === null || clause.evidence.eId === null ? null : { work: clause.from, eId: clause.evidence.eId },
  };
}

async function withStatuses(
  store: Store,
  self: Work,
  ids: readonly WorkId[],
  on: LegalDate,
): Promise<Neighbourhood["works"]> {
  const [works, statuses] = await Promise.all([worksOf(store, ids), store.statuses.namesOn([self.id, ...ids], on)]);
  return new Map([self, ...works.values()].map((work) => [work.id, { work, status: statuses.get(work.id) ?? null }]));
}
