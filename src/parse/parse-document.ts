import type { BasisLine, LegalDocument } from "../domain/legal-document.ts";
import type { Problem } from "../domain/problem.ts";
import type { Provision } from "../domain/provision.ts";
import type { Span } from "../domain/span.ts";
import type { TextTable } from "../domain/text-table.ts";
import type { SourceFormat } from "../read/source-text.ts";
import { attachmentOf } from "./attachments.ts";
import { readMeta } from "./meta.ts";
import { type NormalisedText, normalise, type TextLine } from "./normalise.ts";
import { isBasisLine } from "./openers.ts";
import { findQuotations } from "./quotes.ts";
import { readUnits } from "./structure.ts";
import { type LegalTables, legalTables, withoutDivided, withoutLayout } from "./tables.ts";
import { buildProvisions, type FoundUnit, LEVEL } from "./unit-tree.ts";
import { findZones, hasArticles, type Zones } from "./zones.ts";

export interface ParseOptions {
  readonly format?: SourceFormat;
  readonly file?: string;
  /** Tables the file itself marks, by offsets into the text as given. */
  readonly tables?: readonly TextTable[];
}

/**
 * Text → document with its metadata, units, quotations and attachments. Total: whatever cannot be understood becomes a
 * problem or a null, never an exception. `text` is the decoded text of one file; all spans are offsets into the result's
 * normalised `text`.
 */
export function parseDocument(text: string, options: ParseOptions = {}): LegalDocument {
  const given = withoutLayout(options.tables ?? [], text);
  const normalised = normalise(
    text,
    given.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => cell.span))),
  );
  const { lines } = normalised;
  const quotations = findQuotations(lines);
  const zones = findZones(lines, quotations.quoted);
  const found = legalTables(given, text, normalised, zones);
  const problems: Problem[] = [...quotations.problems, ...found.problems];
  const provisions = readProvisions(normalised, zones, aside(quotations.quoted, found), problems);
  const { tables, problems: divided } = withoutDivided(found, provisions);
  for (const problem of divided) problems.push(problem);
  const preamble = readPreamble(lines, zones);
  const meta = readMeta(normalised, zones, quotations.quoted, problems);
  return {
    text: normalised.text,
    offsets: normalised.offsets,
    meta,
    preamble: spanOf(lines, zones.preamble),
    basis: preamble.basis,
    enacting: preamble.enacting,
    body: spanOf(lines, zones.body) ?? { start: normalised.text.length, end: normalised.text.length },
    signature: spanOf(lines, zones.signature),
    attachments: zones.attachments.map((zone, i) => attachmentOf(lines, zone, i)),
    provisions,
    quotes: quotations.spans,
    ...(tables.length === 0 ? {} : { tables }),
    problems: problems.sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1)),
  };
}

/** Lines that open no unit: another document's words, and those of tables. */
const aside = (quoted: Uint8Array, { tables, inside }: LegalTables): Uint8Array =>
  tables.length === 0 ? quoted : quoted.map((is, i) => is | (inside[i] as number));

function spanOf(lines: readonly TextLine[], [from, to]: readonly [number, number]): Span | null {
  if (from >= to) return null;
  return { start: (lines[from] as TextLine).start, end: (lines[to - 1] as TextLine).end };
}

function readProvisions(text: NormalisedText, zones: Zones, quoted: Uint8Array, problems: Problem[]): Provision[] {
  const { lines, marksBold } = text;
  const provisions: Provision[] = [];
  const add = (units: readonly FoundUnit[], zoneEnd: number): void => {
    const end = (start: number, next: number | null): number =>
      Math.max(start, next === null ? zoneEnd : trimmed(text.text, next));
    // one by one: a hundred thousand arguments would overflow the stack
    for (const provision of buildProvisions(units, end)) provisions.push(provision);
  };
  const [from, to] = zones.body;
  const fragment =
    zones.signature[0] === zones.signature[1] && zones.preamble[0] === zones.preamble[1] && to - from < 60;
  if (from < to) {
    const body = readUnits({ lines, quoted, marksBold, from, to, articles: true, fragment });
    for (const problem of body.problems) problems.push(problem);
    add(body.units, (lines[to - 1] as TextLine).end);
  }
  zones.attachments.forEach((zone, i) => {
    const attachment = attachmentOf(lines, zone, i);
    const head: FoundUnit = {
      kind: "attachment",
      level: LEVEL.attachment,
      num: attachment.num,
      id: attachment.eId,
      heading: attachment.title,
      start: attachment.span.start,
    };
    const inside = readUnits({
      lines,
      quoted,
      marksBold,
      from: zone.from + 1,
      to: zone.to,
      articles: hasArticles(lines, zone),
      fragment: false,
    });
    if (hasArticles(lines, zone)) for (const problem of inside.problems) problems.push(problem);
    add([head, ...inside.units], attachment.span.end);
  });
  return provisions;
}

/** The end of what stands before `next`: the line break between them belongs to nobody. */
function trimmed(text: string, next: number): number {
  let end = next;
  while (end > 0 && /\s/u.test(text[end - 1] as string)) end--;
  return end;
}

const PROPOSAL = /^(?:Theo đề nghị|Xét )/u;
const ENACTING =
  /^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ|THÔNG TƯ|NGHỊ ĐỊNH)(?: ?:)?$|(?:^|\s)(?:ban hành|thông qua|quyết định|quyết nghị) (?:kèm theo )?(?:Quyết định|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Luật|Bộ luật|Pháp lệnh|Lệnh|Hiến pháp)/u;

function readPreamble(lines: readonly TextLine[], zones: Zones): { basis: BasisLine[]; enacting: Span | null } {
  const basis: BasisLine[] = [];
  let enacting: Span | null = null;
  const [from, to] = zones.preamble;
  for (let i = from; i < to; i++) {
    const line = lines[i] as TextLine;
    const span = { start: line.start, end: line.end };
    if (isBasisLine(line.text)) basis.push({ kind: PROPOSAL.test(line.text) ? "proposal" : "basis", span });
    else if (i > from && ENACTING.test(line.text))
      enacting = enacting && /^\p{Lu}+ \p{Lu}+ ?:?$/u.test(line.text) ? enacting : span;
    else if (basis.length > 0 && enacting === null && /[;.,]$/u.test(line.text)) {
      const last = basis.at(-1) as BasisLine;
      basis[basis.length - 1] = { kind: last.kind, span: { start: last.span.start, end: line.end } };
    }
  }
  return { basis, enacting };
}
