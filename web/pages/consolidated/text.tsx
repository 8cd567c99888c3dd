import type { Child } from "hono/jsx";
import {
  type ConsolidatedText,
  type ConsolidatedUnit,
  cellLines,
  headLineCount as headLines,
  type TextBlock,
  textBlocks,
  type UnitNote,
} from "../../../src/use-cases/consolidated-text.ts";
import { Cite } from "../../components/cite.tsx";
import { LawTable } from "../../components/law-table.tsx";
import { Mark, type State } from "../../components/status.tsx";
import { Said, unitName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

interface UnitRow {
  readonly state: State;
  readonly units: readonly ConsolidatedUnit[];
}

/** The text set for reading; what changed a unit stands beside it, with the words before in a fold. */
export const ConsolidatedBody = ({ f, text }: { f: Frame; text: ConsolidatedText }) => {
  const open = new Set(text.refused.map((r) => r.place));
  const vi = f.lang === "vi" ? undefined : "vi";
  return (
    <article class="law" aria-label={f.t.consolidated.textOn(f.date(text.on))}>
      <div class="prov prov--plain" data-state="force">
        <div class="prov__t" lang={vi}>
          <h2 class="law__part">
            <span>{words(text.title.text)}</span>
          </h2>
          {text.preamble.map((line) => (
            <p>{words(line)}</p>
          ))}
        </div>
        <div class="prov__m">
          {[...text.title.notes, ...text.preambleNotes].map((note) => (
            <Note f={f} note={note} unit={null} />
          ))}
        </div>
      </div>
      {rowsOf(text.units, open).map((row) => (
        <Row f={f} row={row} open={open} />
      ))}
    </article>
  );
};

/** Neighbours without notes share a row; a changed unit has its own, so that the note stands beside it. */
function rowsOf(units: readonly ConsolidatedUnit[], open: ReadonlySet<string | null>): readonly UnitRow[] {
  const rows: { state: State; units: ConsolidatedUnit[]; alone: boolean }[] = [];
  for (const unit of units) {
    const state = stateOf(unit);
    const alone = unit.notes.length > 0 || open.has(unit.eId);
    const last = rows.at(-1);
    if (last && !alone && !last.alone && last.state === state) last.units.push(unit);
    else if (last && !alone && last.alone && last.state === state && state !== "force") last.units.push(unit);
    else rows.push({ state, units: [unit], alone });
  }
  return rows;
}

const stateOf = (unit: ConsolidatedUnit): State =>
  unit.notes.some((n) => n.change === "suspended") ? "paused" : wordsState(unit);

const wordsState = (unit: ConsolidatedUnit): State =>
  unit.state === "original" ? "force" : unit.state === "repealed" ? "ended" : "amended";

const Row = ({ f, row, open }: { f: Frame; row: UnitRow; open: ReadonlySet<string | null> }) => (
  <div class="prov" data-state={row.state}>
    <div class="prov__t" lang={f.lang === "vi" ? undefined : "vi"}>
      {row.units.map((unit) => unitView(f, unit))}
    </div>
    <div class="prov__m">
      {row.units.flatMap((unit) => [
        ...unit.notes.map((note) => <Note f={f} note={note} unit={unit} />),
        unit.tableLost ? <span class="rail-note">{f.t.reader.tableLost}</span> : null,
        open.has(unit.eId) ? (
          <span class="rail-note">
            <Mark state="unknown" words={f.t.consolidated.open} />
          </span>
        ) : null,
      ])}
    </div>
  </div>
);

const Note = ({ f, note, unit }: { f: Frame; note: UnitNote; unit: ConsolidatedUnit | null }) => {
  const t = f.t.consolidated;
  const source = [note.byEId === null ? null : unitName(note.byEId), note.by].filter(Boolean).join(" ");
  return (
    <div class="rail-note">
      <Said f={f} text={note.head} /> {t.according}{" "}
      <Cite f={f} href={f.href(`/documents/${note.work}`, {}, note.byEId ?? undefined)}>
        {words(source || "?")}
      </Cite>
      {note.from === null ? null : `, ${f.t.since(f.date(note.from))}`}
      {note.oldText === null ? null : (
        <details class="fold">
          <summary>{t.old}</summary>
          {paragraphs(note.oldText, (line) => (
            <del lang={f.lang === "vi" ? undefined : "vi"}>{words(line)}</del>
          ))}
          {unit === null || note.change === "repealed" ? null : (
            <>
              <p>
                <b>{t.fresh}</b>
              </p>
              {paragraphs(unit.text, (line) => (
                <ins lang={f.lang === "vi" ? undefined : "vi"}>{words(line)}</ins>
              ))}
            </>
          )}
        </details>
      )}
    </div>
  );
};

const paragraphs = (text: string, view: (line: string) => Child): Child[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => <p>{view(line)}</p>);

const NUMBER = /^(?:\d{1,3}[a-zđ]{0,2}\d?\s?[.)/-]?(?=\s)|\(?[a-zđ]{1,2}\d{0,2}\s?[.)/](?=\s)|[-+•*](?=\s))/u;

function unitView(f: Frame, unit: ConsolidatedUnit): Child {
  const blocks = textBlocks(unit);
  const first = typeof blocks[0] === "string" ? blocks[0] : "";
  const rest = first === "" ? blocks : blocks.slice(1);
  const blockView = (block: TextBlock, name?: string): Child =>
    typeof block === "string" ? (
      <p class={name}>{words(block)}</p>
    ) : (
      <LawTable
        f={f}
        table={block}
        wordsOf={({ span }) => unit.text.slice(span.start, span.end)}
        view={({ span }) => cellLines(unit.text, span).map((line) => words(line))}
      />
    );
  if (unit.kind === "article")
    return articleView(
      unit,
      first,
      rest.map((block) => blockView(block)),
    );
  if (unit.kind !== "clause" && unit.kind !== "point" && unit.kind !== "indent")
    return partView(unit, first, rest, blockView);
  const small = unit.kind !== "clause";
  const number = NUMBER.exec(first)?.[0] ?? "";
  return (
    <>
      <p class={small ? "pt" : "cl"} id={unit.eId}>
        {number === "" ? null : <span class={small ? "pt__n" : "cl__n"}>{`${number} `}</span>}
        {words(first.slice(number.length).trimStart())}
      </p>
      {rest.map((block) => blockView(block, small ? "pt" : undefined))}
    </>
  );
}

function articleView(unit: ConsolidatedUnit, first: string, body: readonly Child[]): Child {
  const label = `Điều ${unit.num}.`;
  if (unit.heading !== null || unit.state === "repealed")
    return (
      <>
        <h3 class="prov__h" id={unit.eId}>
          {words(first)}
        </h3>
        {body}
      </>
    );
  return (
    <>
      <div class="runin">
        <h3 class="prov__h" id={unit.eId}>
          {label}
        </h3>{" "}
        <p>{words(first.slice(label.length).trimStart())}</p>
      </div>
      {body}
    </>
  );
}

/** Chapters and attachments in the middle; what follows their few short lines is running text. */
function partView(
  unit: ConsolidatedUnit,
  first: string,
  rest: readonly TextBlock[],
  blockView: (block: TextBlock) => Child,
): Child {
  const head = Math.max(0, headLines(unit) - 1);
  const lines = rest.slice(0, head).filter((block) => typeof block === "string");
  return (
    <>
      <h2 class={unit.kind === "attachment" ? "law__part law__part--att" : "law__part"} id={unit.eId}>
        <b>{words(first)}</b>
        {lines.map((line) => (
          <span>{words(line)}</span>
        ))}
      </h2>
      {rest.slice(head).map((block) => blockView(block))}
    </>
  );
}
