import type { MetadataOverride } from "../domain/metadata-override.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { type DocumentFields, fieldsOf, orderedTopics } from "./fields-of.ts";
import { nextRevision } from "./index-revision.ts";
import { workAsRead } from "./mend-metadata.ts";
import { type DocumentQuery, type DocumentRow, matchingDocuments } from "./view-documents.ts";
import { fileWorks } from "./work-facets.ts";

/** More than this nobody looks through before filing. */
export const MOST_FILED_AT_ONCE = 500;

/** `besides` = the fields they have already stay; `instead` = these only; `read` = back to what the machine reads. */
export const FILING_WAYS = ["besides", "instead", "read"] as const;
export type FilingWay = (typeof FILING_WAYS)[number];

export interface FilingView {
  readonly rows: readonly DocumentRow[];
  /** Chosen, but of another unit. */
  readonly others: number;
  /** Chosen beyond what is done at once. */
  readonly left: number;
}

export type MayFile = (row: Pick<DocumentRow, "facet">) => boolean;

/** The chosen documents as they are filed now, before many are filed at once. */
export async function viewFiling(store: Store, query: DocumentQuery, may: MayFile): Promise<FilingView> {
  const all = await matchingDocuments(store, query);
  const own = all.filter(may);
  const rows = own.slice(0, MOST_FILED_AT_ONCE);
  return { rows, others: all.length - own.length, left: own.length - rows.length };
}

export interface FileInFields {
  readonly store: Store;
  readonly works: readonly WorkId[];
  readonly topics: readonly string[];
  readonly way: FilingWay;
  readonly by: string;
  readonly now: number;
}

/** Files many documents by hand at once; those that are filed so already are left as they are. Answers how many changed. */
export async function fileInFields({ store, works, topics, way, by, now }: FileInFields): Promise<number> {
  return store.withTransaction(async () => {
    const asked = [...new Set(works)].slice(0, MOST_FILED_AT_ONCE);
    const known = await store.works.findAll(asked);
    const changed: WorkId[] = [];
    for (const [id, work] of known) {
      const fields = await fieldsOf(store, work);
      const value = valueOf(fields, topics, way);
      if (value === (fields.byHand?.value ?? null)) continue;
      const stored = await store.documents.current(id);
      if (stored === null) continue;
      const before = await store.overrides.of(id);
      const readAs = workAsRead(stored).id;
      const own: readonly MetadataOverride[] =
        value === null ? [] : [{ work: id, field: "fields", value, readAs, by, at: now }];
      await store.overrides.replace(id, [...before.filter(({ field }) => field !== "fields"), ...own]);
      await store.audit.append({
        at: now,
        by,
        action: "document.mend",
        subject: id,
        detail: { readAs, fields: value ?? "" },
      });
      changed.push(id);
    }
    if (changed.length === 0) return 0;
    await fileWorks(store, changed, new Map((await store.works.all()).map((work) => [work.id, work])));
    await nextRevision(store);
    return changed.length;
  });
}

/** What a person's word is then; null where it says what the machine reads. */
function valueOf({ topics: now, read }: DocumentFields, topics: readonly string[], way: FilingWay): string | null {
  const machine = read.map(({ topic }) => topic);
  if (way === "read") return null;
  const next = orderedTopics(way === "besides" ? [...now, ...topics] : topics, machine).join(",");
  return next === "" || next === machine.join(",") ? null : next;
}
