import { groupBy } from "../domain/group-by.ts";
import type { EId } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { toSourceSpan } from "../domain/span.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store, StoredLink } from "../store/store.ts";
import { placeIn } from "./status-lines.ts";

/** One document that must be reviewed, on one ground of Điều 39 NĐ 79/2025. */
export interface ImpactRow {
  /** 1 a target · 2 a target is its legal basis · 3 it cites a target. Ground 4 (same matter) is not computed yet. */
  readonly ground: 1 | 2 | 3;
  readonly work: Work;
  readonly eIds: readonly EId[];
  readonly because: readonly {
    readonly symbol: string | null;
    readonly eId: EId | null;
    readonly quote: string;
    readonly start: number;
    readonly end: number;
  }[];
}

/** Actions that make a document a ground for review of its targets and of what rests on them. */
const GROUNDS = new Set([
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

/** Documents to review because of `work`; those already ended on the day are left out. */
export async function impactOf(store: Store, work: Work, on: LegalDate): Promise<readonly ImpactRow[]> {
  const place = placeIn(store);
  const targets = new Map<WorkId, ImpactRow["because"][number][]>();
  const units = new Map<WorkId, Set<EId>>();
  for (const e of await store.effects.from(work.id)) {
    if (!GROUNDS.has(e.action) || e.target === work.id) continue;
    const proof = {
      symbol: work.symbol,
      eId: e.sourceEId,
      quote: e.evidence.quote,
      ...(await place(work.id, e.evidence.span)),
    };
    targets.set(e.target, [...(targets.get(e.target) ?? []), proof]);
    if (e.targetEId) units.set(e.target, (units.get(e.target) ?? new Set()).add(e.targetEId));
  }
  const rows: ImpactRow[] = [];
  for (const [id, because] of targets) {
    const target = await store.works.find(id);
    if (target) rows.push({ ground: 1, work: target, eIds: [...(units.get(id) ?? [])], because });
  }
  for (const [id] of targets) rows.push(...(await restingOn(store, id, work.id, on)));
  return rows;
}

async function restingOn(store: Store, target: WorkId, except: WorkId, on: LegalDate): Promise<readonly ImpactRow[]> {
  const rows: ImpactRow[] = [];
  const links = (await store.links.to(target)).filter((l) => l.from !== except && l.from !== target);
  for (const [from, own] of groupBy(links, (l) => l.from)) {
    const citing = await store.works.find(from);
    if (!citing || (await store.statuses.on(from, on))?.status === "ceased") continue;
    const stored = await store.documents.current(from);
    const proof = (l: StoredLink) => ({
      symbol: citing.symbol,
      eId: l.within,
      quote: l.text,
      ...(stored ? toSourceSpan(stored.document.offsets, { start: l.start, end: l.end }) : { start: 0, end: 0 }),
    });
    const basis = own.filter((l) => l.role === "basis");
    const others = own.filter((l) => l.role === "reference");
    if (basis.length > 0) rows.push({ ground: 2, work: citing, eIds: [], because: basis.map(proof) });
    if (others.length > 0)
      rows.push({
        ground: 3,
        work: citing,
        eIds: [...new Set(others.flatMap((l) => (l.within ? [l.within] : [])))],
        because: others.map(proof),
      });
  }
  return rows;
}
