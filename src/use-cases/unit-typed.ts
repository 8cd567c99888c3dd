import { fold } from "../domain/fold.ts";
import type { Store } from "../store/store.ts";

/** The id of the unit a person named, by id or by name; the words themselves where no unit bears them; null where there are none. */
export async function unitTyped(store: Store, typed: string): Promise<string | null> {
  const words = typed.trim();
  if (words === "") return null;
  const units = await store.accounts.units();
  const named = units.filter((unit) => unit.id === words || fold(unit.name) === fold(words));
  return named.length === 1 ? (named[0]?.id ?? words) : words;
}
