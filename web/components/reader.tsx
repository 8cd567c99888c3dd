import { isUnder } from "../../src/domain/e-id.ts";
import type { Work } from "../../src/domain/work.ts";
import type { DocumentHead } from "../../src/use-cases/view-document.ts";
import type { ReaderView, UnitView } from "../../src/use-cases/view-reader.ts";
import type { UnitNames } from "../../src/use-cases/view-unit-names.ts";
import { stretchKey, type Stretch } from "../../src/use-cases/view-text.ts";
import type { Frame } from "../frame.ts";
import { notesOf, ProvisionRow, railState, type Row, runs, standingName, type TextContext } from "./provision-view.tsx";
import { severityIcon, stateOf, type State } from "./status.tsx";
import { Icon } from "./sprite.tsx";

const PARTS = new Set<Stretch["kind"]>(["part", "chapter", "section", "subsection", "attachment"]);

/** Head, preamble and signature: words of the document, yet no norm that is or is not in force: no rail. */
const PLAIN = new Set<Stretch["kind"]>(["opening", "preamble", "signature"]);

type Block = { readonly part: Stretch } | { readonly row: Row };

/** Contents, text, margin. */
export const Reader = ({
  f,
  reader,
  head: { work, period, names, works },
}: {
  f: Frame;
  reader: ReaderView;
  head: DocumentHead;
}) => {
  const base: State =
    period === null
      ? "unknown"
      : period.status === "partly-ceased" || period.status === "partly-suspended"
        ? "force"
        : stateOf(period.status);
  const text: TextContext = { ...reader, f, self: work.id, home: `/documents/${work.id}`, names, level: 2 };
  const below: TextContext = { ...text, level: 3 };
  const blocks = blocksOf(reader, base, f, names, works);
  const firstPart = blocks.findIndex((block) => "part" in block);
  return (
    <div class="reader">
      <Toc f={f} reader={reader} />
      <article class="law" lang={f.lang === "vi" ? undefined : "vi"} aria-label={f.t.document.textOn(f.date(f.on))}>
        <p class="print-only small">{f.t.foot.printed(f.date(f.on))}</p>
        {blocks.map((block, i) =>
          "part" in block ? (
            <PartHeading stretch={block.part} text={text} />
          ) : (
            <ProvisionRow row={block.row} text={firstPart >= 0 && i > firstPart ? below : text} />
          ),
        )}
      </article>
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
      if (rest !== null)
        blocks.push({ row: (open = { state: base, struck: false, plain: false, stretches: [rest], notes: [] }) });
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
  const end = stretch.lines.findIndex((l, i) => i >= HEADING_LINES || lengthOf(l.runs) > LONGEST_HEADING_LINE);
  return Math.max(1, end < 0 ? stretch.lines.length : end);
};

const lengthOf = (list: Stretch["lines"][number]["runs"]): number =>
  list.reduce((sum, run) => sum + run.pieces.reduce((n, p) => n + p.text.length, 0), 0);

const headOf = (stretch: Stretch): Stretch => ({ ...stretch, lines: stretch.lines.slice(0, headingLines(stretch)) });

const restOf = (stretch: Stretch): Stretch | null => {
  const lines = stretch.lines.slice(headingLines(stretch));
  return lines.length === 0 ? null : { ...stretch, anchor: null, kind: "loose", lines };
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
    </h2>
  );
};

/** Contents: parts and articles, with the marks of changed ones and of findings. */
const Toc = ({ f, reader }: { f: Frame; reader: ReaderView }) => {
  const entries = reader.stretches.filter((s) => s.anchor !== null && (PARTS.has(s.kind) || s.kind === "article"));
  if (entries.length === 0) return <div class="reader__toc"></div>;
  return (
    <nav class="reader__toc toc" aria-label={f.t.document.toc} tabindex={0} lang={f.lang === "vi" ? undefined : "vi"}>
      {entries.map((s) => {
        const heading = s.provision?.heading ?? textOf(s).replace(/^Điều\s+\S+\s*/u, "");
        if (PARTS.has(s.kind))
          return (
            <a class="toc__part" href={`#${encodeURIComponent(s.anchor as string)}`}>
              {partName(s)}
            </a>
          );
        return (
          <a href={`#${encodeURIComponent(s.anchor as string)}`}>
            <span class="n">{s.provision?.num}</span>
            <span>{shorten(heading)}</span>
            <TocMark f={f} reader={reader} stretch={s} />
          </a>
        );
      })}
    </nav>
  );
};

const LONGEST_TOC_LINE = 90;
const shorten = (text: string): string =>
  text.length <= LONGEST_TOC_LINE ? text : `${text.slice(0, text.lastIndexOf(" ", LONGEST_TOC_LINE))}…`;
const textOf = (s: Stretch): string => s.lines[0]?.runs.map((r) => r.pieces.map((p) => p.text).join("")).join("") ?? "";
/** `Chương I. Quy định chung`; an attachment's heading already says what it is. */
const partName = (s: Stretch): string => {
  const [first, heading] = [textOf(s), s.provision?.heading ?? null];
  if (heading === null) return shorten(first);
  return shorten(
    heading.startsWith(first) || first.includes(heading)
      ? first.includes(heading)
        ? first
        : heading
      : `${first.replace(/[.:]$/u, "")}. ${heading}`,
  );
};

const TocMark = ({ f, reader, stretch }: { f: Frame; reader: ReaderView; stretch: Stretch }) => {
  const under = [...reader.units]
    .filter(([anchor]) => isUnder(anchor, stretch.anchor as string))
    .map(([, unit]) => unit);
  const finding = under.flatMap((u) => u.findings)[0];
  if (finding !== undefined)
    return (
      <span>
        <Icon name={severityIcon(finding.severity)} />
        <span class="sr">
          {f.t.nav.findings}: {f.t.severity[finding.severity]}
        </span>
      </span>
    );
  const standing =
    reader.units.get(stretch.anchor as string)?.standing ?? under.find((u) => u.standing !== null)?.standing;
  if (standing)
    return (
      <span data-state={railState(standing.state)}>
        <Icon name={`m-${railState(standing.state)}`} />
        <span class="sr">{standingName(f, standing.state)}</span>
      </span>
    );
  if (under.some((u) => u.refused.length > 0))
    return (
      <span data-state="unknown">
        <Icon name="m-unknown" />
        <span class="sr">{f.t.document.notApplied}</span>
      </span>
    );
  return null;
};
