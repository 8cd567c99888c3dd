import { fold } from "../domain/fold.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { ListedWork } from "../report/expiry-list.ts";
import { fieldOf } from "./field-of.ts";
import type { Store } from "../store/store.ts";

/** Normative documents in the index with their status on a day; `scope` keeps issuers whose name contains it. */
export async function listedWorks(store: Store, on: LegalDate, scope: string | null): Promise<readonly ListedWork[]> {
  const indexed = new Set(await store.documents.indexedWorks());
  const works = new Map((await store.works.all()).map((w) => [w.id, w]));
  const wanted = scope === null ? null : fold(scope);
  const listed: ListedWork[] = [];
  for (const period of await store.statuses.allOn(on)) {
    const work = works.get(period.work);
    if (!work || !indexed.has(work.id) || work.normative === "no") continue;
    if (wanted !== null && !fold(work.issuer ?? "").includes(wanted)) continue;
    listed.push({ work, period, field: await fieldOf(store, work, works) });
  }
  return listed;
}
