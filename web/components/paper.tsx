import type { Child } from "hono/jsx";
import type { PaperPlace } from "../../src/use-cases/view-paper.ts";
import type { Stretch } from "../../src/use-cases/view-text.ts";

/**
 * A document's head or foot as on paper: two columns, small. The lines stand in the page in the order of the text, so that
 * finding and copying give them whole; only the grid sets them side by side.
 */
export const Paper = ({
  stretch,
  places,
  lines,
}: {
  stretch: Stretch;
  places: readonly PaperPlace[];
  lines: readonly Child[];
}) => (
  <div class={`law__${stretch.kind} paper`}>
    {lines.map((line, i) => (
      <p class={`paper__${places[i] ?? "text"}`}>{line}</p>
    ))}
  </div>
);
