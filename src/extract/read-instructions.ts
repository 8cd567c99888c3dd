import type { EId } from "../domain/e-id.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Provision } from "../domain/provision.ts";
import { overlaps } from "../domain/span.ts";
import type { Span } from "../domain/span.ts";
import { readAnnounced } from "./announced-lists.ts";
import type { ListKind } from "./announced-lists.ts";
import { withAnnexList } from "./annex-lists.ts";
import { isInBody, ownBase, titleBase, withoutPrefix } from "./amended-bases.ts";
import type { Base } from "./amended-bases.ts";
import { opensItem } from "./connecting-words.ts";
import { completePath, inChapter, isOrphan, pathEId, prefixOf, stepsOf } from "./frame.ts";
import type { Frame } from "./frame.ts";
import { readElements } from "./instruction-elements.ts";
import { SILENT } from "./instruction.ts";
import type { Instruction, When } from "./instruction.ts";
import type { Mentions } from "./mentions.ts";
import { quotedUnitAt, quotedUnits } from "./quote-units.ts";
import type { QuotedUnit } from "./quote-units.ts";
import { readInstruction } from "./read-instruction.ts";
import type { Reference, Step } from "./reference.ts";
import type { VerbValue } from "./token.ts";
import { firstTokenAt } from "./tokens.ts";

/** One unit of the body with the instruction it holds. */
export interface InstructedUnit {
  readonly provision: Provision;
  readonly instruction: Instruction;
  /** The amended document in force of this unit's words or of a heading above; null in ordinary units. */
  readonly base: Base | null;
}

export interface Instructions {
  readonly units: readonly InstructedUnit[];
  /** What words without a document mean where this mention stands, and whether they are quoted. */
  frameOf(index: number): { readonly frame: Frame; readonly quoted: boolean; readonly within: EId | null };
  /** Units a mention names, in its frame. */
  eIdsOf(index: number): EId[];
}

/** What a heading hands down to the units below it. */
interface Inherited {
  readonly base: Base | null;
  readonly inherits: VerbValue | null;
  readonly when: When | null;
  readonly announces: ListKind | null;
}

export function readInstructions(document: LegalDocument, mentions: Mentions): Instructions {
  const { references } = mentions;
  const toWork = (r: Reference) => mentions.toWork(r.document as NonNullable<Reference["document"]>);
  const fromTitle = titleBase(document, references, mentions.zones, toWork);
  const units: InstructedUnit[] = [];
  const byProvision = new Map<Provision, InstructedUnit>();
  const byEId = new Map<EId, Inherited>();
  const frames = new Frames(document, mentions, byProvision, byEId, fromTitle);
  for (const provision of document.provisions) {
    if (provision.kind === "attachment" || !isInBody(document, provision)) continue;
    const parent = provision.parent ? (byEId.get(provision.parent) ?? null) : null;
    const around = parent?.base ?? fromTitle;
    const announced = readAnnounced(document, mentions, provision, parent?.announces ?? null);
    const written = announced?.instruction ?? instructionIn(document, mentions, provision, around !== null, parent);
    const instruction =
      written.spoke && !announced
        ? withAnnexList(document, mentions, written, document.text.slice(provision.own.start, provision.own.end))
        : written;
    const stated = ownBase(instruction, references, toWork, (i) => frames.simpleEId(i));
    let base = stated ?? parent?.base ?? (instruction.spoke || instruction.objects.size > 0 ? fromTitle : null);
    const unit: InstructedUnit = { provision, instruction, base };
    byProvision.set(provision, unit);
    if (!stated && base) {
      // "Sửa đổi, bổ sung Điều 8 như sau:" narrows the frame of the points below it
      const single = singleUnit(instruction, references, (i) => frames.eIds(i));
      if (single) base = { ...base, unit: single };
    }
    const final = { provision, instruction, base };
    units.push(final);
    byProvision.set(provision, final);
    const inherits = instruction.spoke || instruction.objects.size > 0 ? instruction.inherits : null;
    byEId.set(provision.eId, { base, inherits, when: instruction.when, announces: announced?.kind ?? null });
  }
  frames.settle();
  return { units, frameOf: (i) => frames.of(i), eIdsOf: (i) => frames.eIds(i) };
}

/** The unit that holds everything an instruction without own document names: `art_8`. */
function singleUnit(
  instruction: Instruction,
  references: readonly Reference[],
  eIds: (i: number) => EId[],
): EId | null {
  const bare = [...instruction.objects.keys()].filter((i) => (references[i] as Reference).document === null);
  const ids = bare.flatMap((i) => eIds(i)).map((eId) => withoutPrefix(eId));
  if (ids.length === 0 || ids.some((eId) => eId === null)) return null;
  const parts = (ids as EId[]).map((eId) => eId.split("__"));
  const shared = (parts[0] as string[]).filter((part, k) => parts.every((p) => p[k] === part));
  return shared.join("__") || null;
}

const LABEL =
  /^[\s*_“"]{0,4}(?:(?:Điều|Khoản)\s{1,3}\d{1,4}[a-zđ]?\s{0,2}[.:)]?|\d{1,3}(?:\.\d{1,2}){0,3}[a-zđ]?\s?[.)/-]|[a-zđ]\d?\s?[).]|[-+•*–])[\s*_]{0,4}/iu;

function instructionIn(
  document: LegalDocument,
  mentions: Mentions,
  provision: Provision,
  amending: boolean,
  parent: Inherited | null,
): Instruction {
  const { text } = document;
  const inherited = parent?.inherits ?? null;
  const own = provision.own;
  if (!inherited && !QUICK.test(text.slice(own.start, Math.min(own.end, own.start + 1500)))) return SILENT;
  const label = LABEL.exec(text.slice(own.start, own.start + 24));
  const range = { start: own.start + (label ? label[0].length : 0), end: own.end };
  const quotes = document.quotes.filter((q) => overlaps(q, range));
  const { tokens, references, referenceAt, zones } = mentions;
  const source = { text, tokens, references, referenceAt, zones, quotes };
  const elements = readElements(source, range, firstTokenAt(tokens, range.start));
  const first = elements[0];
  if (!first) return SILENT;
  const startsWithObject = !wordsBefore(text, range.start, first.start);
  return readInstruction(elements, {
    text,
    references: mentions.references,
    titleEnds: mentions.titleEnds,
    isSelf: mentions.isSelf,
    amending,
    inherited: startsWithObject ? inherited : null,
    inheritedWhen: startsWithObject && inherited ? (parent?.when ?? null) : null,
    start: range.start,
    end: range.end,
  });
}

/** Cheap test before the grammar: no operative word, no instruction. */
const QUICK = /sửa|bổ sung|bãi bỏ|bải bỏ|thay|bỏ|đính chính|điều chỉnh|hiệu lực|đình chỉ|cụm từ|kéo dài|tiếp tục/iu;

/** Ordinary words before the first object end what a heading above said ("Việc xử lý … theo Điều 5"). */
const wordsBefore = (text: string, from: number, to: number): boolean =>
  !opensItem(text.slice(from, Math.min(to, from + 200)));

interface Found {
  readonly frame: Frame;
  readonly quoted: boolean;
  readonly within: EId | null;
}

/** Which unit of which document a mention speaks about. */
class Frames {
  private readonly document: LegalDocument;
  private readonly mentions: Mentions;
  private readonly units: ReadonlyMap<Provision, InstructedUnit>;
  private readonly above: ReadonlyMap<EId, Inherited>;
  private readonly fromTitle: Base | null;
  private readonly quoted = new Map<Span, QuotedUnit[]>();
  /** The smallest provision around each mention. */
  private readonly smallest: (Provision | null)[];
  /** Answers kept once all units have been read; before that a later unit may still change them. */
  private known: (Found | undefined)[] | null = null;

  constructor(
    document: LegalDocument,
    mentions: Mentions,
    units: ReadonlyMap<Provision, InstructedUnit>,
    above: ReadonlyMap<EId, Inherited>,
    fromTitle: Base | null,
  ) {
    this.document = document;
    this.mentions = mentions;
    this.units = units;
    this.above = above;
    this.fromTitle = fromTitle;
    this.smallest = smallestUnits(
      document.provisions,
      mentions.references.map((r) => r.span.start),
    );
  }

  settle(): void {
    this.known = new Array(this.smallest.length);
  }

  of(index: number): Found {
    if (!this.known) return this.find(index);
    let found = this.known[index];
    if (!found) this.known[index] = found = this.find(index);
    return found;
  }

  private find(index: number): Found {
    const r = this.mentions.references[index] as Reference;
    const provision = this.smallest[index] ?? null;
    const within = provision?.eId ?? null;
    const unit = provision ? (this.units.get(provision) ?? null) : null;
    const quote = unit ? quoteAt(this.document.quotes, r.span.start) : null;
    const base = unit?.base ?? null;
    if (quote && (base ?? this.fromTitle)) {
      const b = (base ?? this.fromTitle) as Base;
      return { frame: { work: b.work, prefix: b.prefix, unit: this.quotedUnit(quote, r, b) }, quoted: true, within };
    }
    if (base && unit && speaks(unit))
      return {
        frame: { work: base.work, prefix: base.prefix, unit: this.parentUnit(provision) ?? base.unit },
        quoted: false,
        within,
      };
    const attachment = this.document.attachments.find((a) => a.span.start <= r.span.start && r.span.start < a.span.end);
    const prefix = attachment?.eId ?? null;
    return {
      frame: {
        work: this.mentions.self,
        prefix,
        unit: within && prefixOf(within) === prefix ? withoutPrefix(within) : null,
      },
      quoted: quote !== null,
      within,
    };
  }

  /** The unit a heading above an instruction narrows the frame to. */
  private parentUnit(provision: Provision | null): EId | null {
    if (!provision?.parent) return null;
    return this.above.get(provision.parent)?.base?.unit ?? null;
  }

  private quotedUnit(quote: Span, r: Reference, base: Base): EId | null {
    let units = this.quoted.get(quote);
    if (!units) {
      units = quotedUnits(this.document.text, quote, base.unit);
      this.quoted.set(quote, units);
    }
    return quotedUnitAt(units, r.span.start);
  }

  /** Units of a mention with its own document, without any frame. */
  simpleEId(index: number): EId | null {
    const r = this.mentions.references[index] as Reference;
    const path = r.paths[0];
    return path
      ? pathEId(
          path.filter((s) => !s.isThis),
          null,
        )
      : null;
  }

  eIds(index: number): EId[] {
    const r = this.mentions.references[index] as Reference;
    const { frame, quoted } = this.of(index);
    const prefix = this.prefixFor(r, frame, quoted);
    if (r.paths.length === 0) {
      if (quoted && r.attached && frame.prefix !== null && r.document?.isThis && r.document.type !== null) return []; // another annex than the regulation
      return prefix ? [prefix] : [];
    }
    const around = r.paths.some((p) => isOrphan(p) || inChapter(p) || p.some((s) => s.isThis))
      ? this.around(index, frame)
      : [];
    const out = new Set<EId>();
    for (const path of r.paths) {
      const steps = r.document && !r.document.isThis ? path : completePath(path, around);
      // "khoản này" where no unit is known: what is named still counts
      const eId =
        pathEId(steps, prefix) ??
        pathEId(
          steps.filter((s) => !s.isThis),
          prefix,
        );
      if (eId) out.add(eId);
    }
    return [...out];
  }

  private prefixFor(r: Reference, frame: Frame, quoted: boolean): EId | null {
    if (r.document === null) return frame.prefix;
    if (!r.document.isThis) return r.attached && !annexed(r) ? "att_1" : null;
    if (r.document.type === null) return frame.prefix ?? "att_1"; // "Quy chế này"
    if (r.document.word === "văn bản" && !quoted) return frame.prefix;
    return r.attached && !annexed(r) ? "att_1" : null;
  }

  /** Larger units for a bare "khoản 4": those of the next mention ("… vào sau khoản 3 Điều 5"), else those of the frame. */
  private around(index: number, frame: Frame): readonly Step[] {
    const { references } = this.mentions;
    const r = references[index] as Reference;
    const own = stepsOf(frame.unit);
    const sections = r.paths.some(inChapter);
    if (frame.work.self || !(sections || r.paths.some(isOrphan))) return own;
    for (const step of [1, 2, 3, -1]) {
      const next = references[index + step];
      if (!next || next.document?.isThis || this.smallest[index] !== this.smallest[index + step]) continue;
      const between = this.document.text.slice(
        Math.min(r.span.end, next.span.end),
        Math.max(r.span.start, next.span.start),
      );
      if (
        between.length > 200 ||
        (own.length > 0 ? /[;\n]|như sau/u : /\n|như sau/u).test(between) ||
        (step < 0 && own.length > 0)
      )
        continue;
      const larger = next.paths[0]?.find((s) => s.level === (sections ? "chp" : "art"));
      if (larger) return next.paths[0] as readonly Step[];
    }
    return own;
  }
}

/** Quotations come in text order and do not overlap. */
function quoteAt(quotes: readonly Span[], offset: number): Span | null {
  let low = 0;
  let high = quotes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const quote = quotes[middle] as Span;
    if (offset < quote.start) high = middle - 1;
    else if (offset >= quote.end) low = middle + 1;
    else return quote;
  }
  return null;
}

const annexed = (r: Reference): boolean => r.paths.some((p) => p[0]?.level === "att");

const speaks = (unit: InstructedUnit): boolean =>
  unit.instruction.operations.length > 0 || unit.instruction.objects.size > 0;

/** For ascending offsets the smallest unit that holds each; one walk over both lists. */
export function smallestUnits(provisions: readonly Provision[], offsets: readonly number[]): (Provision | null)[] {
  const out: (Provision | null)[] = [];
  const open: Provision[] = [];
  let k = 0;
  for (const offset of offsets) {
    while (k < provisions.length && (provisions[k] as Provision).span.start <= offset)
      open.push(provisions[k++] as Provision);
    while (open.length > 0 && (open.at(-1) as Provision).span.end <= offset) open.pop();
    let found: Provision | null = null;
    for (let i = open.length - 1; i >= 0; i--) {
      const p = open[i] as Provision;
      if (offset < p.span.end) {
        found = p;
        break;
      }
    }
    out.push(found);
  }
  return out;
}
