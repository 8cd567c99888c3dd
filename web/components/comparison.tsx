import type {
  BelowUnit,
  ComparedRow,
  ComparedSide,
  ComparedUnit,
  ComparisonView,
} from "../../src/use-cases/view-comparison.ts";
import type { Frame } from "../frame.ts";
import { Cite } from "./cite.tsx";
import { firstLine, OneSide, type SidePart } from "./word-changes.tsx";
import { capital, Said, shortName } from "./words.tsx";

/** Equal units are written out below their fold up to this many characters on a page; beyond, the document has them. */
const LONGEST_SAME = 60_000;

interface Props {
  readonly f: Frame;
  readonly view: ComparisonView;
  /** Equal units too, each in its row. */
  readonly all: boolean;
}

/** Two texts side by side, unit by unit: the old left, the new right, equal ones folded. On a phone one below the other. */
export const Comparison = ({ f, view, all }: Props) => {
  const heads = { left: headOf(f, view.left, view.right), right: headOf(f, view.right, view.left) };
  let room = LONGEST_SAME;
  return (
    <div class="diff">
      <div class="diff__row diff__cap small" aria-hidden="true">
        <span class="diff__kind">{f.t.compare.unit}</span>
        <b class="diff__kind">{heads.left}</b>
        <b class="diff__kind">{heads.right}</b>
      </div>
      {blocksOf(view.rows, all).map((block) => {
        if ("frame" in block) return <p class="diff__frame">{block.frame}</p>;
        if ("row" in block) return <DiffRow f={f} view={view} row={block.row} heads={heads} />;
        room -= block.same.reduce((sum, r) => sum + (r.right?.words.length ?? 0), 0);
        return <Same f={f} view={view} rows={block.same} written={room >= 0} />;
      })}
    </div>
  );
};

type Block = { readonly row: ComparedRow } | { readonly same: readonly ComparedRow[] } | { readonly frame: string };

function blocksOf(rows: readonly ComparedRow[], all: boolean): readonly Block[] {
  const blocks: Block[] = [];
  let same: ComparedRow[] | null = null;
  let frame: string | null = null;
  for (const row of rows) {
    const here = (row.right ?? row.left)?.frame ?? null;
    if (here !== frame && here !== null) {
      blocks.push({ frame: capital(here) });
      same = null;
    }
    frame = here;
    if (row.state !== "same" || all) {
      blocks.push({ row });
      same = null;
    } else if (same === null) blocks.push({ same: (same = [row]) });
    else same.push(row);
  }
  return blocks;
}

const headOf = (f: Frame, side: ComparedSide, other: ComparedSide): string => {
  const day = f.t.compare.side(side.on === null ? null : f.date(side.on));
  return side.work.id === other.work.id ? day : `${shortName(f, side.work)}. ${day}`;
};

const addressOf = (f: Frame, side: ComparedSide, unit: ComparedUnit): string =>
  f.href(
    `/documents/${side.work.id}`,
    side.on === null ? { text: "issued" } : { on: side.on === f.today ? null : side.on },
    unit.key,
  );

const Same = ({
  f,
  view,
  rows,
  written,
}: {
  f: Frame;
  view: ComparisonView;
  rows: readonly ComparedRow[];
  written: boolean;
}) => {
  // an attached text is named by the line above; its units say from where to where
  const named = rows.filter((r) => r.right?.eId.includes("__") || r.right?.frame === null);
  const [first, last] = [(named[0] ?? rows[0])?.right, rows.at(-1)?.right];
  if (!first || !last) return null;
  return (
    <details class="diff__same fold">
      <summary>
        <Said f={f} text={f.t.compare.same(capital(first.name), first === last ? null : last.name)} />
      </summary>
      {written ? (
        <div class="diff__read" lang={f.lang === "vi" ? undefined : "vi"}>
          {rows.map(({ right }) => (right === null ? null : <UnitWords unit={right} />))}
        </div>
      ) : (
        <p>
          <a href={addressOf(f, view.right, first)}>{f.t.compare.sameRead}</a>
        </p>
      )}
    </details>
  );
};

const DiffRow = ({
  f,
  view,
  row,
  heads,
}: {
  f: Frame;
  view: ComparisonView;
  row: ComparedRow;
  heads: { readonly left: string; readonly right: string };
}) => {
  const t = f.t.compare;
  const { left, right, parts, state } = row;
  const unit = right ?? left;
  if (unit === null) return null;
  const elsewhere = left !== null && right !== null && left.frame !== right.frame ? left.frame : null;
  const from =
    state === "moved" || state === "renumbered" ? [left?.name, elsewhere].filter(Boolean).join(" ") : undefined;
  const id = `${right === null ? "l" : "r"}-${unit.key}`;
  return (
    <div class="diff__row" data-change={state} role="group" aria-labelledby={id}>
      <div class="diff__kind">
        <h2 id={id}>
          <a
            href={addressOf(f, right === null ? view.left : view.right, unit)}
            data-row={state === "same" ? undefined : ""}
          >
            <Said f={f} text={capital(unit.name)} />
          </a>
        </h2>
        {state === "same" ? null : t.states[state]}
        {from === undefined ? null : (
          <>
            {" "}
            <Said f={f} text={t.from(from)} />
          </>
        )}
        {row.reworded ? `, ${t.alsoChanged}` : null}
        {left !== null && right !== null && parts === null && (state === "changed" || row.reworded) ? (
          <p class="diff__note">{t.unlike}</p>
        ) : null}
      </div>
      <Half f={f} view={view} side="left" head={heads.left} unit={left} row={row} />
      <Half f={f} view={view} side="right" head={heads.right} unit={right} row={row} />
    </div>
  );
};

const Half = ({
  f,
  view,
  side,
  head,
  unit,
  row,
}: {
  f: Frame;
  view: ComparisonView;
  side: "left" | "right";
  head: string;
  unit: ComparedUnit | null;
  row: ComparedRow;
}) => {
  const cell = side === "left" ? "diff__old" : "diff__new";
  if (unit === null)
    return (
      <div class={cell} data-empty="">
        <span class="diff__side">{head}</span>
        <Absent f={f} view={view} row={row} />
      </div>
    );
  // what the other side does not have, or what was written anew from top to bottom, is marked once, at its edge
  const whole =
    row.left === null || row.right === null || (row.parts === null && (row.reworded || row.state === "changed"));
  const body = (
    <>
      <UnitWords
        unit={unit}
        side={side}
        parts={row.parts?.map((part) => ({ text: part[side], same: part.same })) ?? undefined}
      />
      {unit.below.map((below) => (
        <UnitWords unit={below} />
      ))}
    </>
  );
  return (
    <div class={cell} lang={f.lang === "vi" ? undefined : "vi"}>
      <span class="diff__side">{head}</span>
      {!whole ? body : side === "left" ? <del class="whole">{body}</del> : <ins class="whole">{body}</ins>}
    </div>
  );
};

const Absent = ({ f, view, row: { repealedBy } }: { f: Frame; view: ComparisonView; row: ComparedRow }) =>
  repealedBy === null ? (
    f.t.compare.notHere
  ) : (
    <>
      {f.t.compare.repealedBy}{" "}
      <Cite f={f} href={f.href(`/documents/${repealedBy.work}`, {}, repealedBy.eId ?? undefined)}>
        <Said
          f={f}
          text={[
            repealedBy.eId === null ? null : view.names.of(repealedBy.work, repealedBy.eId),
            repealedBy.symbol ?? f.t.reader.document,
          ]
            .filter(Boolean)
            .join(" ")}
        />
      </Cite>
    </>
  );

/** Number and words; a heading stands out as it does in print. */
const UnitWords = ({
  unit,
  parts = [{ text: unit.words, same: true }],
  side = "right",
}: {
  unit: BelowUnit;
  parts?: readonly SidePart[];
  side?: "left" | "right";
}) => {
  const number = unit.number === "" ? "" : `${unit.number} `;
  const [first, rest] = unit.heading ? firstLine(parts) : [[], parts];
  return (
    <>
      {unit.heading ? (
        <p>
          <b>
            {number}
            <OneSide parts={first} side={side} />
          </b>
        </p>
      ) : null}
      {rest.length === 0 ? null : (
        <p class="lines">
          {unit.heading ? "" : number}
          <OneSide parts={rest} side={side} />
        </p>
      )}
    </>
  );
};
