import type { Effect } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { ImportEntry, StoredLink } from "./store.ts";
import type { Page } from "./stored-findings.ts";

/** Citations that wait for a person: no document, several documents, or a unit the document does not have. */
export const CITED_KINDS = ["unresolved", "ambiguous", "missing"] as const;
export type CitedKind = (typeof CITED_KINDS)[number];

/** Effects that are not counted: not understood, without a day, or for another reason. */
export const OPEN_EFFECT_KINDS = ["unknown-instruction", "undated", "not-applied"] as const;
export type OpenEffectKind = (typeof OPEN_EFFECT_KINDS)[number];

/** What is missing or doubtful about a document whose text is here. */
export const DOUBT_KINDS = [
  "number",
  "issuer",
  "day",
  "type",
  "unsure",
  "normative",
  "field",
  "territory",
  "ocr",
] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

/** Documents whose waiting things are asked for. Files that could not be read have neither. */
export interface WorklistQuery {
  /** The issuing body, as `WorkFacet.body`. */
  readonly body?: string;
  /** One of the subjects of `WorkFacet.fields`. */
  readonly field?: string;
  readonly after?: string;
  readonly limit: number;
}

/** A number or name that documents cite and that is not clear; for `missing` the document that lacks the units. */
export interface CitedName {
  /** The key it is cited by; the words themselves where none could be made; for `missing` the id of the work. */
  readonly name: string;
  readonly documents: number;
  readonly mentions: number;
  /** One of its mentions. */
  readonly example: StoredLink;
}

export interface DoubtfulWork {
  readonly work: Work;
  /** Citations of it: what hangs on knowing it. */
  readonly cited: number;
  readonly quality: string;
}

/** A row of an imported list beside the status computed for the day. Whether they contradict is for the domain to say. */
export interface ListedBeside {
  readonly statement: Effect;
  readonly status: StatusName;
  readonly reason: string;
}

/** What the tool knows that it does not know, counted and paged by the database. All lists: what most hangs on comes first. */
export interface WorklistStore {
  cited(kind: CitedKind, query: WorklistQuery): Promise<Page<CitedName>>;
  /** One mention for each document that cites by this name. */
  citing(kind: CitedKind, name: string, query: WorklistQuery): Promise<Page<StoredLink>>;
  effects(kind: OpenEffectKind, query: WorklistQuery): Promise<Page<Effect>>;
  documents(kind: DoubtKind, query: WorklistQuery): Promise<Page<DoubtfulWork>>;
  /** Files refused and not brought in under the same name since; each once, the newest first. */
  refused(query: WorklistQuery): Promise<Page<ImportEntry>>;
  /** Rows of lists whose words name another status than the one computed for a day. */
  listed(on: LegalDate): Promise<readonly ListedBeside[]>;
  counts(): Promise<Readonly<Record<CitedKind | OpenEffectKind | DoubtKind | "refused", number>>>;
  /** What lists may be narrowed by: bodies and fields that documents here have, with how many, the most first. */
  filing(): Promise<{
    readonly bodies: readonly { readonly key: string; readonly name: string; readonly n: number }[];
    readonly fields: readonly { readonly key: string; readonly n: number }[];
  }>;
  /** Texts that have not been filed by level, body, field and territory yet. */
  unfiled(): Promise<number>;
  /** How many documents have metadata that a person has set. */
  mendedDocuments(): Promise<number>;
  /** Current texts, without their units. */
  texts(works: Iterable<WorkId>): Promise<ReadonlyMap<WorkId, string>>;
  /** A word that changes whenever imports, filing or decisions about effects change; links and effects have the index revision. */
  state(): Promise<string>;
}
