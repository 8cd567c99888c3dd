import type { Child } from "hono/jsx";
import type { Effect } from "../../src/domain/effect.ts";
import type { StoredFinding } from "../../src/store/store.ts";
import type { LinkView, ReaderView, UnitView } from "../../src/use-cases/view-document.ts";
import type { UnitNames } from "../../src/use-cases/view-unit-names.ts";
import { isNumbered, type Line, type Run, type Stretch, stretchKey } from "../../src/use-cases/view-text.ts";
import type { Frame } from "../frame.ts";
import { Paper } from "./paper.tsx";
import { Cite, CiteInText } from "./cite.tsx";
import { Mark, SeverityMark, unitStateOf, type State } from "./status.tsx";
import { capital, Said, words } from "./words.tsx";

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
  readonly inserted: ReadonlyMap<string, readonly Effect[]>;
  readonly units: ReadonlyMap<string, UnitView>;
  /** Lines of head and foot with their places on paper, by `stretchKey`. */
  readonly places: ReaderView["places"];
  /** Level of article headings: below the chapters, or right below the title. */
  readonly level: 2 | 3;
}

export const ProvisionRow = ({ row, text }: { row: Row; text: TextContext }) => (
  <div class={row.struck ? "prov prov--struck" : row.plain ? "prov prov--plain" : "prov"} data-state={row.state}>
    <div class="prov__t">
      {row.stretches.map((s) =>
        row.plain ? <PlainStretch stretch={s} text={text} /> : <StretchView stretch={s} text={text} />,
      )}
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

const StretchView = ({ stretch, text }: { stretch: Stretch; text: TextContext }) => {
  const unit = stretch.anchor === null ? undefined : text.units.get(stretch.anchor);
  const inserted = stretch.anchor === null ? [] : (text.inserted.get(stretch.anchor) ?? []);
  return (
    <>
      {linesOf(stretch, text)}
      {(unit?.now ?? []).map((effect) => (
        <ReadsNow text={text} effect={effect} />
      ))}
      {inserted.map((effect) => (
        <Inserted text={text} effect={effect} />
      ))}
    </>
  );
};

/** An inserted unit, named without the attachment it stands in. */
export const Inserted = ({ text, effect }: { text: TextContext; effect: Effect }) => {
  const { f, names } = text;
  const unit =
    effect.targetEId === null ? "" : capital(names.of(effect.target, effect.targetEId.replace(/^att_[^_]+__/u, "")));
  return (
    <NewWords effect={effect}>
      {f.t.document.insertedHere(unit, effect.from === null ? "" : f.date(effect.from))}{" "}
      <EffectSource f={f} effect={effect} names={names} />:
    </NewWords>
  );
};

const ReadsNow = ({ text: { f, names }, effect }: { text: TextContext; effect: Effect }) => (
  <NewWords effect={effect}>
    {f.t.document.from(effect.from === null ? "" : f.date(effect.from))}{" "}
    <EffectSource f={f} effect={effect} names={names} />, {f.t.document.readsNow}:
  </NewWords>
);

/** Wording that another document put here: marked once at its edge, with who did it. */
const NewWords = ({ effect, children }: { effect: Effect; children?: Child }) => (
  <div
    class="newly"
    data-state="amended"
    id={effect.action === "insert" && effect.targetEId !== null ? effect.targetEId : undefined}
  >
    <p class="newly__lead">{children}</p>
    {(effect.content ?? "")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => (
        <p>
          <ins class="whole">{words(line)}</ins>
        </p>
      ))}
  </div>
);

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
    const anchor = i === 0 ? (stretch.anchor ?? undefined) : undefined;
    if (line.quoted && anchor === undefined)
      out.push(
        <div class="quoted">
          {same((l) => l.quoted).map((l) => (
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

function lineView(line: Line, stretch: Stretch, anchor: string | undefined, text: TextContext): Child {
  if (stretch.kind === "article" && anchor !== undefined) {
    const number = line.number === "" ? null : line.number.trimEnd();
    const link = (
      <a
        class="prov__anchor"
        href={`#${encodeURIComponent(anchor)}`}
        aria-label={text.f.t.document.anchor(text.names.of(text.self, anchor.split("~")[0] as string))}
      >
        #
      </a>
    );
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
      {numbered ? <span class={point ? "pt__n" : "cl__n"}>{line.number}</span> : line.number}
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

/** What stands in the margin beside a unit: its state, changes to come, what could not be applied, what is not known, findings. */
export function notesOf(unit: UnitView, f: Frame, names: UnitNames): readonly Child[] {
  const notes: Child[] = [];
  if (unit.state !== null) {
    const state = unit.state;
    const because = state.because[0];
    notes.push(
      <span class="rail-note">
        <Mark state={unitStateOf(state.status)} words={f.t.unit[state.status]} />
        <br />
        {because === undefined ? null : (
          <>
            {f.t.document.by}{" "}
            <Cite f={f} href={f.href(`/documents/${because.work ?? ""}`, {}, because.eId ?? undefined)}>
              <Said
                f={f}
                text={
                  [because.eId === null ? null : names.of(because.work, because.eId), because.symbol]
                    .filter(Boolean)
                    .join(" ") || because.says
                }
              />
            </Cite>{" "}
          </>
        )}
        {f.t.since(f.date(state.since))}
      </span>,
    );
  }
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
  for (const effect of unit.notApplied) notes.push(<NotApplied f={f} effect={effect} names={names} />);
  for (const lost of unit.lost)
    notes.push(
      <span class="rail-note" lang={f.lang === "vi" ? undefined : "vi"}>
        {words(f.t.document.lost(lost.link.text))}.
      </span>,
    );
  for (const finding of unit.findings) notes.push(<FindingNote f={f} finding={finding} />);
  return notes;
}

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

export const NotApplied = ({ f, effect, names }: OfEffect) => (
  <span class="rail-note">
    <Mark state="unknown" words={`${f.t.document.notApplied}: ${f.t.action[effect.action] ?? effect.action}`} />
    <br />
    <EffectSource f={f} effect={effect} names={names} />
    {effect.whyNot === null ? "" : ": "}
    {effect.whyNot === null ? null : <Said f={f} text={names.said(effect.whyNot, effect.target, effect.source)} />}{" "}
    {f.t.document.needsPerson}
  </span>
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
