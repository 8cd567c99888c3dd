import type { Problem } from "../domain/problem.ts";
import type { TextTable } from "../domain/text-table.ts";

/** What a file was. */
export type SourceFormat = "md" | "txt" | "html" | "docx" | "doc" | "rtf" | "odt" | "pdf" | "image";

/** How far the text can be trusted, best first; shown wherever a finding rests on it. */
export type Quality = "docx" | "doc" | "html" | "text" | "pdf" | "ocr";

/** The decoded text of one file, exactly as the contract's offsets count it (before any normalisation). */
export interface SourceText {
  readonly text: string;
  readonly format: SourceFormat;
  readonly quality: Quality;
  /** SHA-256 of the bytes, hex. The key of an idempotent import. */
  readonly sha256: string;
  readonly bytes: number;
  /** Tables the file itself marks, by offsets into `text`, in its order. The text is what it would be without them. */
  readonly tables?: readonly TextTable[];
  /** What reading had to guess or leave out (an old code page, footnotes). */
  readonly notes?: readonly Problem[];
}

/** A file is read or refused with a reason; nothing in between, never an exception for bad input. */
export type ReadOutcome =
  | { readonly ok: true; readonly source: SourceText }
  | { readonly ok: false; readonly problem: Problem };
