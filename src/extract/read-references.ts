import type { Reference, Step } from "./reference.ts";
import { isHeading, isOwnNumberLine, isScore } from "./look-alikes.ts";
import type { OwnNames } from "./law-name.ts";
import { readDocument, readTail } from "./read-document.ts";
import type { DocumentFound } from "./read-document.ts";
import { readUnits } from "./read-units.ts";
import type { Units } from "./read-units.ts";
import type { Token } from "./token.ts";

/**
 *   reference := units ("của" | "tại" | "thuộc")? place?
 *              | place
 *   place     := attached-noun "này"
 *              | attached-noun? words? "ban hành kèm theo" document
 *              | document
 *
 * References never overlap and come in text order.
 */
export function readReferences(tokens: readonly Token[], text: string, own: OwnNames): Reference[] {
  const out: Reference[] = [];
  for (let i = 0; i < tokens.length; ) {
    const found = readReference(tokens, text, i, own);
    if (found) out.push(found);
    i = found ? Math.max(found.next, i + 1) : i + 1;
  }
  return out;
}

function readReference(tokens: readonly Token[], text: string, i: number, own: OwnNames): Reference | null {
  switch ((tokens[i] as Token).kind) {
    case "unit":
      return isHeading(tokens, i) || isScore(tokens, i) ? null : withUnits(tokens, text, i, own);
    case "attached-noun":
    case "attached":
      return withoutUnits(tokens, i, readPlace(tokens, text, i, own, false));
    case "type":
    case "so":
    case "symbol":
      return isOwnNumberLine(tokens, i) ? null : withoutUnits(tokens, i, readPlace(tokens, text, i, own, false));
    default:
      return null;
  }
}

interface Place {
  readonly found: DocumentFound | null;
  readonly attached: boolean;
  readonly promulgating: boolean;
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** The annex word of "Phụ lục này". */
  readonly noun: string | null;
}

/** How long a title may be between "Quy chế" and "ban hành kèm theo". */
const LONG_TITLE_CHARS = 420;

function readPlace(
  tokens: readonly Token[],
  text: string,
  i: number,
  own: OwnNames,
  afterUnits: boolean,
): Place | null {
  const token = tokens[i];
  if (!token) return null;
  if (token.kind === "attached-noun") {
    const after = tokens[i + 1];
    if (after && !after.gap && after.kind === "this")
      return {
        found: null,
        attached: true,
        promulgating: false,
        start: token.start,
        end: after.end,
        next: i + 2,
        noun: token.word,
      };
    if (after && !after.gap && after.kind === "attached") {
      const place = attachedTo(tokens, text, i + 1, own);
      return place ? { ...place, start: token.start, promulgating: false } : null;
    }
    const symbol = readAttachedNumber(tokens, text, i);
    if (symbol) return symbol;
    return afterUnits ? titledPlace(tokens, text, i, own) : null;
  }
  if (token.kind === "attached") return attachedTo(tokens, text, i, own);
  const found = readDocument(tokens, text, i, own);
  if (!found) return null;
  return {
    found,
    attached: false,
    promulgating: false,
    start: found.document.span.start,
    end: found.document.span.end,
    next: found.next,
    noun: null,
  };
}

/** Party regulations carry numbers: "Quy định số 37-QĐ/TW". */
function readAttachedNumber(tokens: readonly Token[], text: string, i: number): Place | null {
  const noun = tokens[i] as Token;
  const so = tokens[i + 1];
  const symbol = tokens[i + 2];
  if (!so || so.gap || so.kind !== "so" || symbol?.kind !== "symbol" || symbol.gap) return null;
  const tail = readTail(tokens, text, i + 3, symbol.end);
  const found: DocumentFound = {
    next: i + 3,
    document: {
      span: { start: noun.start, end: symbol.end },
      type: "khac",
      word: text.slice(noun.start, noun.end),
      symbol: symbol.value,
      name: null,
      issuedOn: tail.issuedOn,
      year: tail.year,
      issuer: tail.issuer,
      isThis: false,
      bare: false,
      ordinal: null,
      tail: tail.end,
    },
  };
  return { found, attached: false, promulgating: false, start: noun.start, end: symbol.end, next: i + 3, noun: null };
}

/** "ban hành kèm theo" document. Without a noun before it the words promulgate and mean the document itself. */
function attachedTo(tokens: readonly Token[], text: string, i: number, own: OwnNames): Place | null {
  let j = i + 1;
  while (tokens[j] && !(tokens[j] as Token).gap && (tokens[j] as Token).kind === "plural") j++;
  const next = tokens[j];
  if (!next || next.gap) return null;
  let found = readDocument(tokens, text, j, own);
  if (!found && next.kind === "type" && next.capital) {
    found = {
      next: j + 1,
      document: {
        span: { start: next.start, end: next.end },
        type: next.value,
        word: next.word,
        symbol: null,
        name: null,
        issuedOn: null,
        year: null,
        issuer: null,
        isThis: false,
        bare: true,
        ordinal: null,
        tail: next.end,
      },
    };
  }
  if (!found) return null;
  const following = tokens[found.next];
  const announced =
    found.document.isThis &&
    following !== undefined &&
    !following.gap &&
    (following.kind === "attached-noun" || following.kind === "unit");
  const promulgating = announced || promulgates(tokens, text, i);
  return {
    found,
    attached: !promulgating,
    promulgating,
    start: found.document.span.start,
    end: found.document.span.end,
    next: found.next,
    noun: null,
  };
}

/** "(Ban hành kèm theo …", "Ban hành kèm theo Quyết định này Quy chế …", "Nay ban hành kèm theo …". */
function promulgates(tokens: readonly Token[], text: string, i: number): boolean {
  const token = tokens[i] as Token;
  if (/^\p{Lu}\p{Ll}/u.test(text.slice(token.start, token.start + 2))) return true;
  const before = tokens[i - 1];
  return (
    !token.gap && before !== undefined && ["bracket", "newline", "stop", "semicolon", "colon"].includes(before.kind)
  );
}

/** "Quy chế <a long title> ban hành kèm theo Quyết định số …" after units: one mention to the end of the number. */
function titledPlace(tokens: readonly Token[], text: string, i: number, own: OwnNames): Place | null {
  const noun = tokens[i] as Token;
  for (let j = i + 1; j < tokens.length; j++) {
    const t = tokens[j] as Token;
    if (t.start - noun.end > LONG_TITLE_CHARS || t.kind === "semicolon" || t.kind === "newline" || t.kind === "symbol")
      return null;
    if (t.kind === "stop" && /^\s+\p{Lu}/u.test(text.slice(t.end, t.end + 3))) return null;
    if (t.kind !== "attached") continue;
    const place = attachedTo(tokens, text, j, own);
    return place ? { ...place, attached: true, promulgating: false, start: noun.start } : null;
  }
  return null;
}

function withoutUnits(tokens: readonly Token[], i: number, place: Place | null): Reference | null {
  if (!place) return null;
  if (place.found?.document.bare) return null;
  const document = place.found?.document ?? null;
  const attached = place.attached || hasAttachedBefore(tokens, i);
  return {
    span: { start: place.start, end: place.end },
    paths: [],
    document: document ?? thisNoun(place),
    attached,
    promulgating: place.promulgating,
    first: i,
    next: place.next,
  };
}

/** A document reached as "… ban hành kèm theo" + it, when the token loop comes upon the document itself. */
const hasAttachedBefore = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1];
  return before?.kind === "attached" && !(tokens[i] as Token).gap;
};

const thisNoun = (place: Place): Reference["document"] => ({
  span: { start: place.start, end: place.end },
  type: null,
  word: place.noun ?? "",
  symbol: null,
  name: null,
  issuedOn: null,
  year: null,
  issuer: null,
  isThis: true,
  bare: false,
  ordinal: null,
  tail: place.end,
});

function withUnits(tokens: readonly Token[], text: string, i: number, own: OwnNames): Reference | null {
  const units = readUnits(tokens, text, i);
  if (!units) return null;
  const place = placeAfter(tokens, text, units, own);
  if (!place && !standsAlone(units, tokens, text)) return null;
  // "các phụ lục của Thông tư …", "Phụ lục đơn giá … ban hành kèm theo Quyết định này": no unit is named
  if (
    units.paths.every(
      (path) => path.length === 1 && path[0]?.level === "att" && path[0].num === null && !path[0].isThis,
    ) &&
    !(tokens[units.next]?.kind === "attached" && !tokens[units.next]?.gap)
  )
    return null;
  return {
    span: { start: units.start, end: place ? place.end : units.end },
    paths: units.paths.map((path) => numericPoints(path)),
    document: place ? (place.found?.document ?? thisNoun(place)) : null,
    attached: place?.attached ?? false,
    promulgating: false,
    first: units.first,
    next: place ? place.next : units.next,
  };
}

/** The document that binds the units before it: right after them, after "của", or after a bracket that explains the annex. */
function placeAfter(tokens: readonly Token[], text: string, units: Units, own: OwnNames): Place | null {
  let j = units.next;
  const t = tokens[j];
  if (!t) return null;
  if (t.kind === "bracket" && !t.gap) {
    for (let k = j + 1; k < j + 12; k++) {
      if (tokens[k]?.kind === "unbracket") {
        j = tokens[k + 1]?.kind === "attached" && !tokens[k + 1]?.gap ? k + 1 : j;
        break;
      }
    }
    if (j === units.next) return null;
  }
  const annex = units.paths.some((path) => path[0]?.level === "att");
  for (let k = 0; k < 3; k++) {
    const u = tokens[j];
    if (
      !u ||
      (u.gap &&
        !(
          annex &&
          u.kind === "attached" &&
          u.start - units.end < LONG_TITLE_CHARS / 2 &&
          sameSentence(text, units.end, u.start)
        ))
    ) {
      return annex ? farAttached(tokens, text, units, own) : null;
    }
    if (["type", "so", "symbol", "attached", "attached-noun"].includes(u.kind)) {
      const place = readPlace(tokens, text, j, own, true);
      return place && u.kind === "attached" ? { ...place, attached: true, promulgating: false } : place;
    }
    if (
      u.kind === "of" ||
      u.kind === "plural" ||
      u.kind === "from" ||
      (u.kind === "key" && u.value === "at" && !/^(?:ở|trong)/iu.test(text.slice(u.start, u.end)))
    )
      j++;
    else if (
      u.kind === "comma" &&
      (tokens[j + 1]?.kind === "attached-noun" ||
        tokens[j + 1]?.kind === "attached" ||
        (tokens[j + 1]?.kind === "type" && documentFollows(tokens, j + 1)))
    )
      j++;
    else return null;
  }
  return null;
}

/** "khoản 2 Điều 5, Nghị định số …": a comma before the document is a slip of the pen only when no article stands alone. */
const documentFollows = (tokens: readonly Token[], j: number): boolean =>
  tokens[j + 1]?.kind === "this" || tokens[j + 1]?.kind === "so" || tokens[j + 1]?.kind === "symbol";

const sameSentence = (text: string, from: number, to: number): boolean => !/[.;:\n“”"]/u.test(text.slice(from, to));

/** "Phụ lục II về đơn đề nghị ban hành kèm theo Thông tư số …". */
function farAttached(tokens: readonly Token[], text: string, units: Units, own: OwnNames): Place | null {
  for (let j = units.next; j < tokens.length; j++) {
    const t = tokens[j] as Token;
    if (t.start - units.end > LONG_TITLE_CHARS / 2) return null;
    if (["semicolon", "newline", "stop", "colon", "open", "quote", "symbol", "unit", "comma"].includes(t.kind))
      return null;
    if (t.kind !== "attached") continue;
    const place = attachedTo(tokens, text, j, own);
    return place ? { ...place, attached: true, promulgating: false } : null;
  }
  return null;
}

/** Without a document only units of a law can be meant: not "mục 2" of a form, not "điểm 5" of a paper. */
function standsAlone(units: Units, tokens: readonly Token[], text: string): boolean {
  return units.paths.every((path) => {
    const top = path[0];
    if (!top) return false;
    // "Bổ sung Mục 3 vào sau Mục 2 Chương II"
    if (top.level === "sec" && tokens[units.first - 1]?.kind === "verb" && !tokens[units.first]?.gap)
      return text.startsWith("Mục", units.start);
    if (path.some((step) => step.level === "art" || step.isThis)) return true;
    if (top.level === "att") return top.num !== null;
    if (top.level === "cl") return /^\d{1,2}[a-zđ]?$/u.test(top.num ?? "");
    if (top.level === "point") return /^[a-zđ]\d?$/u.test(top.num ?? "") && path.length === 1;
    if (top.level === "chp" || top.level === "part") return /^\p{Lu}/u.test(text.slice(units.start)) || path.length > 1;
    return false;
  });
}

/** In old texts "điểm 1" under an article is what is called khoản today. */
function numericPoints(path: readonly Step[]): readonly Step[] {
  const last = path.at(-1);
  if (last?.level !== "point" || last.num === null || !/^\d/u.test(last.num)) return path;
  const clause = path.find((step) => step.level === "cl" && step.num !== null);
  if (clause || last.num.includes(".")) return path.slice(0, -1);
  const above = path.slice(0, -1).filter((step) => step.level !== "cl");
  return [...above, { ...last, level: "cl" }];
}
