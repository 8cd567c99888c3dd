import type { Work, WorkId } from "../domain/work.ts";
import { classifyField, type FieldGuess } from "../resolve/classify-field.ts";
import type { Store, StoredLink } from "../store/store.ts";
import { worksOf } from "./view-finding-row.ts";

/** Roles that say what a document is about: it changes them. */
const CHANGES = new Set(["amends", "repeals", "replaces", "expires", "suspends"]);

/** Lĩnh vực of a stored document by its title, its legal basis and what it changes; null when nothing is clear enough. */
export async function fieldOf(
  store: Store,
  work: Work,
  /** All works where they are at hand: what it rests on is then not asked for one by one. */
  known?: ReadonlyMap<WorkId, Work>,
  /** Its citations where they are at hand. */
  own?: readonly StoredLink[],
): Promise<FieldGuess | null> {
  const links = own ?? (await store.links.from(work.id));
  const works =
    known ??
    (await worksOf(
      store,
      links.flatMap(({ resolution }) => (resolution.kind === "work" ? [resolution.work] : [])),
    ));
  const named = (keep: (role: string) => boolean): Work[] => {
    const ids = new Set<WorkId>();
    for (const { role, resolution } of links) {
      if (resolution.kind === "work" && resolution.work !== work.id && keep(role)) ids.add(resolution.work);
    }
    return [...ids].flatMap((id) => works.get(id) ?? []);
  };
  return classifyField({
    title: work.title,
    id: work.id,
    basis: named((role) => role === "basis"),
    changes: named((role) => CHANGES.has(role)),
  });
}
