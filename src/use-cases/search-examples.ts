import type { LegalDate } from "../domain/legal-date.ts";
import type { Work } from "../domain/work.ts";
import type { ShelvedDocument, Store } from "../store/store.ts";
import { placesOf } from "./asked-unit.ts";
import { shelvedOn } from "./document-shelf.ts";

const DOCUMENTS_TRIED = 20;
/** Words of a title that make a phrase worth searching. */
const PHRASE_WORDS = 4;

/** Questions that find something here; empty where the index is. */
export interface SearchExamples {
  readonly symbol: string;
  readonly unit: string;
  readonly words: string;
  readonly phrase: string;
}

/** Examples made of the newest document in force; null where nothing can be searched. */
export async function searchExamples(store: Store, on: LegalDate): Promise<SearchExamples | null> {
  const { documents, statuses } = await shelvedOn(store, on);
  const newest = (only: (i: number) => boolean): ShelvedDocument[] =>
    documents
      .filter((_, i) => only(i))
      .sort((a, b) => (a.keys.issued < b.keys.issued ? 1 : -1))
      .slice(0, DOCUMENTS_TRIED);
  const applied = newest((i) => statuses[i]?.status === "in-force");
  for (const { work } of applied.length > 0 ? applied : newest(() => true)) {
    const phrase = phraseOf(work);
    if (work.symbol === null || phrase === null) continue;
    const units = (await store.documents.unitsOf([work.id])).get(work.id) ?? new Set<string>();
    const article = placesOf("art_2", units).length > 0 ? "Điều 2" : "Điều 1";
    return {
      symbol: work.symbol,
      unit: `${article} ${work.symbol}`,
      words: withoutAccents(phrase),
      phrase: `"${phrase}"`,
    };
  }
  return null;
}

/** `Quy định về quản lý bến khách ngang sông` → `quản lý bến khách`. */
function phraseOf({ title }: Work): string | null {
  if (title === null || title.includes('"')) return null;
  const words = title
    .replace(/^(?:ban hành\s+)?(?:quy định|quy chế|quy trình)?\s*(?:về|việc|của)?\s*/iu, "")
    .split(/\s+/u)
    .slice(0, PHRASE_WORDS)
    .map((word) => word.replace(/[,.;:]+$/u, ""));
  return words.length < 2 || words.some((word) => !/^\p{L}+$/u.test(word)) ? null : words.join(" ");
}

const withoutAccents = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gu, "d").replace(/Đ/gu, "D");
