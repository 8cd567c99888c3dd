import { indexTitles, type TitleIndex } from "../compare/subject-words.ts";
import { parseIssuer } from "../domain/issuer.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { remembered } from "./remembered.ts";

/** The index of the revision before: an import changes few titles, and taking one apart is what costs. */
const before = new WeakMap<Store, TitleIndex<WorkId>>();

/** Titles of all documents that are here or named in lists, by their words; made anew when the index changes. */
export const titleIndex = (store: Store): Promise<TitleIndex<WorkId>> =>
  remembered(store, "titles", async () => {
    const titled = await store.works.titled();
    const index = indexTitles(
      titled.map((work) => ({ id: work.id, title: matterOf(work) })),
      before.get(store),
    );
    before.set(store, index);
    return index;
  });

const places = new Map<string, string | null>();

/** A title without the name of the issuer's own place: it says where, not what. */
export function matterOf({ title, issuer }: Pick<Work, "title" | "issuer">): string {
  const place = placeOf(issuer ?? "");
  const at = place ? (title ?? "").toLocaleLowerCase("vi").indexOf(place) : -1;
  return at < 0 || !place ? (title ?? "") : `${(title ?? "").slice(0, at)}.${(title ?? "").slice(at + place.length)}`;
}

/** In small letters. Kept, because thousands of titles have a few dozen issuers. */
function placeOf(issuer: string): string | null {
  let place = places.get(issuer);
  if (place === undefined) {
    if (places.size >= MOST_PLACES) places.clear();
    places.set(issuer, (place = parseIssuer(issuer).place?.toLocaleLowerCase("vi") ?? null));
  }
  return place;
}

const MOST_PLACES = 5_000;
