import type { Work, WorkId } from "../domain/work.ts";
import type { Store, StoredLink } from "../store/store.ts";
import { type UnclearCitation, unclearCitations } from "./view-unclear-citations.ts";
import { type UnitNames, unitNames } from "./view-unit-names.ts";

/** Other documents that cite by the same number or name, and nobody knows what they mean. */
export interface CitingAlike {
  /** One a document, each with the sentence of its first mention. */
  readonly rows: readonly UnclearCitation[];
  readonly total: number;
  readonly works: ReadonlyMap<WorkId, Work>;
  readonly names: UnitNames;
}

/** Documents offered at once; who has settled these is offered the next ones. */
const OFFERED = 50;

/** Words without number and name mean something else in every unit (`mentionKey`). */
export const isOfOneUnit = (key: string): boolean => /^words:[^|]*\|/u.test(key);

/** `may`: whether the person may mend that document; others are left out and not counted. */
export async function citingAlike(
  store: Store,
  except: WorkId,
  key: string,
  may: (work: WorkId) => Promise<boolean>,
): Promise<CitingAlike> {
  const found: StoredLink[] = [];
  // a person has already said what it means there, even that it means nothing
  const settled = new Set((await store.overrides.targets()).flatMap((o) => (o.key === key ? [o.work] : [])));
  let total = 0;
  for (const work of isOfOneUnit(key) ? [] : await store.links.citing([key])) {
    if (work === except || settled.has(work)) continue;
    const unclear = (await store.links.from(work)).filter((l) => l.key === key && l.resolution.kind !== "work");
    if (unclear.length === 0 || !(await may(work))) continue;
    total += 1;
    if (total <= OFFERED) found.push(...unclear);
  }
  const works = [...new Set(found.map((link) => link.from))];
  return {
    rows: await unclearCitations(store, found),
    total,
    works: await store.works.findAll(works),
    names: await unitNames(store, works),
  };
}
