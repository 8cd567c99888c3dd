import { randomUUID } from "node:crypto";
import { type Unit, UNIT_KINDS, type UnitScope } from "../domain/account.ts";
import type { Store } from "../store/store.ts";
import { oneLine } from "../domain/fold.ts";

export type UnitFault = "no-name" | "name-taken" | "bad-kind" | "bad-parent" | "stale" | "no-unit";

export interface UnitForm {
  readonly name: string;
  readonly kind: string;
  /** Id of the unit above it, or nothing. */
  readonly parent: string;
  readonly scope: UnitScope;
  readonly active: boolean;
}

export type UnitSaved = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: UnitFault };

/** Makes a unit, or changes the one with this id and version. */
export async function saveUnit(
  store: Store,
  form: UnitForm,
  known: { readonly id: string; readonly version: number } | null,
  { by, now }: { readonly by: string; readonly now: number },
): Promise<UnitSaved> {
  const name = oneLine(form.name).slice(0, 200);
  if (!/\p{L}/u.test(name)) return { ok: false, why: "no-name" };
  const kind = UNIT_KINDS.find((one) => one === form.kind);
  if (kind === undefined) return { ok: false, why: "bad-kind" };
  const parent = form.parent === "" ? null : form.parent;
  if (parent !== null && !(await mayBeAbove(store, parent, known?.id ?? null))) return { ok: false, why: "bad-parent" };
  const values = { name, kind, parent, scope: form.scope };
  const detail = { name, kind, parent, scope: JSON.stringify(form.scope), active: form.active ? "có" : "không" };
  return store.withTransaction(async () => {
    if (known === null) {
      const unit: Unit = { id: randomUUID(), ...values, active: true, by, at: now, version: 1 };
      if (!(await store.accounts.addUnit(unit))) return { ok: false, why: "name-taken" };
      await store.audit.append({ at: now, by, action: "unit.make", subject: unit.id, detail });
      return { ok: true, id: unit.id };
    }
    const unit = await store.accounts.unit(known.id);
    if (unit === null) return { ok: false, why: "no-unit" };
    const next = { ...unit, ...values, active: form.active, version: known.version };
    const outcome = await store.accounts.changeUnit(next);
    if (outcome !== "changed") return { ok: false, why: outcome === "taken" ? "name-taken" : "stale" };
    await store.audit.append({ at: now, by, action: "unit.change", subject: unit.id, detail });
    return { ok: true, id: unit.id };
  });
}

/** Not itself, and nothing below it. */
async function mayBeAbove(store: Store, parent: string, id: string | null): Promise<boolean> {
  const byId = new Map((await store.accounts.units()).map((unit) => [unit.id, unit]));
  for (let at: string | null | undefined = parent; at != null; at = byId.get(at)?.parent) if (at === id) return false;
  return byId.has(parent);
}
