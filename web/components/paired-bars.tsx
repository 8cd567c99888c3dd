import type { Frame } from "../frame.ts";
import { Said } from "./words.tsx";

/** Figures of two stretches, one under the other, drawn by the server; every figure stands beside its bar. */
export const PairedBars = ({
  f,
  title,
  now,
  before,
  bars,
}: {
  f: Frame;
  title: string;
  /** What the two bars of a row mean. */
  now: string;
  before: string;
  bars: readonly { readonly label: string; readonly now: number; readonly before: number }[];
}) => {
  const top = Math.max(1, ...bars.flatMap((bar) => [bar.now, bar.before]));
  const width = (n: number): string => `${((100 * n) / top).toFixed(1)}%`;
  return (
    <figure class="pairs">
      <figcaption>
        <b>
          <Said f={f} text={title} />
        </b>
        <span class="key small">
          <span>
            <svg viewBox="0 0 12 12" class="pairs__key" aria-hidden="true">
              <rect class="now" width="12" height="12" />
            </svg>
            {now}
          </span>
          <span>
            <svg viewBox="0 0 12 12" class="pairs__key" aria-hidden="true">
              <rect class="before" width="12" height="12" />
            </svg>
            {before}
          </span>
        </span>
      </figcaption>
      <ul>
        {bars.map((bar) => (
          <li>
            <span>
              <Said f={f} text={bar.label} />
            </span>
            <svg class="pairs__bars" aria-hidden="true">
              <rect class="bed" width="100%" height="20" />
              <rect class="now" width={width(bar.now)} height="12" />
              <rect class="before" y="14" width={width(bar.before)} height="6" />
            </svg>
            <span class="num">
              <b>{f.t.n(bar.now)}</b> <span class="muted">{f.t.n(bar.before)}</span>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
};
