import { isUnder, type EId } from "../domain/e-id.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { NormListKind, NormWords, ProvisionNorm } from "../domain/norm.ts";
import type { Provision } from "../domain/provision.ts";
import { contains, overlaps, type Span } from "../domain/span.ts";
import { type Definition, definitions } from "./definitions.ts";
import { groupsOf } from "./differ-groups.ts";
import { glossary } from "./norm-definitions.ts";
import { headingLead, type Lead, lineLead, listedIn, nameOnly, NO_LEAD } from "./norm-leads.ts";
import { readSentence, slotsIn } from "./norm-sentence.ts";
import { normSlots } from "./norm-slots.ts";
import { movedNorm, movedWords, wordsAt } from "./norm-words.ts";
import { sentences } from "./sentences.ts";

/** A document has so many at most; what is left out is said by the caller, who knows how many units there are. */
export const MOST_NORMS = 4_000;
/** Longer stretches are tables. */
const LONGEST_TEXT = 6_000;
const MOST_LISTED = 80;

/** The norms of a text without its document, one a sentence. `start` is where the text begins: all spans are moved by it. */
export function normsIn(text: string, start = 0, lead: Lead = NO_LEAD): ProvisionNorm[] {
  const slots = normSlots(text);
  const defined =
    lead.kind === "definition" ? glossary(text) : definitions(text).filter((d) => plainlyDefines(text, d));
  const groups = groupsOf(text);
  let before: ProvisionNorm | null = null;
  let above = movedLead(lead, -start);
  const all = sentences(text);
  return all.flatMap((sentence, i) => {
    // "1. Sở Tư pháp" on a line of its own: who acts in the next ones
    const own = i < all.length - 1 ? lineLead(text, sentence) : null;
    if (own) {
      above = withHeading(above, own);
      return [];
    }
    const listed = groups.filter((g) => contains(sentence, { start: g.start, end: g.start + g.text.length }));
    const norm = readSentence(text, sentence, {
      lead: goesOn(text, sentence, before) ? leadOf(before, above) : above,
      slots: slotsIn(slots, sentence),
      definition: defined.find((d) => contains(d.span, sentence)) ?? null,
      groups: listed.flatMap((g) => wordsAt(text, g.start, g.start + g.text.length) ?? []),
    });
    before = norm;
    return [movedNorm(withOwnList(text, norm), start)];
  });
}

/** `Chủ đầu tư có trách nhiệm lập dự toán; gửi Sở Tài chính thẩm định`: after a semicolon the same somebody goes on. */
const goesOn = (text: string, sentence: Span, before: ProvisionNorm | null): before is ProvisionNorm =>
  before !== null &&
  before.bearer !== null &&
  before.modality !== "defines" &&
  /^\p{Ll}/u.test(text.slice(sentence.start, sentence.end));

const leadOf = (before: ProvisionNorm, lead: Lead): Lead => ({
  ...lead,
  bearer: before.bearer,
  bearerFrom: before.bearerFrom === "heading" ? "heading" : "lead",
  modal: before.modal,
  modality: before.modality === "states" || before.modality === "defines" ? null : before.modality,
});

/** Outside an article of definitions only a short term that is followed by what it is; "gồm" lists members there. */
const plainlyDefines = (text: string, { term, meaning }: Definition): boolean =>
  /(?:được hiểu là|dùng để chỉ|là)\s$/u.test(text.slice(term.end, meaning.start)) &&
  !/(?<![\p{L}])(?:được|do|không|phải|sẽ|đã|có thể|nhất|mức|tỷ lệ|số|giá|gọi|gọi tắt)(?![\p{L}])/iu.test(
    text.slice(term.start, term.end),
  ) &&
  text.slice(term.start, term.end).split(" ").length <= 8 &&
  !/^(?:\d|một trong|cơ quan|căn cứ|ngày|đồng|Trưởng|Phó|Chủ tịch|đơn vị)/u.test(
    text.slice(meaning.start, meaning.start + 20),
  );

const movedLead = (lead: Lead, by: number): Lead => ({
  ...lead,
  bearer: lead.bearer && movedWords(lead.bearer, by),
  modal: lead.modal && movedWords(lead.modal, by),
  setting: lead.setting && movedWords(lead.setting, by),
});

const OPENS_LIST = /(?:gồm(?: có)?|sau(?: đây)?|hồ sơ|giấy tờ)$/iu;

/** `Hồ sơ gồm: đơn đề nghị; sơ đồ vị trí.`: members of a list inside one sentence. */
function withOwnList(text: string, norm: ProvisionNorm): ProvisionNorm {
  const colon = /:\s(?=\S)/u.exec(norm.text);
  const listedAs =
    colon && OPENS_LIST.test(norm.text.slice(0, colon.index)) ? listedIn(norm.text.slice(0, colon.index + 1)) : null;
  if (!colon || listedAs === null || norm.listed.length > 0) return norm;
  const from = norm.span.start + colon.index + colon[0].length;
  const listed = [...text.slice(from, norm.span.end).matchAll(listedAs === "papers" ? /[^,;]+/gu : /[^;]+/gu)].flatMap(
    (m) => wordsAt(text, from + m.index, from + m.index + m[0].length) ?? [],
  );
  return { ...norm, listed, listedAs, unread: [] };
}

const LEVELS = new Set<Provision["kind"]>(["article", "clause", "point", "indent"]);
/** Annexes without articles hold blanks, rows and columns; what they number are no norms. */
const TABLES = new Set(["bieu-mau", "danh-muc", "phu-luc", "khac"]);

interface Above {
  readonly lead: Lead;
  /** The norm whose list is being read, by its place among those found. */
  readonly list: number | null;
}

/**
 * The norms of a document in text order: each sentence of an article, clause or point, read with the heading and the lead
 * above it. Members of a list of papers, conditions, cases or groups are kept with the sentence that opens the list.
 * Quoted wording is left out: another document speaks there.
 */
export function normsOf(document: LegalDocument): readonly ProvisionNorm[] {
  const reading = readNorms(document);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** The same unit by unit, for who has others to serve in between. */
export function* readNorms(document: LegalDocument): Generator<void, readonly ProvisionNorm[]> {
  const { text, provisions, quotes } = document;
  const annexes = document.attachments.filter((a) => TABLES.has(a.kind)).map((a) => a.eId);
  const above = new Map<EId, Above>();
  const found: ProvisionNorm[] = [];
  for (const provision of provisions) {
    if (found.length >= MOST_NORMS) break;
    if (
      !LEVELS.has(provision.kind) ||
      (!provision.eId.includes("__art_") && annexes.some((annex) => isUnder(provision.eId, annex)))
    )
      continue;
    const parent = (provision.parent !== null ? above.get(provision.parent) : undefined) ?? {
      lead: NO_LEAD,
      list: null,
    };
    const own = ownWords(text, provision, quotes);
    above.set(provision.eId, readUnit(text, provision, own, parent, found));
    yield;
  }
  return found;
}

function readUnit(text: string, provision: Provision, own: Span, parent: Above, found: ProvisionNorm[]): Above {
  const { heading } = provision;
  const lead = heading === null ? parent.lead : withHeading(parent.lead, headingLead(text, provision.own, heading));
  if (own.end <= own.start) return { lead, list: heading === null ? parent.list : null };
  const name = provision.kind === "article" ? null : nameOnly(text, own);
  if (name && provision.span.end > provision.own.end + 3)
    return { lead: { ...lead, bearer: name, bearerFrom: "lead", listedAs: null }, list: null };
  const line = provision.span.end > provision.own.end + 3 ? lineLead(text, own) : null;
  if (line) return { lead: withHeading(lead, line), list: null };
  const norms = normsIn(text.slice(own.start, own.end), own.start, lead).map((n) => ({ ...n, eId: provision.eId }));
  const list = parent.list === null ? undefined : found[parent.list];
  if (list && parent.list !== null && norms.every((n) => isMember(n, list.listedAs))) {
    const words = wordsAt(text, own.start, own.end);
    if (words && list.listed.length < MOST_LISTED) found[parent.list] = { ...list, listed: [...list.listed, words] };
    return { ...parent };
  }
  found.push(...norms);
  const last = norms.at(-1);
  if (!last || !/:\s*$/u.test(text.slice(own.start, own.end))) return { lead, list: null };
  const state = below(last, lead, found);
  // "Sở Tài chính có trách nhiệm:" says nothing without the acts below, and each of them has its words
  if (state.list === null && last.action === null && last.bearer && provision.span.end > provision.own.end + 3)
    found.pop();
  return state;
}

/** A member of a list says nothing of somebody. */
const isMember = (norm: ProvisionNorm, listedAs: ProvisionNorm["listedAs"]): boolean =>
  norm.kind !== "definition" &&
  norm.kind !== "delegation" &&
  norm.kind !== "prohibition" &&
  (norm.bearerFrom !== "sentence" || (listedAs !== "members" && norm.modality !== "must"));

/** What a sentence that ends with a colon says of what stands below it. */
function below(last: ProvisionNorm, lead: Lead, found: ProvisionNorm[]): Above {
  if (last.bearer === null && last.modal === null && CASE.test(last.text)) {
    found.pop();
    return { lead: { ...lead, setting: { text: last.text, span: last.span } }, list: null };
  }
  const speaks = last.bearer !== null || last.modality !== "states" || BELOW.has(last.kind) || lead.modality !== null;
  const listedAs = listedIn(last.text) ?? (speaks ? null : "members");
  if (listedAs !== null) {
    const kind = last.kind === "other" ? (KIND_OF_LIST[listedAs] ?? "other") : last.kind;
    const unread = kind === last.kind ? last.unread : [];
    found[found.length - 1] = {
      ...last,
      kind,
      unread,
      listedAs,
      listed: last.listedAs === listedAs ? last.listed : [],
    };
    return { lead: { ...lead, listedAs }, list: found.length - 1 };
  }
  // "phân cấp cho Ủy ban nhân dân cấp xã quyết định:": the acts below are theirs
  const given = last.kind === "delegation" ? last.counterpart : null;
  const bearer: NormWords | null = given ?? last.bearer ?? lead.bearer;
  return {
    lead: {
      bearer,
      bearerFrom: bearer ? "lead" : null,
      modal: last.modal ?? lead.modal,
      modality: last.modality === "states" || last.modality === "defines" ? lead.modality : last.modality,
      kind:
        last.kind === "prohibition"
          ? "prohibition"
          : last.kind === "other" || last.kind === "value"
            ? lead.kind
            : BELOW.has(last.kind)
              ? last.kind
              : lead.kind,
      listedAs: null,
      setting: lead.setting,
    },
    list: null,
  };
}

/** A case and nothing else. */
const CASE = /^(?:đối với|trường hợp|trong trường hợp|khi|nếu)\s[^;:]{3,400}$/iu;

const KIND_OF_LIST: Readonly<Partial<Record<NormListKind, ProvisionNorm["kind"]>>> = {
  papers: "procedure",
  conditions: "condition",
};

const BELOW = new Set<ProvisionNorm["kind"]>(["scope", "formal", "sanction", "definition", "procedure", "condition"]);

/** A heading below another one (a clause with its own title) speaks for what it says and leaves the rest. */
const withHeading = (outer: Lead, own: Lead): Lead => ({
  bearer: own.bearer ?? outer.bearer,
  bearerFrom: own.bearer ? own.bearerFrom : outer.bearerFrom,
  modal: own.modal ?? outer.modal,
  modality: own.modality ?? (own.kind ? null : outer.modality),
  kind: own.kind ?? outer.kind,
  listedAs: own.listedAs ?? outer.listedAs,
  setting: own.setting ?? outer.setting,
});

const NUMBER = /^(?:(?:Điều|Khoản)\s\d{1,4}\p{L}?[.:]?|\d{1,3}(?:\.\d{1,2}){0,2}\p{L}?[.)]|\p{Ll}\d?[.)]|[-–+•*])\s*/iu;

/** A unit's own words after its number and heading, up to the first quotation. */
function ownWords(text: string, p: Provision, quotes: readonly Span[]): Span {
  const { end } = p.own;
  let start = p.own.start;
  start += NUMBER.exec(text.slice(start, Math.min(end, start + 20)))?.[0].length ?? 0;
  if (p.heading !== null) {
    const at = text.indexOf(p.heading, start);
    if (at >= 0 && at - start < 40 && at + p.heading.length <= end) start = at + p.heading.length;
  }
  const quote = quotes.find((q) => overlaps(q, { start, end }));
  const stop = Math.min(quote ? Math.max(start, quote.start) : end, start + LONGEST_TEXT);
  while (start < stop && /[\s.:]/u.test(text[start] as string)) start++;
  return { start, end: Math.max(start, stop) };
}
