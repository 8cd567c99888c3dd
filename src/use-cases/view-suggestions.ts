import type { LegalDate } from "../domain/legal-date.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { searchWords } from "../store/search/words.ts";
import type { Store } from "../store/store.ts";
import { shelvedOn } from "./document-shelf.ts";
import { filedOn } from "./filed-works.ts";
import { type Jump, jumpsTo } from "./jump-to-unit.ts";
import { lawsCalled } from "./named-laws.ts";
import { statusTier } from "./search-filter.ts";
import type { NamedWork } from "./view-search.ts";

/** Below this a suggestion would be a guess. */
export const LEAST_LETTERS = 2;
const MOST_OF_A_KIND = 4;
const MOST = 8;

export interface Suggestions {
  readonly units: readonly Jump[];
  readonly numbers: readonly NamedWork[];
  readonly laws: readonly NamedWork[];
  readonly titles: readonly NamedWork[];
}

/** What may be meant by the letters typed so far: a unit, a number, a law by its name or initials, a title. */
export async function viewSuggestions(store: Store, q: string, on: LegalDate): Promise<Suggestions> {
  if (searchWords(q).replace(/ /gu, "").length < LEAST_LETTERS) return { units: [], numbers: [], laws: [], titles: [] };
  const { byId } = await filedOn(store, on);
  const seen = new Set<WorkId>();
  const take = async (works: readonly Work[], most: number): Promise<readonly NamedWork[]> => {
    const fresh = works.filter((work) => !seen.has(work.id)).slice(0, most);
    for (const work of fresh) seen.add(work.id);
    return Promise.all(
      fresh.map(async (work) => ({
        work,
        status: byId.get(work.id)?.status ?? (await store.statuses.on(work.id, on))?.status ?? "unknown",
      })),
    );
  };
  const [units, { exact, begun }, called, titled] = [
    await jumpsTo(store, q),
    await store.search.bySymbol(q),
    await lawsCalled(store, q),
    await titlesWith(store, q, on),
  ];
  const numbers = await take([...exact, ...begun], MOST_OF_A_KIND);
  const laws = await take(called, MOST_OF_A_KIND);
  const left = MOST - units.length - numbers.length - laws.length;
  return { units, numbers, laws, titles: await take(titled, Math.max(0, Math.min(MOST_OF_A_KIND, left))) };
}

/** Indexed documents with all words in their title, the last one perhaps not yet whole: what is applied first, then the newest. */
async function titlesWith(store: Store, q: string, on: LegalDate): Promise<readonly Work[]> {
  const words = searchWords(q).split(" ");
  const { documents, statuses } = await shelvedOn(store, on);
  const whole = words.slice(0, -1).map((word) => ` ${word} `);
  const begun = ` ${words.at(-1)}`;
  const together = ` ${words.join(" ")}`;
  const found: { work: Work; tier: number; apart: number; issued: string }[] = [];
  documents.forEach(({ work, folded, keys }, i) => {
    const text = `${folded} `;
    if (!text.includes(begun) || !whole.every((word) => text.includes(word))) return;
    const apart = Number(!text.includes(together));
    found.push({ work, apart, tier: statusTier(statuses[i]?.status ?? "unknown"), issued: keys.issued });
  });
  found.sort((a, b) => a.apart - b.apart || a.tier - b.tier || (a.issued < b.issued ? 1 : -1));
  return found.slice(0, MOST).map(({ work }) => work);
}
