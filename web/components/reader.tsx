import type { Work } from "../../src/domain/work.ts";
import type { DocumentHead } from "../../src/use-cases/view-document.ts";
import type { ReaderView, UnitView } from "../../src/use-cases/view-reader.ts";
import { choosePart, type ReaderPart, readerParts } from "../../src/use-cases/reader-parts.ts";
import type { UnitNames } from "../../src/use-cases/view-unit-names.ts";
import { stretchKey, type Stretch } from "../../src/use-cases/view-text.ts";
import type { Frame } from "../frame.ts";
import { notesOf, ProvisionRow, QuoteLink, railState, type Row, runs, type TextContext } from "./provision-view.tsx";
import { stateOf, type State } from "./status.tsx";
import { PARTS, Toc } from "./toc.tsx";
import { capital, Said, shortName, words } from "./words.tsx";

/** Head, preamble and signature: words of the document, yet no norm that is or is not in force: no rail. */
const PLAIN = new Set<Stretch["kind"]>(["opening", "preamble", "signature"]);

type Block = { readonly part: Stretch } | { readonly row: Row };

/** Contents, text, margin. */
export const Reader = ({
  f,
  reader,
  head: { work, period, names, works },
  quote = null,
}: {
  f: Frame;
  reader: ReaderView;
  head: DocumentHead;
  quote?: TextContext["quote"];
}) => {
  const base: State =
    period === null
      ? "unknown"
      : period.status === "partly-ceased" || period.status === "partly-suspended"
        ? "force"
        : stateOf(period.status);
  const text: TextContext = { ...reader, f, self: work.id, home: `/documents/${work.id}`, names, quote, level: 2 };
  const below: TextContext = { ...text, level: 3 };
  const parts = readerParts(reader.stretches);
  const whole = f.query.get("part") === WHOLE;
  const at = whole ? 0 : choosePart(parts, f.query.get("part"), quote?.anchor ?? f.query.get("cite"));
  const shown = whole ? reader.stretches : (parts[at]?.stretches ?? []);
  const blocks = blocksOf({ ...reader, stretches: shown }, base, f, names, works);
  const firstPart = blocks.findIndex((block) => "part" in block);
  return (
    <div class="reader">
      <Toc f={f} reader={reader} parts={whole ? [] : parts} at={at} />
      <div class="reader__text">
        <HereBar f={f} work={work} />
        <PartNav f={f} parts={parts} at={at} whole={whole} />
        <article class="law" lang={f.lang === "vi" ? undefined : "vi"} aria-label={f.t.document.textOn(f.date(f.on))}>
          <p class="print-only small">{f.t.foot.printed(f.date(f.on))}</p>
          {blocks.map((block, i) =>
            "part" in block ? (
              <>
                <PartHeading stretch={block.part} text={text} />
                {block.part.anchor === quote?.anchor ? quote?.panel : null}
              </>
            ) : (
              <ProvisionRow row={block.row} text={firstPart >= 0 && i > firstPart ? below : text} />
            ),
          )}
        </article>
        <PartNav f={f} parts={parts} at={at} whole={whole} below />
        <ToCome f={f} reader={reader} work={work.id} name={(eId) => names.of(work.id, eId)} />
      </div>
      <cite-card class="cite-card" id="cite-card" role="tooltip" hidden></cite-card>
    </div>
  );
};

/**
 * Rows break at articles, where the state changes, and before a unit with a note, so that a note stands beside its words.
 * The state of an unchanged unit is said by the rail alone.
 */
function blocksOf(
  reader: ReaderView,
  base: State,
  f: Frame,
  names: UnitNames,
  works: ReadonlyMap<string, Work>,
): readonly Block[] {
  const blocks: Block[] = [];
  let open: { state: State; struck: boolean; plain: boolean; stretches: Stretch[]; notes: Row["notes"] } | null = null;
  let said: UnitView | null = null;
  for (const stretch of reader.stretches) {
    if (PARTS.has(stretch.kind) && stretch.anchor !== null) {
      blocks.push({ part: headOf(stretch) });
      open = null;
      const rest = restOf(stretch);
      // what is said of a part stands beside the words below its heading: a table of fees is an annex's own words
      const own = reader.units.get(stretchKey(stretch));
      const notes: Row["notes"] = own === undefined ? [] : notesOf(own, f, names, works);
      const state = own?.standing ? railState(own.standing.state) : own && own.refused.length > 0 ? "unknown" : base;
      if (rest !== null || notes.length > 0) {
        open = { state, struck: false, plain: false, stretches: rest === null ? [] : [rest], notes };
        blocks.push({ row: open });
      }
      continue;
    }
    const unit = reader.units.get(stretchKey(stretch));
    // text after a unit's children belongs to the unit: it keeps the state of the row before
    const standing = unit?.standing ?? null;
    const follows = stretch.anchor === null && open !== null;
    const state: State =
      standing !== null
        ? railState(standing.state)
        : unit && unit.refused.length > 0
          ? "unknown"
          : follows
            ? (open as Row).state
            : base;
    // on the day only the note that it was repealed is left; the issued words are struck
    const struck: boolean =
      reader.wording === "issued" &&
      (standing !== null ? standing.state === "repealed" : follows && (open as Row).struck);
    // parts of a whole that was changed by one clause: who did it is said once
    const again = unit !== undefined && standsAs(unit, said);
    const notes: Row["notes"] =
      unit === undefined ? [] : notesOf(again ? withoutStanding(unit) : unit, f, names, works);
    said = unit === undefined ? null : unit;
    const plain = PLAIN.has(stretch.kind);
    if (
      open === null ||
      plain !== open.plain ||
      (plain && stretch.kind !== open.stretches.at(-1)?.kind) ||
      stretch.kind === "article" ||
      state !== open.state ||
      struck !== open.struck ||
      notes.length > 0
    ) {
      open = { state, struck, plain, stretches: [stretch], notes };
      blocks.push({ row: open });
    } else open.stretches.push(stretch);
  }
  return blocks;
}

function standsAs(unit: UnitView, before: UnitView | null): boolean {
  const [here, there] = [unit.standing, before?.standing ?? null];
  return (
    here !== null &&
    there !== null &&
    here.state === there.state &&
    here.since === there.since &&
    here.by?.work === there.by?.work &&
    here.by?.eId === there.by?.eId
  );
}

/** New words without older ones tell nothing that the page does not show. */
const withoutStanding = (unit: UnitView): UnitView => ({
  ...unit,
  standing: null,
  changes: unit.changes.every((c) => c.before === null) ? [] : unit.changes,
});

/** At most this many short lines open a part or an attachment; what follows is running text. */
const HEADING_LINES = 4;
const LONGEST_HEADING_LINE = 220;

const headingLines = (stretch: Stretch): number => {
  const end = stretch.lines.findIndex(
    (l, i) => i >= HEADING_LINES || lengthOf(l.runs) > LONGEST_HEADING_LINE || l.start >= tablesFrom(stretch),
  );
  return Math.max(1, end < 0 ? stretch.lines.length : end);
};

/** Where the first table begins: no line of it is a heading. */
const tablesFrom = ({ tables }: Stretch): number => tables?.[0]?.span.start ?? Number.POSITIVE_INFINITY;

const lengthOf = (list: Stretch["lines"][number]["runs"]): number =>
  list.reduce((sum, run) => sum + run.pieces.reduce((n, p) => n + p.text.length, 0), 0);

const headOf = (stretch: Stretch): Stretch => ({ ...stretch, lines: stretch.lines.slice(0, headingLines(stretch)) });

const restOf = (stretch: Stretch): Stretch | null => {
  const lines = stretch.lines.slice(headingLines(stretch));
  return lines.length === 0 ? null : { ...stretch, anchor: null, kind: "loose", lines };
};

/** `?part=` of a long text shown whole all the same: to search in it, to print it. */
const WHOLE = "all";

/** From piece to piece of a long text; nothing where the text is one piece. */
const PartNav = ({
  f,
  parts,
  at,
  whole,
  below = false,
}: {
  f: Frame;
  parts: readonly ReaderPart[];
  at: number;
  whole: boolean;
  below?: boolean;
}) => {
  if (parts.length < 2) return null;
  const t = f.t.citing;
  const link = (part: ReaderPart | undefined, label: string, rel: string) =>
    part === undefined ? (
      <span></span>
    ) : (
      <a href={f.here({ part: part.key || null, cite: null })} rel={rel}>
        {label}: <Said f={f} text={pieceName(part)} />
      </a>
    );
  return (
    <nav class="part-nav small" aria-label={below ? t.piecesBelow : t.pieces}>
      {whole ? (
        <a href={f.here({ part: null })}>{t.inPieces}</a>
      ) : (
        <>
          {link(parts[at - 1], t.before, "prev")}
          <span>
            {t.piece(at + 1, parts.length)} <a href={f.here({ part: WHOLE, cite: null })}>{t.wholeText}</a>
          </span>
          {link(parts[at + 1], t.after, "next")}
        </>
      )}
    </nav>
  );
};

/** `Chương II`, `Điều 26`: the heading it begins with, without its name. */
const pieceName = ({ first }: ReaderPart): string =>
  first.kind === "article"
    ? `Điều ${first.provision?.num ?? ""}`
    : (first.lines[0]?.runs.map((r) => r.pieces.map((p) => p.text).join("")).join("") ?? "");

/** Where the reader is, under the day: the script fills in chapter and article as they pass. */
const HereBar = ({ f, work }: { f: Frame; work: Work }) => (
  <toc-follow class="here">
    <ol class="path">
      <li>{words(shortName(f, work))}</li>
    </ol>
    <a href={f.here({ cite: "document" })} data-cite aria-keyshortcuts={f.keys ? "y" : undefined}>
      {f.t.citing.short}
      {f.keys ? (
        <>
          {" "}
          <kbd>y</kbd>
        </>
      ) : null}
    </a>
  </toc-follow>
);

/** Units that come after the day: a link of a later day leads here, and on to the day on which they stand. */
const ToCome = ({
  f,
  reader,
  work,
  name,
}: {
  f: Frame;
  reader: ReaderView;
  work: string;
  name: (eId: string) => string;
}) =>
  reader.toCome.length === 0 ? null : (
    <section class="to-come small" aria-labelledby="h-come">
      <h2 id="h-come" class="small">
        {f.t.citing.toCome}
      </h2>
      <ul class="dashes">
        {reader.toCome.slice(0, COMING_SHOWN).map(({ eId, from }) => (
          <li id={eId} data-state="pending">
            <a href={f.href(`/documents/${work}`, { on: from }, eId)}>
              <Said f={f} text={f.t.citing.toComeItem(capital(name(eId)), f.date(from))} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );

/** A text that grows by more units than this is written anew. */
const COMING_SHOWN = 60;

/** How deep a part stands, for the path above the text. */
const DEPTH: Partial<Record<Stretch["kind"], number>> = {
  attachment: 1,
  part: 2,
  chapter: 3,
  section: 4,
  subsection: 5,
};

const PartHeading = ({ stretch, text }: { stretch: Stretch; text: TextContext }) => {
  const [first, ...rest] = stretch.lines;
  if (first === undefined) return null;
  // a plan's "I. MỤC TIÊU" is a left heading; "Chương I" and attachments are centred as in print
  const centred =
    stretch.kind !== "section" && stretch.kind !== "subsection"
      ? true
      : /^(?:Mục|Tiểu mục)/iu.test(first.runs[0]?.pieces[0]?.text ?? "");
  return (
    <h2
      class={
        stretch.kind === "attachment" ? "law__part law__part--att" : centred ? "law__part" : "law__part law__part--left"
      }
      id={stretch.anchor ?? undefined}
      data-depth={DEPTH[stretch.kind]}
    >
      <b>
        {first.number}
        {runs(first.runs, text)}
      </b>
      {rest.map((line) => (
        <span>
          {line.number}
          {runs(line.runs, text)}
        </span>
      ))}
      {stretch.anchor === null ? null : <QuoteLink anchor={stretch.anchor} text={text} />}
    </h2>
  );
};
