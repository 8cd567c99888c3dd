import type { LegalDate } from "../domain/legal-date.ts";
import type { Effect } from "../domain/effect.ts";
import type { Work } from "../domain/work.ts";
import { type UnitNote, unitNote } from "../report/consolidated-model.ts";
import type { Store } from "../store/store.ts";
import { asTitleChange, isTitleChange } from "../timeline/amend-title.ts";
import { changesWords } from "../timeline/timeline.ts";
import { type TextSources, textSources, type WorkText, workText } from "./work-text.ts";

/** A document's name on a day on which it is no longer the one it was issued under. */
export interface DayTitle {
  readonly text: string;
  readonly issued: string;
  /** What changed it, oldest first. */
  readonly notes: readonly UnitNote[];
}

/** Null where the name is the one issued. Its text is only asked for where something was done to the name. */
export async function titleOnDay(
  store: Store,
  work: Work,
  effects: readonly Effect[],
  on: LegalDate,
): Promise<DayTitle | null> {
  const renamed = effects.some((e) => e.from !== null && e.from <= on && isTitleChange(asTitleChange(e)));
  const stored = renamed ? await store.documents.current(work.id) : null;
  if (stored === null) return null;
  const sources = await textSources(store, work, stored);
  return dayTitle(sources, workText(sources, on));
}

export function dayTitle({ document, works }: TextSources, { consolidation }: WorkText): DayTitle | null {
  const notes = (consolidation.title?.notes ?? []).filter(changesWords);
  const issued = document.meta.title?.value ?? null;
  if (consolidation.title === null || issued === null || notes.length === 0) return null;
  return { text: consolidation.title.text, issued, notes: notes.map((n) => unitNote("title", n, works)) };
}
