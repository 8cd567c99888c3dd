import type { ProvisionNorm, NormWords } from "../domain/norm.ts";
import type { Span } from "../domain/span.ts";
import { wordsAt } from "./norm-words.ts";

/** A shorter remainder is grammar: "thì", "của mình", "theo quy định". */
const LEAST_WORDS = 4;

/** The stretches of a norm's sentence that no part of the norm covers. */
export function unreadIn(
  text: string,
  norm: Omit<ProvisionNorm, "unread" | "kind">,
  kind: ProvisionNorm["kind"],
  main: number,
): NormWords[] {
  // a member of a list is read with its list; what a document says of itself is shown as it stands
  if (kind === "formal" || kind === "condition" || kind === "reference" || kind === "scope") return [];
  const covered: Span[] = [
    norm.modal,
    norm.bearer,
    norm.subject,
    norm.action,
    norm.counterpart,
    norm.definition?.term,
    norm.definition?.meaning,
    ...norm.conditions,
    ...norm.exceptions,
    ...norm.listed,
    ...norm.values.map(withItsEvent),
  ]
    .flatMap((w) => (w ? [w.span] : []))
    .sort((a, b) => a.start - b.start);
  const rest: NormWords[] = [];
  // what opens the sentence ("Hằng năm, căn cứ …,") is read as its setting
  let at = Math.max(norm.span.start, main);
  for (const s of [...covered, { start: norm.span.end, end: norm.span.end }]) {
    if (s.start > at) {
      const words = wordsAt(text, at, Math.min(s.start, norm.span.end));
      if (words && (words.text.match(/\p{L}+/gu)?.length ?? 0) >= LEAST_WORDS) rest.push(words);
    }
    at = Math.max(at, s.end);
    if (at >= norm.span.end) break;
  }
  return rest;
}

/** "kể từ ngày nhận đủ hồ sơ" belongs to its term; so do the words that lead to it. */
function withItsEvent(value: ProvisionNorm["values"][number]): NormWords {
  const reach = value.event === null ? 0 : value.event.length + 24;
  return { ...value, span: { start: value.span.start, end: value.span.end + reach } };
}
