import type { Child } from "hono/jsx";
import type { Effect } from "../../src/domain/effect.ts";
import { contains, type Span } from "../../src/domain/span.ts";
import type { TableCell, TextTable } from "../../src/domain/text-table.ts";
import type { Work } from "../../src/domain/work.ts";
import type { StoredFinding } from "../../src/store/store.ts";
import type { LinkView } from "../../src/use-cases/view-document.ts";
import type { ReaderView, StandingView, UnitView } from "../../src/use-cases/view-reader.ts";
import type { UnitNames } from "../../src/use-cases/view-unit-names.ts";
import { isNumbered, type Line, type Run, type Stretch, stretchKey } from "../../src/use-cases/view-text.ts";
import type { Frame } from "../frame.ts";
import { ChangeCard } from "./change-card.tsx";
import { LawTable } from "./law-table.tsx";
import { Paper } from "./paper.tsx";
import { Cite, CiteInText } from "./cite.tsx";
import { IdleNote, OpenNote, Remark } from "./refused-change.tsx";
import { Mark, SeverityMark, unitStateOf, type State } from "./status.tsx";
import { Said, words } from "./words.tsx";

/** A row of the reader: words on the left, the rail and the notes on the right. */
export interface Row {
  readonly state: State;
  readonly struck: boolean;
  /** Words of the document that are no norm (head, căn cứ, signature): no rail. */
  readonly plain?: boolean;
  readonly stretches: readonly Stretch[];
  readonly notes: readonly Child[];
}

export interface TextContext {
  readonly f: Frame;
  readonly links: readonly LinkView[];
  /** The document being read, and its address. */
  readonly self: string;
  readonly home: string;
  readonly names: UnitNames;
  /** Lines of head and foot with their places on paper, by `stretchKey`. */
  readonly places: ReaderView["places"];
  /** What is copied of one unit, and the anchor below which it opens. */
  readonly quote?: { readonly anchor: string; readonly panel: Child } | null;
  /** Level of article headings: below the chapters, or right below the title. */
  readonly level: 2 | 3;
}

export const ProvisionRow = ({ row, text }: { row: Row; text: TextContext }) => (
  <div class={row.struck ? "prov prov--struck" : row.plain ? "prov prov--plain" : "prov"} data-state={row.state}>
    <div class="prov__t">
      {row.stretches.map((s) => (
        <>
          {row.plain ? <PlainStretch stretch={s} text={text} /> : linesOf(s, text)}
          {s.anchor !== null && s.anchor === text.quote?.anchor ? text.quote.panel : null}
        </>
      ))}
    </div>
    <div class="prov__m">{row.notes}</div>
  </div>
);

/** Head and foot stand as on paper, everything else that is no norm line by line. */
const PlainStretch = ({ stretch, text }: { stretch: Stretch; text: TextContext }) => {
  const places = text.places.get(stretchKey(stretch));
  return places === undefined ? (
    <div class={`law__${stretch.kind}`}>{linesOf(stretch, text)}</div>
  ) : (
    <Paper
      stretch={stretch}
      places={places}
      lines={stretch.lines.map((line) => [line.number, runs(line.runs, text)])}
    />
  );
};

/** Lines of a stretch: a heading for articles, hanging numbers for clauses and points, quotations set apart. */
export function linesOf(stretch: Stretch, text: TextContext): Child[] {
  const out: Child[] = [];
  const { lines } = stretch;
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as Line;
    const same = (test: (l: Line) => boolean): readonly Line[] => {
      const from = i;
      while (i < lines.length && test(lines[i] as Line)) i++;
      return lines.slice(from, i);
    };
    const table = stretch.tables?.find((t) => contains(t.span, lineStart(line)));
    if (table !== undefined) {
      out.push(
        tableView(
          table,
          same((l) => l.start < table.span.end),
          text,
        ),
      );
      continue;
    }
    const anchor = i === 0 ? (stretch.anchor ?? undefined) : undefined;
    if (line.quoted && anchor === undefined)
      out.push(
        <div class="quoted">
          {same((l) => l.quoted && !stretch.tables?.some((t) => contains(t.span, lineStart(l)))).map((l) => (
            <p>{runs(l.runs, text)}</p>
          ))}
        </div>,
      );
    else {
      out.push(lineView(line, stretch, anchor, text));
      i++;
    }
  }
  return out;
}

const lineStart = ({ start }: Line): Span => ({ start, end: start + 1 });

/** Cells by their lines, so that citations and marks stand in them as in any line. */
function tableView(table: TextTable, lines: readonly Line[], text: TextContext): Child {
  const inCell = ({ span }: TableCell): readonly Line[] => lines.filter((l) => contains(span, lineStart(l)));
  const view = (
    <LawTable
      f={text.f}
      table={table}
      wordsOf={(cell) =>
        inCell(cell)
          .map((l) => l.runs.map((r) => r.pieces.map((p) => p.text).join("")).join(""))
          .join("\n")
      }
      view={(cell) => inCell(cell).map((l) => runs(l.runs, text))}
    />
  );
  return lines[0]?.quoted === true ? <div class="quoted">{view}</div> : view;
}

function lineView(line: Line, stretch: Stretch, anchor: string | undefined, text: TextContext): Child {
  if (stretch.kind === "article" && anchor !== undefined) {
    const number = line.number === "" ? null : line.number.trimEnd();
    const link = <QuoteLink anchor={anchor} text={text} />;
    const content =
      number === null ? (
        <>
          {runs(line.runs, text)}
          {link}
        </>
      ) : (
        number
      );
    const heading =
      text.level === 2 ? (
        <h2 class="prov__h" id={anchor}>
          {content}
        </h2>
      ) : (
        <h3 class="prov__h" id={anchor}>
          {content}
        </h3>
      );
    return number === null ? (
      heading
    ) : (
      <div class="runin">
        {heading}{" "}
        <p>
          {runs(line.runs, text)}
          {link}
        </p>
      </div>
    );
  }
  const numbered = isNumbered(stretch.kind) && line.number !== "";
  const point = stretch.kind === "point" || stretch.kind === "indent";
  return (
    <p class={numbered ? (point ? "pt" : "cl") : point ? "pt" : undefined} id={anchor}>
      {numbered && anchor !== undefined ? (
        <a
          class={point ? "pt__n" : "cl__n"}
          href={addressOf(anchor, text)}
          title={addressLabel(anchor, text)}
          data-cite
        >
          {line.number}
        </a>
      ) : (
        line.number
      )}
      {runs(line.runs, text)}
    </p>
  );
}

export function runs(list: readonly Run[], text: TextContext): Child[] {
  return list.map((run) => {
    const pieces = run.pieces.map((piece) => (piece.marked ? <mark>{words(piece.text)}</mark> : words(piece.text)));
    const view = run.link === null ? undefined : text.links[run.link];
    return view === undefined ? (
      pieces
    ) : (
      <CiteInText f={text.f} view={view} home={text.home}>
        {pieces}
      </CiteInText>
    );
  });
}

/** A unit on the day it is read, with what is copied of it: what an official sends to another opens with the same words. */
const addressOf = (anchor: string, { f }: TextContext): string =>
  `${f.here({ on: f.on, cite: anchor.split("~")[0] })}#${encodeURIComponent(anchor)}`;

/** Units whose number is no link of its own carry this one. */
export const QuoteLink = ({ anchor, text }: { anchor: string; text: TextContext }) => (
  <a class="prov__anchor" href={addressOf(anchor, text)} aria-label={addressLabel(anchor, text)} data-cite>
    {text.f.t.citing.short}
  </a>
);

const addressLabel = (anchor: string, { f, names, self }: TextContext): string =>
  f.t.reader.unitLink(names.of(self, anchor.split("~")[0] ?? anchor), f.date(f.on));

/** What stands in the margin beside a unit: how it stands, how it read, what is to come, what is not in it, findings. */
export function notesOf(
  unit: UnitView,
  f: Frame,
  names: UnitNames,
  works: ReadonlyMap<string, Work>,
): readonly Child[] {
  const notes: Child[] = [];
  if (unit.standing !== null) notes.push(<Standing f={f} standing={unit.standing} names={names} works={works} />);
  if (unit.changes.length > 0) notes.push(<ChangeCard f={f} changes={unit.changes} names={names} works={works} />);
  for (const effect of unit.later)
    notes.push(
      <span class="rail-note">
        <Mark
          state="pending"
          words={f.t.document.willChange(
            f.t.action[effect.action] ?? "",
            effect.from === null ? "" : f.date(effect.from),
          )}
        />
        <br />
        {f.t.document.by} <EffectSource f={f} effect={effect} names={names} />
      </span>,
    );
  for (const change of unit.refused) notes.push(<OpenNote f={f} change={change} />);
  if (unit.tableLost) notes.push(<span class="rail-note">{f.t.reader.tableLost}</span>);
  for (const change of unit.idle) notes.push(<IdleNote f={f} change={change} />);
  for (const note of unit.remarks) notes.push(<Remark f={f} note={note} />);
  for (const lost of unit.lost)
    notes.push(
      <span class="rail-note" lang={f.lang === "vi" ? undefined : "vi"}>
        {words(f.t.document.lost(lost.link.text))}.
      </span>,
    );
  for (const finding of unit.findings) notes.push(<FindingNote f={f} finding={finding} />);
  return notes;
}

/** The rail's state of a unit. */
export const railState = (state: StandingView["state"]): State =>
  state === "pending" ? "pending" : unitStateOf(state);

export const standingName = (f: Frame, state: StandingView["state"]): string =>
  state === "pending" ? f.t.reader.pending : f.t.unit[state];

const Standing = ({
  f,
  standing: { state, since, by },
  names,
  works,
}: {
  f: Frame;
  standing: StandingView;
  names: UnitNames;
  works: ReadonlyMap<string, Work>;
}) => {
  const label =
    by === null
      ? ""
      : [
          by.eId === null ? null : names.of(by.work, by.eId),
          by.symbol ?? (by.work === null ? null : (works.get(by.work)?.title ?? null)),
        ]
          .filter(Boolean)
          .join(" ");
  return (
    <span class="rail-note">
      <Mark state={railState(state)} words={standingName(f, state)} />
      <br />
      {by === null || by.work === null || label === "" ? null : (
        <>
          {f.t.document.by}{" "}
          <Cite f={f} href={f.href(`/documents/${by.work}`, {}, by.eId ?? undefined)}>
            <Said f={f} text={label} />
          </Cite>{" "}
        </>
      )}
      {state === "pending"
        ? since === null
          ? f.t.reader.pendingUnknown
          : f.t.reader.pendingUntil(f.date(since))
        : since === null
          ? null
          : f.t.since(f.date(since))}
    </span>
  );
};

interface OfEffect {
  readonly f: Frame;
  readonly effect: Effect;
  readonly names: UnitNames;
}

export const EffectSource = ({ f, effect, names }: OfEffect) => (
  <Cite f={f} href={f.href(`/documents/${effect.source}`, {}, effect.sourceEId ?? undefined)}>
    <Said
      f={f}
      text={
        [effect.sourceEId === null ? null : names.of(effect.source, effect.sourceEId), effect.evidence.symbol]
          .filter(Boolean)
          .join(" ") ||
        f.t.action.register ||
        ""
      }
    />
  </Cite>
);

/** A finding in the margin. */
export const FindingNote = ({ f, finding }: { f: Frame; finding: StoredFinding }) => (
  <div class="note">
    <SeverityMark f={f} severity={finding.severity} />
    <p>
      <a href={f.href(`/findings/${finding.key}`)}>
        <Said f={f} text={finding.message} />
      </a>
    </p>
    <p class="small muted">
      {finding.code} · {f.t.document.open}
    </p>
  </div>
);
