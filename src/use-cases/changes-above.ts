import { isCompetenceLaw } from "../engine/basis-lines.ts";
import type { ChangeAbove } from "../engine/handling-evidence.ts";
import type { EId } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import { groupBy } from "../domain/group-by.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store, StoredLink } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";
import { GROUNDS, reachOf } from "./impact-of.ts";

/** Going on and living longer take nothing away from whoever rests on a document. */
const TOUCHING: ReadonlySet<Effect["action"]> = new Set(
  [...GROUNDS].filter((action) => action !== "extend" && action !== "resume"),
);

type Dated = Effect & { readonly from: LegalDate };

/**
 * What has happened since its issue to the documents a document rests on, seen from below: grounds 2 and 3 of Điều 39
 * NĐ 79/2025. One row for each changed document and each act that changed it, those that name a changed unit first.
 */
export async function changesAbove(store: Store, work: Work, on: LegalDate): Promise<readonly ChangeAbove[]> {
  const links = (await store.links.from(work.id)).filter((l) => l.role === "basis" || l.role === "reference");
  const byParent = new Map<WorkId, StoredLink[]>();
  for (const link of links) {
    if (link.resolution.kind !== "work" || link.resolution.work === work.id) continue;
    byParent.set(link.resolution.work, [...(byParent.get(link.resolution.work) ?? []), link]);
  }
  const detailed = new Map((await store.relations.of(work.id)).parents.map((d) => [d.parent, d.parentEIds]));
  const parents = [...new Set([...byParent.keys(), ...detailed.keys()])].sort();
  const effects = new Map<WorkId, readonly Dated[]>();
  for (const id of parents) effects.set(id, since(await store.effects.on(id), work, on));
  const works = await store.works.findAll([...parents, ...[...effects.values()].flat().map((e) => e.source)]);
  const rows: ChangeAbove[] = [];
  for (const parent of parents)
    for (const [act, own] of groupBy(effects.get(parent) ?? [], (e) => e.source))
      rows.push({
        parent,
        parentName: workName(works.get(parent) ?? null),
        act,
        actName: workName(works.get(act) ?? null),
        isCompetence: isCompetenceLaw(works.get(parent)?.title ?? ""),
        actions: [...new Set(own.map((e) => e.action))],
        from: own.map((e) => e.from).sort()[0] as LegalDate,
        ...touchedBelow(byParent.get(parent) ?? [], detailed.get(parent) ?? null, own),
      });
  return rows.sort((a, b) => ORDER[a.reach] - ORDER[b.reach] || a.from.localeCompare(b.from));
}

const ORDER = { whole: 0, "changed-part": 1, "other-part": 2 } as const;

/** Effects that counted after the document was issued: what it already knew of is no change for it. */
const since = (effects: readonly Effect[], work: Work, on: LegalDate): readonly Dated[] =>
  effects.filter(
    (e): e is Dated =>
      e.applied &&
      TOUCHING.has(e.action) &&
      e.source !== work.id &&
      e.from !== null &&
      e.from <= on &&
      e.from > (work.issuedOn ?? ""),
  );

function touchedBelow(
  links: readonly StoredLink[],
  detailed: readonly EId[] | null,
  effects: readonly Dated[],
): Pick<ChangeAbove, "reach" | "isBasis" | "eIds"> {
  const touched = effects.some((e) => e.targetEId === null) ? null : effects.flatMap((e) => e.targetEId ?? []);
  const hit = links.filter((l) => reachOf(l.eIds, touched) !== "other-part");
  return {
    reach: reachOf([...links.flatMap((l) => l.eIds), ...(detailed ?? [])], touched),
    isBasis: detailed !== null || links.some((l) => l.role === "basis"),
    eIds: [...new Set(hit.flatMap((l) => (l.role === "reference" ? (l.within ?? []) : [])))],
  };
}
