import { type Unit, type UnitScope, WHOLE_SCOPE } from "../domain/account.ts";
import { ISSUER_LEVELS } from "../domain/issuer.ts";
import { covers } from "../domain/policy.ts";
import { byKey, vietnameseSortKey } from "../domain/vietnamese-order.ts";
import type { WorkFacet } from "../domain/work-facet.ts";
import { allSubjects } from "./fields-of.ts";
import type { Store } from "../store/store.ts";
import { rememberedImports } from "./remembered.ts";

export interface UnitRow {
  readonly unit: Unit;
  readonly parent: string | null;
  readonly people: number;
  /** Documents of the index it answers for. */
  readonly documents: number;
  /** Its scope as people read it; empty = everything. */
  readonly says: readonly string[];
}

/** Every unit, those in use first. */
export async function viewUnits(store: Store): Promise<readonly UnitRow[]> {
  const [units, accounts, filed] = await Promise.all([
    store.accounts.units(),
    store.accounts.accounts(),
    filedAlike(store),
  ]);
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  const options = optionsOf(filed);
  const rows = units.map((unit) => ({
    unit,
    parent: unit.parent === null ? null : (names.get(unit.parent) ?? null),
    people: accounts.filter((account) => account.active && account.unit === unit.id).length,
    documents: filed.reduce((all, { facet, n }) => all + (covers(unit.scope, facet) ? n : 0), 0),
    says: saysOf(unit.scope, options),
  }));
  return [...rows.filter((row) => row.unit.active), ...rows.filter((row) => !row.unit.active)];
}

export interface ScopeOption {
  readonly value: string;
  readonly name: string;
  /** Documents filed so. */
  readonly n: number;
}

export type ScopeOptions = Readonly<Record<keyof UnitScope, readonly ScopeOption[]>>;

/** What a scope can be made of: every field of the Bộ Pháp điển, and what documents of this index are filed under. */
export const scopeOptions = async (store: Store): Promise<ScopeOptions> => optionsOf(await filedAlike(store));

/** Documents that are filed in the same way. */
interface FiledAlike {
  /** Of one of them. */
  readonly facet: WorkFacet;
  readonly n: number;
}

/** Twenty thousand documents are filed in some hundreds of ways: each scope is held against these. */
const filedAlike = (store: Store): Promise<readonly FiledAlike[]> =>
  rememberedImports(store, "filed alike", async () => {
    const found = new Map<string, { readonly facet: WorkFacet; n: number }>();
    for (const facet of await store.facets.all()) {
      const { level, body, fields, territory } = facet;
      const way = JSON.stringify([level, body, fields, territory]);
      const known = found.get(way);
      if (known) known.n++;
      else found.set(way, { facet, n: 1 });
    }
    return [...found.values()];
  });

function optionsOf(filed: readonly FiledAlike[]): ScopeOptions {
  const counts = (keys: (facet: WorkFacet) => readonly (readonly [value: string, name: string])[]) => {
    const found = new Map<string, { name: string; n: number }>();
    for (const { facet, n } of filed)
      for (const [value, name] of keys(facet)) found.set(value, { name, n: (found.get(value)?.n ?? 0) + n });
    return [...found].map(([value, { name, n }]) => ({ value, name, n }));
  };
  const byName = (a: ScopeOption, b: ScopeOption): number =>
    byKey(vietnameseSortKey(a.name), vietnameseSortKey(b.name));
  const fields = new Map(counts((f) => f.fields.map((field) => [field, field] as const)).map((o) => [o.value, o.n]));
  const levels = new Map(counts((f) => [[f.level, f.level]]).map((o) => [o.value, o.n]));
  return {
    fields: allSubjects().map(({ value, name }) => ({ value, name, n: fields.get(value) ?? 0 })),
    bodies: counts((f) => (f.body === null ? [] : [[f.body, f.bodyName ?? f.body]])).sort(byName),
    territories: counts((f) => f.territory.map((key, i) => [key, f.territoryNames[i] ?? key] as const)).sort(byName),
    levels: ISSUER_LEVELS.map((value) => ({ value, name: value, n: levels.get(value) ?? 0 })),
  };
}

const PARTS = Object.keys(WHOLE_SCOPE) as readonly (keyof UnitScope)[];

const saysOf = (scope: UnitScope, options: ScopeOptions): readonly string[] =>
  PARTS.flatMap((part) =>
    scope[part].map((value) => options[part].find((option) => option.value === value)?.name ?? value),
  );
