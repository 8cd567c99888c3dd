import type { Frame } from "../frame.ts";

export interface ChartMonth {
  /** `11/2026` */
  readonly name: string;
  readonly came: number;
  readonly left: number;
  readonly open: number;
}

/** Height of the plot in pixels: room above for the figures on the lines, below for the months. */
const BASE = 128;
const ROOM = 108;

/** Two bars and a line a month, drawn by the server: widths in percent, so it is fluid without script. */
export const MonthChart = ({
  f,
  id,
  months,
  say,
}: {
  f: Frame;
  id: string;
  months: readonly ChartMonth[];
  say: string;
}) => {
  const top = Math.max(1, ...months.flatMap((m) => [m.came, m.left, m.open]));
  const y = (n: number): number => BASE - (ROOM * n) / top;
  const wide = 100 / months.length;
  const pc = (x: number): string => `${x.toFixed(2)}%`;
  return (
    <svg class="chart" role="img" aria-labelledby={id}>
      <title id={id}>{say}</title>
      {gridOf(top).map((n) => (
        <>
          <line class="grid" x1="0" x2="100%" y1={y(n).toFixed(1)} y2={y(n).toFixed(1)} />
          <text x="0" y={(y(n) - 4).toFixed(1)}>
            {f.t.n(n)}
          </text>
        </>
      ))}
      {months.map((m, i) => {
        const at = i * wide;
        const last = i === months.length - 1;
        return (
          <>
            <Bar css="in" x={pc(at + wide * 0.18)} width={pc(wide * 0.26)} top={y(m.came)} />
            <Bar css="out" x={pc(at + wide * 0.5)} width={pc(wide * 0.26)} top={y(m.left)} />
            <line class="axis" x1={pc(at + wide * 0.1)} x2={pc(at + wide * 0.9)} y1={y(m.open)} y2={y(m.open)} />
            {last || isTurn(months, i) ? (
              <text
                class={last ? "now" : undefined}
                x={pc(at + wide / 2)}
                y={(y(m.open) - 6).toFixed(1)}
                text-anchor="middle"
              >
                {f.t.n(m.open)}
              </text>
            ) : null}
            <text x={pc(at + wide / 2)} y={BASE + 18} text-anchor="middle">
              {i === 0 || m.name.startsWith("01") ? m.name : m.name.slice(0, 2)}
            </text>
          </>
        );
      })}
      <line class="axis" x1="0" x2="100%" y1={BASE} y2={BASE} />
    </svg>
  );
};

const Bar = ({ css, x, width, top }: { css: string; x: string; width: string; top: number }) =>
  top >= BASE ? null : <rect class={css} x={x} width={width} y={top.toFixed(1)} height={(BASE - top).toFixed(1)} />;

/** What strokes mean. */
export const ChartKey = ({ came, left, open }: { came: string; left: string; open: string }) => (
  <p class="key">
    <span>
      <svg viewBox="0 0 28 12" class="chart-key" aria-hidden="true">
        <rect class="in" x="6" y="1" width="10" height="10" />
      </svg>
      {came}
    </span>
    <span>
      <svg viewBox="0 0 28 12" class="chart-key" aria-hidden="true">
        <rect class="out" x="6" y="1" width="10" height="10" />
      </svg>
      {left}
    </span>
    <span>
      <svg viewBox="0 0 28 12" aria-hidden="true">
        <line x1="2" x2="26" y1="6" y2="6" />
      </svg>
      {open}
    </span>
  </p>
);

/** Two round figures below the top: 50 and 100 under 128. */
function gridOf(top: number): readonly number[] {
  const step = [1, 2, 5, 10]
    .flatMap((m) => [m, m * 10, m * 100, m * 1000, m * 10000])
    .sort((a, b) => a - b)
    .find((s) => top / s < 3);
  return step === undefined ? [] : [step, 2 * step].filter((n) => n <= top);
}

/** A month whose line stands higher or lower than both its neighbours: where the eye asks how much. */
function isTurn(months: readonly ChartMonth[], i: number): boolean {
  const [before, now, after] = [months[i - 1]?.open, months[i]?.open ?? 0, months[i + 1]?.open];
  if (before === undefined || after === undefined) return false;
  return (now > before && now >= after) || (now < before && now <= after);
}
