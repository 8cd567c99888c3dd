import type { HandlingForm } from "../domain/handling-form.ts";
import type { Handling } from "../domain/handling.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { parseDate } from "../domain/legal-date.ts";
import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { deskUnits } from "./desk-units.ts";
import { findWork } from "./find-work.ts";
import { isForm } from "./handling-list.ts";
import { startHandling } from "./start-handling.ts";

/** A handling as a person writes it: `work` is an id, a number or words of a title, or empty for a new document. */
export interface MakeHandling {
  readonly store: Store;
  readonly work: string;
  readonly form: string;
  readonly content: string;
  readonly unit: string;
  readonly due: string;
  readonly by: string;
  readonly now: number;
}

export type MakeFault = "no-document" | "several-documents" | "bad-day" | "bad-value" | "nothing-named";

export type Made =
  | { readonly ok: true; readonly handling: Handling }
  | {
      readonly ok: false;
      readonly faults: Readonly<Partial<Record<"work" | "form" | "due", MakeFault>>>;
      readonly several: readonly Work[];
    };

/** Opens a handling by hand. Only a recommendation to issue something new may name no document. */
export async function makeHandling(given: MakeHandling): Promise<Made> {
  const { store, content, by, now } = given;
  const faults: Partial<Record<"work" | "form" | "due", MakeFault>> = {};
  const form: HandlingForm | null = isForm(given.form) ? given.form : null;
  if (given.form !== "" && form === null) faults.form = "bad-value";
  const typed = given.work.trim();
  const found = typed === "" ? null : await findWork(store, typed);
  if (found === null && (form !== "new" || content.trim() === "")) faults.work = "nothing-named";
  else if (found?.kind === "none") faults.work = "no-document";
  else if (found?.kind === "several") faults.work = "several-documents";
  const due: LegalDate | null = parseDate(given.due.trim());
  if (given.due.trim() !== "" && due === null) faults.due = "bad-day";
  if (Object.keys(faults).length > 0)
    return { ok: false, faults, several: found?.kind === "several" ? found.works : [] };
  const draftingUnit = (await deskUnits(store)).stored(given.unit);
  const work = found?.kind === "one" ? found.work.id : null;
  const handling = await startHandling({ store, work, form, content, draftingUnit, due, sheet: null, by, now });
  return { ok: true, handling };
}
