import { groupBy } from "../domain/group-by.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { RELATION_KINDS, type WorkRelation } from "../domain/relation.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { deriveRelations } from "../resolve/derive-relations.ts";
import type { Store } from "../store/store.ts";
import { drawnAs, lineOf } from "./lay-out-graph.ts";
import { worksOf } from "./view-finding-row.ts";
import type { Tie } from "./view-neighbourhood.ts";

/** Neighbours whose own ties are read, the nearest first. */
const READ = 12;
/** Of what others do to a neighbour; a law of the centre is amended and detailed by hundreds. */
const OTHERS_READ = 30;

/**
 * What the nearest documents do to others, rest on and name, and what others do to them: the second step. Who merely names
 * one of them is not read: everybody names the laws of the centre.
 */
export async function secondStep(
  store: Store,
  self: WorkId,
  near: readonly WorkId[],
  on: LegalDate,
): Promise<readonly Tie[]> {
  const asked = near.slice(0, READ);
  const found = await Promise.all(asked.map((id) => around(store, id)));
  const ends = found.flatMap(({ out, into }) => [...out, ...into]).flatMap((t) => [t.from, t.to]);
  const works = await worksOf(store, [...new Set(ends)]);
  const held = (t: Omit<Tie, "since"> & { since: LegalDate | null }): boolean =>
    t.from !== self &&
    t.to !== self &&
    t.from !== t.to &&
    isIssued(works.get(t.from), on) &&
    isIssued(works.get(t.to), on);
  const ties = new Map<string, Tie>();
  for (const { out, into } of found)
    for (const tie of [...out, ...into]) if (held(tie)) ties.set(`${tie.from} ${tie.to}`, tie);
  return [...ties.values()];
}

const isIssued = (work: Work | undefined, on: LegalDate): boolean =>
  work !== undefined && (work.issuedOn === null || work.issuedOn <= on);

interface Around {
  readonly out: readonly Tie[];
  readonly into: readonly Tie[];
}

async function around(store: Store, id: WorkId): Promise<Around> {
  const [work, links, effects, onIt, detailing] = await Promise.all([
    store.works.find(id),
    store.links.from(id),
    store.effects.from(id),
    store.effects.on(id),
    store.relations.of(id),
  ]);
  if (work === null) return { out: [], into: [] };
  const mentions = links.flatMap((l) =>
    l.resolution.kind === "work" ? [{ ...l, to: l.resolution.work, span: { start: l.start, end: l.end } }] : [],
  );
  const own = deriveRelations({ work, mentions, effects, detailing: detailing.parents, text: null });
  const derived = groupBy(own, (r) => r.to);
  const named = groupBy(mentions, (m) => m.to);
  const out = [...new Set([...derived.keys(), ...named.keys()])].map((to) =>
    tie(
      id,
      to,
      derived.get(to) ?? [],
      (named.get(to) ?? []).map((m) => m.role),
    ),
  );
  const acting = groupBy(
    onIt.filter((e) => e.source !== id && !e.listed),
    (e) => e.source,
  );
  const children = groupBy(detailing.children, (d) => d.child);
  const sources = await worksOf(store, [...new Set([...acting.keys(), ...children.keys()])].slice(0, OTHERS_READ));
  const into = [...sources.values()].map((source) =>
    tie(
      source.id,
      id,
      deriveRelations({
        work: source,
        mentions: [],
        effects: acting.get(source.id) ?? [],
        detailing: children.get(source.id) ?? [],
        text: null,
      }),
      [],
    ),
  );
  return { out, into: into.filter((t) => t.kinds.length > 0) };
}

function tie(
  from: WorkId,
  to: WorkId,
  derived: readonly WorkRelation[],
  roles: Parameters<typeof lineOf>[0]["roles"],
): Tie {
  const kinds = RELATION_KINDS.filter((kind) => derived.some((r) => r.kind === kind));
  const clause = derived.find((r) => r.evidence.eId !== null) ?? null;
  return {
    from,
    to,
    line: lineOf({
      roles,
      details: kinds.includes("details") || kinds.includes("guides"),
      kinds: derived.map(drawnAs),
    }),
    since: null,
    kinds,
    times: roles.length,
    place: clause === null || clause.evidence.eId === null ? null : { work: clause.from, eId: clause.evidence.eId },
  };
}
