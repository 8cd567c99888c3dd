import type { Work } from "../domain/work.ts";

/** Works of one list by the words of their titles: who shares a word is looked up, not searched for. */
export interface TitleShelf {
  readonly works: readonly Work[];
  /** Places in `works` of those whose title has a word. */
  readonly owners: ReadonlyMap<string, readonly number[]>;
}

/** Makes a shelf of a list once: the corpus gives the same list for the same body each time. */
export function titleShelves(wordsOf: (work: Work) => ReadonlySet<string>): (works: readonly Work[]) => TitleShelf {
  const made = new WeakMap<readonly Work[], TitleShelf>();
  return (works) => {
    const known = made.get(works);
    if (known) return known;
    const owners = new Map<string, number[]>();
    for (const [place, work] of works.entries())
      for (const word of wordsOf(work)) {
        const list = owners.get(word);
        if (list) list.push(place);
        else owners.set(word, [place]);
      }
    const shelf = { works, owners };
    made.set(works, shelf);
    return shelf;
  };
}

/** How much a word says: 0 leaves it out. `owners` = works whose title has it, of so many. */
export type Weigh = (owners: number, works: number) => number;

/** The words of a title that say something among the works of some shelves, each with its weight. */
export function weighed(
  shelves: readonly TitleShelf[],
  words: ReadonlySet<string>,
  weigh: Weigh,
): ReadonlyMap<string, number> {
  const all = shelves.reduce((n, shelf) => n + shelf.works.length, 0);
  const weights = new Map<string, number>();
  for (const word of words) {
    const owners = shelves.reduce((n, shelf) => n + (shelf.owners.get(word)?.length ?? 0), 0);
    const weight = owners === 0 ? 0 : weigh(owners, all);
    if (weight > 0) weights.set(word, weight);
  }
  return weights;
}

/** Works of some shelves that share words with a title, with the sum of the shared words' weights and how many they are. */
export function sharing(
  shelves: readonly TitleShelf[],
  words: ReadonlySet<string>,
  weigh: Weigh,
): readonly { readonly work: Work; readonly weight: number; readonly shared: number }[] {
  const found = new Map<Work, { weight: number; shared: number }>();
  for (const [word, weight] of weighed(shelves, words, weigh))
    for (const shelf of shelves)
      for (const place of shelf.owners.get(word) ?? []) {
        const work = shelf.works[place] as Work;
        const sum = found.get(work);
        if (sum) {
          sum.weight += weight;
          sum.shared++;
        } else found.set(work, { weight, shared: 1 });
      }
  return [...found].map(([work, sum]) => ({ work, ...sum }));
}
