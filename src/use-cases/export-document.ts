import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import { PROVISION_KINDS, type ProvisionKind } from "../domain/provision.ts";
import type { Span } from "../domain/span.ts";
import { heightOf, widthOf } from "../domain/text-table.ts";
import type { WorkId } from "../domain/work.ts";
import { akomaNtoso } from "../report/akoma-ntoso.ts";
import type { ExportedDocument, ExportedLine, ExportedUnit } from "../report/exported-document.ts";
import type { Store } from "../store/store.ts";
import { viewDocumentHead } from "./view-document.ts";
import { worksOf } from "./view-finding-row.ts";
import { type ReaderView, viewReader, type Wording } from "./view-reader.ts";
import type { Line, Stretch } from "./view-text.ts";

export type { ExportedDocument, ExportedLine, ExportedTable, ExportedUnit } from "../report/exported-document.ts";

/** A document as it reads on a day, or as issued, ready to become a file; null when its text is not in the collection. */
export async function exportDocument(
  store: Store,
  id: WorkId,
  on: LegalDate,
  wording: Wording,
  made: LegalDate,
): Promise<ExportedDocument | null> {
  const head = await viewDocumentHead(store, id, on);
  const reader = head === null ? null : await viewReader(store, head, on, wording);
  if (head === null || reader === null) return null;
  const counted = <E extends { readonly applied: boolean; readonly listed?: unknown }>(effects: readonly E[]) =>
    effects.filter((e) => e.applied && !e.listed);
  const [effectsOn, effectsBy] = [counted([...head.effectsOn, ...head.begins]), counted(head.effectsBy)];
  const works = await worksOf(store, [
    ...reader.links.flatMap((l) => l.work?.id ?? []),
    ...effectsOn.map((e) => e.source),
    ...effectsBy.map((e) => e.target),
  ]);
  const { document } = reader;
  return {
    work: head.work,
    on: wording === "issued" ? null : on,
    made,
    title: (wording === "day" ? head.title?.text : null) ?? head.work.title,
    signer: document.meta.signer?.value ?? null,
    complete: wording === "issued" || reader.refused.length === 0,
    status:
      head.period === null ? null : { name: head.period.status, since: head.period.since, reason: head.period.reason },
    ...partsOf(reader, wording),
    effectsOn,
    effectsBy,
    works,
  };
}

/** The same as a file in Akoma Ntoso 3.0. */
export const akomaNtosoFile = (document: ExportedDocument): Uint8Array =>
  new TextEncoder().encode(akomaNtoso(document));

type Parts = Pick<ExportedDocument, "head" | "preamble" | "units" | "foot">;

/** Every line of the text in exactly one part, in its order. */
function partsOf(reader: ReaderView, wording: Wording): Parts {
  const { document } = reader;
  const [head, preamble, foot]: ExportedLine[][] = [[], [], []];
  const tree = new Tree();
  for (const stretch of reader.stretches) {
    const cellOf = cellsOf(stretch);
    const lines = stretch.lines.map((line) => ({ ...lineOf(line, stretch, reader), ...cellOf(line) }));
    if (stretch.kind === "opening") head?.push(...lines);
    else if (stretch.kind === "preamble") preamble?.push(...lines);
    else if (stretch.kind === "signature") foot?.push(...lines);
    else if (stretch.kind === "loose" || stretch.anchor === null) tree.words(stretch, lines);
    else tree.open(unitOf(stretch, lines, reader, wording), stretch.kind);
  }
  return {
    head: head?.map((line, i) => headLine(document, reader.stretches, line, i)) ?? [],
    preamble: preamble ?? [],
    units: tree.units,
    foot: foot?.map((line) => footLine(document, line)) ?? [],
  };
}

class Tree {
  readonly units: ExportedUnit[] = [];
  #open: { readonly eId: string; readonly rank: number }[] = [];
  #tails = 0;

  open(unit: Omit<ExportedUnit, "parent">, kind: ProvisionKind): void {
    const rank = PROVISION_KINDS.indexOf(kind);
    const attached = /^att_[^_]+/u.exec(unit.eId)?.[0] ?? null;
    // a unit of the body ends every attached text, whatever its rank
    this.#open = this.#open.filter(
      (o) => o.rank < rank && (o.rank > 0 ? attachedIn(o.eId) === attached : o.eId === attached),
    );
    this.units.push({ ...unit, parent: this.#open.at(-1)?.eId ?? null });
    this.#open.push({ eId: unit.eId, rank });
  }

  /** Words outside units, or after the last child of one that is still open. */
  words(stretch: Stretch, lines: readonly ExportedLine[]): void {
    const owner = this.#open.findLast((o) => o.eId === stretch.eId) ?? null;
    const parent = stretch.provision === null ? null : (owner?.eId ?? this.#open.at(-1)?.eId ?? null);
    this.#open = parent === null ? [] : this.#open.slice(0, this.#open.findIndex((o) => o.eId === parent) + 1);
    this.units.push({
      eId: `tail_${++this.#tails}`,
      parent,
      kind: "tail",
      number: "",
      heading: null,
      lines,
      state: null,
      since: null,
      span: stretch.onDay ? null : stretch.span,
    });
  }
}

const attachedIn = (eId: string): string | null => /^att_[^_]+/u.exec(eId)?.[0] ?? null;

const LABEL = /^(?:Điều|ĐIỀU)[ \t\u00a0]{1,3}[\p{L}\p{N}]{1,8}[.:]?[ \t\u00a0]{0,3}/u;
const HEADED: ReadonlySet<string> = new Set(["part", "chapter", "section", "subsection"]);

/** A unit's number and heading apart from its words, as its first lines print them. */
function unitOf(
  stretch: Stretch,
  lines: readonly ExportedLine[],
  reader: ReaderView,
  wording: Wording,
): Omit<ExportedUnit, "parent"> {
  const provision = stretch.provision as NonNullable<Stretch["provision"]>;
  const eId = stretch.anchor as string;
  const standing = wording === "day" ? (reader.units.get(eId)?.standing ?? null) : null;
  return {
    eId,
    kind: provision.kind,
    ...headingOf(stretch, lines),
    state: standing?.state ?? null,
    since: standing?.since ?? null,
    span: stretch.onDay ? null : provision.own,
  };
}

function headingOf(
  { kind, provision, lines: printed }: Stretch,
  lines: readonly ExportedLine[],
): Pick<ExportedUnit, "number" | "heading" | "lines"> {
  const number = (printed[0]?.number ?? "").trim();
  if (number !== "") return { number, heading: null, lines };
  const first = lines[0];
  if (first === undefined) return { number: "", heading: provision?.heading ?? null, lines };
  const text = first.runs.map((r) => r.text).join("");
  if (kind === "article") {
    const label = LABEL.exec(text)?.[0] ?? "";
    return { number: label.trim(), heading: text.slice(label.length).trim() || null, lines: lines.slice(1) };
  }
  // "Chương II" and its name on the lines below it
  if (HEADED.has(kind) && provision?.heading) {
    const rest = lines.slice(1).map((l) => l.runs.map((r) => r.text).join(""));
    const taken = rest.findIndex((_, i) => joined(rest.slice(0, i + 1)) === joined([provision.heading ?? ""])) + 1;
    return taken > 0
      ? { number: text.trim(), heading: provision.heading, lines: lines.slice(1 + taken) }
      : { number: "", heading: null, lines };
  }
  return { number: "", heading: kind === "attachment" ? (provision?.heading ?? null) : null, lines };
}

const joined = (lines: readonly string[]): string =>
  lines.join(" ").replace(/\s+/gu, " ").trim().toLocaleLowerCase("vi");

function lineOf(line: Line, stretch: Stretch, { links, document }: ReaderView): ExportedLine {
  return {
    runs: line.runs.map((run) => {
      const found = run.link === null ? undefined : links[run.link];
      const work = found?.link.resolution.kind === "work" ? found.link.resolution.work : null;
      return {
        text: run.pieces.map((p) => p.text).join(""),
        ref: work === null || found === undefined ? null : { work, eIds: found.link.eIds },
      };
    }),
    quoted: line.quoted,
    is: stretch.kind === "preamble" ? preambleLine(document, line) : "text",
  };
}

/** Where each line of a stretch stands in its tables. */
function cellsOf({ tables = [] }: Stretch): (line: Line) => Pick<ExportedLine, "cell"> {
  const numbered = tables.map((table) => {
    let next = 0;
    const rows = table.rows.map(({ header, cells }) => ({
      header,
      cells: cells.map((cell) => ({ cell: next++, colSpan: widthOf(cell), rowSpan: heightOf(cell) })),
    }));
    return { table, exported: { rows }, spans: table.rows.flatMap((row) => row.cells.map((cell) => cell.span)) };
  });
  return ({ start }) => {
    const within = numbered.find(({ table: { span } }) => span.start <= start && start < span.end);
    const cell = within?.spans.findIndex((span) => span.start <= start && start < span.end) ?? -1;
    return within === undefined || cell < 0 ? {} : { cell: { table: within.exported, cell } };
  };
}

function preambleLine({ basis }: LegalDocument, { start }: Line): ExportedLine["is"] {
  return basis.find((b) => b.span.start <= start && start < b.span.end)?.kind ?? "enacting";
}

/** Number and name are told by where they were read. */
function headLine({ meta }: LegalDocument, stretches: readonly Stretch[], line: ExportedLine, i: number): ExportedLine {
  const starts = stretches.filter((s) => s.kind === "opening").flatMap((s) => s.lines.map((l) => l.start));
  const end = (starts[i + 1] ?? Number.MAX_SAFE_INTEGER) as number;
  const begins = (span: Span | null | undefined): boolean =>
    span !== null && span !== undefined && (starts[i] ?? 0) < span.end && span.start < end;
  if (begins(meta.symbol?.span)) return { ...line, is: "number" };
  return begins(meta.title?.span) ? { ...line, is: "title" } : line;
}

const footLine = ({ meta }: LegalDocument, line: ExportedLine): ExportedLine =>
  meta.signer !== null &&
  line.runs
    .map((r) => r.text)
    .join("")
    .trim() === meta.signer.value
    ? { ...line, is: "signer" }
    : line;
