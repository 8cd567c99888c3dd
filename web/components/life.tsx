import type { StatusPeriod } from "../../src/domain/status.ts";
import type { Frame } from "../frame.ts";
import { stateOf, type State } from "./status.tsx";

interface Stop {
  readonly day: string | null;
  readonly state: State;
  readonly period: StatusPeriod;
  readonly here: boolean;
}

/** The life of a document laid down: one stop for each day on which its status changes, and one where the reader stands. */
export const Life = ({ f, periods }: { f: Frame; periods: readonly StatusPeriod[] }) => {
  const stops = stopsOf(periods, f.on);
  if (stops.length < 2) return null;
  return (
    <nav aria-label={f.t.document.life}>
      <ol class="life" tabindex={0}>
        {stops.map((stop) => (
          <li data-state={stop.state} class={stop.here ? "is-here" : undefined}>
            {stop.day === null ? (
              <b>{f.t.document.always}</b>
            ) : (
              <a
                href={f.here({ on: stop.day === f.today ? null : stop.day })}
                aria-current={stop.here ? "date" : undefined}
              >
                {f.date(stop.day)}
              </a>
            )}
            <br />
            {stop.here ? (
              <b>
                {f.t.document.lookingAt}
                {f.on === f.today ? `, ${f.t.day.today}` : ""}
              </b>
            ) : (
              f.t.status[stop.period.status]
            )}
            {stop.here ? (
              <>
                <br />
                {f.t.status[stop.period.status]}
              </>
            ) : null}
          </li>
        ))}
      </ol>
    </nav>
  );
};

/** Periods in order; the day looked at cuts the period that holds it, unless it is that period's first day. */
function stopsOf(periods: readonly StatusPeriod[], on: string): readonly Stop[] {
  const stops: Stop[] = [];
  for (const period of periods) {
    const state =
      period.status === "in-force" && period.units.some((u) => u.status !== "repealed" && u.status !== "suspended")
        ? "amended"
        : stateOf(period.status);
    const holds = (period.from ?? "") <= on && (period.to === null || on < period.to);
    if (!(holds && period.from === on) && (period.from !== null || periods.length === 1))
      stops.push({ day: period.from, state, period, here: false });
    if (holds) stops.push({ day: on, state, period, here: true });
  }
  return stops;
}
