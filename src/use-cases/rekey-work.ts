import { plain } from "../domain/fold.ts";
import { symbolKey } from "../domain/symbol.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { loadCentralRegister } from "../resolve/central-register.ts";
import type { Store } from "../store/store.ts";
import { registerEffects } from "../timeline/register-effects.ts";

/**
 * Gives what is stored under `from` the identity of `work`. Answers the works whose links, effects and statuses must be
 * computed anew: those who cited, changed or detailed it under either name.
 */
export async function rekeyWork(store: Store, from: WorkId, work: Work): Promise<ReadonlySet<WorkId>> {
  const old = await store.works.find(from);
  const touched = new Set<WorkId>([work.id]);
  for (const link of await store.links.to(from)) touched.add(link.from);
  for (const citing of await store.links.citing(old ? keysOf(old) : [])) touched.add(citing);
  for (const effect of await store.effects.on(from)) touched.add(effect.source);
  for (const { child } of (await store.relations.of(from)).children) touched.add(child);
  const changedByOld = (await store.effects.from(from)).map((effect) => effect.target);
  await store.works.save([work]);
  if (from === work.id) return touched;
  await store.documents.moveTo(from, work.id);
  // a central document that only seemed to be here is again what the register knows of it
  const listed = loadCentralRegister().works.find((each) => each.id === from);
  if (listed) {
    await store.works.save([listed]);
    await store.effects.replaceFrom(
      from,
      registerEffects().filter((effect) => effect.source === from),
    );
  }
  for (const id of [from, ...changedByOld]) touched.add(id);
  return touched;
}

const keysOf = (work: Work): string[] => [
  ...(work.symbol ? [symbolKey(work.symbol)] : []),
  ...(work.title ? [`name:${plain(work.title)}`] : []),
];
