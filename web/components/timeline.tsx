import type { StatusPeriod } from "../../src/domain/status.ts";
import type { Work } from "../../src/domain/work.ts";
import type { MarkKind, TimelineView, TimeMark } from "../../src/use-cases/view-timeline.ts";
import type { UnitNames } from "../../src/use-cases/view-unit-names.ts";
import type { Frame } from "../frame.ts";
import { Cite } from "./cite.tsx";
import { Mark, stateOf, type State } from "./status.tsx";
import { Cell, Row, Table } from "./table.tsx";
import { capital, Day, Said, shortName } from "./words.tsx";

const MARK_STATES: Readonly<Record<MarkKind, State>> = {
  issued: "unknown",
  begins: "force",
  "part-begins": "force",
  changed: "amended",
  suspended: "paused",
  resumed: "force",
  extended: "force",
  "part-ended": "partial",
  ended: "ended",
};

interface Props {
  readonly f: Frame;
  readonly timeline: TimelineView;
  readonly periods: readonly StatusPeriod[];
  readonly work: Work;
  readonly works: ReadonlyMap<string, Work>;
  readonly names: UnitNames;
}

/** The life of a work drawn to scale, every mark a link to its day, and below it the same as a table. */
export const Timeline = (props: Props) => {
  const { f, timeline } = props;
  if (timeline.marks.length === 0) return null;
  return (
    <div class="timeline">
      <p class="small muted no-print">{f.t.time.how}</p>
      <Drawing {...props} />
      <MarkTable {...props} />
    </div>
  );
};

/** Heights in px; widths are shares of the page, so that the drawing is as wide as there is room and its type never shrinks. */
const FLAG = 18;
const LEVEL = 26;
const RADIUS = 11;
const BAR = 22;
const BAND = 14;
const AXIS = 30;
/** The narrowest page has this much room: marks that would meet there stand one above the other. */
const NARROWEST = 290;
const EDGE = 4;

type Scale = (day: string) => number;
const percent = (x: number): string => `${x.toFixed(2)}%`;

const Drawing = ({ f, timeline, periods }: Props) => {
  const dated = timeline.marks.filter((m): m is TimeMark & { day: string } => m.day !== null);
  const days = [...dated.map((m) => m.day), f.today, f.on].sort();
  const scale = scaleOf(days[0] as string, days.at(-1) as string);
  const levels = levelsOf(dated.map((m) => scale(m.day)));
  const top = 2 * FLAG + 6;
  const bar = top + (Math.max(0, ...levels) + 1) * LEVEL + BAR / 2;
  const band = timeline.suspensions.length === 0 ? 0 : BAND;
  const height = bar + BAR / 2 + band + AXIS;
  return (
    <svg class="timeline__drawing" height={height} role="group" aria-label={f.t.time.label(dated.length)}>
      {ticksOf(days[0] as string, days.at(-1) as string).map((tick) => (
        <>
          <line class="tl-tick" x1={percent(scale(tick.day))} x2={percent(scale(tick.day))} y1={bar} y2={height - 16} />
          <text class="tl-year" x={percent(scale(tick.day))} y={height - 3} text-anchor="middle">
            {tick.label}
          </text>
        </>
      ))}
      <Flag f={f} day={f.today} label={f.t.time.today} x={scale(f.today)} y={0} bottom={bar + BAR / 2} />
      {f.on === f.today ? null : (
        <Flag f={f} day={f.on} label={f.t.time.chosen} x={scale(f.on)} y={FLAG} bottom={bar + BAR / 2} chosen />
      )}
      <Periods periods={periods} scale={scale} y={bar} />
      {timeline.suspensions.map((s) => (
        <rect
          class="tl-band"
          data-state="paused"
          x={percent(scale(s.from))}
          width={percent(Math.max(0.8, (s.to === null ? 100 : scale(s.to)) - scale(s.from)))}
          y={bar + BAR / 2}
          height={s.whole ? BAND - 2 : BAND / 2}
        />
      ))}
      {dated.map((mark, i) => (
        <MarkView
          f={f}
          mark={mark}
          n={i + 1}
          x={scale(mark.day)}
          y={top + ((levels[i] ?? 0) + 0.5) * LEVEL}
          bottom={bar}
        />
      ))}
    </svg>
  );
};

const Flag = ({
  f,
  day,
  label,
  x,
  y,
  bottom,
  chosen = false,
}: {
  f: Frame;
  day: string;
  label: string;
  x: number;
  y: number;
  bottom: number;
  chosen?: boolean;
}) => (
  <>
    <line
      class={chosen ? "tl-flag tl-flag--chosen" : "tl-flag"}
      x1={percent(x)}
      x2={percent(x)}
      y1={y + FLAG}
      y2={bottom}
    />
    <text class={chosen ? "tl-label tl-label--chosen" : "tl-label"} x={percent(x)} y={y + FLAG - 4} {...anchorAt(x)}>
      {label} {f.date(day)}
    </text>
  </>
);

const MarkView = ({
  f,
  mark,
  n,
  x,
  y,
  bottom,
}: {
  f: Frame;
  mark: TimeMark & { readonly day: string };
  n: number;
  x: number;
  y: number;
  bottom: number;
}) => {
  const says = `${n}. ${f.date(mark.day)}: ${kindName(f, mark)}`;
  return (
    <a
      href={f.here({ on: mark.day })}
      class="tl-mark"
      data-state={mark.applied ? MARK_STATES[mark.kind] : "unknown"}
      aria-current={mark.day === f.on ? "date" : undefined}
    >
      <title>{says}</title>
      <line x1={percent(x)} x2={percent(x)} y1={y} y2={bottom} />
      <circle cx={percent(x)} cy={bottom} r="4" />
      <circle class="tl-number" cx={percent(x)} cy={y} r={RADIUS} />
      <text x={percent(x)} y={y + 4} text-anchor="middle">
        {n}
      </text>
    </a>
  );
};

/** The rail laid down: what held from when to when. */
const Periods = ({ periods, scale, y }: { periods: readonly StatusPeriod[]; scale: Scale; y: number }) => (
  <>
    {periods.map((p) => {
      const from = p.from === null ? EDGE / 2 : scale(p.from);
      const to = p.to === null ? 100 : scale(p.to);
      return to <= from ? null : (
        <line class="tl-line" data-state={stateOf(p.status)} x1={percent(from)} x2={percent(to)} y1={y} y2={y} />
      );
    })}
  </>
);

const MarkTable = ({ f, timeline, work, works, names }: Props) => {
  const t = f.t.time;
  let n = 0;
  return (
    <Table
      caption={t.title}
      class="table--tight"
      columns={[{ head: t.number, class: "num" }, { head: t.day }, { head: t.what }, { head: t.by }, { head: t.units }]}
    >
      {timeline.marks.map((mark) => (
        <Row now={mark.day === f.on}>
          <Cell class="num">{mark.day === null ? "–" : ++n}</Cell>
          <Cell class="nowrap">
            {mark.day === null ? (
              <span class="faint">{t.undated}</span>
            ) : (
              <a href={f.here({ on: mark.day, tab: null })}>
                <Day f={f} day={mark.day} />
              </a>
            )}
          </Cell>
          <Cell>
            {mark.kind === "issued" ? (
              <b>{kindName(f, mark)}</b>
            ) : (
              <Mark state={mark.applied ? MARK_STATES[mark.kind] : "unknown"} words={kindName(f, mark)} />
            )}
            {mark.kind === "suspended" ? (
              <small class="muted"> {mark.until === null ? t.openEnd : t.until(f.date(mark.until))}</small>
            ) : null}
          </Cell>
          <Cell class={mark.by === null ? "tl-none" : undefined}>
            {mark.by === null ? null : (
              <Cite f={f} href={f.href(`/documents/${mark.by}`)}>
                <Said f={f} text={byName(f, mark, works)} />
              </Cite>
            )}
          </Cell>
          <Cell full class={mark.units.length === 0 ? "tl-none" : undefined}>
            <Units f={f} mark={mark} work={work} names={names} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
};

const UNITS_SHOWN = 6;

const Units = ({ f, mark, work, names }: { f: Frame; mark: TimeMark; work: Work; names: UnitNames }) => (
  <small>
    <Said
      f={f}
      text={capital(
        mark.units
          .slice(0, UNITS_SHOWN)
          .map((eId) => names.of(work.id, eId))
          .join(", "),
      )}
    />
    {mark.units.length > UNITS_SHOWN ? `, ${f.t.time.more(mark.units.length - UNITS_SHOWN)}` : ""}
  </small>
);

const byName = (f: Frame, mark: TimeMark, works: ReadonlyMap<string, Work>): string => {
  const by = mark.by === null ? undefined : works.get(mark.by);
  return by === undefined ? (mark.symbol ?? f.t.nav.documents) : shortName(f, by);
};

export const kindName = (f: Frame, mark: TimeMark): string =>
  `${f.t.time.kinds[mark.kind] ?? mark.kind}${mark.applied ? "" : ` (${f.t.document.notApplied.toLowerCase()})`}`;

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

function scaleOf(first: string, last: string): Scale {
  const [from, to] = [at(first), at(last)];
  // what is to come, and an open end, need room to the right
  const room = 100 - 3 * EDGE;
  return (day) => EDGE + (to === from ? 0 : (room * (at(day) - from)) / (to - from));
}

/** Labels near an edge grow inwards. */
const anchorAt = (x: number): { "text-anchor": "start" | "middle" | "end" } => ({
  "text-anchor": x < 22 ? "start" : x > 78 ? "end" : "middle",
});

/** The lowest row in which a mark meets none before it, on the narrowest page. */
function levelsOf(places: readonly number[]): readonly number[] {
  const lastOn: number[] = [];
  return places.map((x) => {
    const px = (x / 100) * NARROWEST;
    let level = lastOn.findIndex((last) => last + 2 * RADIUS + 3 <= px);
    if (level < 0) level = lastOn.length;
    lastOn[level] = px;
    return level;
  });
}

const MOST_TICKS = 5;
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600];

/** Firsts of a month or of a year, as many as there is room for. */
function ticksOf(first: string, last: string): readonly { readonly day: string; readonly label: string }[] {
  const month = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const [from, to] = [month(first), month(last)];
  const step = STEPS.find((s) => (to - from) / s <= MOST_TICKS) ?? 1_200;
  const ticks = [];
  for (let m = Math.ceil((from + 1) / step) * step; m <= to; m += step) {
    const [year, mm] = [Math.floor(m / 12), String((m % 12) + 1).padStart(2, "0")];
    ticks.push({ day: `${year}-${mm}-01`, label: step < 12 ? `${mm}/${year}` : String(year) });
  }
  return ticks;
}
