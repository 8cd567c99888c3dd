import { createRegister } from "../resolve/register.ts";
import type { ResolveInput } from "../resolve/resolve-facts.ts";
import type { Store } from "../store/store.ts";

/** What targets are looked up in: every work known, the units and attachments of those whose text is here. */
export type KnownWorks = Required<Pick<ResolveInput, "register" | "unitsOf" | "attachmentsOf">>;

export async function loadKnownWorks(store: Store): Promise<KnownWorks> {
  const indexed = await store.documents.indexedWorks();
  const units = await store.documents.unitsOf(indexed);
  const attachments = await store.documents.attachmentsOf(indexed);
  return {
    // works known only from citations stay out: each text names them anew, so that the order of imports cannot matter
    register: createRegister((await store.works.all()).filter((work) => work.known !== "cited")),
    unitsOf: (work) => units.get(work) ?? null,
    attachmentsOf: (work) => attachments.get(work) ?? null,
  };
}
