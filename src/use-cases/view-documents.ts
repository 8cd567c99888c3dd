import type { DocumentType } from "../domain/document-type.ts";
import type { StatusName } from "../domain/status.ts";
import type { DocumentQuery, DocumentRow, Page, Store } from "../store/store.ts";

export interface DocumentsView {
  readonly page: Page<DocumentRow>;
  readonly all: number;
  readonly facets: {
    readonly status: Readonly<Partial<Record<StatusName, number>>>;
    readonly type: readonly { readonly value: DocumentType; readonly n: number }[];
    readonly issuer: readonly { readonly value: string; readonly n: number }[];
    readonly year: readonly { readonly value: number; readonly n: number }[];
  };
}

/** A filtered page of documents and the figures beside the filters (of the whole collection, so that they stand still). */
export async function viewDocuments(store: Store, query: DocumentQuery): Promise<DocumentsView> {
  const [page, works, status] = await Promise.all([
    store.documents.list(query),
    store.works.all({ known: "text" }),
    store.statuses.counts(query.on),
  ]);
  return {
    page,
    all: works.length,
    facets: {
      status,
      type: tally(works.map((w) => w.type)),
      issuer: tally(works.map((w) => w.issuer)),
      year: [...tally(works.map((w) => (w.issuedOn === null ? null : Number(w.issuedOn.slice(0, 4)))))].sort(
        (a, b) => b.value - a.value,
      ),
    },
  };
}

/** How often each value occurs, the most frequent first. */
function tally<T>(values: readonly (T | null)[]): readonly { readonly value: T; readonly n: number }[] {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, n]) => ({ value, n })).sort((a, b) => b.n - a.n);
}
