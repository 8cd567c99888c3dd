import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
import type { FormKey } from "../report/forms/form-definition.ts";
import type { Published, ReportPeriod } from "../report/forms/listed-work.ts";
import type { Store } from "../store/store.ts";
import { statementId } from "./publish-report.ts";
import type { ScopedDocument } from "./report-scope.ts";

export interface PublishedBefore extends Published {
  /** Some list is known that was published before the period. */
  readonly known: boolean;
}

/**
 * What lists published before a period hold of these documents: our own publications, lists that were imported, decisions in the
 * index that announced their ends. What a list made after the period began says is this list's own matter.
 */
export async function publishedBefore(
  store: Store,
  form: FormKey,
  documents: readonly ScopedDocument[],
  { from, publishedUntil }: ReportPeriod & { readonly publishedUntil: LegalDate | null },
): Promise<PublishedBefore> {
  const ids = documents.map(({ work }) => work.id);
  const whole = new Set<WorkId>();
  const part = new Map<WorkId, LegalDate>();
  const note = (work: WorkId, until: LegalDate, wholly: boolean): void => {
    if (wholly) whole.add(work);
    else if (until > (part.get(work) ?? "")) part.set(work, until);
  };
  // what our own lists say as statements is told by their rows, which know their day
  const own = new Set<string>();
  for (const { row, publication } of ids.length === 0 ? [] : await store.publications.placesOf(ids)) {
    if (row.work === null) continue;
    own.add(statementId(publication.family, row.work));
    if (publication.on >= from) continue;
    if (row.form === "01") note(row.work, publication.on, true);
    if (row.form === "02") note(row.work, publication.on, false);
  }
  for (const { id, target, from: since, listed } of ids.length === 0 ? [] : await store.effects.listed(ids)) {
    if (own.has(id)) continue;
    const status = listed?.status;
    if (status === "ceased" || status === "suspended") note(target, from, true);
    else if (status === "partly-ceased" || status === "partly-suspended")
      if (since !== null) note(target, since, false);
  }
  const known = whole.size > 0 || part.size > 0;
  if (form === "01") for (const work of await announcedEnds(store, documents, from)) whole.add(work);
  return { whole, part, until: publishedUntil, known };
}

/** Ends that a decision of the index has announced before the period. */
async function announcedEnds(
  store: Store,
  documents: readonly ScopedDocument[],
  before: LegalDate,
): Promise<readonly WorkId[]> {
  const ended = documents.filter(({ since }) => since !== null && since < before).map(({ work }) => work.id);
  const periods = await store.statuses.onMany(ended, before);
  return [...periods.values()].flatMap(({ work, because }) =>
    because.some((proof) => proof.certainty === "announced" && (proof.announcedOn ?? proof.from ?? "9") < before)
      ? [work]
      : [],
  );
}
