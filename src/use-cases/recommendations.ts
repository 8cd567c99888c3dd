import { fold } from "../domain/fold.ts";
import type { Handling } from "../domain/handling.ts";
import { parseIssuer } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { ReviewSheet } from "../domain/review-sheet.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Recommendation } from "../report/forms/listed-work.ts";
import type { Store } from "../store/store.ts";
import { ANY_DOCUMENT, listedFields, type ReportScope, type ScopedDocument, scopedDocuments } from "./report-scope.ts";
import { isDecided, mootSince, settledDay, sheetsIn, unfollowed } from "./work-to-handle.ts";

/**
 * What mẫu 04 lists: every handling that was decided by the day and had not been carried out on it, and every concluded sheet
 * whose conclusion nobody follows yet. What can no longer be done to a document that has ended is not recommended. A
 * document whose text is not here, or a new one, belongs to every scope that is narrowed by nothing but its issuer.
 */
export async function recommendations(
  store: Store,
  documents: readonly ScopedDocument[],
  scope: ReportScope,
  on: LegalDate,
): Promise<readonly Recommendation[]> {
  const [handlings, sheets, units, all] = await Promise.all([
    store.handlings.all(),
    sheetsIn(store, ["concluded"]),
    store.accounts.units(),
    scopedDocuments(store, ANY_DOCUMENT, on),
  ]);
  const results = await store.works.findAll(handlings.flatMap(({ result }) => result ?? []));
  const isOpen = (each: Handling): boolean => isDecided(each, on) && (settledDay(each, results) ?? "9") > on;
  const drafts = [...handlings.filter(isOpen).map(ofHandling), ...unfollowed(sheets, handlings, on).map(ofSheet)];
  const inScope = new Map(documents.map((each) => [each.work.id, each]));
  const indexed = new Set(all.map((each) => each.work.id));
  const absent = await store.works.findAll(drafts.flatMap(({ work }) => (work && !indexed.has(work) ? work : [])));
  const named = new Map(units.map((unit) => [unit.id, unit.name]));
  return drafts.flatMap(({ work: id, unit, ...said }): Recommendation[] => {
    const document = id === null ? undefined : inScope.get(id);
    if (document && mootSince(said.form, document) !== null) return [];
    const elsewhere = id === null ? null : (absent.get(id) ?? null);
    if (document === undefined && !((id === null || elsewhere) && fitsUnread(scope, elsewhere))) return [];
    return [
      {
        ...said,
        work: document?.work ?? elsewhere,
        fields: listedFields(document?.facet?.fields ?? [], scope),
        unit: unit === null ? "" : (named.get(unit) ?? unit),
      },
    ];
  });
}

/** A recommendation before its document and its unit are looked up. */
type Draft = Omit<Recommendation, "work" | "unit" | "fields"> & {
  readonly work: WorkId | null;
  readonly unit: string | null;
};

const ofHandling = ({ work, unit, due, body }: Handling): Draft => {
  const { asWritten, form, formText, content, note } = body;
  return { work, unit, asWritten, form, formText, content, reason: note, deadline: due };
};

const ofSheet = ({ work, unit, body }: ReviewSheet): Draft => {
  const { form, content, groundText, draftingUnit, deadline } = body;
  return {
    work,
    unit: draftingUnit ?? unit,
    asWritten: null,
    form,
    formText: "",
    content,
    reason: groundText,
    deadline,
  };
};

/** What is not filed can only be narrowed by the name of its issuer. */
function fitsUnread({ words, organs, field, territory, theme, unit }: ReportScope, work: Work | null): boolean {
  if (field !== null || territory !== null || theme !== null || unit !== null) return false;
  const issuer = work?.issuer ?? null;
  if (words === null && organs.length === 0) return true;
  return (
    issuer !== null &&
    (words === null || fold(issuer).includes(fold(words))) &&
    (organs.length === 0 || organs.some((organ) => organ === parseIssuer(issuer).organ))
  );
}
