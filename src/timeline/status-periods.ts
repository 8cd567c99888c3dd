import type { Effect } from "../domain/effect.ts";
import { parseIssuer } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Because, StatusName, StatusPeriod, UnitStatus } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { loadCentralRegister } from "../resolve/central-register.ts";
import type { Detailing } from "../resolve/resolved.ts";
import { type ExpiryRegime, loadExpiryRegimes } from "./expiry-regimes.ts";
import { type Start, startOf } from "./first-day.ts";
import { type DatedProof, type LifeEvent, type LifeEvents, lifeEvents, type UnitChange } from "./life-events.ts";
import { NO_FATE, type ParentsFate, parentsFate } from "./parents-end.ts";
import { inferred } from "./say-because.ts";
import type { TimelineGraph } from "./timeline.ts";

/**
 * Status of every work over all time, as stretches of days without gaps, each with its proof. The same whatever the order
 * in which things were imported. Works in a circle of parents are computed as if they had none.
 */
export function statusPeriods(graph: TimelineGraph): StatusPeriod[] {
  const works = new Map(graph.works.map((w) => [w.id, w]));
  const effects = groupBy(graph.effects, (e) => e.target);
  const parents = groupBy(graph.detailing, (d) => d.child);
  const done = new Map<WorkId, readonly StatusPeriod[]>();
  const open = new Set<WorkId>();
  const regimes = graph.regimes ?? loadExpiryRegimes();
  const view = {
    work: (id: WorkId) => works.get(id) ?? null,
    effectsOn: (id: WorkId) => effects.get(id) ?? NO_EFFECTS,
    attachmentName: graph.attachmentName,
  };

  const periodsOf = (id: WorkId): readonly StatusPeriod[] => {
    const known = done.get(id);
    if (known) return known;
    const work = works.get(id);
    if (!work || open.has(id)) return [];
    open.add(id);
    const relations = (parents.get(id) ?? NO_DETAILING).filter((r) => !reaches(r.parent, id, parents));
    const fate: ParentsFate =
      relations.length === 0 || work.known !== "text"
        ? NO_FATE
        : parentsFate(work, relations, { ...view, periods: periodsOf, isCertain, regimes });
    open.delete(id);
    const periods = periodsOfWork(work, withDistrict(work, lifeEvents(work, view), regimes), fate);
    done.set(id, periods);
    return periods;
  };

  const wanted = graph.only ? graph.works.filter((w) => graph.only?.has(w.id)) : graph.works;
  return wanted.flatMap((w) => periodsOf(w.id));
}

/** True when `from` has `to` among its parents' parents: such a relation closes a circle and says nothing. */
function reaches(from: WorkId, to: WorkId, parents: ReadonlyMap<WorkId, readonly Detailing[]>): boolean {
  const seen = new Set<WorkId>();
  const pending = [from];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const r of parents.get(id) ?? NO_DETAILING) pending.push(r.parent);
  }
  return false;
}

const NO_EFFECTS: readonly Effect[] = [];
const NO_DETAILING: readonly Detailing[] = [];

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const list = groups.get(key(item));
    if (list) list.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** An end read from a text is certain; one of the register only where its line was verified. */
function isCertain(period: StatusPeriod): boolean {
  const proof = period.because[0];
  if (!proof) return false;
  if (proof.rule === "parent-ceased") return false;
  if (proof.quote !== "") return true;
  const line = loadCentralRegister().successions.find((s) => s.old === period.work && s.new === proof.work);
  return line?.certainty === "verified";
}

/** Documents of former districts live on only for a time; what then becomes of one that nobody has handled is to be determined. */
function withDistrict(work: Work, events: LifeEvents, regimes: readonly ExpiryRegime[]): LifeEvents {
  if (work.issuer === null || parseIssuer(work.issuer).level !== "district") return events;
  const nothing = { work: work.id, symbol: work.symbol, eId: null, quote: "", span: null };
  const doubts = regimes.flatMap((r): LifeEvent[] => {
    if (r.event !== "district-document" || r.from === null) return [];
    const says = `${r.text} (${r.citedAs}); cần xác định`;
    const because = inferred("district-document", says, r.from, nothing, "to-determine");
    return [{ day: r.from, kind: "doubt", because, source: work.id }];
  });
  return { ...events, life: [...events.life, ...doubts].sort(inTime) };
}

function periodsOfWork(work: Work, events: LifeEvents, fate: ParentsFate): StatusPeriod[] {
  const start = startOf(work, events);
  const life = withParents(work, events.life, fate, start);
  const notes = [...events.notes, ...openNotes(events.life, fate, start)].sort(
    (a, b) => a.day.localeCompare(b.day) || a.because.says.localeCompare(b.because.says),
  );
  const sorted = [...changeDays(start, life, events, notes)].sort();
  const periods: StatusPeriod[] = [];
  for (let i = -1; i < sorted.length; i++) {
    const from = i < 0 ? null : (sorted[i] as LegalDate);
    const state = stateOn(from, start, life, events, notes);
    const next = { work: work.id, from, to: sorted[i + 1] ?? null, ...state };
    const last = periods[periods.length - 1];
    if (last && isSame(last, next)) periods[periods.length - 1] = { ...last, to: next.to };
    else periods.push(next);
  }
  return periods;
}

/** Every day on which the state of a work may change. */
function changeDays(
  start: Start,
  life: readonly LifeEvent[],
  events: LifeEvents,
  notes: readonly DatedProof[],
): ReadonlySet<LegalDate> {
  const days = [
    start.day,
    start.unsureFrom,
    ...[...life, ...events.partial, ...events.units, ...notes].map((e) => e.day),
    ...events.suspensions.flatMap((s) => [s.from, s.until]),
  ];
  return new Set(days.filter((day) => day !== null));
}

const ORDER: Readonly<Record<LifeEvent["kind"], number>> = { end: 0, doubt: 1, revive: 2 };

/** On one day an end by a clause speaks before what is inferred, and words that keep a text alive come last. */
const inTime = (a: LifeEvent, b: LifeEvent): number =>
  a.day.localeCompare(b.day) || ORDER[a.kind] - ORDER[b.kind] || inference(a) - inference(b);

const inference = (e: LifeEvent): number => (e.because.rule === "parent-ceased" ? 1 : 0);

/** Somebody said that the work goes on, from that day or a later one. */
const goesOn = (life: readonly LifeEvent[], day: LegalDate): boolean =>
  life.some((e) => e.kind === "revive" && e.because.rule === "extended" && e.day >= day);

/** The parent's end takes its child along, unless somebody announced that the child goes on from that day or later. */
function withParents(work: Work, life: readonly LifeEvent[], fate: ParentsFate, start: Start): readonly LifeEvent[] {
  const { end } = fate;
  if (end === null || goesOn(life, end.day) || (start.day !== null && end.day <= start.day)) return life;
  return [...life, { day: end.day, kind: end.kind, because: end.because, source: work.id }].sort(inTime);
}

/** Questions that no announcement has answered, about a document that had begun. */
const openNotes = (life: readonly LifeEvent[], fate: ParentsFate, start: Start): readonly DatedProof[] =>
  fate.notes.filter((n) => !(n.isQuestion && goesOn(life, n.day)) && (start.day === null || n.day > start.day));

type State = Omit<StatusPeriod, "work" | "from" | "to">;
type Verdict = Omit<State, "units">;

const verdict = (
  status: StatusName,
  since: LegalDate | null,
  reason: string,
  because: readonly Because[],
): Verdict => ({
  status,
  since,
  reason,
  because,
});

/** The state from a day on which something happens; null = before everything. */
function stateOn(
  day: LegalDate | null,
  start: Start,
  life: readonly LifeEvent[],
  events: LifeEvents,
  notes: readonly DatedProof[],
): State {
  const past = life.filter((e) => day !== null && e.day <= day);
  const partial = events.partial.filter((p) => day !== null && p.day <= day);
  const units =
    day === null
      ? []
      : unitsOn(
          events.units.filter((u) => u.day <= day),
          day,
          events,
        );
  const found =
    ended(past) ??
    notBegun(day, start, partial.length > 0) ??
    suspendedOn(day, events) ??
    running(
      past,
      partial,
      start,
      notes.filter((n) => day !== null && n.day <= day).map((n) => n.because),
    );
  return { ...found, units };
}

function ended(past: readonly LifeEvent[]): Verdict | null {
  const { dead, doubt } = fateOn(past);
  if (dead) {
    const others = past.filter((e) => e.kind === "end" && e !== dead && e.day >= dead.day);
    return verdict("ceased", dead.day, dead.because.says, [dead.because, ...others.map((e) => e.because)]);
  }
  return doubt ? verdict("unknown", doubt.day, doubt.because.says, [doubt.because]) : null;
}

function notBegun(day: LegalDate | null, start: Start, changed: boolean): Verdict | null {
  if (start.day === null || (day !== null && day >= start.day)) return null;
  if (start.unsureFrom !== null && day !== null && day >= start.unsureFrom && !changed) {
    return verdict("unknown", start.unsureFrom, "Chưa xác định: văn bản không ghi ngày có hiệu lực", []);
  }
  return verdict("not-yet-in-force", start.day, `Chưa có hiệu lực; ${lower(start.reason)}`, start.because);
}

function suspendedOn(day: LegalDate | null, events: LifeEvents): Verdict | null {
  const now = events.suspensions.filter((s) => day !== null && s.from <= day && (s.until === null || day < s.until));
  const wholly = now.find((s) => s.eId === null && !s.part);
  if (wholly) return verdict("suspended", wholly.from, wholly.because.says, [wholly.because]);
  const first = now[0];
  if (!first) return null;
  const proofs = now.map((s) => s.because);
  return verdict("partly-suspended", first.from, first.because.says, proofs);
}

function running(
  past: readonly LifeEvent[],
  partial: LifeEvents["partial"],
  start: Start,
  notes: readonly Because[],
): Verdict {
  const first = partial[0];
  if (first) {
    const proofs = partial.map((p) => p.because);
    return verdict("partly-ceased", first.day, withNotes(partialReason(proofs), notes), [...proofs, ...notes]);
  }
  const revived = past.findLast((e) => e.kind === "revive");
  if (start.day === null) {
    // a text that says it goes on is in force, though its beginning is not known
    return revived
      ? verdict("in-force", revived.day, revived.because.says, [revived.because])
      : verdict("unknown", null, withNotes(start.reason, notes), notes);
  }
  const since = revived && past.some((e) => e.kind === "end") ? revived.day : start.day;
  const proofs = [...(revived ? [revived.because] : []), ...start.because, ...notes];
  return verdict("in-force", since, withNotes(revived?.because.says ?? start.reason, notes), proofs);
}

/** Questions shown in full beside a reason; the rest are counted, and stand among the proofs. */
const NOTES_SHOWN = 2;

function withNotes(reason: string, notes: readonly Because[]): string {
  const more = notes.length > NOTES_SHOWN ? [`Và ${notes.length - NOTES_SHOWN} điểm khác cần xác định`] : [];
  return [reason, ...notes.slice(0, NOTES_SHOWN).map((n) => n.says), ...more].join(". ");
}

/** Walks the ends and revivals up to a day: the earliest end that no later event undid. */
function fateOn(past: readonly LifeEvent[]): { readonly dead: LifeEvent | null; readonly doubt: LifeEvent | null } {
  let dead: LifeEvent | null = null;
  let doubt: LifeEvent | null = null;
  for (const event of past) {
    if (event.kind === "end") dead ??= event;
    else if (event.kind === "doubt") doubt ??= event;
    else {
      dead = null;
      doubt = null;
    }
  }
  return { dead, doubt };
}

function partialReason(proofs: readonly Because[]): string {
  const says = [...new Set(proofs.map((p) => p.says))];
  const shown = says.slice(0, 3).join("; ");
  return `Hết hiệu lực một phần: ${shown}${says.length > 3 ? `; và ${says.length - 3} thay đổi khác` : ""}`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** State of each changed unit: a repeal stays a repeal until the unit is inserted anew; else the latest change speaks. */
function unitsOn(changes: readonly UnitChange[], day: LegalDate, events: LifeEvents): readonly UnitStatus[] {
  const units = new Map<string, UnitStatus>();
  for (const change of changes) {
    const before = units.get(change.eId);
    const status = before?.status === "inserted" && change.state === "amended" ? "inserted" : change.state;
    units.set(change.eId, {
      eId: change.eId,
      status,
      since: before?.status === status ? before.since : change.day,
      because: [...(before?.because ?? []), change.because],
    });
  }
  for (const s of events.suspensions) {
    if (s.eId === null || s.from > day || (s.until !== null && s.until <= day)) continue;
    units.set(s.eId, { eId: s.eId, status: "suspended", since: s.from, because: [s.because] });
  }
  return [...units.values()].sort((a, b) => a.eId.localeCompare(b.eId));
}

const isSame = (a: StatusPeriod, b: StatusPeriod): boolean =>
  a.status === b.status &&
  a.since === b.since &&
  a.reason === b.reason &&
  a.because.length === b.because.length &&
  JSON.stringify(a.units) === JSON.stringify(b.units);
