import type { Norm, NormModality, NormValue, NormValueKind, NormWords } from "../domain/norm.ts";
import { contains, type Span } from "../domain/span.ts";
import { BODY_PATTERN, bodyName } from "./body-names.ts";
import { type Definition, definitions } from "./definitions.ts";
import { groupsOf } from "./differ-groups.ts";
import { normSlots, type Slot } from "./norm-slots.ts";
import { sentences } from "./sentences.ts";

/**
 * The norms of a provision, one a sentence: who must, may or may not do what, under which condition, by when, how much, by
 * which body, with which exception. `start` is where `text` begins in its document: all spans are moved by it. Total:
 * a sentence that is not understood is a norm that only `states`.
 */
export function normsOf(text: string, start = 0): Norm[] {
  const slots = normSlots(text);
  const defined = definitions(text);
  const groups = groupsOf(text);
  return sentences(text).map((sentence) => {
    const inside = slots.filter((s) => contains(sentence, { start: s.start, end: s.start + s.quote.length }));
    const definition = defined.find((d) => contains(d.span, sentence)) ?? null;
    const norm = readNorm(text, sentence, inside, definition);
    const listed = groups.filter((g) => contains(sentence, { start: g.start, end: g.start + g.text.length }));
    return moved({ ...norm, groups: listed.map((g) => words(text, g.start, g.start + g.text.length)) }, start);
  });
}

const words = (text: string, start: number, end: number): NormWords => ({
  text: text.slice(start, end),
  span: { start, end },
});

function readNorm(text: string, sentence: Span, slots: readonly Slot[], definition: Definition | null): Norm {
  const modal = definition ? null : (slots.find((s) => s.kind === "modality") ?? null);
  const bearer = definition ? null : bearerOf(text, sentence, modal);
  const named = bearer && BODY.exec(bearer.text);
  return {
    ...words(text, sentence.start, sentence.end),
    modality: definition ? "defines" : modal ? modalityOf(text, modal) : "states",
    modal: modal && words(text, modal.start, modal.start + modal.quote.length),
    bearer,
    body: named ? bodyName(named[0]).key : null,
    action: modal ? actionAfter(text, sentence, modal) : null,
    conditions: clauses(text, sentence, CONDITION),
    exceptions: clauses(text, sentence, EXCEPTION),
    values: slots.flatMap((s) => valueOf(text, s)),
    definition: definition && {
      term: words(text, definition.term.start, definition.term.end),
      meaning: words(text, definition.meaning.start, definition.meaning.end),
    },
    groups: [],
    items: itemsOf(text, sentence),
  };
}

const MODALITIES: Readonly<Record<string, NormModality>> = {
  must: "must",
  forbidden: "must-not",
  may: "may",
  "not-required": "need-not",
  "not-able": "must-not",
  only: "only",
};

/** "được hỗ trợ", "có quyền", "được miễn": somebody gets something. */
function modalityOf(text: string, { value, quote, start }: Slot): NormModality {
  const what = `${quote}${text.slice(start + quote.length, start + quote.length + 12)}`;
  return value === "may" && /(?:quyền|hưởng|miễn|giảm|hỗ trợ|trợ cấp|ưu tiên|thanh toán|bồi thường)/iu.test(what)
    ? "entitled"
    : (MODALITIES[value] ?? "states");
}

const BODY = new RegExp(BODY_PATTERN, "u");
const BODY_THAT_DECIDES = new RegExp(String.raw`(?:(?<![\p{L}])do\s|thẩm quyền của\s|^)(${BODY_PATTERN})`, "u");
/** A bearer begins the sentence, after its number and whatever says when or where. */
const OPENING =
  /^(?:\d{1,3}[.)]\s|\p{Ll}\d?\)\s|[-–+]\s)?(?:(?:[Tt]rong thời hạn|[Tt]rong vòng|[Cc]hậm nhất|[Kk]ể từ|[Kk]hi|[Nn]ếu|[Tt]rường hợp|[Tt]rước|[Ss]au|[Hh]ằng năm|[Hh]àng năm|[Tt]rên địa bàn|[Tt]heo|[Cc]ăn cứ)\s[^;:.]{3,160}?(?:,\s|\sthì\s))*/u;
const LONGEST_BEARER = 140;

function bearerOf(text: string, sentence: Span, modal: Slot | null): NormWords | null {
  const whole = text.slice(sentence.start, sentence.end);
  const opening = OPENING.exec(whole)?.[0].length ?? 0;
  const from = sentence.start + opening;
  if (modal && modal.start > from) {
    const before = text.slice(from, modal.start);
    const to = from + before.trimEnd().length;
    if (to > from && to - from <= LONGEST_BEARER && !/[;:]/u.test(before)) return words(text, from, to);
  }
  const deciding = BODY_THAT_DECIDES.exec(whole.slice(opening));
  if (!deciding?.[1]) return null;
  const at = from + deciding.index + deciding[0].length - deciding[1].length;
  return words(text, at, at + deciding[1].length);
}

/** Up to the next comma or bracket: what is done, and to what. */
function actionAfter(text: string, sentence: Span, modal: Slot): NormWords | null {
  // "được miễn phí neo đậu": the act is in the modal words
  const tail = /(?:hưởng|miễn)$/iu.exec(modal.quote)?.[0].length ?? 0;
  const from = modal.start + modal.quote.length - tail;
  const rest = text.slice(from, sentence.end);
  const lead = rest.length - rest.trimStart().length;
  const cut = /[,;(]|\s(?:trong thời hạn|trong vòng|khi|nếu|trừ|kể từ)\s/u.exec(rest.slice(lead));
  const end = from + lead + (cut ? cut.index : rest.length - lead);
  const to = from + text.slice(from, end).trimEnd().replace(/\.$/u, "").length;
  return to > from + lead ? words(text, from + lead, to) : null;
}

const CONDITION =
  /(?<![\p{L}])(?:[Kk]hi|[Nn]ếu|[Tt]rong trường hợp|[Tt]rường hợp|[Vv]ới điều kiện|[Ss]au khi|ngoài ra,? phải)\s(?:[^,;.]|[.,](?=\d)){6,220}/gu;
const EXCEPTION =
  /(?<![\p{L}])(?:[Tt]rừ(?: các)?(?: trường hợp)?|không áp dụng (?:đối với|cho))\s(?:[^;.:]|[.,](?=\d)){6,220}/gu;

function clauses(text: string, sentence: Span, shape: RegExp): NormWords[] {
  const whole = text.slice(sentence.start, sentence.end);
  return [...whole.matchAll(shape)]
    .filter((m) => shape === EXCEPTION || !/(?:trừ|trừ các)\s$/iu.test(whole.slice(Math.max(0, m.index - 9), m.index)))
    .map((m) => words(text, sentence.start + m.index, sentence.start + m.index + m[0].trimEnd().length));
}

const AREA = /^(?:m2|ha|km2)$/u;
const PERIOD = /^(?:năm|tháng|tuần|quý|kỳ)$/u;

function valueOf(text: string, s: Slot): NormValue[] {
  if (s.kind === "modality" || s.kind === "condition") return [];
  const unit = s.number === null ? null : s.value.slice(s.value.indexOf(" ") + 1);
  const kind: NormValueKind =
    s.kind !== "quantity" || unit === null
      ? s.kind
      : AREA.test(unit)
        ? "area"
        : /tuổi$/u.test(unit)
          ? "age"
          : PERIOD.test(unit)
            ? "period"
            : "quantity";
  return [
    {
      ...words(text, s.start, s.start + s.quote.length),
      kind,
      value: s.value,
      number: s.number,
      upTo: s.upTo,
      unit,
      bound: s.bound,
      event: s.event,
    },
  ];
}

const LIST =
  /(?:[Hh]ồ sơ|[Tt]hành phần hồ sơ|[Tt]rình tự|[Tt]hủ tục|giấy tờ)[^:;.\n]{0,80}(?:gồm(?: có)?|bao gồm|như sau|sau đây):?\s/u;

/** `Hồ sơ gồm: đơn đề nghị; sơ đồ vị trí.`: members of the list inside one sentence. */
function itemsOf(text: string, sentence: Span): NormWords[] {
  const whole = text.slice(sentence.start, sentence.end);
  const lead = LIST.exec(whole);
  if (!lead) return [];
  const from = lead.index + lead[0].length;
  return [...whole.slice(from).matchAll(/[^,;.]{3,200}/gu)].map((m) => {
    const at = sentence.start + from + m.index + (m[0].length - m[0].trimStart().length);
    return words(text, at, at + m[0].trim().length);
  });
}

function moved(norm: Norm, by: number): Norm {
  if (by === 0) return norm;
  const shift = <T extends NormWords>(w: T): T => ({ ...w, span: { start: w.span.start + by, end: w.span.end + by } });
  const maybe = (w: NormWords | null): NormWords | null => (w ? shift(w) : null);
  return {
    ...shift(norm),
    modal: maybe(norm.modal),
    bearer: maybe(norm.bearer),
    action: maybe(norm.action),
    conditions: norm.conditions.map(shift),
    exceptions: norm.exceptions.map(shift),
    values: norm.values.map(shift),
    definition: norm.definition && { term: shift(norm.definition.term), meaning: shift(norm.definition.meaning) },
    groups: norm.groups.map(shift),
    items: norm.items.map(shift),
  };
}
