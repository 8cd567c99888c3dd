import type { Child } from "hono/jsx";
import type { WordDifference } from "../../src/use-cases/view-reader.ts";
import { words } from "./words.tsx";

/** Longer unchanged stretches are cut in the middle where only the change matters. */
const LONGEST_SAME = 220;
const KEPT = 90;

/** One running text: what was taken out, then what came in its place. Lines of law stay lines. */
export const WordChanges = ({ parts, short = false }: { parts: readonly WordDifference[]; short?: boolean }) => (
  <>
    {parts.map((part) =>
      part.same ? (
        words(short ? shortened(part.right) : part.right)
      ) : (
        <>
          {part.left.trim() === "" ? part.left : <Marked as="del" text={part.left} />}
          {part.right.trim() === "" ? null : <Marked as="ins" text={part.right} />}
        </>
      ),
    )}
  </>
);

/** Words of one side of a comparison, and whether the other side has them too. */
export interface SidePart {
  readonly text: string;
  readonly same: boolean;
}

/** One side of a comparison: its own words, those the other side does not have marked. */
export const OneSide = ({ parts, side }: { parts: readonly SidePart[]; side: "left" | "right" }) => (
  <>
    {parts.map((part) =>
      part.same ? words(part.text) : <Marked as={side === "left" ? "del" : "ins"} text={part.text} />,
    )}
  </>
);

/** The first line apart from the rest: a heading is set as one. */
export function firstLine(parts: readonly SidePart[]): readonly [readonly SidePart[], readonly SidePart[]] {
  const at = parts.findIndex((p) => p.text.includes("\n"));
  const turn = parts[at];
  if (turn === undefined) return [parts, []];
  const cut = turn.text.indexOf("\n");
  return [
    [...parts.slice(0, at), { ...turn, text: turn.text.slice(0, cut) }],
    [{ ...turn, text: turn.text.slice(cut + 1) }, ...parts.slice(at + 1)],
  ];
}

/** The space before a word stays outside its mark. */
const Marked = ({ as, text }: { as: "del" | "ins"; text: string }): Child => {
  const bare = text.trimStart();
  const space = text.slice(0, text.length - bare.length);
  if (bare === "") return text;
  return as === "del" ? (
    <>
      {space}
      <del>{words(bare)}</del>
    </>
  ) : (
    <>
      {space}
      <ins>{words(bare)}</ins>
    </>
  );
};

function shortened(text: string): string {
  if (text.length <= LONGEST_SAME) return text;
  const start = text.lastIndexOf(" ", KEPT);
  const end = text.indexOf(" ", text.length - KEPT);
  return `${text.slice(0, Math.max(0, start))} […]${text.slice(end < 0 ? text.length - KEPT : end)}`;
}
