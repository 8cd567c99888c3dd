import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import { fieldNames } from "../resolve/field-names.ts";
import type { Filing } from "../store/overview.ts";
import type { Store } from "../store/store.ts";
import { remembered } from "./remembered.ts";

/** Documents that have one thing in common, by status. */
export interface FiledRow {
  /** What a list is narrowed by; null = not known. */
  readonly key: string | null;
  /** Body or field in words; null where the key is a word of the interface, or nothing is known. */
  readonly name: string | null;
  readonly n: number;
  readonly by: Readonly<Partial<Record<StatusName, number>>>;
}

export interface FilingsView {
  readonly statuses: Readonly<Partial<Record<StatusName, number>>>;
  /** Largest first; what is not known comes last. */
  readonly type: readonly FiledRow[];
  readonly body: readonly FiledRow[];
  readonly field: readonly FiledRow[];
}

/** What documents are filed under, each with its status on a day: one query, kept until the index changes. */
export const filingsOn = (store: Store, on: LegalDate): Promise<readonly Filing[]> =>
  remembered(store, `filings ${on}`, () => store.overview.filings(on));

export async function viewFilings(store: Store, on: LegalDate): Promise<FilingsView> {
  const filings = await filingsOn(store, on);
  const fields = fieldNames();
  return {
    statuses: sumByStatus(filings),
    type: rowsBy(filings, (f) => [[f.type, null]]),
    body: rowsBy(filings, (f) => [[f.body, f.bodyName]]),
    field: rowsBy(filings, (f) =>
      f.fields.length === 0 ? [[null, null]] : f.fields.map((field) => [field, fields.get(field) ?? field]),
    ),
  };
}

function sumByStatus(filings: readonly Filing[]): Partial<Record<StatusName, number>> {
  const sums: Partial<Record<StatusName, number>> = {};
  for (const { status, n } of filings) sums[status] = (sums[status] ?? 0) + n;
  return sums;
}

function rowsBy(
  filings: readonly Filing[],
  /** Several where a document is filed in several fields: each row then counts it, the list behind it too. */
  of: (filing: Filing) => readonly (readonly [key: string | null, name: string | null])[],
): readonly FiledRow[] {
  const rows = new Map<string | null, { name: string | null; filings: Filing[] }>();
  for (const filing of filings) {
    for (const [key, name] of of(filing)) {
      const row = rows.get(key) ?? { name, filings: [] };
      row.filings.push(filing);
      rows.set(key, row);
    }
  }
  return [...rows]
    .map(([key, row]) => ({
      key,
      name: row.name,
      n: row.filings.reduce((sum, f) => sum + f.n, 0),
      by: sumByStatus(row.filings),
    }))
    .sort(
      (a, b) =>
        Number(a.key === null) - Number(b.key === null) ||
        b.n - a.n ||
        (a.name ?? a.key ?? "").localeCompare(b.name ?? b.key ?? "", "vi"),
    );
}
