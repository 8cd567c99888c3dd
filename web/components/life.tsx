import type { StatusPeriod } from "../../src/domain/status.ts";
import type { Work } from "../../src/domain/work.ts";
import type { Frame } from "../frame.ts";
import { stateOf, toldBy, type State } from "./status.tsx";

interface Stop {
  readonly day: string | null;
  readonly state: State;
  readonly period: StatusPeriod;
  readonly here: boolean;
}

/** The line is cut into columns; a label takes at least `LABEL` of them, so that no two ever overlap. */
const COLUMNS = 24;
const LABEL = 4;
const MOST_ON_A_LINE = COLUMNS / LABEL;

/**
 * The life of a document laid down: one stop for each day on which its status changes, one where the reader stands and one
 * for today, as far apart as time is. More stops than fit, or a phone, make it a list.
 */
export const Life = ({ f, periods, known }: { f: Frame; periods: readonly StatusPeriod[]; known: Work["known"] }) => {
  const stops = stopsOf(periods, f.on, f.today);
  // a status that never changed has no life to lay down
  if (stops.length < 2 || stops.every((stop) => stop.day === null || stop.day === f.on || stop.day === f.today))
    return null;
  const columns = columnsOf(stops.map((stop) => stop.day));
  const told = toldBy(f, known);
  return (
    <nav aria-label={f.t.document.life}>
      <ol class={columns === null ? "life life--list" : "life"} tabindex={0}>
        {stops.map((stop, i) => (
          <li
            data-state={stop.state}
            class={[
              columns === null ? "" : `from-${columns[i]} to-${columns[i + 1] ?? COLUMNS + 1}`,
              stop.here ? "is-here" : "",
            ]
              .join(" ")
              .trim()}
          >
            <StopDay f={f} stop={stop} />
            <br />
            {f.t.status[stop.period.status]}
            {told === undefined ? "" : ` (${told})`}
          </li>
        ))}
      </ol>
    </nav>
  );
};

const StopDay = ({ f, stop }: { f: Frame; stop: Stop }) => {
  if (stop.day === null) return <b>{f.t.document.always}</b>;
  const label = [stop.here ? f.t.document.lookingAt : null, stop.day === f.today ? f.t.day.today : null]
    .filter(Boolean)
    .join(", ");
  return (
    <>
      <a href={f.here({ on: stop.day === f.today ? null : stop.day })} aria-current={stop.here ? "date" : undefined}>
        {f.date(stop.day)}
      </a>
      {label === "" ? null : (
        <>
          <br />
          <b>{label.charAt(0).toLocaleUpperCase("vi") + label.slice(1)}</b>
        </>
      )}
    </>
  );
};

/** Periods in order; the day looked at and today cut the period that holds them, unless they are its first day. */
function stopsOf(periods: readonly StatusPeriod[], on: string, today: string): readonly Stop[] {
  const stops: Stop[] = [];
  for (const period of periods) {
    const state =
      period.status === "in-force" && period.units.some((u) => u.status !== "repealed" && u.status !== "suspended")
        ? "amended"
        : stateOf(period.status);
    const holds = (day: string): boolean => (period.from ?? "") <= day && (period.to === null || day < period.to);
    if (period.from !== null || periods.length === 1)
      stops.push({ day: period.from, state, period, here: period.from === on });
    for (const day of [...new Set([on, today])].sort())
      if (holds(day) && day !== period.from) stops.push({ day, state, period, here: day === on });
  }
  return stops;
}

/** First column of each stop, 1 to COLUMNS, as time goes; null when they do not fit on a line. */
function columnsOf(days: readonly (string | null)[]): readonly number[] | null {
  const n = days.length;
  if (n > MOST_ON_A_LINE) return null;
  const times = days.map((day) => (day === null ? null : Date.parse(day)));
  const known = times.filter((time) => time !== null);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const room = COLUMNS - LABEL;
  const columns = times.map((time) =>
    time === null || last === first ? 1 : 1 + Math.round((room * (time - first)) / (last - first)),
  );
  // from the left every label gets its room, then from the right all are pushed back into the line
  for (let i = 1; i < n; i++) columns[i] = Math.max(columns[i] as number, (columns[i - 1] as number) + LABEL);
  for (let i = n - 1, most = 1 + room; i >= 0; i--, most -= LABEL) columns[i] = Math.min(columns[i] as number, most);
  return columns;
}
