import { plain } from "../domain/fold.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import { type UnitNote, unitNote } from "../report/consolidated-model.ts";
import { dayTitle } from "./day-title.ts";
import { linesOf, type Stretch, stretchKey } from "./view-text.ts";
import type { TextSources, WorkText } from "./work-text.ts";

/** The head with the name of the day in the place of the one issued; unchanged where the name stands amid other words. */
export function withDayTitle(
  document: LegalDocument,
  stretches: readonly Stretch[],
  title: string,
): readonly Stretch[] {
  const span = document.meta.title?.span ?? null;
  if (span === null) return stretches;
  return stretches.map((stretch) => {
    if (stretch.kind !== "opening" || span.start < stretch.span.start || span.end > stretch.span.end) return stretch;
    const inTitle = (start: number): boolean => start >= span.start && start < span.end;
    const first = stretch.lines.findIndex((line) => line.start === span.start);
    if (first < 0) return stretch;
    const lines = linesOf(title, { start: 0, end: title.length }, null, {
      links: [],
      marks: [],
      quotes: [],
      tables: [],
    });
    return {
      ...stretch,
      lines: [
        ...stretch.lines.slice(0, first),
        ...lines.map((line) => ({ ...line, start: span.start })),
        ...stretch.lines.slice(first).filter((line) => !inTitle(line.start)),
      ],
    };
  });
}

/** What is to be said beside head and căn cứ, by `stretchKey`: who changed the name, which words stayed as they were. */
export function remarksAround(
  stretches: readonly Stretch[],
  sources: TextSources,
  text: WorkText,
): ReadonlyMap<string, readonly UnitNote[]> {
  const remarks = new Map<string, readonly UnitNote[]>();
  const put = (stretch: Stretch | undefined, note: UnitNote): void => {
    if (stretch === undefined) return;
    const key = stretchKey(stretch);
    remarks.set(key, [...(remarks.get(key) ?? []), note]);
  };
  const { title, preamble } = text.consolidation;
  const head = stretches.findLast((s) => s.kind === "opening");
  const kept = (title?.notes ?? []).filter((n) => n.change === "kept");
  for (const note of dayTitle(sources, text)?.notes ?? []) put(head, note);
  for (const note of kept) put(head, unitNote("title", note, sources.works));
  const lines = stretches.filter((s) => s.kind === "preamble");
  for (const note of preamble) {
    const phrase = plain(note.effect.phraseFrom ?? "");
    const at = lines.find((s) => plain(sources.document.text.slice(s.span.start, s.span.end)).includes(phrase));
    put(at ?? lines[0], unitNote("preamble", note, sources.works));
  }
  return remarks;
}
