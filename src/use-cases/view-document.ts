import { isUnder, type EId } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import { provisionAt } from "../domain/legal-document.ts";
import type { StatusName, StatusPeriod, UnitStatus } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store, StoredFinding, StoredLink } from "../store/store.ts";
import type { FieldGuess } from "../resolve/classify-field.ts";
import { incarnationOf } from "../resolve/incarnation.ts";
import { type TerritoryUnit, territoryOf } from "../resolve/territory.ts";
import { fieldOf } from "./field-of.ts";
import { worksOf } from "./view-finding-row.ts";
import { footPlaces, headPlaces, type PaperPlace } from "./view-paper.ts";
import { registerDay } from "./view-register.ts";
import { type UnitNames, unitNames } from "./view-unit-names.ts";
import { layOutText, stretchKey, type Stretch } from "./view-text.ts";

/** Findings shown of one document; more are in the list. */
const FINDINGS_SHOWN = 200;

/** A citation as the reader shows it: where it leads and how the target stands on the day. */
export interface LinkView {
  readonly link: StoredLink;
  readonly work: Work | null;
  /** Status of the target on the day; null for the document itself and for what is not known. */
  readonly status: StatusName | null;
  readonly self: boolean;
}

/** What is to be said beside one unit. */
export interface UnitView {
  readonly state: UnitStatus | null;
  /** New wording that holds on the day. */
  readonly now: readonly Effect[];
  /** Changes that come after the day. */
  readonly later: readonly Effect[];
  readonly notApplied: readonly Effect[];
  readonly findings: readonly StoredFinding[];
  readonly lost: readonly LinkView[];
}

export interface DocumentHead {
  readonly work: Work;
  readonly period: StatusPeriod | null;
  readonly periods: readonly StatusPeriod[];
  readonly file: {
    readonly sha256: string;
    readonly format: string;
    readonly quality: string;
    readonly file: string;
  } | null;
  readonly findings: readonly StoredFinding[];
  readonly findingsTotal: number;
  /** What is done to it, its own beginning and end left out: those stand in the periods. */
  readonly effectsOn: readonly Effect[];
  readonly effectsBy: readonly Effect[];
  /** Works named by proofs, effects, links. */
  readonly works: ReadonlyMap<WorkId, Work>;
  readonly names: UnitNames;
  /** How far the shipped register reaches, where the work is known from nothing else. */
  readonly registerDay: LegalDate | null;
  readonly relations: number;
  /** What the tool infers about the document as a whole. */
  readonly about: DocumentAbout;
}

export interface DocumentAbout {
  /** Null: no field is clear enough. */
  readonly field: FieldGuess | null;
  /** Where it applies on the day, in the units of that day; empty: not known. */
  readonly territory: readonly TerritoryUnit[];
  /** Who holds the issuer's powers now, where that is another body. */
  readonly successor: string | null;
}

export interface ReaderView {
  readonly document: LegalDocument;
  readonly stretches: readonly Stretch[];
  readonly links: readonly LinkView[];
  /** By `stretchKey`; stretches nothing is said of are left out. */
  readonly units: ReadonlyMap<string, UnitView>;
  /** Inserted units, by the anchor of the stretch after which they stand; under "" those without a place. */
  readonly inserted: ReadonlyMap<string, readonly Effect[]>;
  /** Where the lines of head and foot stand on paper, by `stretchKey`. */
  readonly places: ReadonlyMap<string, readonly PaperPlace[]>;
  /** Findings about the whole document. */
  readonly whole: readonly StoredFinding[];
  readonly wholeNotApplied: readonly Effect[];
}

/** What every tab of a document shows at its head; null when nobody has ever heard of the work. */
export async function viewDocumentHead(store: Store, id: WorkId, on: LegalDate): Promise<DocumentHead | null> {
  const work = await store.works.find(id);
  if (work === null) return null;
  const [period, periods, current, findings, effectsOn, effectsBy, from, to] = await Promise.all([
    store.statuses.on(id, on),
    store.statuses.periods(id),
    store.documents.versions(id),
    store.findings.list({ work: id, limit: FINDINGS_SHOWN }),
    store.effects.on(id),
    store.effects.from(id),
    store.links.from(id),
    store.links.to(id),
  ]);
  const newest = [...current].sort((a, b) => b.version - a.version)[0] ?? null;
  const named = [
    ...(period?.because ?? []).map((b) => b.work),
    ...effectsOn.map((e) => e.source),
    ...effectsBy.map((e) => e.target),
  ].filter((w): w is string => w !== null);
  const related = new Set([...resolvedIds(from), ...to.map((l) => l.from)]);
  related.delete(id);
  return {
    work,
    period,
    periods: [...periods].sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1)),
    file: newest,
    findings: findings.rows,
    findingsTotal: findings.total,
    effectsOn: byDay(effectsOn.filter((e) => e.source !== id || (e.action !== "commence" && e.action !== "term"))),
    effectsBy: byDay(effectsBy.filter((e) => e.target !== id)),
    works: await worksOf(store, named),
    names: await unitNames(store, [id, ...named]),
    registerDay: work.known === "register" ? registerDay() : null,
    relations: related.size,
    about: await viewAbout(store, work, on),
  };
}

async function viewAbout(store: Store, work: Work, on: LegalDate): Promise<DocumentAbout> {
  const cited = await worksOf(
    store,
    (await store.links.from(work.id)).flatMap((l) => (l.resolution.kind === "work" ? [l.resolution.work] : [])),
  );
  const incarnation = work.issuer === null ? null : incarnationOf(work.issuer, work.issuedOn);
  const ended = incarnation?.to !== null && incarnation?.to !== undefined && incarnation.to <= on;
  return {
    field: await fieldOf(store, work, cited),
    territory: territoryOf(null, work.issuer, work.issuedOn),
    successor: ended ? (incarnation?.successor?.name ?? null) : null,
  };
}

const resolvedIds = (links: readonly StoredLink[]): readonly WorkId[] =>
  links.flatMap((l) => (l.resolution.kind === "work" ? [l.resolution.work] : []));

const byDay = (effects: readonly Effect[]): readonly Effect[] =>
  [...effects].sort((a, b) => ((a.from ?? "9999") < (b.from ?? "9999") ? -1 : 1));

/** The text with everything known about its units laid beside it; null when the text is not in the collection. */
export async function viewReader(store: Store, head: DocumentHead, on: LegalDate): Promise<ReaderView | null> {
  const stored = await store.documents.current(head.work.id);
  if (stored === null) return null;
  const { document } = stored;
  const links = await linkViews(store, head.work.id, await store.links.from(head.work.id), on);
  const marks = head.findings.flatMap((f) =>
    f.evidence.flatMap((e) => (e.role === "subject" && e.work === head.work.id && e.span !== null ? [e.span] : [])),
  );
  const stretches = layOutText(
    document,
    links.map((l, link) => ({ span: { start: l.link.start, end: l.link.end }, link })),
    marks,
  );
  const { units, whole } = unitViews(document, stretches, head, links, on);
  return {
    document,
    stretches,
    links,
    units,
    whole,
    places: placesOf(document, stretches),
    inserted: insertions(stretches, head.effectsOn, on),
    wholeNotApplied: head.effectsOn.filter(
      (e) => !e.applied && (e.targetEId === null || !stretches.some((s) => s.anchor === e.targetEId)),
    ),
  };
}

function placesOf(document: LegalDocument, stretches: readonly Stretch[]): ReaderView["places"] {
  const places = new Map<string, readonly PaperPlace[]>();
  for (const stretch of stretches) {
    if (stretch.kind === "opening") places.set(stretchKey(stretch), headPlaces(document, stretch));
    if (stretch.kind === "signature") places.set(stretchKey(stretch), footPlaces(stretch));
  }
  return places;
}

/** Targets with their status on the day; each target is asked for once. */
export async function linkViews(
  store: Store,
  self: WorkId,
  links: readonly StoredLink[],
  on: LegalDate,
): Promise<readonly LinkView[]> {
  const works = await worksOf(store, resolvedIds(links));
  const states = new Map<WorkId, StatusName | null>();
  for (const id of works.keys()) states.set(id, (await store.statuses.on(id, on))?.status ?? null);
  return links.map((link) => {
    const id = link.resolution.kind === "work" ? link.resolution.work : null;
    return {
      link,
      work: id === null ? null : (works.get(id) ?? null),
      status: id === null || id === self ? null : (states.get(id) ?? null),
      self: id === self,
    };
  });
}

function unitViews(
  document: LegalDocument,
  stretches: readonly Stretch[],
  head: DocumentHead,
  links: readonly LinkView[],
  on: LegalDate,
): Pick<ReaderView, "units" | "whole"> {
  const whole: StoredFinding[] = [];
  const findings = new Map<string, StoredFinding[]>();
  for (const finding of head.findings) {
    const place = placeOf(document, stretches, finding, head.work.id);
    if (place !== null) findings.set(place, [...(findings.get(place) ?? []), finding]);
    else whole.push(finding);
  }
  const units = new Map<string, UnitView>();
  for (const stretch of stretches) {
    const eId = stretch.anchor === null ? null : stretch.eId;
    const mine = eId === null ? [] : head.effectsOn.filter((e) => e.targetEId === eId);
    const lost = links.filter(
      (l) =>
        !l.self &&
        l.link.resolution.kind !== "work" &&
        l.link.start >= stretch.span.start &&
        l.link.start < stretch.span.end,
    );
    const view: UnitView = {
      state: eId === null ? null : stateOf(head.period, eId),
      now: mine.filter(
        (e) => e.applied && e.content !== null && e.action !== "insert" && e.from !== null && e.from <= on,
      ),
      later: mine.filter((e) => e.applied && e.action !== "insert" && e.from !== null && e.from > on),
      notApplied: mine.filter((e) => !e.applied),
      findings: findings.get(stretchKey(stretch)) ?? [],
      lost,
    };
    if (
      view.state !== null ||
      view.now.length + view.later.length + view.notApplied.length + view.findings.length + lost.length > 0
    )
      units.set(stretchKey(stretch), view);
  }
  return { units, whole };
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

/** The state of a unit: its own, or that of the nearest unit above it that was repealed or suspended. */
function stateOf(period: StatusPeriod | null, eId: EId): UnitStatus | null {
  const units = period?.units ?? [];
  const own = units.find((u) => u.eId === eId);
  if (own !== undefined) return own;
  return units.find((u) => (u.status === "repealed" || u.status === "suspended") && isUnder(eId, u.eId)) ?? null;
}

/** Inserted units find their place after the unit they follow, or after the last unit of their parent. */
function insertions(
  stretches: readonly Stretch[],
  effects: readonly Effect[],
  on: LegalDate,
): ReadonlyMap<string, readonly Effect[]> {
  const placed = new Map<string, Effect[]>();
  for (const effect of effects) {
    if (
      effect.action !== "insert" ||
      !effect.applied ||
      effect.content === null ||
      effect.from === null ||
      effect.from > on
    )
      continue;
    const under = effect.after ?? effect.targetEId?.slice(0, Math.max(0, effect.targetEId.lastIndexOf("__"))) ?? "";
    const last =
      under === ""
        ? undefined
        : stretches.findLast((s) => s.anchor !== null && s.eId !== null && isUnder(s.eId, under));
    const key = last?.anchor ?? "";
    placed.set(key, [...(placed.get(key) ?? []), effect]);
  }
  return placed;
}
