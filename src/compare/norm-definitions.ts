import type { NormDefinition, NormWords } from "../domain/norm.ts";
import { type Definition, definitions } from "./definitions.ts";
import { wordsAt } from "./norm-words.ts";

const MOST_ELEMENTS = 12;
/** The words after the genus: "… người được tuyển dụng", "… công trình ven sông có cầu tàu". */
const GENUS_ENDS =
  /[,;:(]|\s(?:được|có|do|để|mà|nhằm|dùng|thuộc|trên|theo|bao gồm|gồm|nằm|tại|phục vụ|không|bị|đang|đã|giữa|trong|từ|với|khi|sau|cho|thực hiện|hoạt động|sử dụng|cung cấp|thể hiện|đáp ứng)(?![\p{L}])/u;

const BY_COLON = /^(?:\d{1,3}[.)]\s|\p{Ll}\)\s)?([^;:.\n]{2,120}):\s(?=\S)/u;

/** Under "Giải thích từ ngữ" a term may be followed by a colon as well: `Nhà giáo: người …`. */
export function glossary(text: string): readonly Definition[] {
  const found = definitions(text).filter((d) => !/^không$|^và$/u.test(text.slice(d.term.start, d.term.end)));
  const m = BY_COLON.exec(text);
  if (!m?.[1] || found.some((d) => d.term.start < m[0].length)) return found;
  const at = m[0].indexOf(m[1]);
  return [
    {
      term: { start: at, end: at + m[1].length },
      meaning: { start: m[0].length, end: text.length },
      span: { start: 0, end: text.length },
    },
  ];
}

/** `TERM là GENUS dấu hiệu, dấu hiệu`: what sort of thing, and by what it is told from others. */
export function definitionParts(text: string, { term, meaning }: Definition): NormDefinition | null {
  const named = wordsAt(text, term.start, term.end);
  const whole = wordsAt(text, meaning.start, meaning.end);
  if (!named || !whole) return null;
  const cut = GENUS_ENDS.exec(whole.text)?.index ?? 0;
  const genus = cut > 1 ? wordsAt(text, whole.span.start, whole.span.start + cut) : null;
  return {
    term: named,
    meaning: whole,
    genus,
    elements: elements(text, genus?.span.end ?? whole.span.start, whole.span.end),
  };
}

function elements(text: string, start: number, end: number): NormWords[] {
  const found: NormWords[] = [];
  for (const m of text.slice(start, end).matchAll(/[^,;:\n]{2,400}/gu)) {
    const words = wordsAt(text, start + m.index, start + m.index + m[0].length);
    if (words) found.push(words);
    if (found.length >= MOST_ELEMENTS) break;
  }
  return found;
}
