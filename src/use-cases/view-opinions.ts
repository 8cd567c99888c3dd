import type { Consultation } from "../domain/review-sheet.ts";
import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";

/** A question that waits for an answer, with the document it is about. */
export interface OpinionWanted {
  readonly asked: Consultation;
  readonly work: Work | null;
}

/** Nobody answers more in one sitting. */
const MOST_SHOWN = 200;

/** Questions nobody has answered, of one unit or, where none is named, of all; the earliest day first. */
export async function viewOpinions(store: Store, unit: string | null): Promise<readonly OpinionWanted[]> {
  const waiting = await store.sheets.waiting(MOST_SHOWN, unit ?? undefined);
  const sheets = await Promise.all(waiting.map((asked) => store.sheets.find(asked.sheet)));
  const works = await store.works.findAll(sheets.flatMap((sheet) => sheet?.work ?? []));
  return waiting.map((asked, i) => ({ asked, work: works.get(sheets[i]?.work ?? "") ?? null }));
}
