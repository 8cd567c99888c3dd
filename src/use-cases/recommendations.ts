import type { Handling } from "../domain/handling.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { dayAt } from "../domain/vietnam-time.ts";
import type { Recommendation } from "../report/forms/listed-work.ts";
import { fieldNames } from "../resolve/field-names.ts";
import type { Store } from "../store/store.ts";
import type { ReportScope, ScopedDocument } from "./report-scope.ts";

/**
 * What mẫu 04 lists: every handling that was decided by the day and had not been carried out on it. A document that is not in
 * the index, or a new one, belongs to every scope that is not narrowed.
 */
export async function recommendations(
  store: Store,
  documents: readonly ScopedDocument[],
  scope: ReportScope,
  on: LegalDate,
): Promise<readonly Recommendation[]> {
  const [handlings, units] = await Promise.all([store.handlings.all(), store.accounts.units()]);
  const inScope = new Map(documents.map((each) => [each.work.id, each]));
  const named = new Map(units.map((unit) => [unit.id, unit.name]));
  const narrowed =
    scope.words !== null ||
    scope.organs.length > 0 ||
    scope.field !== null ||
    scope.territory !== null ||
    scope.theme !== null ||
    scope.unit !== null;
  return handlings
    .filter((each) => isOpenOn(each, on))
    .flatMap((handling): Recommendation[] => {
      const document = handling.work === null ? undefined : inScope.get(handling.work);
      if (document === undefined && (handling.work !== null || narrowed)) return [];
      const { form, formText, content, note, asWritten } = handling.body;
      const topic = document?.facet?.field ?? null;
      return [
        {
          work: document?.work ?? null,
          asWritten,
          fields: topic === null ? [] : [{ topic, topicName: fieldNames().get(topic) ?? topic }],
          form,
          formText,
          content,
          reason: note,
          unit: handling.unit === null ? "" : (named.get(handling.unit) ?? handling.unit),
          deadline: handling.due,
        },
      ];
    });
}

/** Decided by that day, and not done, given up or found needless; what was done in a later month was still to be done. */
function isOpenOn({ at, state, body }: Handling, on: LegalDate): boolean {
  if (dayAt(at) > on || body.form === "none") return false;
  if (state === "open" || state === "contradicted") return true;
  return state === "done" && body.doneMonth !== null && body.doneMonth > on.slice(0, 7);
}
