import type { AmendmentAction } from "../domain/amendment.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Span } from "../domain/span.ts";
import type { VerbValue } from "./token.ts";

/** One operation on one mention (which may name several units), before the mention's target is known. */
export interface Operation {
  readonly action: AmendmentAction;
  /** Index of the mention; null = the unit or document of the frame. */
  readonly reference: number | null;
  /** A form of the document meant (Mẫu số 01): forms have no place in the tree of units. */
  readonly form: string | null;
  /** Number of an annex of this document that becomes one of the amended document. */
  readonly annex?: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly content: Span | null;
  /** Index of the mention after which an insertion stands. */
  readonly after: number | null;
  readonly effectiveOn: LegalDate | null;
  readonly event: string | null;
  readonly until: LegalDate | null;
  readonly exception: string | null;
}

export interface When {
  readonly effectiveOn: LegalDate | null;
  readonly event: string | null;
  /** "Bãi bỏ các Quyết định sau đây, trừ …": what of every item lives on. */
  readonly exception?: string | null;
}

/** What one unit of an amending text says. */
export interface Instruction {
  readonly operations: readonly Operation[];
  /** Mentions in the place of an object, with what is done to them; also those of mere headings. */
  readonly objects: ReadonlyMap<number, VerbValue>;
  /** What the units below go on doing when this one is only a heading: "Bãi bỏ các khoản sau:". */
  readonly inherits: VerbValue | null;
  /** The day or event the heading names for the units below: "Kể từ ngày 01/3/2026, bãi bỏ các Quyết định sau:". */
  readonly when: When | null;
  readonly phraseHeading: boolean;
  /** A verb stood where instructions begin. */
  readonly spoke: boolean;
  /** The verb has no object that could be read. */
  readonly lost: boolean;
}

export const SILENT: Instruction = {
  operations: [],
  objects: new Map(),
  inherits: null,
  when: null,
  phraseHeading: false,
  spoke: false,
  lost: false,
};
