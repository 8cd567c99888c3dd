import type { Unit } from "../domain/account.ts";
import { plain } from "../domain/fold.ts";
import type { Store } from "../store/store.ts";

/** Units as work is given to them: those that work with Rasoat by id, all others by the name somebody wrote. */
export interface DeskUnits {
  /** Units in use, by name. */
  readonly list: readonly Unit[];
  /** What a unit is called; a name that is no id is its own name. */
  nameOf(unit: string): string;
  /** What to store for a written name: the id of the unit that is called so, else the name on one line. Null for nothing. */
  stored(written: string): string | null;
}

const LONGEST_NAME = 200;

export async function deskUnits(store: Store): Promise<DeskUnits> {
  const units = await store.accounts.units();
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byName = new Map(units.filter((unit) => unit.active).map((unit) => [plain(unit.name), unit]));
  return {
    list: units.filter((unit) => unit.active),
    nameOf: (unit) => byId.get(unit)?.name ?? unit,
    stored(written) {
      const name = written.normalize("NFC").replace(/\s+/gu, " ").trim().slice(0, LONGEST_NAME);
      if (name === "") return null;
      return byId.get(name)?.id ?? byName.get(plain(name))?.id ?? name;
    },
  };
}
