import type { ProvisionNorm, NormWords } from "../domain/norm.ts";
import { contains, type Span } from "../domain/span.ts";
import { bodyName } from "./body-names.ts";
import type { Definition } from "./definitions.ts";
import { actionAt, clausesIn } from "./norm-clauses.ts";
import { definitionParts } from "./norm-definitions.ts";
import { kindOf, scopeVerbAt } from "./norm-kinds.ts";
import { type Lead, NO_LEAD } from "./norm-leads.ts";
import { mainModal, type Modal, otherModal } from "./norm-modals.ts";
import { openingOf } from "./norm-opening.ts";
import {
  actsFirst,
  actorAt,
  assignsAt,
  bodyFirst,
  counterpartIn,
  decidingBody,
  isActor,
  LONGEST_BEARER,
  namedThenActs,
  taskVerbAt,
  verbsAt,
} from "./norm-parties.ts";
import type { Slot } from "./norm-slots.ts";
import { unreadIn } from "./norm-unread.ts";
import { calendarTerms, valuesOf } from "./norm-values.ts";
import { wordsAt } from "./norm-words.ts";

/** What a sentence is read with besides its own words. */
export interface SentenceContext {
  readonly lead: Lead;
  /** Slots inside the sentence. */
  readonly slots: readonly Slot[];
  readonly definition: Definition | null;
  /** Members of a list of people inside the sentence. */
  readonly groups: readonly NormWords[];
}

/** Reads one sentence. Total: what is not understood comes out as `other`, or among the `unread` words. */
export function readSentence(text: string, sentence: Span, context: SentenceContext): ProvisionNorm {
  const opening = openingOf(text, sentence);
  const main = { start: opening.end, end: sentence.end };
  const definition = context.definition && definitionParts(text, context.definition);
  const assigns = definition ? 0 : assignsAt(text.slice(main.start, main.end));
  if (assigns > 0) return readAssignment(text, sentence, context, { start: main.start, end: main.start + assigns });
  const lead = withLabel(context.lead, opening.label);
  const { conditions, exceptions } = clausesIn(text, main);
  const banned = lead.kind === "prohibition" && lead.modality === "must-not";
  const found = definition || banned ? null : modalIn(text, context.slots, main, [...conditions, ...exceptions]);
  const own = lead.kind === "condition" && found && !demands(text, main, found) ? null : found;
  const said = definition ? null : partsOf(text, main, own, lead);
  const values = [...valuesOf(text, context.slots), ...calendarTerms(text, sentence)];
  const norm = {
    ...wholeOf(text, sentence),
    eId: null,
    modality: definition ? ("defines" as const) : (own?.modality ?? said?.modality ?? "states"),
    modal: own?.words ?? (said?.modality ? lead.modal : null),
    ...(said?.parts ?? NOBODY),
    ...(said && !said.parts.subject && !said.parts.bearer ? { subject: opening.label } : {}),
    counterpart: said && counterpartIn(text, { start: said.from, end: sentence.end }),
    conditions: withCondition(
      [...(lead.setting ? [lead.setting] : []), ...opening.conditions, ...conditions],
      said?.condition ?? null,
    ),
    exceptions,
    values: values.sort((a, b) => a.span.start - b.span.start),
    definition,
    listed: context.groups,
    listedAs: context.groups.length > 0 ? ("groups" as const) : null,
  };
  const kind = kindOf({
    sentence: norm.text,
    modality: norm.modality,
    defines: definition !== null,
    lead: lead.kind,
    task: said?.task ?? false,
    values,
  });
  const read = kind === "scope" ? scopeOf(norm) : kind === "sanction" ? sanctionOf(text, norm) : norm;
  return { ...read, kind, unread: unreadIn(text, read, kind, main.start) };
}

const withCondition = (found: readonly NormWords[], own: NormWords | null): readonly NormWords[] =>
  own === null ? found : [...found.filter((c) => !contains(own.span, c.span)), own];

const wholeOf = (text: string, { start, end }: Span): NormWords =>
  wordsAt(text, start, end) ?? { text: text.slice(start, end), span: { start, end } };

/** "Chính phủ quyết định …, phải …": behind a name and its verb a modal word governs something else. */
const modalIn = (text: string, slots: readonly Slot[], main: Span, outside: readonly NormWords[]): Modal | null => {
  const sentence = text.slice(main.start, main.end);
  if (namedThenActs(sentence) > 0) return null;
  const modal = mainModal(text, slots, main, outside) ?? otherModal(text, main);
  // "Công khai mức thu …, chịu trách nhiệm …": the act comes first; only "Quản lý đất phải …" is a subject before its modal
  const first = modal !== null && modal.words.span.start > main.start && actsFirst(sentence);
  const governs =
    modal !== null && BINDS.test(modal.words.text) && !text.slice(main.start, modal.words.span.start).includes(",");
  return first && !governs ? null : modal;
};

/** Under "Điều kiện": "đã được cấp chứng chỉ", "có trách nhiệm với công việc" are qualities, unless somebody is named. */
const demands = (text: string, main: Span, { words }: Modal): boolean =>
  BINDS.test(words.text) || isActor(text.slice(main.start, words.span.start));

/** `Giao` | `Ủy ban nhân dân cấp xã` | `tổ chức thực hiện`: read as a duty of whom it names. */
function readAssignment(text: string, sentence: Span, context: SentenceContext, word: Span): ProvisionNorm {
  const rest = readSentence(
    text,
    { start: word.end, end: sentence.end },
    { ...context, lead: NO_LEAD, definition: null },
  );
  const whole = wholeOf(text, sentence);
  const encourages = /^k/iu.test(text.slice(word.start, word.end));
  const delegates = !encourages && (rest.kind === "delegation" || DELEGATES.test(whole.text));
  return {
    ...rest,
    ...whole,
    modal: wordsAt(text, word.start, word.end),
    modality: encourages ? "may" : "must",
    kind: delegates ? "delegation" : encourages ? "permission" : "obligation",
  };
}

const BINDS = /^(?:phải|không được|nghiêm cấm|không)/iu;
const DELEGATES = /\s(?:quy định|hướng dẫn|ban hành|quyết định)(?![\p{L}])/u;

const withLabel = (lead: Lead, label: NormWords | null): Lead =>
  label && isActor(label.text) ? { ...lead, bearer: label, bearerFrom: "lead" } : lead;

/** "Đối tượng áp dụng: tổ chức, cá nhân …": who is meant, and nobody acts. */
const scopeOf = <T extends Omit<ProvisionNorm, "kind" | "unread">>(norm: T): T =>
  norm.subject !== null && norm.action !== null
    ? norm
    : {
        ...norm,
        ...NOBODY,
        modal: null,
        modality: "states",
        counterpart: null,
        listed: isActor(norm.text) ? [{ text: norm.text, span: norm.span }] : [],
        listedAs: isActor(norm.text) ? "groups" : null,
      };

/** `Phạt tiền … đối với HÀNH VI …`: what is punished, unless the sentence speaks of somebody. */
const PUNISHED = /đối với ((?:một trong (?:các|những) |các |những |mỗi )?hành vi\s[^;:\n]{4,400})/u;
function sanctionOf<T extends Pick<ProvisionNorm, "subject" | "bearer" | "span" | "text">>(text: string, norm: T): T {
  const act = norm.subject === null && norm.bearer === null ? PUNISHED.exec(norm.text) : null;
  if (!act?.[1]) return norm;
  const end = norm.span.start + act.index + act[0].length;
  return { ...norm, subject: wordsAt(text, end - act[1].length, end) };
}

const NOBODY = { bearer: null, bearerFrom: null, body: null, subject: null, verb: null, action: null } as const;

interface Said {
  readonly parts: Pick<ProvisionNorm, "bearer" | "bearerFrom" | "body" | "subject" | "verb" | "action">;
  /** "Chủ rừng KHI KHAI THÁC … phải": a condition between who and the modal words. */
  readonly condition: NormWords | null;
  /** The lead's modality, where it holds for this sentence. */
  readonly modality: Lead["modality"];
  readonly task: boolean;
  /** Where the act begins. */
  readonly from: number;
}

/** Who, and what he does: before and after the modal words; without any, before and after the first verb of a task. */
function partsOf(text: string, main: Span, modal: Modal | null, lead: Lead): Said {
  const sentence = text.slice(main.start, main.end);
  const scope = modal ? 0 : scopeVerbAt(sentence);
  const verb = modal || scope > 0 ? -1 : taskVerbAt(sentence);
  const from = modal ? modal.words.span.end : main.start + Math.max(verb, scope, 0);
  const { before, condition } = beforeVerb(text, main.start, modal ? modal.words.span.start : from);
  const who = before && isActor(before.text) && before.text.length <= LONGEST_BEARER ? before : null;
  const forbidden = modal?.modality === "must-not" && before === null ? actorAt(text, from, main.end) : null;
  const named = who ?? forbidden ?? deciderOf(text, main, modal);
  // "Cơ sở sản xuất gồm …": somebody is named, and does nothing
  const names = modal === null && verb < 0 && isActor(sentence);
  const inherits = named === null && !names && (before === null || !/\s/u.test(before.text));
  const bearer = named ?? (inherits ? lead.bearer : null);
  const acts =
    modal !== null || verb >= 0 || scope > 0 || lead.modality === "must-not" || (lead.bearer !== null && inherits);
  const actStart = forbidden ? forbidden.span.end : actStartsIn(modal, from);
  const action = acts ? actionAt(text, actStart, main.end) : null;
  const verbs = action ? verbsAt(action.text) : 0;
  const body = bearer && bodyFirst(bearer.text);
  return {
    parts: {
      bearer,
      bearerFrom: bearer === null ? null : named ? "sentence" : lead.bearerFrom,
      body: body ? bodyName(body).key : null,
      subject: who ? null : thing(before),
      verb: action && verbs > 0 ? wordsAt(text, action.span.start, action.span.start + verbs) : null,
      action,
    },
    condition,
    modality: modal === null && (inherits || lead.modality === "must-not") ? lead.modality : null,
    task: modal === null && scope === 0 && (verbs > 0 || (inherits && lead.bearer !== null)),
    from,
  };
}

/** `Tổ chức, cá nhân khi khai thác cát | phải`: who, and on what condition. */
function beforeVerb(
  text: string,
  start: number,
  end: number,
): { before: NormWords | null; condition: NormWords | null } {
  const when = /\s(?:khi|nếu|trong trường hợp|trong quá trình)\s/u.exec(text.slice(start, end));
  if (!when) return { before: wordsAt(text, start, end), condition: null };
  const at = start + when.index;
  return { before: wordsAt(text, start, at), condition: wordsAt(text, at, end) };
}

/** A thing that somebody decides of: "Mức thu DO HỘI ĐỒNG NHÂN DÂN TỈNH quyết định". */
const deciderOf = (text: string, main: Span, modal: Modal | null): NormWords | null =>
  decidingBody(
    text,
    modal ? { start: modal.words.span.end, end: Math.min(main.end, modal.words.span.end + 60) } : main,
  );

const thing = (words: NormWords | null): NormWords | null =>
  words && words.text.length <= LONGEST_BEARER && !/[;:]/u.test(words.text) ? words : null;

/** "được miễn phí neo đậu", "tự chi trả": the act stands in the modal words. */
const actStartsIn = (modal: Modal | null, from: number): number =>
  from - (/(?:hưởng|miễn|chịu|chi trả|bảo đảm)$/iu.exec(modal?.words.text ?? "")?.[0].length ?? 0);

/** Slots inside a sentence. */
export const slotsIn = (slots: readonly Slot[], sentence: Span): readonly Slot[] =>
  slots.filter((s) => contains(sentence, { start: s.start, end: s.start + s.quote.length }));
