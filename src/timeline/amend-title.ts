import type { Effect } from "../domain/effect.ts";
import { outsideQuotes } from "./instruction-scope.ts";
import { READ_BY_HAND, type Refusal, refusal } from "./refusals.ts";
import { findPhrase, wordsFor } from "./replace-phrase.ts";
import { unquoted } from "./split-units.ts";
import type { Consolidation } from "./timeline.ts";

const NAMES_TITLE =
  /(?:tên|tên gọi|trích yếu)(?: của)? (?:Quyết định|Nghị quyết|Thông tư|Nghị định|Luật|Bộ luật|Pháp lệnh|văn bản|Chỉ thị)(?!\p{L})/iu;

/** An instruction about the name of the document itself, not of one of its units. */
export const isTitleChange = (effect: Effect): boolean =>
  effect.targetEId === null &&
  (effect.action === "amend" || effect.action === "replace-phrase" || effect.action === "delete-phrase") &&
  NAMES_TITLE.test(outsideQuotes(effect.evidence.quote));

/** The name is only one of the places meant. */
const MEANS_ALL = /(?<!\p{L})(?:toàn (?:bộ|văn)|cả văn bản)(?!\p{L})/iu;

const NEW_TITLE = /^[^“”]{0,300}(?:như sau|thành|là)\s?:?\s?“([^“”]{3,1000})”[.;]?$/u;

/**
 * "Sửa đổi tên Quyết định như sau: “…”" names no unit, so that the reading of instructions leaves it open; here the new
 * name can be told from the words of the instruction.
 */
export function asTitleChange(effect: Effect): Effect {
  if (effect.action !== "unknown" || effect.targetEId !== null || effect.from === null) return effect;
  const { quote } = effect.evidence;
  const content = NEW_TITLE.exec(quote.trim())?.[1];
  return content && /sửa đổi|thay thế|điều chỉnh/iu.test(quote) && isTitleChange({ ...effect, action: "amend" })
    ? { ...effect, action: "amend", content, applied: true, whyNot: null }
    : effect;
}

/** The title with the change, or why it cannot be made; null where the document has no title. */
export function amendTitle(
  title: Consolidation["title"],
  effect: Effect,
): NonNullable<Consolidation["title"]> | Refusal | null {
  if (!title) return null;
  const done = (text: string, change: "heading" | "phrase"): NonNullable<Consolidation["title"]> => ({
    text,
    notes: [...title.notes, { effect, change, before: title.text }],
  });
  if (effect.action === "amend") {
    const words = unquoted(effect.content ?? "").trim();
    return words === "" || words.includes("\n")
      ? refusal("không đọc được tên mới của văn bản", READ_BY_HAND)
      : done(words, "heading");
  }
  if (MEANS_ALL.test(outsideQuotes(effect.evidence.quote)))
    return refusal("chỉ dẫn đổi cụm từ cả ở tên văn bản và trong toàn bộ lời văn", READ_BY_HAND);
  const to = effect.action === "delete-phrase" ? "" : effect.phraseTo;
  if (!effect.phraseFrom || to === null)
    return refusal("không rõ cụm từ cũ hoặc cụm từ mới của tên văn bản", READ_BY_HAND);
  const [from, words] = [unquoted(effect.phraseFrom), unquoted(to)];
  const { places, doubt } = findPhrase(title.text, from, words);
  const [place] = places;
  if (doubt || places.length !== 1 || !place)
    return refusal(doubt ?? `không tìm thấy đúng một cụm từ “${from}” ở tên văn bản`, READ_BY_HAND);
  const text = `${title.text.slice(0, place.start)}${wordsFor(title.text, place, from, words)}${title.text.slice(place.end)}`;
  return done(text.replace(/ {2,}/gu, " ").trim(), "phrase");
}
