import { inArray } from "drizzle-orm";
import { chunks } from "../chunks.ts";
import type { Engine } from "../engine.ts";
import type { Passage } from "./passage-index.ts";
import { searchWords } from "./words.ts";

/**
 * The accented words of passages, cut from the one place where a text is stored. The database counts characters, offsets
 * count UTF-16 units: where a rare character stands before a stretch its words do not come out as indexed, and the whole
 * text is read instead.
 */
export async function wordsOf(engine: Engine, passages: readonly Passage[]): Promise<(passage: Passage) => string> {
  const texts = new Map<number, string>();
  for (const { id, text } of await engine.passages.stretches(passages.map((passage) => passage.id)))
    texts.set(id, text.trim());
  const astray = passages.filter((passage) => searchWords(texts.get(passage.id) ?? "") !== passage.folded);
  if (astray.length > 0) await fromWholeTexts(engine, astray, texts);
  return (passage) => texts.get(passage.id) ?? "";
}

async function fromWholeTexts(engine: Engine, passages: readonly Passage[], into: Map<number, string>): Promise<void> {
  const { expression, provision } = engine.schema;
  const db = engine.db();
  const { id, textStart, textEnd } = provision;
  for (const some of chunks(passages.map((passage) => passage.id))) {
    const places = await db
      .select({ id, expression: provision.expression, textStart, textEnd })
      .from(provision)
      .where(inArray(id, some));
    const rows = await db
      .select({ id: expression.id, text: expression.text })
      .from(expression)
      .where(inArray(expression.id, [...new Set(places.map((place) => place.expression))]));
    const whole = new Map(rows.map((row) => [row.id, row.text]));
    for (const place of places) {
      const text = whole.get(place.expression);
      if (text !== undefined) into.set(place.id, text.slice(place.textStart, place.textEnd).trim());
    }
  }
}
