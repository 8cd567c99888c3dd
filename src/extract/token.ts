import type { LegalDate } from "../domain/legal-date.ts";
import type { DocumentType } from "../domain/document-type.ts";

/** Levels of units, largest first. `mark` = units without an eId (mẫu, biểu, đoạn, tiết, câu, tiểu mục of an annex). */
export type Level = "att" | "part" | "chp" | "sec" | "subsec" | "art" | "cl" | "point" | "indent" | "mark";

/** What an operative word does. */
export type VerbValue =
  | "amend"
  | "insert"
  | "repeal"
  | "replace"
  | "delete"
  | "correct"
  | "suspend"
  | "resume"
  | "expire"
  | "extend"
  | "commence"
  | "promulgate";

/** Small words the grammar asks for. */
export type KeyValue =
  | "phrase"
  | "word"
  | "by"
  | "at"
  | "into"
  | "after"
  | "before"
  | "as-follows"
  | "title-of"
  | "except"
  | "whole"
  | "part"
  | "passive"
  | "basis"
  | "alias"
  | "from-day"
  | "until"
  | "titled"
  | "above"
  | "following"
  | "each"
  | "apply"
  | "contrary";

interface At {
  readonly start: number;
  readonly end: number;
  /** Something other than white space stands between the token before and this one. */
  readonly gap: boolean;
}

/**
 * The words the grammars of references and instructions are written in. Ordinary words are no tokens: the next token then
 * has `gap`.
 */
export type Token = At &
  (
    | { readonly kind: "unit"; readonly value: Level; readonly word: string }
    | { readonly kind: "number"; readonly value: string }
    | { readonly kind: "symbol"; readonly value: string; readonly strong: boolean }
    | { readonly kind: "type"; readonly value: DocumentType; readonly word: string; readonly capital: boolean }
    | { readonly kind: "attached-noun"; readonly word: string; readonly capital: boolean }
    | { readonly kind: "date"; readonly value: LegalDate | null }
    | { readonly kind: "year"; readonly value: number }
    | { readonly kind: "verb"; readonly value: VerbValue; readonly capital: boolean }
    | { readonly kind: "key"; readonly value: KeyValue }
    | {
        readonly kind:
          | "this"
          | "so"
          | "of"
          | "and"
          | "to"
          | "from"
          | "plural"
          | "attached"
          | "comma"
          | "semicolon"
          | "colon"
          | "stop"
          | "newline"
          | "open"
          | "close"
          | "quote"
          | "bracket"
          | "unbracket"
          | "dash";
      }
  );

export type TokenKind = Token["kind"];
