import type { Effect } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName, StatusPeriod } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store, StoredFinding, StoredLink } from "../store/store.ts";
import { incarnationOf } from "../resolve/incarnation.ts";
import { type TerritoryUnit, territoryOf } from "../resolve/territory.ts";
import { type DayTitle, titleOnDay } from "./day-title.ts";
import { type DocumentFields, fieldsOf } from "./fields-of.ts";
import { worksOf } from "./view-finding-row.ts";
import { type PublishedView, viewPublished } from "./view-publications.ts";
import { registerDay } from "./view-register.ts";
import { type UnitNames, unitNames } from "./view-unit-names.ts";

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

export interface DocumentHead {
  readonly work: Work;
  /** Its name on the day, where it is no longer the one issued. */
  readonly title: DayTitle | null;
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
  /** Its own clauses that let some of its units begin on another day. */
  readonly begins: readonly Effect[];
  readonly effectsBy: readonly Effect[];
  /** What it cites, in text order. */
  readonly own: readonly StoredLink[];
  /** Works named by proofs, effects, links. */
  readonly works: ReadonlyMap<WorkId, Work>;
  readonly names: UnitNames;
  /** How far the shipped register reaches, where the work is known from nothing else. */
  readonly registerDay: LegalDate | null;
  readonly relations: number;
  /** What the tool infers about the document as a whole. */
  readonly about: DocumentAbout;
  /** Published lists it stands in, and those it published. */
  readonly published: PublishedView;
}

export interface DocumentAbout {
  readonly fields: DocumentFields;
  /** Where it applies on the day, in the units of that day; empty: not known. */
  readonly territory: readonly TerritoryUnit[];
  /** Who holds the issuer's powers now, where that is another body. */
  readonly successor: string | null;
}

/** What every tab of a document shows at its head; null when nobody has ever heard of the work. */
export async function viewDocumentHead(store: Store, id: WorkId, on: LegalDate): Promise<DocumentHead | null> {
  const work = await store.works.find(id);
  if (work === null) return null;
  const [period, periods, current, findings, effectsOn, effectsBy, from] = await Promise.all([
    store.statuses.on(id, on),
    store.statuses.periods(id),
    store.documents.versions(id),
    store.findings.list({ work: id, limit: FINDINGS_SHOWN }),
    store.effects.on(id),
    store.effects.from(id),
    store.links.from(id),
  ]);
  const newest = [...current].sort((a, b) => b.version - a.version)[0] ?? null;
  const named = [
    ...(period?.because ?? []).map((b) => b.work),
    ...effectsOn.map((e) => e.source),
    ...effectsBy.map((e) => e.target),
  ].filter((w): w is string => w !== null);
  const cited = new Set(resolvedIds(from));
  cited.delete(id);
  return {
    work,
    title: await titleOnDay(store, work, effectsOn, on),
    period,
    periods: [...periods].sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1)),
    file: newest,
    findings: findings.rows,
    findingsTotal: findings.total,
    effectsOn: byDay(effectsOn.filter((e) => e.source !== id || (e.action !== "commence" && e.action !== "term"))),
    begins: effectsOn.filter((e) => e.source === id && e.action === "commence" && e.targetEId !== null),
    effectsBy: byDay(effectsBy.filter((e) => e.target !== id)),
    works: await worksOf(store, named),
    names: await unitNames(store, [id, ...named]),
    registerDay: work.known === "register" ? registerDay() : null,
    own: from,
    relations: cited.size + (await store.links.countTo(id, [id, ...cited])),
    about: await viewAbout(store, work, from, on),
    published: await viewPublished(store, id),
  };
}

async function viewAbout(store: Store, work: Work, own: readonly StoredLink[], on: LegalDate): Promise<DocumentAbout> {
  const incarnation = work.issuer === null ? null : incarnationOf(work.issuer, work.issuedOn);
  const ended = incarnation?.to !== null && incarnation?.to !== undefined && incarnation.to <= on;
  return {
    fields: await fieldsOf(store, work, undefined, own),
    territory: territoryOf(null, work.issuer, work.issuedOn),
    successor: ended ? (incarnation?.successor?.name ?? null) : null,
  };
}

const resolvedIds = (links: readonly StoredLink[]): readonly WorkId[] =>
  links.flatMap((l) => (l.resolution.kind === "work" ? [l.resolution.work] : []));

const byDay = (effects: readonly Effect[]): readonly Effect[] =>
  [...effects].sort((a, b) => ((a.from ?? "9999") < (b.from ?? "9999") ? -1 : 1));

/** Targets with their status on the day; each target is asked for once. */
export async function linkViews(
  store: Store,
  self: WorkId,
  links: readonly StoredLink[],
  on: LegalDate,
): Promise<readonly LinkView[]> {
  const works = await worksOf(store, resolvedIds(links));
  const states = await store.statuses.namesOn(works.keys(), on);
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
