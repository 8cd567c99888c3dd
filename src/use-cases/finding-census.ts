import { startOfDay } from "../domain/vietnam-time.ts";
import type { Assignment } from "../domain/desk.ts";
import type { RuleGroup, Severity } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkFacet } from "../domain/work-facet.ts";
import type { FindingFace, FindingPulse, Store } from "../store/store.ts";
import { indexRevision } from "./index-revision.ts";

/** How long a finding has been known: since today, for up to seven or thirty days, for longer. */
export type FindingAge = "today" | "week" | "month" | "older";

/** Stands for "nobody" and for what could not be filed. */
export const NONE = "none";

/** What many findings share: as filters name it. */
export interface Cell {
  readonly severity: Severity;
  readonly group: RuleGroup;
  readonly rule: string;
  readonly maturity: string;
  readonly level: string;
  readonly body: string;
  /** `none` alone where its document is filed in no field. */
  readonly field: readonly string[];
  readonly age: FindingAge;
}

/** A live finding with all it is counted, grouped and ordered by. */
export interface CensusRow extends FindingFace {
  readonly facet: Pick<WorkFacet, "level" | "body" | "bodyName" | "fields">;
  readonly assigned: Pick<Assignment, "to" | "due"> | null;
  /** Which of the census's cells it belongs to. */
  readonly cell: number;
}

/** All live findings without their words, gravest and surest first. */
export interface Census {
  readonly rows: readonly CensusRow[];
  /** Where each finding stands in `rows`, by its key. */
  readonly places: ReadonlyMap<string, number>;
  readonly cells: readonly Cell[];
  /** One finding of each cell. */
  readonly samples: readonly CensusRow[];
  /** Names of the issuing bodies by their keys. */
  readonly bodies: ReadonlyMap<string, string>;
}

type Assigned = ReadonlyMap<string, CensusRow["assigned"]>;

interface Held {
  readonly pulse: FindingPulse;
  readonly filing: string;
  readonly assigned: Assigned;
  readonly census: Census;
}

const held = new WeakMap<Store, Promise<Held>>();

/**
 * Counting sixty thousand findings in the database takes 140 ms a figure, because their words stand beside what is counted,
 * and a page needs thirty figures, each under the other filters. So they are read once without their words; after a
 * decision only what was decided is read again, after a review everything.
 */
export async function findingCensus(store: Store, today: LegalDate): Promise<Census> {
  const before = held.get(store);
  const next = before === undefined ? load(store, today) : before.then((old) => refresh(store, old, today));
  held.set(store, next);
  try {
    return (await next).census;
  } catch (error) {
    held.delete(store);
    throw error;
  }
}

async function load(store: Store, today: LegalDate): Promise<Held> {
  // the pulse first: what changes while the rows are read is then read again
  const pulse = await store.findings.pulse(0);
  const filing = await filingRevision(store, today);
  const [faces, works, assigned] = [await store.findings.faces(), await facetsOf(store), await standing(store)];
  const cells: Cell[] = [];
  const samples: CensusRow[] = [];
  const bodies = new Map<string, string>();
  const cellOf = new Map<string, number>();
  const midnight = startOfDay(today);
  const rows = faces.map((face): CensusRow => {
    const facet = works.get(face.work) ?? UNFILED;
    const { level, body, fields } = facet;
    if (body !== null) bodies.set(body, facet.bodyName ?? body);
    const age = ageOf(face.firstSeen, midnight);
    const shared = [face.severity, face.group, face.rule, face.maturity, level, body, fields, age].join("\n");
    const cell = cellOf.get(shared) ?? cells.length;
    const row = rowOf(face, { facet, assigned: assigned.get(face.key) ?? null, cell });
    if (cell === cells.length) {
      const { severity, group, rule, maturity } = face;
      cellOf.set(shared, cell);
      cells.push({
        severity,
        group,
        rule,
        maturity,
        level,
        body: body ?? NONE,
        field: fields.length > 0 ? fields : [NONE],
        age,
      });
      samples.push(row);
    }
    return row;
  });
  const places = new Map(rows.map((row, i) => [row.key, i]));
  return { pulse, filing, assigned, census: { rows, places, cells, samples, bodies } };
}

/** Named one by one: rows put together in several ways have several shapes, and a walk over sixty thousand takes ten times as long. */
const rowOf = (face: FindingFace, own: Pick<CensusRow, "facet" | "assigned" | "cell">): CensusRow => ({
  key: face.key,
  rule: face.rule,
  code: face.code,
  group: face.group,
  severity: face.severity,
  rank: face.rank,
  maturity: face.maturity,
  confidence: face.confidence,
  work: face.work,
  firstSeen: face.firstSeen,
  verdict: face.verdict,
  suppressedBy: face.suppressedBy,
  decidedAt: face.decidedAt,
  facet: own.facet,
  assigned: own.assigned,
  cell: own.cell,
});

const DAY = 86_400_000;

function ageOf(since: number, midnight: number): FindingAge {
  if (since >= midnight) return "today";
  if (since >= midnight - 7 * DAY) return "week";
  return since >= midnight - 30 * DAY ? "month" : "older";
}

async function refresh(store: Store, old: Held, today: LegalDate): Promise<Held> {
  const pulse = await store.findings.pulse(old.pulse.last);
  const was = old.pulse;
  if (pulse.revision !== was.revision || (await filingRevision(store, today)) !== old.filing) return load(store, today);
  const decided = pulse.decisions !== was.decisions || pulse.undone !== was.undone;
  const given = pulse.assignments !== was.assignments;
  if (!decided && !given) return old;
  // moments that do not add up (two clocks, two decisions in one millisecond): read everything
  const adds = pulse.decisions - was.decisions === pulse.fresh && pulse.undone - was.undone === pulse.freshlyUndone;
  if (!adds) return load(store, today);
  const assigned = given ? await standing(store) : old.assigned;
  const rows = [...old.census.rows];
  const put = (key: string, face?: FindingFace): void => {
    const place = old.census.places.get(key);
    const row = place === undefined ? undefined : rows[place];
    if (place === undefined || row === undefined) return;
    rows[place] = rowOf(face ?? row, { ...row, assigned: assigned.get(key) ?? null });
  };
  for (const face of await store.findings.facesDecidedSince(was.last)) put(face.key, face);
  if (given) for (const key of new Set([...old.assigned.keys(), ...assigned.keys()])) put(key);
  return { pulse, filing: old.filing, assigned, census: { ...old.census, rows } };
}

const UNFILED: CensusRow["facet"] = { level: "unknown", body: null, bodyName: null, fields: [] };

/** Changes with what documents are filed under, and with the day findings grow older. */
const filingRevision = async (store: Store, today: LegalDate): Promise<string> =>
  `${await indexRevision(store)} ${(await store.settings.get("work-facets")) ?? ""} ${today}`;

async function facetsOf(store: Store): Promise<ReadonlyMap<string, CensusRow["facet"]>> {
  const all = await store.facets.all();
  return new Map(all.map(({ work, level, body, bodyName, fields }) => [work, { level, body, bodyName, fields }]));
}

const standing = async (store: Store): Promise<Assigned> =>
  new Map((await store.desk.standing()).map(({ finding, to, due }) => [finding, { to, due }]));
