import type { Effect } from "../domain/effect.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import { findPhrase } from "./replace-phrase.ts";
import { unquoted } from "./split-units.ts";
import type { Consolidation } from "./timeline.ts";

/** Words of a document that stand in none of its units. */
export interface WordsAround {
  readonly title: string | null;
  readonly preamble: string | null;
}

export const preambleOf = ({ text, preamble }: LegalDocument): string | null =>
  preamble === null ? null : text.slice(preamble.start, preamble.end);

/**
 * Where a phrase that is changed in the whole document still stands after it. The căn cứ tell on what a document was based
 * when it was issued, and its name is changed only by an instruction that names it: both keep their words, which is said.
 */
export function keptAround(effect: Effect, around: WordsAround): readonly (keyof WordsAround)[] {
  if (effect.targetEId !== null || !effect.phraseFrom) return [];
  const [from, to] = [unquoted(effect.phraseFrom), unquoted(effect.phraseTo ?? "")];
  return (["title", "preamble"] as const).filter((part) => {
    const words = around[part];
    if (words === null) return false;
    const { places, doubt } = findPhrase(words.normalize("NFC"), from, to);
    return places.length > 0 || doubt !== null;
  });
}

const PARTS = { title: "tên văn bản", preamble: "phần căn cứ ban hành" } as const;

/** Of a phrase that stands in no unit: where it does stand. */
export const onlyAround = (kept: readonly (keyof WordsAround)[], phrase: string): string =>
  `cụm từ “${phrase}” chỉ đứng ở ${kept.map((part) => PARTS[part]).join(" và ")}, còn chỉ dẫn không nêu chỗ đó`;

/** Notes that a phrase was kept, each laid beside the words it stands in. */
export type KeptNotes = Pick<Consolidation, "title" | "preamble">;

export function withKept(before: KeptNotes, effect: Effect, kept: readonly (keyof WordsAround)[]): KeptNotes {
  const note = { effect, change: "kept" as const, before: null };
  return {
    title:
      before.title !== null && kept.includes("title")
        ? { ...before.title, notes: [...before.title.notes, note] }
        : before.title,
    preamble: kept.includes("preamble") ? [...before.preamble, note] : before.preamble,
  };
}
