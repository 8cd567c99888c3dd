import type { Unit } from "../domain/account.ts";
import type { SavedView } from "../domain/desk.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { fieldNames } from "../resolve/field-names.ts";
import type { Store } from "../store/store.ts";
import { shelfOn } from "./document-shelf.ts";

export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** What a list may be narrowed by, as this index has it. */
export interface ReportChoices {
  readonly fields: readonly Choice[];
  readonly territories: readonly Choice[];
  readonly units: readonly Unit[];
  /** Lists of documents that somebody keeps under a name. */
  readonly themes: readonly SavedView[];
}

export async function reportChoices(store: Store, on: LegalDate): Promise<ReportChoices> {
  const [shelf, units, themes] = await Promise.all([
    shelfOn(store, on),
    store.accounts.units(),
    store.desk.views("documents"),
  ]);
  const used = new Set(shelf.columns.field.groups.flat());
  const topics = [...fieldNames()].filter(([code]) => used.has(code));
  const territories = [...shelf.names.territory].map(([value, name]) => ({ value, name }));
  return {
    fields: topics.map(([value, name]) => ({ value, name })),
    territories: territories.sort((a, b) => a.name.localeCompare(b.name, "vi")),
    units: units.filter((unit) => unit.active),
    themes,
  };
}
