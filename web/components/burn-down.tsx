import type { BurnWeek } from "../../src/use-cases/view-batch.ts";
import type { Frame } from "../frame.ts";

/** Height of the plot in pixels; below it the days. */
const BASE = 112;
const ROOM = 92;

/** What is left at the end of each week: a step a week, drawn by the server, with its figures as a table. */
export const BurnDown = ({ f, weeks }: { f: Frame; weeks: readonly BurnWeek[] }) => {
  const t = f.t.batches;
  const top = Math.max(1, ...weeks.map((week) => week.left));
  const y = (n: number): number => BASE - (ROOM * n) / top;
  const wide = 100 / weeks.length;
  const pc = (x: number): string => `${x.toFixed(2)}%`;
  return (
    <div class="flow-s">
      <svg class="chart" role="img" aria-labelledby="burn-say">
        <title id="burn-say">{t.burnSay(weeks[0]?.left ?? 0, weeks.at(-1)?.left ?? 0)}</title>
        {weeks.map((week, i) => (
          <>
            <rect
              class="in"
              x={pc(i * wide + wide * 0.1)}
              width={pc(wide * 0.8)}
              y={y(week.left).toFixed(1)}
              height={(BASE - y(week.left)).toFixed(1)}
            />
            {i === 0 || i === weeks.length - 1 || weeks.length <= 12 ? (
              <>
                <text x={pc(i * wide + wide / 2)} y={(y(week.left) - 4).toFixed(1)} text-anchor="middle">
                  {f.t.n(week.left)}
                </text>
                <text
                  x={
                    weeks.length === 1
                      ? "50%"
                      : i === 0
                        ? "0"
                        : i === weeks.length - 1
                          ? "100%"
                          : pc(i * wide + wide / 2)
                  }
                  y={BASE + 16}
                  text-anchor={
                    weeks.length === 1 ? "middle" : i === 0 ? "start" : i === weeks.length - 1 ? "end" : "middle"
                  }
                >
                  {f.date(week.day).slice(0, 5)}
                </text>
              </>
            ) : null}
          </>
        ))}
        <line class="axis" x1="0" x2="100%" y1={BASE} y2={BASE} />
      </svg>
      <details class="fold small">
        <summary>{t.burnTable}</summary>
        <table class="table table--tight">
          <caption class="sr">{t.burn}</caption>
          <thead>
            <tr>
              <th scope="col">{t.burnWeek}</th>
              <th scope="col" class="num">
                {t.burnLeft}
              </th>
              <th scope="col" class="num">
                {t.burnDone}
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr>
                <th scope="row">{f.date(week.day)}</th>
                <td class="num">{f.t.n(week.left)}</td>
                <td class="num">{f.t.n(week.done)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
};
