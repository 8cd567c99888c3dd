import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { followResults } from "./follow-results.ts";
import { relinkWorks } from "./relink-works.ts";

export interface MendCitation {
  readonly store: Store;
  /** The document that cites. */
  readonly work: WorkId;
  readonly key: string;
  /** The document meant; null = it names none; `undo` = as the machine sees it. */
  readonly target: { readonly work: WorkId } | null | "undo";
  readonly by: string;
  readonly now: number;
}

export type CitationMended =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "no-citation" | "no-target" };

/**
 * Sets by hand what every mention of one number or name in one document means, or takes that back. Links, effects and
 * statuses that hang on it are computed anew in the same transaction.
 */
export function mendCitation({ work, ...given }: MendCitation): Promise<CitationMended> {
  const { store } = given;
  return store.withTransaction(async () => {
    const fault = await setMeaning(work, given);
    if (fault !== null) return { ok: false, reason: fault };
    await followResults(store, await relinkWorks(store, new Set([work])), given.now);
    return { ok: true };
  });
}

/** The same in several documents that cite alike; those that do so no longer are left out. Returns the mended ones. */
export function mendAlike({
  works,
  ...given
}: Omit<MendCitation, "work"> & { readonly works: readonly WorkId[] }): Promise<readonly WorkId[]> {
  const { store } = given;
  return store.withTransaction(async () => {
    const mended: WorkId[] = [];
    for (const work of works) if ((await setMeaning(work, given)) === null) mended.push(work);
    if (mended.length > 0) await followResults(store, await relinkWorks(store, new Set(mended)), given.now);
    return mended;
  });
}

/** Null, or why it cannot be. */
async function setMeaning(
  work: WorkId,
  { store, key, target, by, now }: Omit<MendCitation, "work">,
): Promise<"no-citation" | "no-target" | null> {
  const before = (await store.overrides.targets()).find((o) => o.work === work && o.key === key);
  const mention = (await store.links.from(work)).find((l) => l.key === key);
  const text = before?.text ?? mention?.text;
  if (text === undefined) return "no-citation";
  if (target === "undo") await store.overrides.dropTarget(work, key);
  else {
    if (target !== null && (await store.works.find(target.work)) === null) return "no-target";
    await store.overrides.setTarget({ work, key, text, target: target?.work ?? null, by, at: now });
  }
  const meant = target === "undo" ? "undo" : (target?.work ?? null);
  await store.audit.append({ at: now, by, action: "citation.mend", subject: work, detail: { key, target: meant } });
  return null;
}
