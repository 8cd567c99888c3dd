import type { StatusPeriod } from "../../src/domain/status.ts";
import type { Work } from "../../src/domain/work.ts";
import type { TimeMark } from "../../src/use-cases/view-timeline.ts";
import type { Frame } from "../frame.ts";
import { stateOf, toldBy, type State } from "./status.tsx";
import { kindName } from "./timeline.tsx";
import { words } from "./words.tsx";

interface Stop {
  readonly day: string | null;
  readonly state: State;
  readonly period: StatusPeriod | null;
  readonly here: boolean;
  /** What happened on this day; empty for the day looked at and for today. */
  readonly marks: readonly TimeMark[];
}

/** The line is cut into columns; a label takes at least `LABEL` of them, so that no two ever overlap. */
const COLUMNS = 24;
const LABEL = 4;
const MOST_ON_A_LINE = COLUMNS / LABEL;

/**
 * The life of a document laid down, and the quickest way to another day: one stop for its issue and for each day on which it
 * begins, is changed, suspended or ends, one where the reader stands and one for today, as far apart as time is. More stops
 * than fit on a line stand in rows, on a phone in a list.
 */
export const Life = ({
  f,
  periods,
  marks = [],
  known,
}: {
  f: Frame;
  periods: readonly StatusPeriod[];
  marks?: readonly TimeMark[];
  known: Work["known"];
}) => {
  const stops = stopsOf(periods, marks, f.on, f.today);
  // a status that never changed has no life to lay down
  if (stops.length < 2 || stops.every((s) => s.day === null || s.day === f.on || s.day === f.today)) return null;
  const columns = columnsOf(stops.map((stop) => stop.day));
  const told = toldBy(f, known);
  return (
    <nav aria-label={f.t.document.life}>
      <ol class={columns === null ? "life life--rows" : "life"} tabindex={0}>
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
            <StopWords f={f} stop={stop} told={told} />
          </li>
        ))}
      </ol>
    </nav>
  );
};

/** What happened; where nothing did, how it stands. */
const StopWords = ({ f, stop, told }: { f: Frame; stop: Stop; told: string | undefined }) => {
  if (stop.marks.length === 0)
    return stop.period === null ? null : (
      <>
        {f.t.status[stop.period.status]}
        {told === undefined ? "" : ` (${told})`}
      </>
    );
  const said = stop.marks.map((m) => (m.symbol === null ? kindName(f, m) : f.t.time.by2(kindName(f, m), m.symbol)));
  return <>{words([...new Set(said)].join("; "))}</>;
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

/** Days of periods and of marks in order; the day looked at and today are stops too, unless something happens on them. */
function stopsOf(
  periods: readonly StatusPeriod[],
  marks: readonly TimeMark[],
  on: string,
  today: string,
): readonly Stop[] {
  const days = new Set([on, today]);
  for (const day of [...periods.map((p) => p.from), ...marks.map((m) => m.day)]) if (day !== null) days.add(day);
  const stops = [...days].sort().map((day) => stopOn(day, periods, marks, on));
  const only = periods.length === 1 && periods[0]?.from === null ? (periods[0] as StatusPeriod) : null;
  return only === null || marks.length > 0
    ? stops
    : [{ day: null, state: stateOf(only.status), period: only, here: false, marks: [] }, ...stops];
}

function stopOn(day: string, periods: readonly StatusPeriod[], marks: readonly TimeMark[], on: string): Stop {
  const period = periods.find((p) => (p.from ?? "") <= day && (p.to === null || day < p.to)) ?? null;
  const amended = marks.some((m) => m.kind === "changed" && m.applied && m.day !== null && m.day <= day);
  const state = period === null ? "unknown" : stateOf(period.status);
  return {
    day,
    state: state === "force" && amended ? "amended" : state,
    period,
    here: day === on,
    marks: marks.filter((m) => m.day === day && m.applied),
  };
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
