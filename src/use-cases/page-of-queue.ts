import { decodeCursor, encodeCursor } from "../store/cursor.ts";
import type { Page, Store } from "../store/store.ts";
import { findingQueue, type Looker, type QueueFilters, stateOf } from "./finding-queue.ts";
import type { QueueRow } from "./view-findings.ts";
import { findingRows } from "./view-finding-row.ts";

/**
 * Some rows of the queue after a place in it. The place is what the queue is ordered by, not a finding: it holds also when
 * the finding that stood there was decided meanwhile.
 */
export async function pageOfQueue(
  store: Store,
  filters: QueueFilters,
  looker: Looker,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<Page<QueueRow>> {
  const { rows } = await findingQueue(store, filters, looker);
  const place = decodeCursor(after, ["number", "number", "string"]) as [number, number, string] | null;
  const from = place === null ? 0 : rows.findIndex((row) => isBehind(row, place));
  const part = from === -1 ? [] : rows.slice(from, from + limit);
  const last = part.at(-1);
  const byKey = new Map(part.map((row) => [row.key, row]));
  const found = await findingRows(store, await store.findings.findAll([...byKey.keys()]));
  return {
    rows: found.flatMap((row): QueueRow[] => {
      const face = byKey.get(row.key);
      return face === undefined ? [] : [{ ...row, assigned: face.assigned, state: stateOf(face) }];
    }),
    total: rows.length,
    next: last && from + limit < rows.length ? encodeCursor([last.rank, last.confidence, last.key]) : null,
  };
}

/** Gravest first, then surest, then by key. */
function isBehind(
  row: { readonly rank: number; readonly confidence: number; readonly key: string },
  [rank, confidence, key]: readonly [number, number, string],
): boolean {
  if (row.rank !== rank) return row.rank > rank;
  return row.confidence === confidence ? row.key > key : row.confidence < confidence;
}
