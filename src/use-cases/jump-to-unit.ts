import type { EId } from "../domain/e-id.ts";
import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { askedUnit, placesOf } from "./asked-unit.ts";
import { lawsCalled } from "./named-laws.ts";
import { unitNames } from "./view-unit-names.ts";

/** Documents that may be meant, and places in one of them. */
const WORKS_TRIED = 6;
const JUMPS = 4;

/** Straight to a unit that was named with its document. */
export interface Jump {
  readonly work: Work;
  readonly eId: EId;
  readonly unit: string;
}

/** `khoản 2 Điều 5 17/2025/QĐ-UBND`, `điều 5 luật đất đai`: the places meant; empty where none is named or none is there. */
export async function jumpsTo(store: Store, q: string): Promise<readonly Jump[]> {
  const asked = askedUnit(q);
  if (asked === null || asked.rest === "") return [];
  const works = await worksMeant(store, asked.rest);
  const units = await store.documents.unitsOf(works.map((work) => work.id));
  const names = await unitNames(store, units.keys());
  return works
    .flatMap((work) =>
      placesOf(asked.eId, units.get(work.id) ?? new Set()).map((eId) => ({ work, eId, unit: names.of(work.id, eId) })),
    )
    .slice(0, JUMPS);
}

async function worksMeant(store: Store, named: string): Promise<readonly Work[]> {
  const { exact, begun } = await store.search.bySymbol(named);
  const found = exact.length > 0 ? exact : begun.length > 0 ? begun : await lawsCalled(store, named, true);
  return found.filter((work) => work.known === "text").slice(0, WORKS_TRIED);
}
