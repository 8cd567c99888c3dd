import type { Span } from "../domain/span.ts";
import { casesIn } from "./case-of-several.ts";
import { contentWords } from "./same-matter.ts";
import { sentenceAt, sentences } from "./sentences.ts";

/** Characters looked at on each side of a value. */
const NEAR = 90;

export interface SlotContext {
  readonly context: ReadonlySet<string>;
  readonly sentence: ReadonlySet<string>;
  readonly cases: ReadonlySet<string>;
}

/** Reads the surroundings of values in one text; sentences are cut once. */
export function contextReader(text: string): (at: number, length: number) => SlotContext {
  const all = sentences(text);
  const read = new Map<Span, Omit<SlotContext, "context">>();
  return (at, length) => {
    const own = sentenceAt(all, at);
    let about = read.get(own);
    if (!about) {
      const words = text.slice(own.start, own.end);
      about = { sentence: new Set(contentWords(words)), cases: casesIn(words) };
      read.set(own, about);
    }
    return {
      context: new Set([
        ...contentWords(text.slice(Math.max(0, at - NEAR), at)),
        ...contentWords(text.slice(at + length, at + length + NEAR)),
      ]),
      ...about,
    };
  };
}
