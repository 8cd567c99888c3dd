import type { CitationRole } from "../domain/citation.ts";
import type { Effect } from "../domain/effect.ts";
import { groupBy } from "../domain/group-by.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { RELATION_KINDS, type RelationKind, type WorkRelation } from "../domain/relation.ts";
import { deriveRelations, type Mention } from "../resolve/derive-relations.ts";
import { placeKey } from "../resolve/place-line.ts";
import type { Detailing } from "../resolve/resolved.ts";
import type { Store, StoredLink } from "../store/store.ts";
import { drawnAs } from "./lay-out-graph.ts";
import { worksOf } from "./view-finding-row.ts";
import { type UnitNames, unitNames } from "./view-unit-names.ts";

/** One other document, and how often and as what it is met. */
export interface Relation {
  readonly work: Work;
  readonly status: StatusName | null;
  readonly roles: readonly CitationRole[];
  /** The one that cites details the other: quy định chi tiết, hướng dẫn. */
  readonly details: boolean;
  /** Mentions; 0 where an effect or the register alone knows of it. */
  readonly times: number;
  /** What was derived of the pair, in this direction. */
  readonly kinds?: readonly RelationKind[];
}

/** A relation as a line of the table. */
export interface RelationRow {
  readonly relation: WorkRelation;
  /** The document at the other end. */
  readonly other: Work;
  readonly status: StatusName | null;
  /** True: the document at hand acts; false: it is acted on. */
  readonly outgoing: boolean;
}

export interface RelationsView {
  /** At most `ROWS_SHOWN`; `total` counts all. */
  readonly rows: readonly RelationRow[];
  readonly total: number;
  readonly cites: readonly Relation[];
  /** Of a document that very many cite only some; `citing` counts all. */
  readonly citedBy: readonly Relation[];
  readonly citing: number;
  /** Citations whose document is not known, one row a mention. */
  readonly lost: readonly {
    readonly link: StoredLink;
    /** Where it stands: the unit by its name, or null for the head. */
    readonly unit: string | null;
    readonly candidates: readonly Work[];
  }[];
  readonly names: UnitNames;
}

export const ROWS_SHOWN = 200;
/** Citations of a document that are read; a law of the centre has tens of thousands. */
const LINKS_READ = 150;
/** Texts read to see whether a later document lets this one apply on in an old province. */
const TEXTS_READ = 40;

interface Tied {
  readonly links: readonly StoredLink[];
  readonly effects: readonly Effect[];
  readonly detailing: readonly Detailing[];
}

/** What a document does to others and rests on, what others do to it, what it cites, and what could not be found. */
export async function viewRelations(store: Store, work: Work, on: LegalDate): Promise<RelationsView> {
  const { id } = work;
  const [from, to, detailing, by, onIt] = await Promise.all([
    store.links.from(id),
    citationsOf(store, id),
    store.relations.of(id),
    store.effects.from(id),
    store.effects.on(id),
  ]);
  const acting = onIt.filter((e) => e.source !== id);
  const others = await worksOf(
    store,
    [
      ...from.flatMap((l) => (l.resolution.kind === "work" ? [l.resolution.work] : [])),
      ...by.map((e) => e.target),
      ...detailing.parents.map((d) => d.parent),
      ...to.map((l) => l.from),
      ...acting.map((e) => e.source),
      ...detailing.children.map((d) => d.child),
    ].filter((other) => other !== id),
  );
  const own = await ownRelations(store, work, { links: from, effects: by, detailing: detailing.parents });
  const incoming = await incomingRelations(store, work, others, {
    links: to,
    effects: acting,
    detailing: detailing.children,
  });
  const statuses = await statusesOf(store, [...own.map((r) => r.to), ...incoming.map((r) => r.from)], on);
  const rows = [...rowsOf(own, others, statuses, true), ...rowsOf(incoming, others, statuses, false)].sort(
    (a, b) => strength(a.relation) - strength(b.relation),
  );
  const names = await unitNames(store, [id, ...rows.slice(0, ROWS_SHOWN).map((r) => r.other.id)]);
  return {
    rows: rows.slice(0, ROWS_SHOWN),
    total: rows.length,
    cites: await gather(store, own, "to", from.flatMap(metBy(id)), { others, statuses, on }),
    citedBy: await gather(
      store,
      incoming,
      "from",
      to.map((l) => ({ other: l.from, role: l.role })),
      { others, statuses, on },
    ),
    citing: to.length < LINKS_READ ? new Set(to.map((l) => l.from)).size : await store.links.countTo(id, [id]),
    lost: await lostOf(store, from, names, id),
    names,
  };
}

/** Those that do something to it all; of those that only cite it some. */
async function citationsOf(store: Store, id: WorkId): Promise<readonly StoredLink[]> {
  const some = await store.links.to(id, { limit: LINKS_READ });
  if (some.length < LINKS_READ) return some.filter((l) => l.from !== id);
  const acting = await store.links.to(id, { roles: ACTING, limit: LINKS_READ });
  const met = new Set(acting.map((l) => `${l.from} ${l.citation} ${l.target}`));
  return [...acting, ...some.filter((l) => !met.has(`${l.from} ${l.citation} ${l.target}`))].filter(
    (l) => l.from !== id,
  );
}

const ACTING = ["amends", "repeals", "replaces", "suspends", "expires"] as const;

const strength = (r: WorkRelation): number => RELATION_KINDS.indexOf(r.kind);

const metBy =
  (self: WorkId) =>
  ({ resolution, role }: StoredLink): readonly Met[] =>
    resolution.kind === "work" && resolution.work !== self ? [{ other: resolution.work, role }] : [];

const mentionOf = (link: StoredLink): Mention[] =>
  link.resolution.kind === "work"
    ? [{ ...link, to: link.resolution.work, span: { start: link.start, end: link.end } }]
    : [];

async function ownRelations(store: Store, work: Work, tied: Tied): Promise<readonly WorkRelation[]> {
  const text =
    placeKey(work.issuer) === null ? null : ((await store.documents.current(work.id))?.document.text ?? null);
  const { effects, detailing } = tied;
  return deriveRelations({ work, mentions: tied.links.flatMap(mentionOf), effects, detailing, text });
}

/** What each other document does to this one; only a local document may be let apply on in an old province. */
async function incomingRelations(
  store: Store,
  work: Work,
  others: ReadonlyMap<WorkId, Work>,
  tied: Tied,
): Promise<readonly WorkRelation[]> {
  const local = placeKey(work.issuer) !== null;
  const links = groupBy(tied.links, (l) => l.from);
  const effects = groupBy(tied.effects, (e) => e.source);
  const detailing = groupBy(tied.detailing, (d) => d.child);
  const relations: WorkRelation[] = [];
  let texts = 0;
  for (const other of others.values()) {
    const mine = { links: links.get(other.id) ?? [], effects: effects.get(other.id) ?? [] };
    const children = detailing.get(other.id) ?? [];
    if (mine.links.length + mine.effects.length + children.length === 0) continue;
    const reads = local && mine.links.length > 0 && placeKey(other.issuer) !== null && texts++ < TEXTS_READ;
    relations.push(
      ...deriveRelations({
        work: other,
        mentions: mine.links.flatMap(mentionOf),
        effects: mine.effects,
        detailing: children,
        text: reads ? ((await store.documents.current(other.id))?.document.text ?? null) : null,
      }),
    );
  }
  return relations;
}

/** Statuses of the related documents; of very many only the first are looked up. */
async function statusesOf(
  store: Store,
  ids: readonly WorkId[],
  on: LegalDate,
): Promise<Map<WorkId, StatusName | null>> {
  const asked = [...new Set(ids)].slice(0, ROWS_SHOWN);
  const found = await store.statuses.namesOn(asked, on);
  return new Map(asked.map((id) => [id, found.get(id) ?? null]));
}

const rowsOf = (
  relations: readonly WorkRelation[],
  others: ReadonlyMap<WorkId, Work>,
  statuses: ReadonlyMap<WorkId, StatusName | null>,
  outgoing: boolean,
): readonly RelationRow[] =>
  relations.flatMap((relation) => {
    const other = others.get(outgoing ? relation.to : relation.from);
    return other ? [{ relation, other, status: statuses.get(other.id) ?? null, outgoing }] : [];
  });

interface Met {
  readonly other: WorkId;
  readonly role: CitationRole;
}

interface Around {
  readonly others: ReadonlyMap<WorkId, Work>;
  readonly statuses: Map<WorkId, StatusName | null>;
  readonly on: LegalDate;
}

/** One entry for each document at the other end: what it is met as, and what was derived. */
async function gather(
  store: Store,
  derived: readonly WorkRelation[],
  end: "from" | "to",
  met: readonly Met[],
  { others, statuses, on }: Around,
): Promise<readonly Relation[]> {
  const mentions = groupBy(met, (m) => m.other);
  const kinds = groupBy(derived, (r) => r[end]);
  const list = [...new Set([...mentions.keys(), ...kinds.keys()])].flatMap((id) => {
    const work = others.get(id);
    const own = kinds.get(id)?.map(drawnAs) ?? [];
    const mine = mentions.get(id) ?? [];
    const roles = [...new Set(mine.map((m) => m.role))];
    const details = own.includes("details") || own.includes("guides");
    return work ? [{ work, roles, details, times: mine.length, kinds: [...new Set(own)] }] : [];
  });
  list.sort((a, b) => b.times - a.times || a.work.id.localeCompare(b.work.id));
  const unseen = list.slice(0, ROWS_SHOWN).flatMap(({ work }) => (statuses.has(work.id) ? [] : [work.id]));
  for (const [id, status] of await statusesOf(store, unseen, on)) statuses.set(id, status);
  return list.map((r) => ({ ...r, status: statuses.get(r.work.id) ?? null }));
}

async function lostOf(
  store: Store,
  from: readonly StoredLink[],
  names: UnitNames,
  id: WorkId,
): Promise<RelationsView["lost"]> {
  const lost = [];
  for (const link of from) {
    const { resolution } = link;
    if (resolution.kind === "work") continue;
    lost.push({
      link,
      unit: link.within === null ? null : names.of(id, link.within),
      candidates: resolution.kind === "ambiguous" ? [...(await worksOf(store, resolution.candidates)).values()] : [],
    });
  }
  return lost;
}
