import { type EId, isUnder } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { groupBy } from "../domain/group-by.ts";
import { type LegalDocument, provisionAt } from "../domain/legal-document.ts";
import type { UnitState, UnitStatus } from "../domain/status.ts";
import type { WorkId } from "../domain/work.ts";
import { wordDifferences, type WordDifference } from "../compare/word-differences.ts";
import { type RefusedChange, refusedChanges, type UnitNote } from "../report/consolidated-model.ts";
import type { Store, StoredFinding } from "../store/store.ts";
import { remarksAround, withDayTitle } from "./around-units.ts";
import { citationsOnDay } from "./citations-on-day.ts";
import { layOutDay } from "./lay-out-day.ts";
import { type TextChange, type TextSteps, textSteps } from "./text-steps.ts";
import { type DocumentHead, type LinkView, linkViews } from "./view-document.ts";
import { footPlaces, headPlaces, type PaperPlace } from "./view-paper.ts";
import { layOutText, stretchKey, type Stretch } from "./view-text.ts";
import { type UnitToCome, unitsToCome } from "./units-to-come.ts";
import { type TextSources, textSources } from "./work-text.ts";

export type { RefusedChange, UnitNote, WordDifference };

/** `day` = as it stands on the day; `issued` = as it was issued. */
export type Wording = "day" | "issued";

/** How a unit stands on the day, where it does not simply stand as the whole document does. */
export interface StandingView {
  /** `pending` = begins later than the document. */
  readonly state: UnitState | "pending";
  /** Of `pending`: the day it begins. Null = not determined. */
  readonly since: LegalDate | null;
  readonly by: { readonly work: WorkId | null; readonly symbol: string | null; readonly eId: EId | null } | null;
}

/** A change of a unit's words with the words that differ; null where they are too many or too unlike to be marked. */
export interface ChangeView extends TextChange {
  readonly parts: readonly WordDifference[] | null;
}

/** What is to be said beside one unit. */
export interface UnitView {
  readonly standing: StandingView | null;
  /** How it came to its words, oldest first. */
  readonly changes: readonly ChangeView[];
  /** Changes that come after the day. */
  readonly later: readonly Effect[];
  /** What is not in its words, or waits for a person. */
  readonly refused: readonly RefusedChange[];
  /** Changes of it that never acted. */
  readonly idle: readonly RefusedChange[];
  /** Beside head and căn cứ: who changed the name, which words stayed. */
  readonly remarks: readonly UnitNote[];
  readonly findings: readonly StoredFinding[];
  readonly lost: readonly LinkView[];
  /** Its words were a table when the document was issued; which of them stand in which cell now is not certain. */
  readonly tableLost: boolean;
}

export interface ReaderView {
  readonly document: LegalDocument;
  readonly wording: Wording;
  /** The words on the day are others than those issued. */
  readonly changed: boolean;
  /** How many units were changed in which way; what came with a larger unit is not counted. */
  readonly counts: Readonly<Partial<Record<UnitState, number>>>;
  readonly stretches: readonly Stretch[];
  readonly links: readonly LinkView[];
  /** By `stretchKey`; stretches nothing is said of are left out. */
  readonly units: ReadonlyMap<string, UnitView>;
  /** Where the lines of head and foot stand on paper, by `stretchKey`. */
  readonly places: ReadonlyMap<string, readonly PaperPlace[]>;
  /** Findings about the whole document. */
  readonly whole: readonly StoredFinding[];
  /** Every change that is not in the words shown, with its reason. */
  readonly refused: readonly RefusedChange[];
  /** Changes that never acted, so that nothing is missing. */
  readonly idle: readonly RefusedChange[];
  /** Units that come after the day: a link to one of them says so instead of leading nowhere. */
  readonly toCome: readonly UnitToCome[];
  /** What else others do to it and could not be counted: ends, suspensions, changes to come. */
  readonly waiting: readonly RefusedChange[];
}

/** The text with everything known about its units laid beside it; null when the text is not in the collection. */
export async function viewReader(
  store: Store,
  head: DocumentHead,
  on: LegalDate,
  wording: Wording,
): Promise<ReaderView | null> {
  const stored = await store.documents.current(head.work.id);
  if (stored === null) return null;
  const { document } = stored;
  const { own } = head;
  const marks = head.findings.flatMap((f) =>
    f.evidence.flatMap((e) => (e.role === "subject" && e.work === head.work.id && e.span !== null ? [e.span] : [])),
  );
  const issued = layOutText(
    document,
    own.map((l, link) => ({ span: { start: l.start, end: l.end }, link })),
    marks,
  );
  const sources = await textSources(store, head.work, stored);
  const steps = textSteps(sources, on);
  const { provisions } = steps.now.consolidation;
  const changed = provisions.filter((p) => p.state !== "original");
  const citations = await citationsOnDay(store, stored, own, wording === "day" ? changed : []);
  const units =
    wording === "issued" || changed.length === 0
      ? issued
      : layOutDay({
          document,
          issued,
          units: provisions,
          linksIn: (unit, text, stretch) => citations.in(unit, text, stretch),
        });
  const links = await linkViews(store, head.work.id, citations.all, on);
  const stretches = wording === "day" && head.title ? withDayTitle(document, units, head.title.text) : units;
  const waiting = waitingIn(head, document, steps);
  return {
    document,
    wording,
    changed: changed.length > 0 || head.title !== null,
    counts: countsOf(steps),
    stretches,
    links,
    ...unitViews({ document, stretches, head, links, own: own.length, on, steps, sources, waiting }),
    places: placesOf(document, stretches),
    refused: steps.now.refused,
    idle: steps.now.idle,
    waiting,
    toCome: wording === "day" ? unitsToCome(sources, steps, on) : [],
  };
}

/** What never came to the words: lists only say so and prove nothing, and what a person rejected is settled. */
function waitingIn(
  head: DocumentHead,
  document: LegalDocument,
  { now: { consolidation } }: TextSteps,
): readonly RefusedChange[] {
  const { refused, idle, title } = consolidation;
  const told = new Set([...refused, ...idle, ...(title?.notes ?? [])].map((r) => r.effect.id));
  const open = head.effectsOn.filter((e) => !e.applied && !e.listed && e.byHand?.kind !== "reject" && !told.has(e.id));
  return refusedChanges(
    document,
    open.map((effect) => ({
      effect,
      why: head.names.said(effect.whyNot ?? "", effect.target, effect.source),
      place: effect.targetEId,
    })),
  );
}

function countsOf({ changes }: TextSteps): ReaderView["counts"] {
  const counts: Partial<Record<UnitState, number>> = {};
  for (const list of changes.values()) {
    const last = list.at(-1) as TextChange;
    counts[last.state] = (counts[last.state] ?? 0) + 1;
  }
  return counts;
}

function placesOf(document: LegalDocument, stretches: readonly Stretch[]): ReaderView["places"] {
  const places = new Map<string, readonly PaperPlace[]>();
  for (const stretch of stretches) {
    if (stretch.kind === "opening") places.set(stretchKey(stretch), headPlaces(document, stretch));
    if (stretch.kind === "signature") places.set(stretchKey(stretch), footPlaces(stretch));
  }
  return places;
}

interface Seen {
  readonly document: LegalDocument;
  readonly stretches: readonly Stretch[];
  readonly head: DocumentHead;
  readonly links: readonly LinkView[];
  readonly own: number;
  readonly on: LegalDate;
  readonly steps: TextSteps;
  readonly sources: TextSources;
  readonly waiting: readonly RefusedChange[];
}

function unitViews(seen: Seen): Pick<ReaderView, "units" | "whole"> {
  const { document, stretches, head, on, steps } = seen;
  const whole: StoredFinding[] = [];
  const findings = new Map<string, StoredFinding[]>();
  for (const finding of head.findings) {
    const place = placeOf(document, stretches, finding, head.work.id);
    if (place !== null) findings.set(place, [...(findings.get(place) ?? []), finding]);
    else whole.push(finding);
  }
  // by unit, for a law has thousands of units and each would look through all of them
  const open = byPlace([...steps.now.refused, ...seen.waiting]);
  const idle = byPlace(steps.now.idle);
  const later = new Map(
    groupBy(
      head.effectsOn.filter((e) => e.applied && e.action !== "insert" && (e.from ?? "") > on),
      (e) => e.targetEId,
    ),
  );
  const lost = lostLinks(seen.links);
  const remarks = remarksAround(stretches, seen.sources, steps.now);
  const units = new Map<string, UnitView>();
  for (const stretch of stretches) {
    const eId = stretch.anchor === null ? null : stretch.eId;
    const view: UnitView = {
      standing: eId === null ? null : standingOf(head, steps, eId, on),
      changes: eId === null ? [] : (steps.changes.get(eId) ?? []).map(withParts),
      later: eId === null ? [] : (later.get(eId) ?? []),
      refused: eId === null ? [] : (open.get(eId) ?? []),
      idle: eId === null ? [] : (idle.get(eId) ?? []),
      remarks: remarks.get(stretchKey(stretch)) ?? [],
      findings: findings.get(stretchKey(stretch)) ?? [],
      lost: lostIn(stretch, lost, seen.own),
      tableLost: stretch.tableLost === true,
    };
    if (
      view.standing !== null ||
      view.tableLost ||
      [view.changes, view.later, view.refused, view.idle, view.remarks, view.findings, view.lost].some(
        (list) => list.length > 0,
      )
    )
      units.set(stretchKey(stretch), view);
  }
  return { units, whole };
}

const withParts = (change: TextChange): ChangeView => ({
  ...change,
  parts: change.before === null || change.state === "repealed" ? null : wordDifferences(change.before, change.after),
});

const byPlace = (changes: readonly RefusedChange[]): ReadonlyMap<EId | null, readonly RefusedChange[]> =>
  new Map(groupBy(changes, (change) => change.place));

type LostLink = { readonly link: LinkView; readonly at: number };

/** Citations that lead nowhere, with their places among all links. */
const lostLinks = (links: readonly LinkView[]): readonly LostLink[] =>
  links.flatMap((link, at) => (!link.self && link.link.resolution.kind !== "work" ? [{ link, at }] : []));

/** Those of one stretch. The first `own` links are the document's; offsets of the others count elsewhere. */
function lostIn(stretch: Stretch, lost: readonly LostLink[], own: number): readonly LinkView[] {
  if (lost.length === 0) return [];
  const shown = stretch.onDay ? new Set(stretch.lines.flatMap((line) => line.runs.flatMap((r) => r.link ?? []))) : null;
  const within = ({ start }: LinkView["link"]): boolean => start >= stretch.span.start && start < stretch.span.end;
  return lost.flatMap(({ link, at }) => ((shown ? shown.has(at) : at < own && within(link.link)) ? [link] : []));
}

/** Where a finding stands: the stretch of its deciding words, or the unit it names; null when it is about the whole. */
function placeOf(
  document: LegalDocument,
  stretches: readonly Stretch[],
  finding: StoredFinding,
  work: WorkId,
): string | null {
  const at =
    finding.evidence.find((e) => e.role === "subject" && e.work === work && e.span !== null)?.span?.start ?? null;
  const eId = (at === null ? null : (provisionAt(document, at)?.eId ?? null)) ?? finding.eId;
  const stretch =
    stretches.find((s) => s.anchor !== null && s.anchor === eId) ??
    (at === null ? undefined : stretches.find((s) => s.span.start <= at && at < s.span.end));
  return stretch === undefined ? null : stretchKey(stretch);
}

/** The statuses count a change whose words could not be worked in: the words shown are still the older ones. */
const isRefused = (unit: UnitStatus | undefined, { now }: TextSteps): boolean =>
  unit !== undefined &&
  now.refused.some((r) => r.target === unit.eId && unit.because.some((b) => b.work === r.work)) &&
  unit.status !== "repealed" &&
  unit.status !== "suspended";

/**
 * A unit that has not begun; else one that was suspended or repealed, or stands below such a one; else what was last done
 * to its words; else what the statuses say of it.
 */
function standingOf(head: DocumentHead, steps: TextSteps, eId: EId, on: LegalDate): StandingView | null {
  const begins = head.begins.find((e) => e.targetEId !== null && isUnder(eId, e.targetEId) && (e.from ?? "9999") > on);
  if (begins !== undefined)
    return {
      state: "pending",
      since: begins.from,
      by: { work: begins.source, symbol: begins.evidence.symbol, eId: begins.sourceEId },
    };
  const units = head.period?.units ?? [];
  const own = units.find((u) => u.eId === eId);
  const over =
    (own?.status === "repealed" || own?.status === "suspended" ? own : undefined) ??
    units.find((u) => (u.status === "repealed" || u.status === "suspended") && isUnder(eId, u.eId));
  const step = steps.steps.get(eId);
  const said = over ?? (step === undefined && !isRefused(own, steps) ? own : undefined);
  if (said !== undefined) {
    const because = said.because.at(-1);
    return {
      state: said.status,
      since: said.since,
      by: because === undefined ? null : { work: because.work, symbol: because.symbol, eId: because.eId },
    };
  }
  return step ?? null;
}
