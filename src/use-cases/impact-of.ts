import { titlesAlike } from "../compare/subject-words.ts";
import type { EId } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import { groupBy } from "../domain/group-by.ts";
import { parseIssuer } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Span } from "../domain/span.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { heldOn } from "../resolve/territory.ts";
import type { Store, StoredLink } from "../store/store.ts";
import { shelvedOn } from "./document-shelf.ts";
import { remembered } from "./remembered.ts";
import { matterOf, titleIndex } from "./title-index.ts";

/** 1 a target · 2 a target is its legal basis, or it details one · 3 it cites a target · 4 it regulates the same matter. */
export const IMPACT_GROUNDS = [1, 2, 3, 4] as const;
export type ImpactGround = (typeof IMPACT_GROUNDS)[number];

/** Words that make a document one to review. `span` counts in the normalised text of `work`. */
export interface ImpactProof {
  readonly work: WorkId;
  readonly symbol: string | null;
  readonly eId: EId | null;
  readonly quote: string;
  readonly span: Span | null;
}

/** One document that must be reviewed, on one ground of Điều 39 NĐ 79/2025. */
export interface ImpactRow {
  readonly ground: ImpactGround;
  readonly work: Work;
  /** Its provisions concerned; empty = the document as a whole. */
  readonly eIds: readonly EId[];
  /** Ground 1: what is done to it. */
  readonly actions: readonly Effect["action"][];
  /** Grounds 2 and 3: the target it rests on. */
  readonly through: WorkId | null;
  /** Grounds 2 and 3: the target changes or ends as a whole; it names a unit that is changed; it names others. */
  readonly reach: "whole" | "changed-part" | "other-part" | null;
  readonly because: readonly ImpactProof[];
}

/** Actions that make a document a ground for review of its targets and of what rests on them. */
export const GROUNDS: ReadonlySet<Effect["action"]> = new Set<Effect["action"]>([
  "amend",
  "insert",
  "repeal",
  "replace-phrase",
  "delete-phrase",
  "replace-document",
  "repeal-document",
  "expire",
  "suspend",
  "resume",
  "extend",
]);

/** How many documents of the same matter are named at most, the most alike first; so many are looked at in one go. */
const MOST_ALIKE = 60;
const LOOKED_AT = 120;

/** Documents to review because of `work`; those already ended on the day are left out, unless they are its targets. */
export const impactOf = async (store: Store, work: Work, on: LegalDate): Promise<readonly ImpactRow[]> =>
  impactOfEffects(store, work, await store.effects.from(work.id), on);

/** The same for effects that need not be stored: those of a draft. */
export async function impactOfEffects(
  store: Store,
  work: Work,
  all: readonly Effect[],
  on: LegalDate,
): Promise<readonly ImpactRow[]> {
  const effects = all.filter((e) => GROUNDS.has(e.action) && e.target !== work.id);
  const rows: ImpactRow[] = [];
  for (const [id, own] of groupBy(effects, (e) => e.target)) {
    const target = await store.works.find(id);
    if (!target) continue;
    rows.push({
      ground: 1,
      work: target,
      eIds: unique(own.flatMap((e) => e.targetEId ?? [])),
      actions: unique(own.map((e) => e.action)),
      through: null,
      reach: null,
      because: own.map((e) => proofOf(work, e.sourceEId, e.evidence.quote, e.evidence.span)),
    });
  }
  for (const [id, own] of groupBy(effects, (e) => e.target))
    rows.push(...(await restingOn(store, id, own, work.id, on)));
  rows.push(...(await sameMatter(store, work, new Set(rows.map((r) => r.work.id)), on)));
  return rows;
}

/** Grounds 2 and 3: what has one target as its basis, details it, or cites it. */
async function restingOn(
  store: Store,
  target: WorkId,
  effects: readonly Effect[],
  except: WorkId,
  on: LegalDate,
): Promise<readonly ImpactRow[]> {
  const touched = effects.some((e) => e.targetEId === null) ? null : effects.flatMap((e) => e.targetEId ?? []);
  const links = (await store.links.to(target)).filter((l) => l.from !== except && l.from !== target);
  const children = new Map((await store.relations.of(target)).children.map((d) => [d.child, d]));
  const rows: ImpactRow[] = [];
  const byDocument = new Map(groupBy(links, (l) => l.from));
  const ids = [...new Set([...byDocument.keys(), ...children.keys()])].filter((id) => id !== except);
  const { works, statuses } = await knownOn(store, ids, on);
  for (const id of ids) {
    const citing = works.get(id);
    if (!citing || statuses.get(id) === "ceased") continue;
    const own = byDocument.get(id) ?? [];
    const child = children.get(id);
    const base = own.filter((l) => l.role === "basis");
    const others = own.filter((l) => l.role === "reference");
    const shared = { work: citing, actions: [], through: target };
    if (base.length > 0 || child)
      rows.push({
        ...shared,
        ground: 2,
        eIds: [],
        reach: reachOf([...base.flatMap((l) => l.eIds), ...(child?.parentEIds ?? [])], touched),
        because: unique([
          ...base.map((l) => linkProof(citing, l)),
          ...(child && base.length === 0
            ? [proofOf(citing, child.evidence.eId, child.evidence.quote, child.evidence.span)]
            : []),
        ]),
      });
    if (others.length > 0)
      rows.push({
        ...shared,
        ground: 3,
        eIds: unique(others.flatMap((l) => l.within ?? [])),
        reach: reachOf(
          others.flatMap((l) => l.eIds),
          touched,
        ),
        because: others.map((l) => linkProof(citing, l)),
      });
  }
  return rows.sort(
    (a, b) => a.ground - b.ground || Number(a.reach === "other-part") - Number(b.reach === "other-part"),
  );
}

/** So many documents are cheaper taken from the shelf, which is in memory as a rule. */
const MANY = 300;

/** Works by id and what holds of them on a day. */
async function knownOn(
  store: Store,
  ids: readonly WorkId[],
  on: LegalDate,
): Promise<{ readonly works: ReadonlyMap<WorkId, Work>; readonly statuses: ReadonlyMap<WorkId, StatusName> }> {
  const works = new Map<WorkId, Work>();
  const statuses = new Map<WorkId, StatusName>();
  const wanted = new Set(ids);
  if (wanted.size > MANY) {
    const shelf = await shelvedOn(store, on);
    for (const [i, { work }] of shelf.documents.entries()) {
      if (!wanted.delete(work.id)) continue;
      works.set(work.id, work);
      const status = shelf.statuses[i]?.status;
      if (status !== undefined) statuses.set(work.id, status);
    }
  }
  for (const [id, work] of await store.works.findAll(wanted)) works.set(id, work);
  for (const [id, status] of await store.statuses.namesOn(wanted, on)) statuses.set(id, status);
  return { works, statuses };
}

/** Ground 4: documents in force, of the same or a lower level, in the same territory, whose titles speak of the same matter. */
async function sameMatter(
  store: Store,
  work: Work,
  known: ReadonlySet<WorkId>,
  on: LegalDate,
): Promise<readonly ImpactRow[]> {
  if (work.title === null) return [];
  const alike = titlesAlike(await titleIndex(store), { id: work.id, title: matterOf(work) }).filter(
    ({ id }) => !known.has(id),
  );
  const rows: ImpactRow[] = [];
  for (let from = 0; from < alike.length && rows.length < MOST_ALIKE; from += LOOKED_AT) {
    const some = alike.slice(from, from + LOOKED_AT);
    const ids = some.map(({ id }) => id);
    const [works, statuses] = await Promise.all([store.works.findAll(ids), store.statuses.namesOn(ids, on)]);
    for (const { id, shared } of some) {
      if (rows.length === MOST_ALIKE) break;
      const other = works.get(id);
      if (!other || statuses.get(id) === "ceased" || !mayBeBound(work, other, on)) continue;
      const span = await titleSpan(store, id);
      rows.push({
        ground: 4,
        work: other,
        eIds: [],
        actions: [],
        through: null,
        reach: null,
        because: [
          proofOf(other, null, other.title ?? "", span),
          ...shared.map((words) => proofOf(other, null, words, null)),
        ].slice(0, 4),
      });
    }
  }
  return rows;
}

/** Where a title stands in its document: kept, because a document is read whole to say it. */
async function titleSpan(store: Store, id: WorkId): Promise<Span | null> {
  const spans = await remembered(store, "title spans", async () => new Map<WorkId, Span | null>());
  const known = spans.get(id);
  if (known !== undefined) return known;
  const span = (await store.documents.current(id))?.document.meta.title?.span ?? null;
  spans.set(id, span);
  return span;
}

const LEVELS = ["central", "province", "district", "commune", "unknown"];

/** A document cannot make a stronger one, or one of another province, a document to review. */
function mayBeBound(work: Work, other: Work, on: LegalDate): boolean {
  const [mine, theirs] = [parseIssuer(work.issuer ?? ""), parseIssuer(other.issuer ?? "")];
  if (LEVELS.indexOf(theirs.level) < LEVELS.indexOf(mine.level)) return false;
  if (mine.level === "central" || mine.level === "unknown") return true;
  const [a, b] = [heldOn(work, on), heldOn(other, on)];
  return a.size === 0 || b.size === 0 || theirs.level !== "province" || [...a].some((key) => b.has(key));
}

/** The one unit is the other, holds it or lies in it. */
const meets = (eId: EId, touched: readonly EId[]): boolean =>
  touched.some((t) => t === eId || t.startsWith(`${eId}__`) || eId.startsWith(`${t}__`));

/** How far what is cited is changed; `touched` null = the whole document is. */
export function reachOf(cited: readonly EId[], touched: readonly EId[] | null): NonNullable<ImpactRow["reach"]> {
  if (touched === null) return "whole";
  return cited.some((eId) => meets(eId, touched)) ? "changed-part" : "other-part";
}

const proofOf = (work: Work, eId: EId | null, quote: string, span: Span | null): ImpactProof => ({
  work: work.id,
  symbol: work.symbol,
  eId,
  quote,
  span,
});

const linkProof = (citing: Work, l: StoredLink): ImpactProof =>
  proofOf(citing, l.within, l.text, { start: l.start, end: l.end });

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
