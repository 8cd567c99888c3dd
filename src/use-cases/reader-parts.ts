import type { EId } from "../domain/e-id.ts";
import type { Stretch } from "./view-text.ts";

/** A piece of a long text that is read on a page of its own. */
export interface ReaderPart {
  /** Anchor of its first unit; empty for the piece that begins with the head of the document. */
  readonly key: string;
  /** First and last heading: a chapter, an article. */
  readonly first: Stretch;
  readonly last: Stretch;
  readonly stretches: readonly Stretch[];
}

/** Stretches of a text that is shown whole: about 40 kB on the wire, and made in a tenth of a second. */
const LONGEST_WHOLE = 700;
/** A piece ends at the next chapter once it has so many stretches, at the next article once it has too many. */
const ENOUGH = 250;
const TOO_MANY = 450;

const HEADINGS: ReadonlySet<Stretch["kind"]> = new Set(["part", "chapter", "attachment", "article"]);

/** The pieces of a long text, cut at chapters where that is possible; one piece where the text is not long. */
export function readerParts(stretches: readonly Stretch[]): readonly ReaderPart[] {
  const pieces: Stretch[][] = [[]];
  for (const stretch of stretches) {
    const size = pieces.at(-1)?.length ?? 0;
    const article = stretch.kind === "article" && stretch.anchor !== null;
    const chapter = !article && HEADINGS.has(stretch.kind) && stretch.anchor !== null;
    const cut = stretches.length > LONGEST_WHOLE && ((chapter && size >= ENOUGH) || (article && size >= TOO_MANY));
    if (cut) pieces.push([stretch]);
    else pieces.at(-1)?.push(stretch);
  }
  return pieces.flatMap((piece, i) => {
    const headings = piece.filter((s) => s.anchor !== null && HEADINGS.has(s.kind));
    const [first, last] = [headings[0] ?? piece[0], headings.at(-1) ?? piece[0]];
    return first === undefined || last === undefined
      ? []
      : [{ key: i === 0 ? "" : (first.anchor ?? ""), first, last, stretches: piece }];
  });
}

/** The piece asked for by its key, else the one that holds a unit, else the first. */
export function choosePart(parts: readonly ReaderPart[], key: string | null, unit: EId | null): number {
  const byUnit = unit === null ? -1 : parts.findIndex((p) => p.stretches.some((s) => s.anchor === unit));
  const byKey = key === null ? -1 : parts.findIndex((p) => p.key === key);
  return Math.max(0, byUnit >= 0 ? byUnit : byKey);
}
