import type { MetadataOverride } from "../domain/metadata-override.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { classifyFields, type FieldGuess } from "../resolve/classify-field.ts";
import { compareFields, fieldName, fieldNames } from "../resolve/field-names.ts";
import type { Store, StoredLink } from "../store/store.ts";
import { worksOf } from "./view-finding-row.ts";

/** Roles that say what a document is about: it changes them. */
const CHANGES = new Set(["amends", "repeals", "replaces", "expires", "suspends"]);

/** The fields (lĩnh vực) a document is filed in, and who says so. */
export interface DocumentFields {
  /** Subjects of the Bộ Pháp điển, the main one first; empty = not clear enough and nobody has said it. */
  readonly topics: readonly string[];
  /** What the machine reads, each with its reason; a person's word wins over it. */
  readonly read: readonly FieldGuess[];
  readonly byHand: MetadataOverride | null;
}

/** Lĩnh vực of a stored document: set by hand, or by its title, its legal basis and what it changes. */
export async function fieldsOf(
  store: Store,
  work: Work,
  /** All works where they are at hand: what it rests on is then not asked for one by one. */
  known?: ReadonlyMap<WorkId, Work>,
  /** Its citations where they are at hand. */
  own?: readonly StoredLink[],
): Promise<DocumentFields> {
  const byHand = (await store.overrides.of(work.id)).find(({ field }) => field === "fields") ?? null;
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
  const read = classifyFields({
    title: work.title,
    id: work.id,
    basis: named((role) => role === "basis"),
    changes: named((role) => CHANGES.has(role)),
  });
  return { topics: byHand === null ? read.map(({ topic }) => topic) : codesIn(byHand.value), read, byHand };
}

/** `11,21` → its codes. */
export const codesIn = (value: string): readonly string[] => value.split(",").filter((code) => code !== "");

/** Subjects somebody chose: those the machine reads too come first, as it orders them, the others by number. */
export function orderedTopics(chosen: readonly string[], read: readonly string[]): readonly string[] {
  const others = [...new Set(chosen)].filter((topic) => !read.includes(topic)).sort(compareFields);
  return [...read.filter((topic) => chosen.includes(topic)), ...others];
}

/** Fields as an official reads them: `Đất đai; Môi trường`. */
export const saidFields = (topics: readonly string[]): string => topics.map(fieldName).join("; ");

/** The subjects a document can be filed in, in the order of the Bộ Pháp điển. */
export const allSubjects = (): readonly { readonly value: string; readonly name: string }[] =>
  [...fieldNames()].flatMap(([value, name]) => (value.includes(".") ? [] : [{ value, name }]));
