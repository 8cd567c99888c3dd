import type { EId } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { groupBy } from "../domain/group-by.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { rememberedImports } from "./remembered.ts";
import { GROUNDS, type ImpactGround, type ImpactRow, impactOf } from "./impact-of.ts";
import { type UnitNames, unitNames } from "./view-unit-names.ts";

/** How many of the last imported files are looked through for documents that change others, and how many are shown. */
const IMPORTS_READ = 400;
const ACTS_SHOWN = 40;

/** A document that changes, ends or suspends others. */
export interface Act {
  readonly work: Work;
  /** How many other documents it acts on. */
  readonly targets: number;
  readonly importedAt: number | null;
}

/** Which rows are shown: so many of each ground, or a part of one ground. */
export interface ImpactPart {
  readonly ground: ImpactGround | null;
  readonly from: number;
  readonly count: number;
}

export interface ImpactView {
  readonly work: Work;
  readonly status: StatusName | null;
  /** Documents to review, whatever is shown of them. */
  readonly documents: number;
  /** Rows of each ground, whatever is shown of them. */
  readonly totals: ReadonlyMap<ImpactGround, number>;
  readonly rows: readonly (ImpactRow & { readonly status: StatusName | null; readonly units: readonly UnitLink[] })[];
  readonly works: ReadonlyMap<WorkId, Work>;
  readonly names: UnitNames;
}

export interface UnitLink {
  readonly eId: EId;
  readonly name: string;
}

/** The documents imported last that are grounds for reviewing others (Điều 37, 39 NĐ 79/2025), newest import first. */
export const recentActs = (store: Store): Promise<readonly Act[]> =>
  rememberedImports(store, "acting documents", () => actsOf(store));

async function actsOf(store: Store): Promise<readonly Act[]> {
  const acts = new Map<WorkId, Act>();
  for (const { work: id, at } of await store.imports.latest(IMPORTS_READ)) {
    if (acts.size === ACTS_SHOWN) break;
    if (id === null || acts.has(id)) continue;
    const work = await store.works.find(id);
    const targets = work ? (await targetsOf(store, id)).length : 0;
    if (work && targets > 0) acts.set(id, { work, targets, importedAt: at });
  }
  return [...acts.values()];
}

/** The other documents that a document changes, ends or suspends. */
export async function targetsOf(store: Store, id: WorkId): Promise<readonly WorkId[]> {
  const effects = await store.effects.from(id);
  return [...new Set(effects.filter((e) => GROUNDS.has(e.action) && e.target !== id).map((e) => e.target))];
}

/** Without `part`: every row. A law that thousands rest on has thousands. */
export async function viewImpact(store: Store, work: Work, on: LegalDate, part?: ImpactPart): Promise<ImpactView> {
  const all = await impactOf(store, work, on);
  const totals = new Map([...groupBy(all, (row) => row.ground)].map(([ground, of]) => [ground, of.length]));
  const rows = part === undefined ? all : partOf(all, part);
  // whom a row goes through is a row of ground 1 itself, and proofs stand in the act or in the row's own document
  const through = new Set(rows.map((r) => r.through));
  const targets = all.filter((r) => r.ground === 1 && through.has(r.work.id));
  const works = new Map([work, ...[...targets, ...rows].map((r) => r.work)].map((w) => [w.id, w]));
  const names = await unitNames(store, works.keys());
  const statuses = await store.statuses.namesOn([...works.keys()], on);
  return {
    work,
    status: statuses.get(work.id) ?? null,
    documents: new Set(all.map((row) => row.work.id)).size,
    totals,
    rows: rows.map((row) => ({
      ...row,
      status: statuses.get(row.work.id) ?? null,
      units: row.eIds.map((eId) => ({ eId, name: names.of(row.work.id, eId) })),
    })),
    works,
    names,
  };
}

const partOf = (all: readonly ImpactRow[], { ground, from, count }: ImpactPart): readonly ImpactRow[] =>
  ground === null
    ? [...groupBy(all, (row) => row.ground)].flatMap(([, of]) => of.slice(0, count))
    : all.filter((row) => row.ground === ground).slice(from, from + count);
