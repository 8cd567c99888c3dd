import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
import type { FormKey } from "../report/forms/form-definition.ts";
import type { Published, ReportPeriod } from "../report/forms/listed-work.ts";
import type { Store } from "../store/store.ts";
import { proofsOn } from "./proofs-on.ts";
import { statementId } from "./publish-report.ts";
import { rememberedImports } from "./remembered.ts";
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
  const whole = new Set<WorkId>();
  const part = new Map<WorkId, LegalDate>();
  if (documents.length === 0) return { whole, part, until: publishedUntil, known: false };
  const said = await listedBefore(store, from);
  for (const { work } of documents) {
    if (said.whole.has(work.id)) whole.add(work.id);
    const until = said.part.get(work.id);
    if (until !== undefined) part.set(work.id, until);
  }
  const known = whole.size > 0 || part.size > 0;
  // ends that a decision of the index has announced
  const { announced } = await proofsOn(store, from);
  if (form === "01")
    for (const { work, since } of documents)
      if (since !== null && since < from && announced.has(work.id)) whole.add(work.id);
  return { whole, part, until: publishedUntil, known };
}

/** What published lists had said of every work of the index before a day. */
interface ListedBefore {
  /** Ended or suspended as a whole. */
  readonly whole: ReadonlySet<WorkId>;
  /** Ended in part, up to this day. */
  readonly part: ReadonlyMap<WorkId, LegalDate>;
}

/** Of the whole index, for asking about four thousand documents by their ids takes longer than reading all once. */
const listedBefore = (store: Store, day: LegalDate): Promise<ListedBefore> =>
  rememberedImports(store, `published before ${day}`, () => readListed(store, day));

async function readListed(store: Store, day: LegalDate): Promise<ListedBefore> {
  const whole = new Set<WorkId>();
  const part = new Map<WorkId, LegalDate>();
  const note = (work: WorkId, until: LegalDate, wholly: boolean): void => {
    if (wholly) whole.add(work);
    else if (until > (part.get(work) ?? "")) part.set(work, until);
  };
  // what our own lists say as statements is told by their rows, which know their day
  const own = new Set<string>();
  for (const { family, on, form, work } of await store.publications.standing()) {
    own.add(statementId(family, work));
    if (on >= day) continue;
    if (form === "01") note(work, on, true);
    if (form === "02") note(work, on, false);
  }
  for (const { id, target, from: since, listed } of await store.effects.listed()) {
    if (own.has(id)) continue;
    const status = listed?.status;
    if (status === "ceased" || status === "suspended") note(target, day, true);
    else if (status === "partly-ceased" || status === "partly-suspended")
      if (since !== null) note(target, since, false);
  }
  return { whole, part };
}
