import { citedKey, type TargetOverride } from "../domain/target-override.ts";
import { createRegister } from "../resolve/register.ts";
import type { ResolveInput } from "../resolve/resolve-facts.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";

/** What targets are looked up in: every work known, the units and attachments of those whose text is here. */
export type KnownWorks = Required<Pick<ResolveInput, "register" | "unitsOf" | "attachmentsOf" | "saidByHand">>;

export async function loadKnownWorks(store: Store): Promise<KnownWorks> {
  const indexed = await store.documents.indexedWorks();
  const units = await store.documents.unitsOf(indexed);
  const attachments = await store.documents.attachmentsOf(indexed);
  const works = await store.works.all();
  return {
    // works known only from citations stay out: each text names them anew, so that the order of imports cannot matter
    register: createRegister(works.filter((work) => work.known !== "cited")),
    unitsOf: (work) => units.get(work) ?? null,
    attachmentsOf: (work) => attachments.get(work) ?? null,
    saidByHand: saidByHand(await store.overrides.targets(), new Set(works.map((work) => work.id))),
  };
}

function saidByHand(overrides: readonly TargetOverride[], known: ReadonlySet<WorkId>): KnownWorks["saidByHand"] {
  const said = new Map(overrides.map((o) => [`${o.work}|${o.key}`, o]));
  return (citing, named) => {
    const key = citedKey(named);
    const override = key === null ? undefined : said.get(`${citing}|${key}`);
    if (override === undefined) return null;
    if (override.target === null)
      return { kind: "unresolved", how: `${override.by} xác định không phải dẫn chiếu văn bản`, dismissed: true };
    // the document meant may be gone, having got another identity: then the machine looks again
    return known.has(override.target) ? { kind: "work", work: override.target, how: `${override.by} xác định` } : null;
  };
}
