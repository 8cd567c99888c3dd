import type { EId } from "../domain/e-id.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Provision, ProvisionKind } from "../domain/provision.ts";
import { contains, overlaps, type Span } from "../domain/span.ts";
import type { TextTable } from "../domain/text-table.ts";

/** A citation laid over the text. */
export interface TextLink {
  readonly span: Span;
  /** Place in the reader's list of links. */
  readonly link: number;
}

/** Words between two changes of style. `pieces` are the words cut where a finding's mark begins or ends. */
export interface Run {
  readonly link: number | null;
  readonly pieces: readonly { readonly text: string; readonly marked: boolean }[];
}

export interface Line {
  readonly start: number;
  /** `1.`, `a)`, `-`, or the `Điều 3.` of an article without a heading, with the white space after it. */
  readonly number: string;
  readonly runs: readonly Run[];
  /** Inside quoted new wording: another document speaks. */
  readonly quoted: boolean;
}

/** The own words of one unit, or a stretch of text outside all units (`eId` null). */
export interface Stretch {
  readonly eId: EId | null;
  /** Anchor in the page: the eId, with `~2` where the document numbers twice. Null when an earlier stretch has it. */
  readonly anchor: string | null;
  readonly kind: ProvisionKind | "opening" | "preamble" | "signature" | "loose";
  readonly provision: Provision | null;
  readonly span: Span;
  readonly lines: readonly Line[];
  /** Tables among its lines; offsets as those of its lines. A line never stands in two cells. */
  readonly tables?: readonly TextTable[];
  /** Some lines were a table before a change, and nobody can say with certainty which words stand in which cell now. */
  readonly tableLost?: true;
  /** The words are those of a day, not of the issued text: `start` of a line counts in them. */
  readonly onDay?: true;
}

/** Under what a stretch is found in maps: its anchor, or where it begins when it has none. */
export const stretchKey = (stretch: Stretch): string => stretch.anchor ?? `@${stretch.span.start}`;

/**
 * The whole text of a document cut into stretches in text order: every character that is not white space stands in
 * exactly one line of one stretch, so that nothing of the law is dropped by the page.
 */
export function layOutText(
  document: LegalDocument,
  links: readonly TextLink[],
  marks: readonly Span[],
): readonly Stretch[] {
  const seen = new Map<EId, number>();
  const opened = new Set<Provision>();
  const tables = document.tables ?? [];
  const flow = { links: withoutOverlaps(links), marks: merge(marks), quotes: merge(document.quotes), tables };
  const stretches: Stretch[] = [];
  for (const { span, provision } of cut(document)) {
    const lines = linesOf(document.text, span, provision === null || opened.has(provision) ? null : provision, flow);
    if (lines.length === 0) continue;
    let anchor: string | null = null;
    if (provision !== null && !opened.has(provision)) {
      opened.add(provision);
      const times = (seen.get(provision.eId) ?? 0) + 1;
      seen.set(provision.eId, times);
      anchor = times === 1 ? provision.eId : `${provision.eId}~${times}`;
    }
    stretches.push({
      eId: provision?.eId ?? null,
      anchor,
      kind: provision?.kind ?? looseKind(document, span),
      provision,
      span,
      lines,
      ...withTables(tables.filter((t) => contains(span, t.span))),
    });
  }
  return stretches;
}

/** Nothing where there are none: most stretches have none. */
export const withTables = (tables: readonly TextTable[]): Pick<Stretch, "tables"> =>
  tables.length === 0 ? {} : { tables };

function looseKind(document: LegalDocument, at: Span): Stretch["kind"] {
  if (document.signature !== null && at.start >= document.signature.start && at.start < document.signature.end)
    return "signature";
  const { preamble, body } = document;
  if (preamble !== null && at.start >= preamble.start && at.start < Math.max(preamble.end, body.start))
    return "preamble";
  return at.start < body.start ? "opening" : "loose";
}

/** Neighbouring spans, each with the smallest unit that holds it; together they are the whole text. */
function cut(document: LegalDocument): readonly { readonly span: Span; readonly provision: Provision | null }[] {
  const length = document.text.length;
  const edges = new Set([0, length]);
  for (const p of document.provisions) for (const at of [p.span.start, p.span.end, p.own.end]) edges.add(at);
  if (document.signature !== null) for (const at of [document.signature.start, document.signature.end]) edges.add(at);
  // every căn cứ line is a stretch of its own, so that what is said of it stands beside it
  for (const at of [
    document.body.start,
    document.preamble?.start ?? 0,
    ...document.basis.map((line) => line.span.start),
  ])
    edges.add(at);
  const points = [...edges].filter((at) => at >= 0 && at <= length).sort((a, b) => a - b);
  const open: Provision[] = [];
  const parts: { span: Span; provision: Provision | null }[] = [];
  let next = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    const span = { start: points[i] as number, end: points[i + 1] as number };
    for (
      let p = document.provisions[next];
      p !== undefined && p.span.start <= span.start;
      p = document.provisions[++next]
    )
      open.push(p);
    while (open.length > 0 && (open[open.length - 1] as Provision).span.end <= span.start) open.pop();
    const inner = open.findLast((p) => p.span.start <= span.start && span.start < p.span.end) ?? null;
    const last = parts[parts.length - 1];
    if (last !== undefined && last.provision === inner && inner !== null)
      parts[parts.length - 1] = { span: { start: last.span.start, end: span.end }, provision: inner };
    else parts.push({ span, provision: inner });
  }
  return parts;
}

export interface Flow {
  readonly links: readonly TextLink[];
  readonly marks: readonly Span[];
  readonly quotes: readonly Span[];
  readonly tables: readonly TextTable[];
}

const NUMBER = /^(?:\d+[\p{L}]?(?:\.\d+)*[.)/]?|\(?[\p{L}\d]{1,2}\)|[-–—+•*])[ \t\u00a0]+/u;
const NUMBERED: readonly ProvisionKind[] = ["clause", "point", "indent"];

/** An article without a heading runs on after its number, as in print. */
const RUN_IN = /^Điều[ \t\u00a0]+[\p{L}\p{N}]+[.:]?(?:[ \t\u00a0]+|$)/u;

/** The lines of a stretch of text; those that open a unit give up their number. */
export function linesOf(
  text: string,
  within: Span,
  opening: Pick<Provision, "kind" | "heading"> | null,
  flow: Flow,
): readonly Line[] {
  const lines: Line[] = [];
  for (const { start, end } of worded(text, within, flow.tables)) {
    const shape =
      opening === null || lines.length > 0
        ? null
        : isNumbered(opening.kind)
          ? NUMBER
          : opening.kind === "article" && opening.heading === null
            ? RUN_IN
            : null;
    const found = shape?.exec(text.slice(start, end))?.[0] ?? "";
    // the span of a quotation begins after its opening mark
    const quoted = flow.quotes.some((q) => q.start <= start + 1 && start < q.end);
    let runs: readonly Run[] | null = null;
    lines.push({
      start,
      number: found,
      quoted,
      // when it is shown: of a long law only a piece is
      get runs() {
        return (runs ??= runsOf(text, { start: start + found.length, end }, flow));
      },
    });
  }
  return lines;
}

/** What stands between line ends, and between the edges of cells: soft breaks may have joined two cells into one line. */
function* worded(text: string, within: Span, tables: readonly TextTable[]): Generator<Span> {
  const edges = tables
    .filter((t) => overlaps(t.span, within))
    .flatMap((t) => t.rows.flatMap((row) => row.cells.flatMap(({ span }) => [span.start, span.end])));
  let next = 0;
  for (let at = within.start; at <= within.end; ) {
    let end = text.indexOf("\n", at);
    if (end < 0 || end > within.end) end = within.end;
    while ((edges[next] ?? Number.POSITIVE_INFINITY) <= at) next++;
    const cut = Math.min(end, edges[next] ?? end);
    let [from, to] = [at, cut];
    while (from < to && /\s/u.test(text[from] as string)) from++;
    while (to > from && /\s/u.test(text[to - 1] as string)) to--;
    if (to > from) yield { start: from, end: to };
    at = cut < end ? cut : end + 1;
  }
}

function runsOf(text: string, within: Span, flow: Flow): readonly Run[] {
  const runs: Run[] = [];
  let at = within.start;
  const push = (end: number, link: number | null): void => {
    if (end > at) runs.push({ link, pieces: piecesOf(text, { start: at, end }, flow.marks) });
    at = Math.max(at, end);
  };
  for (const { span, link } of flow.links) {
    if (span.end <= at) continue;
    if (span.start >= within.end) break;
    push(Math.max(at, span.start), null);
    push(Math.min(span.end, within.end), link);
  }
  push(within.end, null);
  return runs;
}

function piecesOf(text: string, within: Span, marks: readonly Span[]): Run["pieces"] {
  const pieces: { text: string; marked: boolean }[] = [];
  let at = within.start;
  for (const mark of marks) {
    if (mark.end <= at) continue;
    if (mark.start >= within.end) break;
    if (mark.start > at) pieces.push({ text: text.slice(at, mark.start), marked: false });
    at = Math.max(at, mark.start);
    const end = Math.min(mark.end, within.end);
    pieces.push({ text: text.slice(at, end), marked: true });
    at = end;
  }
  if (at < within.end) pieces.push({ text: text.slice(at, within.end), marked: false });
  return pieces;
}

/** Citations in order; one that begins inside another gives way. */
function withoutOverlaps(links: readonly TextLink[]): readonly TextLink[] {
  const kept: TextLink[] = [];
  for (const link of [...links].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    const last = kept[kept.length - 1];
    if (link.span.end > link.span.start && (last === undefined || link.span.start >= last.span.end)) kept.push(link);
  }
  return kept;
}

function merge(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out[out.length - 1];
    if (last !== undefined && span.start <= last.end)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else if (span.end > span.start) out.push(span);
  }
  return out;
}

export const isNumbered = (kind: Stretch["kind"]): boolean => (NUMBERED as readonly string[]).includes(kind);
