import { overlaps } from "../domain/span.ts";
import type { Span } from "../domain/span.ts";
import type { Reference } from "./reference.ts";
import { inZones } from "./title-zones.ts";
import type { KeyValue, Token, VerbValue } from "./token.ts";

interface At {
  readonly start: number;
  readonly end: number;
  /** Ordinary words stand between the element before and this one. */
  readonly gap: boolean;
}

/** The alphabet of the instruction grammar: mentions and short quotations have become single letters. */
export type Element = At &
  (
    | { readonly kind: "verb"; readonly value: VerbValue; readonly capital: boolean }
    | { readonly kind: "reference"; readonly index: number }
    | { readonly kind: "phrase"; readonly text: string }
    | { readonly kind: "content" }
    | { readonly kind: "key"; readonly value: KeyValue }
    | { readonly kind: "date"; readonly value: string | null }
    /** Forms (Mẫu, Biểu) by their numbers. */
    | { readonly kind: "forms"; readonly nums: readonly string[] }
    | { readonly kind: "semicolon" | "stop" | "newline" | "colon" | "comma" | "and" | "bracket" | "word-from" }
  );

type WithoutGap<E> = E extends Element ? Omit<E, "gap"> : never;

export interface ElementSource {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly references: readonly Reference[];
  /** Index of the reference that begins at a token. */
  readonly referenceAt: ReadonlyMap<number, number>;
  readonly zones: readonly Span[];
  /** New wording set off by the parser. */
  readonly quotes: readonly Span[];
}

/** How long a quoted phrase may be; longer quotations are new wording. */
const PHRASE_CHARS = 700;

/** Elements of one stretch of text, in order. Titles of documents and quoted wording are no part of the instruction. */
export function readElements(source: ElementSource, range: Span, firstToken: number): Element[] {
  const { tokens, text } = source;
  const out: Element[] = [];
  let gap = false;
  const push = (element: WithoutGap<Element>): void => {
    out.push(Object.assign(element, { gap }) as Element);
    gap = false;
  };
  for (let i = firstToken; i < tokens.length; i++) {
    const t = tokens[i] as Token;
    if (t.start >= range.end) break;
    if (t.start < range.start) continue;
    if (t.gap && !(out.length === 0 && !t.gap)) gap = true;
    const quote = source.quotes.find((q) => q.start <= t.start && t.start < q.end);
    if (quote) {
      if (out.at(-1)?.kind !== "content" || (out.at(-1) as Element).start !== quote.start)
        push({ kind: "content", start: quote.start, end: quote.end });
      gap = false;
      continue;
    }
    const reference = source.referenceAt.get(i);
    if (reference !== undefined) {
      const found = source.references[reference] as Reference;
      if (!inZones(source.zones, t.start))
        push({ kind: "reference", index: reference, start: found.span.start, end: found.span.end });
      else gap = true;
      i = Math.max(i, found.next - 1);
      continue;
    }
    if (inZones(source.zones, t.start) && t.kind !== "newline") {
      gap = true;
      continue;
    }
    if (t.kind === "open" || t.kind === "quote" || t.kind === "close") {
      const closing = phraseEnd(source, i, range.end);
      if (closing < 0) continue;
      const close = tokens[closing] as Token;
      push({ kind: "phrase", text: text.slice(t.end, close.start).trim(), start: t.start, end: close.end });
      i = closing;
      continue;
    }
    if (t.kind === "unit" && t.value === "mark" && /^(?:mẫu|biểu)/iu.test(t.word)) {
      const forms = formsAt(tokens, i) ?? codedForm(tokens, text, i);
      if (forms) {
        push({ kind: "forms", nums: forms.nums, start: t.start, end: (tokens[forms.next - 1] as Token).end });
        i = forms.next - 1;
        continue;
      }
    }
    if (PLAIN.has(t.kind)) push(plainElement(t));
    else if (t.kind === "stop") {
      if (endsSentence(text, t, out.at(-1), gap)) push({ kind: "stop", start: t.start, end: t.end });
    } else if (!SILENT_KINDS.has(t.kind)) gap = true;
  }
  return out;
}

const PLAIN = new Set<Token["kind"]>([
  "verb",
  "key",
  "date",
  "from",
  "semicolon",
  "newline",
  "colon",
  "comma",
  "and",
  "bracket",
]);
/** Small words that say nothing here and leave no gap. */
const SILENT_KINDS = new Set<Token["kind"]>(["plural", "of", "so", "dash", "unbracket"]);

function plainElement(t: Token): WithoutGap<Element> {
  const { start, end } = t;
  if (t.kind === "verb") return { kind: "verb", value: t.value, capital: t.capital, start, end };
  if (t.kind === "key") return { kind: "key", value: t.value, start, end };
  if (t.kind === "date") return { kind: "date", value: t.value, start, end };
  return { kind: t.kind === "from" ? "word-from" : t.kind, start, end } as WithoutGap<Element>;
}

function endsSentence(text: string, t: Token, before: Element | undefined, gap: boolean): boolean {
  // "Phụ lục IIa. Nguyên tắc … vào sau Phụ lục II": the stop belongs to the annex number
  const annex =
    before?.kind === "reference" && !gap && /Phụ lục [^.]{1,6}$/u.test(text.slice(Math.max(0, t.start - 16), t.start));
  return !annex && /^\s*(?:\n|$)|^\s+[\p{Lu}“"]/u.test(text.slice(t.end, t.end + 4));
}

/** "Mẫu số 01, Mẫu số 02a và 03" */
function formsAt(tokens: readonly Token[], i: number): { nums: string[]; next: number } | null {
  const nums: string[] = [];
  let j = i + 1;
  for (; j < tokens.length; j++) {
    const t = tokens[j] as Token;
    if (t.gap && !(t.kind === "number" && nums.length === 0)) break;
    if (t.kind === "number") nums.push(t.value);
    else if (
      t.kind !== "so" &&
      !((t.kind === "comma" || t.kind === "and") && tokens[j + 1]?.kind === "number" && !(tokens[j + 1] as Token).gap)
    )
      break;
  }
  return nums.length > 0 ? { nums, next: j } : null;
}

/** "Mẫu QLB-7" */
function codedForm(tokens: readonly Token[], text: string, i: number): { nums: string[]; next: number } | null {
  const unit = tokens[i] as Token;
  const m = /^ {1,2}(?:số )?([\p{Lu}\d][\p{Lu}\d./-]{0,14}\d[\p{L}\d]{0,3})(?![\p{L}\d])/u.exec(
    text.slice(unit.end, unit.end + 32),
  );
  if (!m) return null;
  let next = i + 1;
  while (tokens[next] && (tokens[next] as Token).start < unit.end + m[0].length) next++;
  return { nums: [m[1] as string], next };
}

/** Index of the token that closes a quoted phrase; -1 where none does or where the marks hold new wording. */
function phraseEnd({ tokens, text, quotes }: ElementSource, i: number, end: number): number {
  const closing = closingQuote(tokens, text, i, end);
  if (closing < 0) return -1;
  const inner = { start: (tokens[i] as Token).end, end: (tokens[closing] as Token).start };
  return quotes.some((q) => overlaps(q, inner)) ? -1 : closing;
}

/** Index of the token that closes the quotation opened at `i` within the stretch; -1 when none does. */
function closingQuote(tokens: readonly Token[], text: string, i: number, end: number): number {
  const opened = tokens[i] as Token;
  if (opened.kind === "close") return -1;
  let depth = 1;
  for (let j = i + 1; j < tokens.length; j++) {
    const t = tokens[j] as Token;
    if (t.start >= end || t.start - opened.start > PHRASE_CHARS) return -1;
    if (opened.kind === "quote" && (t.kind === "quote" || t.kind === "close")) return j;
    if (opened.kind === "open" && t.kind === "open" && text[t.start] === text[opened.start]) depth++;
    if (opened.kind === "open" && (t.kind === "close" || t.kind === "quote")) {
      depth--;
      if (depth <= 0 || text[opened.start] === "‘") return j;
    }
  }
  return -1;
}
