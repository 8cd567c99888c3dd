import { groupBy } from "../domain/group-by.ts";
import { formatDate } from "../domain/legal-date.ts";
import type { Effect } from "../domain/effect.ts";
import { typeName } from "../domain/document-type.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { CorpusView } from "../engine/rule.ts";
import type { Store } from "../store/store.ts";
import { statusOn } from "../timeline/status-on.ts";

/** Loads what rules may ask for: works, periods, effects and units, but no texts. About 1 kB a document. */
export async function loadCorpusView(store: Store): Promise<CorpusView> {
  const works = new Map((await store.works.all()).map((w) => [w.id, w]));
  const periods = groupBy(await store.statuses.all(), (p) => p.work);
  const effects = await store.effects.all();
  const on = groupBy(effects, (e) => e.target);
  const by = groupBy(effects, (e) => e.source);
  const units = await store.documents.unitsOf(await store.documents.indexedWorks());
  const none: readonly Effect[] = [];
  return {
    work: (id) => works.get(id) ?? null,
    status: (id, day) => statusOn(periods.get(id) ?? [], day),
    periods: (id) => periods.get(id) ?? [],
    effectsOn: (id) => on.get(id) ?? none,
    effectsBy: (id) => by.get(id) ?? none,
    units: (id) => units.get(id) ?? null,
    nameOf: (id: WorkId) => nameOf(works.get(id) ?? null),
  };
}

/** `Quyết định số 12/2021/QĐ-UBND ngày 05/04/2021 của Ủy ban nhân dân tỉnh An Khê` */
export function nameOf(work: Work | null): string {
  if (!work) return "văn bản chưa xác định";
  const byName = work.type === "luat" || work.type === "bo-luat" || work.type === "phap-lenh";
  const head = byName && work.title ? `${work.title} số ${work.symbol}` : work.symbol ? `${typeName(work.type)} số ${work.symbol}` : (work.title ?? typeName(work.type));
  const date = work.issuedOn ? ` ngày ${formatDate(work.issuedOn)}` : "";
  return `${head}${date}${work.issuer && !byName ? ` của ${work.issuer}` : ""}`;
}
