import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { relationsJsonLd } from "../report/relations-jsonld.ts";
import type { Store } from "../store/store.ts";
import { viewRelations } from "./view-relations.ts";

/** The relations of a document on a day as a JSON-LD file. */
export async function exportRelations(store: Store, work: Work, on: LegalDate): Promise<Uint8Array> {
  const view = await viewRelations(store, work, on);
  const works = new Map<WorkId, Work>();
  const statuses = new Map<WorkId, StatusName | null>([
    [work.id, (await store.statuses.on(work.id, on))?.status ?? null],
  ]);
  for (const { work: other, status } of [...view.cites, ...view.citedBy]) {
    works.set(other.id, other);
    statuses.set(other.id, status);
  }
  for (const { other, status } of view.rows) {
    works.set(other.id, other);
    statuses.set(other.id, status);
  }
  const met = (list: typeof view.cites): readonly WorkId[] => list.filter((r) => r.times > 0).map((r) => r.work.id);
  const graph = relationsJsonLd({
    work,
    on,
    relations: view.rows.map((r) => r.relation),
    cites: met(view.cites),
    citedBy: met(view.citedBy),
    works,
    statuses,
  });
  return new TextEncoder().encode(`${JSON.stringify(graph, null, 1)}\n`);
}
