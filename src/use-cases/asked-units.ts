import type { EId } from "../domain/e-id.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import type { KnownWorks } from "./known-works.ts";

/** Units of those works that are asked for, instead of all units of the index. */
export interface AskedUnits {
  /** Null when the text is not in the index, and at the first question, which is noted. */
  of(id: WorkId): ReadonlySet<EId> | null;
  hasText(id: WorkId): boolean;
  attachmentsOf(id: WorkId): ReturnType<KnownWorks["attachmentsOf"]>;
  /** Fetches what was asked for in vain. True when something new has come: what was computed is then computed again. */
  fetch(): Promise<boolean>;
}

/** Asked first in vain, then fetched together, then there. */
export async function askedUnits(store: Store): Promise<AskedUnits> {
  const indexed = new Set(await store.documents.indexedWorks());
  const units = new Map<WorkId, ReadonlySet<EId>>();
  const attachments = new Map<WorkId, ReturnType<KnownWorks["attachmentsOf"]>>();
  const wanted = new Set<WorkId>();
  return {
    of(id) {
      const found = units.get(id);
      if (!found && indexed.has(id)) wanted.add(id);
      return found ?? null;
    },
    hasText: (id) => indexed.has(id),
    attachmentsOf: (id) => attachments.get(id) ?? null,
    async fetch() {
      if (wanted.size === 0) return false;
      const ids = [...wanted];
      wanted.clear();
      const [found, attached] = [await store.documents.unitsOf(ids), await store.documents.attachmentsOf(ids)];
      for (const id of ids) {
        units.set(id, found.get(id) ?? new Set());
        attachments.set(id, attached.get(id) ?? null);
      }
      return true;
    },
  };
}
