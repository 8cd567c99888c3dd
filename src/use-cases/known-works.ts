import { symbolKey } from "../domain/symbol.ts";
import type { TargetOverride } from "../domain/target-override.ts";
import { groupBy } from "../domain/group-by.ts";
import type { Effect } from "../domain/effect.ts";
import { withHandEffects } from "../domain/hand-effect.ts";
import { createRegister } from "../resolve/register.ts";
import type { ResolveInput } from "../resolve/resolve-facts.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";

/** What targets are looked up in: every work known, the units and attachments of those whose text is here, what changed them. */
export type KnownWorks = Required<
  Pick<ResolveInput, "register" | "unitsOf" | "attachmentsOf" | "effectsOn" | "datedElsewhere" | "saidByHand">
>;

/** Everything at once, for a run over the whole index. `had`: what the caller has already read from the store. */
export async function loadKnownWorks(
  store: Store,
  had: {
    readonly works?: readonly Work[];
    readonly effects?: readonly Effect[];
    readonly units?: Pick<KnownWorks, "unitsOf" | "attachmentsOf">;
  } = {},
): Promise<KnownWorks> {
  const works = had.works ?? (await store.works.all());
  const computed = had.effects ?? (await store.effects.all());
  const effects = groupBy(withHandEffects(computed, await store.effects.byHand()), (e) => e.target);
  const dated = groupBy(works.filter(isDatedStub), (w) => symbolKey(w.symbol ?? ""));
  return {
    register: registerOf(works),
    ...(had.units ?? (await allUnits(store))),
    effectsOn: (work) => effects.get(work) ?? [],
    datedElsewhere: (symbol) => dated.get(symbolKey(symbol)) ?? [],
    saidByHand: saidByHand(await store.overrides.targets(), new Set(works.map((work) => work.id))),
  };
}

async function allUnits(store: Store): Promise<Pick<KnownWorks, "unitsOf" | "attachmentsOf">> {
  const indexed = await store.documents.indexedWorks();
  const [units, attachments] = [await store.documents.unitsOf(indexed), await store.documents.attachmentsOf(indexed)];
  return {
    unitsOf: (work) => units.get(work) ?? null,
    attachmentsOf: (work) => attachments.get(work) ?? null,
  };
}

/** Works known only from citations stay out: each text names them anew, so that the order of imports cannot matter. */
export const registerOf = (works: readonly Work[]): KnownWorks["register"] =>
  createRegister(works.filter((work) => work.known !== "cited"));

/** Known from nothing but citations, at least one of which says its day. */
export const isDatedStub = (work: Work): boolean =>
  work.known === "cited" && work.issuedOn !== null && work.symbol !== null;

export function saidByHand(
  overrides: readonly TargetOverride[],
  known: Pick<ReadonlySet<WorkId>, "has">,
): KnownWorks["saidByHand"] {
  const said = new Map(overrides.map((o) => [`${o.work}|${o.key}`, o]));
  return (citing, key) => {
    const override = said.get(`${citing}|${key}`);
    if (override === undefined) return null;
    if (override.target === null)
      return { kind: "unresolved", how: `${override.by} xác định không phải dẫn chiếu văn bản`, dismissed: true };
    // the document meant may be gone, having got another identity: then the machine looks again
    return known.has(override.target) ? { kind: "work", work: override.target, how: `${override.by} xác định` } : null;
  };
}
