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

/**
 * Works of some shelves that share words with a title, with the sum of the shared words' weights and how many they are.
 * `weigh` gets how many works have the word and how many there are; 0 leaves the word out.
 */
export function sharing(
  shelves: readonly TitleShelf[],
  words: ReadonlySet<string>,
  weigh: (owners: number, works: number) => number,
): readonly { readonly work: Work; readonly weight: number; readonly shared: number }[] {
  const all = shelves.reduce((n, shelf) => n + shelf.works.length, 0);
  const found = new Map<Work, { weight: number; shared: number }>();
  for (const word of words) {
    const owners = shelves.reduce((n, shelf) => n + (shelf.owners.get(word)?.length ?? 0), 0);
    const weight = owners === 0 ? 0 : weigh(owners, all);
    if (weight <= 0) continue;
    for (const shelf of shelves)
      for (const place of shelf.owners.get(word) ?? []) {
        const work = shelf.works[place] as Work;
        const sum = found.get(work);
        if (sum) {
          sum.weight += weight;
          sum.shared++;
        } else found.set(work, { weight, shared: 1 });
      }
  }
  return [...found].map(([work, sum]) => ({ work, ...sum }));
}
