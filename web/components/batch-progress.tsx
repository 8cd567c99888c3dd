import type { ItemState } from "../../src/domain/batch.ts";
import type { Frame } from "../frame.ts";

/** Which states a bar shows, first to last; the rest of it is what nobody has begun. */
const PARTS = ["done", "proposed", "reviewing"] as const satisfies readonly ItemState[];

/** How far a batch, or one unit's part of it, is; what was left out is no work. */
export const BatchProgress = ({
  f,
  n,
  by,
}: {
  f: Frame;
  /** Documents in it, left-out ones with them. */
  n: number;
  by: Readonly<Record<ItemState, number>>;
}) => {
  const t = f.t.batches;
  const all = n - by["left-out"];
  let at = 0;
  const said = [...PARTS, "todo" as const].map((part) => `${t.itemStates[part]} ${f.t.n(by[part])}`).join(", ");
  return (
    <svg class="bar progress" role="img" aria-label={`${t.progress}: ${said}`}>
      <rect class="bed" width="100%" height="6" />
      {PARTS.map((part) => {
        const wide = all === 0 ? 0 : (100 * by[part]) / all;
        const x = at;
        at += wide;
        return wide === 0 ? null : (
          <rect class={`progress__${part}`} x={`${x.toFixed(2)}%`} width={`${wide.toFixed(2)}%`} height="6" />
        );
      })}
    </svg>
  );
};
