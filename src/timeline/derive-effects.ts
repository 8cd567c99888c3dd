import { createHash } from "node:crypto";
import type { Amendment } from "../domain/amendment.ts";
import { type Effect, type EffectAction, type Quote, PLAIN_EFFECT } from "../domain/effect.ts";
import type { EId } from "../domain/e-id.ts";
import { isUnder } from "../domain/e-id.ts";
import type { Commencement, Facts } from "../domain/facts.ts";
import { addDays, type LegalDate } from "../domain/legal-date.ts";
import { type LegalDocument, provisionAt } from "../domain/legal-document.ts";
import type { Span } from "../domain/span.ts";
import type { Resolution, Work, WorkId } from "../domain/work.ts";
import { loadCentralRegister } from "../resolve/central-register.ts";
import type { ResolvedAmendment, ResolvedFacts } from "../resolve/resolved.ts";
import { oldTerritoryIn } from "../resolve/territory.ts";
import { type BeginOf, eventDay, isEndEvent, isOtherEvent } from "./event-day.ts";
import { isPartOnly, limitingWords, meansDetailing } from "./effect-reach.ts";
import { ENDING } from "./timeline.ts";
import { quoteSentence } from "./quote-sentence.ts";

export interface DeriveInput {
  readonly work: Work;
  readonly document: LegalDocument;
  readonly facts: Facts;
  readonly resolved: Pick<ResolvedFacts, "amendments"> & Partial<Pick<ResolvedFacts, "citations">>;
  /** First days of other documents, for "kể từ ngày Luật … có hiệu lực". */
  readonly beginOf?: BeginOf;
  /** The text was recognised from an image: what it does to others is proposed to a person, never counted. */
  readonly recognised?: boolean;
}

/**
 * What one document does: begins, ends by its own term, and changes others. An amendment whose target or day is not sure
 * becomes an effect that is not applied and says why; a target that was not found at all is put on the source itself, so
 * that it stays visible.
 */
export function deriveEffects(input: DeriveInput): Effect[] {
  const { commencement } = input.facts;
  const begin =
    commencementDay(commencement, input.work) ?? (commencement.how === "none" ? listedDay(input.work) : null);
  const effects: Effect[] = [commence(input, begin)];
  for (const split of commencement.splits) {
    for (const eId of split.eIds.length > 0 ? split.eIds : []) effects.push(commenceUnit(input, eId, split));
  }
  if (commencement.expiresOn) effects.push(term(input, commencement.expiresOn));
  for (const amendment of input.resolved.amendments) effects.push(...amendmentEffects(input, amendment, begin));
  return unique(effects);
}

/** The main day a document begins: as written, on signing, or so many days after signing. Null = no calendar day known. */
export function commencementDay(commencement: Commencement, work: Pick<Work, "issuedOn">): LegalDate | null {
  if (commencement.effectiveOn) return commencement.effectiveOn;
  if (work.issuedOn === null) return null;
  if (commencement.how === "on-signing") return work.issuedOn;
  if (commencement.how === "days-after" && commencement.days !== null) return addDays(work.issuedOn, commencement.days);
  return null;
}

/** Where the text says nothing that could be read: the day the register of central documents gives. */
const listedDay = (work: Work): LegalDate | null =>
  work.effectiveOn ?? loadCentralRegister().entries.get(work.id)?.effectiveOn ?? null;

function commence({ work, document, facts }: DeriveInput, begin: LegalDate | null): Effect {
  const { how, span } = facts.commencement;
  const day = begin;
  const whyNot = day
    ? null
    : how === "event"
      ? "ngày có hiệu lực phụ thuộc một sự kiện chưa xác định"
      : "văn bản không ghi ngày có hiệu lực";
  return build({
    ...PLAIN_EFFECT,
    action: "commence",
    source: work.id,
    sourceEId: unitAt(document, span),
    target: work.id,
    targetEId: null,
    from: day,
    whyNot,
    evidence: quote(work, document, span),
  });
}

function commenceUnit({ work, document }: DeriveInput, eId: EId, split: Commencement["splits"][number]): Effect {
  const whyNot = split.effectiveOn ? null : "ngày có hiệu lực của phần này chưa xác định";
  return build({
    ...PLAIN_EFFECT,
    action: "commence",
    source: work.id,
    sourceEId: unitAt(document, split.span),
    target: work.id,
    targetEId: eId,
    from: split.effectiveOn,
    whyNot,
    evidence: quote(work, document, split.span),
  });
}

function term({ work, document, facts }: DeriveInput, last: LegalDate): Effect {
  const span = facts.commencement.expirySpan ?? facts.commencement.span;
  return build({
    ...PLAIN_EFFECT,
    action: "term",
    source: work.id,
    sourceEId: unitAt(document, span),
    target: work.id,
    targetEId: null,
    from: addDays(last, 1),
    whyNot: null,
    evidence: quote(work, document, span),
  });
}

function amendmentEffects(input: DeriveInput, a: ResolvedAmendment, begin: LegalDate | null): Effect[] {
  const { work, document, facts, recognised } = input;
  const named = a.effectiveOn ? null : eventDay(document, a, input.resolved.citations ?? [], input.beginOf ?? nobody);
  const from = named ?? amendmentDay(facts.commencement, a, begin);
  const evidence = quoteAmendment(work, document, a);
  const whole = a.target.eId === null;
  const territory = whole ? oldTerritoryIn(limitingWords(evidence.quote, a.target), work.issuer, work.issuedOn) : [];
  const base = {
    action: a.action,
    source: work.id,
    sourceEId: a.source,
    targetEId: a.target.eId,
    from,
    until: a.until ? addDays(a.until, 1) : null,
    phraseFrom: a.from,
    phraseTo: a.to,
    content: a.content ? document.text.slice(a.content.start, a.content.end) : null,
    after: a.after,
    exception: a.exception ?? (ENDING.has(a.action) && whole && isPartOnly(evidence.quote, a.target) ? REST : null),
    evidence,
    ...(isOtherEvent(a.event) ? { event: a.event } : {}),
    ...(whole && REACHING.has(a.action) && meansDetailing(evidence.quote, a.target)
      ? { reach: "detailing" as const }
      : {}),
    ...(territory.length > 0 ? { territory } : {}),
  };
  const doubt = recognised ? "đọc từ ảnh (OCR), cần người đối chiếu với bản gốc trước khi tính" : null;
  const trouble = whyNotApplied(a, from) ?? doubt;
  const targets = targetsOf(a.resolution);
  if (targets.length === 0) {
    return [build({ ...base, target: work.id, whyNot: trouble ?? "không tìm được văn bản đích" })];
  }
  const several = a.resolution.kind === "ambiguous" ? `chưa rõ văn bản đích: ${a.resolution.how}` : null;
  return targets.map((target) =>
    build({ ...base, target, whyNot: several ?? (target === work.id ? aboutItself(a) : null) ?? trouble }),
  );
}

const nobody = (): null => null;

/** Where only a part of the target is meant, the rest of it lives on. */
const REST = "phần không được nêu trong chỉ dẫn";

/** Actions that may mean the documents that detail a target. */
const REACHING: ReadonlySet<string> = new Set(["extend", ...ENDING]);

/** The day an instruction acts: its own, that of the part it stands in, or the document's first day; null = an event. */
export const amendmentDay = (
  commencement: Commencement,
  a: Pick<Amendment, "effectiveOn" | "event" | "source">,
  begin: LegalDate | null,
): LegalDate | null =>
  a.effectiveOn ?? (isOtherEvent(a.event) && !isEndEvent(a.event) ? null : (splitDay(commencement, a.source) ?? begin));

const targetsOf = (resolution: Resolution): readonly WorkId[] =>
  resolution.kind === "work" ? [resolution.work] : resolution.kind === "ambiguous" ? resolution.candidates : [];

function whyNotApplied(a: ResolvedAmendment, from: LegalDate | null): string | null {
  if (a.resolution.kind === "unresolved") return `không tìm được văn bản đích: ${a.resolution.how}`;
  if (a.action === "unknown") return "chưa hiểu được chỉ dẫn này";
  if (from === null) return a.event ? `ngày áp dụng phụ thuộc sự kiện: ${a.event}` : "chưa xác định được ngày áp dụng";
  return null;
}

/** A text does not end or rewrite itself by an instruction; such a reading is a slip of the extraction. */
function aboutItself(a: ResolvedAmendment): string | null {
  return a.action === "extend" || a.action === "suspend" || a.action === "resume"
    ? null
    : "chỉ dẫn trỏ về chính văn bản chứa nó";
}

/** A unit that begins on another day carries its instructions with it. The longest match wins. */
function splitDay(commencement: Commencement, source: EId): LegalDate | null {
  let best: { readonly eId: EId; readonly day: LegalDate | null } | null = null;
  for (const split of commencement.splits) {
    for (const eId of split.eIds) {
      if (isUnder(source, eId) && (best === null || eId.length > best.eId.length))
        best = { eId, day: split.effectiveOn };
    }
  }
  return best?.day ?? null;
}

function quoteAmendment(work: Work, document: LegalDocument, a: ResolvedAmendment): Quote {
  let end = a.content && a.content.start > a.span.start ? Math.min(a.span.end, a.content.start) : a.span.end;
  // the instruction ends before the quotation mark that opens the new wording
  while (end > a.span.start + 1 && /[\s“"«]/u.test(document.text[end - 1] as string)) end--;
  const span = quoteSentence(document, { start: a.span.start, end: Math.max(end, a.span.start + 1) });
  return { work: work.id, symbol: work.symbol, eId: a.source, quote: document.text.slice(span.start, span.end), span };
}

function quote(work: Work, document: LegalDocument, span: Span | null): Quote {
  if (!span) return { work: work.id, symbol: work.symbol, eId: null, quote: "", span: null };
  const sentence = quoteSentence(document, span);
  return {
    work: work.id,
    symbol: work.symbol,
    eId: unitAt(document, span),
    quote: document.text.slice(sentence.start, sentence.end),
    span: sentence,
  };
}

const unitAt = (document: LegalDocument, span: Span | null): EId | null =>
  span ? (provisionAt(document, span.start)?.eId ?? null) : null;

type Draft = Omit<Effect, "id" | "applied" | "origin"> & { readonly action: EffectAction };

function build(draft: Draft): Effect {
  return { id: effectId(draft), ...draft, applied: draft.whyNot === null, origin: "text" };
}

/** Same clause, same act, same target: same id, whatever else was imported. */
export function effectId(
  e: Pick<Effect, "action" | "source" | "sourceEId" | "target" | "targetEId" | "phraseFrom" | "from"> & {
    readonly evidence: Pick<Quote, "span">;
  },
): string {
  const key = [
    e.source,
    e.sourceEId,
    e.action,
    e.target,
    e.targetEId,
    e.phraseFrom,
    e.from,
    e.evidence.span?.start,
  ].join("|");
  return createHash("sha256").update(key).digest("hex").slice(0, 16);
}

function unique(effects: readonly Effect[]): Effect[] {
  const seen = new Map<string, Effect>();
  for (const effect of effects) if (!seen.has(effect.id)) seen.set(effect.id, effect);
  return [...seen.values()];
}
