import type { UnitText } from "../compare/overlap-finder.ts";
import type { Citation } from "../domain/citation.ts";
import type { EId } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import type { HandEffect } from "../domain/hand-effect.ts";
import type { Facts } from "../domain/facts.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { AsRead, MetadataOverride } from "../domain/metadata-override.ts";
import type { TargetOverride } from "../domain/target-override.ts";
import type { Provision } from "../domain/provision.ts";
import type { StatusName, StatusPeriod } from "../domain/status.ts";
import type { WorkFacet } from "../domain/work-facet.ts";
import type { Resolution, Work, WorkId } from "../domain/work.ts";
import type { Detailing } from "../resolve/resolved.ts";
import type { AccountStore, AttachmentStore, MessageStore } from "./accounts.ts";
import type { AuditStore } from "./audit-store.ts";
import type { DeskStore, FacetStore, TokenStore } from "./desk.ts";
import type { HandlingStore } from "./handlings.ts";
import type { PetitionStore } from "./petitions.ts";
import type { ImportEntry, ImportStore, Job, JobStore } from "./imports.ts";
import type { ReviewLogStore } from "./review-log.ts";
import type { BatchStore, BatchTally } from "./batches.ts";
import type { SheetQuery, SheetStore } from "./sheets.ts";
import type { WorklistStore } from "./worklists.ts";
import type { OverviewStore } from "./overview.ts";
import type { ListImportStore, ProseStore, PublicationStore } from "./publications.ts";
import type {
  DecisionStore,
  FindingFace,
  FindingPulse,
  FindingQuery,
  FindingStore,
  Page,
  Review,
  StoredFinding,
} from "./stored-findings.ts";

/**
 * Everything the product keeps. Asynchronous, one interface, two engines (SQLite in one file, PostgreSQL). Nobody outside
 * `src/store` speaks SQL. Dates are `YYYY-MM-DD` text, moments are milliseconds. Nothing is deleted by an import: a
 * changed file makes a new version of its work and the old version stays.
 */
export interface Store {
  readonly dialect: "sqlite" | "postgres";
  /** Work of one import, all or nothing. Nested calls join the outer transaction. Writers queue; SQLite uses BEGIN IMMEDIATE. */
  withTransaction<T>(run: () => Promise<T>): Promise<T>;
  readonly works: WorkStore;
  readonly documents: DocumentStore;
  readonly links: LinkStore;
  readonly effects: EffectStore;
  readonly statuses: StatusStore;
  readonly relations: RelationStore;
  readonly findings: FindingStore;
  readonly decisions: DecisionStore;
  readonly search: SearchStore;
  readonly imports: ImportStore;
  readonly overrides: OverrideStore;
  readonly overview: OverviewStore;
  readonly jobs: JobStore;
  readonly facets: FacetStore;
  readonly desk: DeskStore;
  readonly tokens: TokenStore;
  readonly handlings: HandlingStore;
  readonly petitions: PetitionStore;
  readonly worklists: WorklistStore;
  readonly reviewLog: ReviewLogStore;
  readonly audit: AuditStore;
  readonly accounts: AccountStore;
  readonly messages: MessageStore;
  readonly attachments: AttachmentStore;
  readonly publications: PublicationStore;
  readonly listImports: ListImportStore;
  readonly prose: ProseStore;
  readonly sheets: SheetStore;
  readonly batches: BatchStore;
  /** After many rows have changed, so that queries choose their ways well. Asking in vain costs nothing. */
  analyse(): Promise<void>;
  /** Where it lies and how big it is. */
  about(): Promise<StoreState>;
  /** Key-value facts about the index itself: schema, revision, last rule run. */
  readonly settings: { get(key: string): Promise<string | null>; set(key: string, value: string): Promise<void> };
  close(): Promise<void>;
}

export interface StoreState {
  /** Steps of the schema that are applied. */
  readonly schema: number;
  /** Null where the engine does not say. */
  readonly bytes: number | null;
  /** The embedded file; null for PostgreSQL and for an index in memory. */
  readonly file: string | null;
}

export type { DeskStore, FacetStore, TokenStore };
export type { HandlingStore };
export type { ImportEntry, ImportStore, Job, JobStore };
export type { OverviewStore };
export type { BatchStore, BatchTally };
export type { SheetQuery, SheetStore };
export type { DecisionStore, FindingFace, FindingPulse, FindingQuery, FindingStore, Page, Review, StoredFinding };

export interface WorkStore {
  /** Insert or update; a work known from its text is never downgraded to `register` or `cited`. */
  save(works: readonly Work[]): Promise<void>;
  find(id: WorkId): Promise<Work | null>;
  /** Those that are known, by id. */
  findAll(ids: Iterable<WorkId>): Promise<ReadonlyMap<WorkId, Work>>;
  bySymbol(symbol: string): Promise<readonly Work[]>;
  all(filter?: { readonly known?: Work["known"] }): Promise<readonly Work[]>;
  /** Titles of all works whose text is here or that a list names, by id. */
  titled(): Promise<readonly Pick<Work, "id" | "title" | "issuer">[]>;
  /** Forgets works that were known only because somebody cited them, once nobody does: their real text has arrived. */
  dropUncited(): Promise<readonly WorkId[]>;
}

/** One version of a document's text. What a person has mended of its metadata is already in `document` and `facts`. */
export interface StoredDocument {
  readonly id: string;
  readonly work: WorkId;
  readonly version: number;
  readonly file: string;
  readonly sha256: string;
  readonly format: string;
  readonly quality: string;
  readonly document: LegalDocument;
  readonly facts: Facts;
  readonly importedAt: number;
  /** The machine's own reading; only where a person has mended it. */
  readonly asRead?: AsRead;
}

/** Another file with the same text as the one that is read. */
export interface Manifestation {
  readonly sha256: string;
  readonly work: WorkId;
  readonly file: string;
  readonly format: string;
  readonly quality: string;
  readonly importedAt: number;
}

export interface DocumentStore {
  /** A new current version of a work. The original bytes are kept by hash. Replaces the work's provisions in the search index. */
  add(entry: Omit<StoredDocument, "id" | "version"> & { readonly original: Uint8Array }): Promise<string>;
  /** Keeps a file that says the same as the current version, beside it. */
  addManifestation(entry: Manifestation & { readonly original: Uint8Array }): Promise<void>;
  /** The same text from a better file: read instead of the current version's file, which is kept as a manifestation. */
  replaceWithBetter(entry: Omit<StoredDocument, "id" | "version"> & { readonly original: Uint8Array }): Promise<string>;
  manifestations(work: WorkId): Promise<readonly Manifestation[]>;
  /**
   * Everything that is kept under `from` from now on belongs to `to` (which must be saved already): versions in their
   * order after those of `to`, manifestations, hand-made values, findings (marked gone). `from` is forgotten.
   */
  moveTo(from: WorkId, to: WorkId): Promise<void>;
  /** The current version; null when only the work is known. */
  current(work: WorkId): Promise<StoredDocument | null>;
  versions(work: WorkId): Promise<readonly Omit<StoredDocument, "document" | "facts">[]>;
  /** Works whose text is in the index. */
  indexedWorks(): Promise<readonly WorkId[]>;
  /** Units of every indexed work's current version, for existence checks. */
  unitsOf(works: readonly WorkId[]): Promise<ReadonlyMap<WorkId, ReadonlySet<EId>>>;
  /** Attachments of those works with their own numbers and headings: `Phụ lục II` may stand third. */
  attachmentsOf(
    works: readonly WorkId[],
  ): Promise<
    ReadonlyMap<WorkId, readonly { readonly eId: EId; readonly num: string | null; readonly heading: string | null }[]>
  >;
  provision(work: WorkId, eId: EId): Promise<{ readonly provision: Provision; readonly text: string } | null>;
  /** Current texts with their units, without facts: what is read when the whole index is gone through. */
  textsOf(works: readonly WorkId[]): Promise<readonly UnitText[]>;
  hasHash(sha256: string): Promise<{ readonly work: WorkId; readonly id: string } | null>;
  original(sha256: string): Promise<Uint8Array | null>;
  /** Every document whose text is here, with what lists sort, narrow and count by. Read whole, kept until the index changes. */
  shelf(): Promise<readonly ShelvedDocument[]>;
  /** Live findings of each document that has any. */
  findingCounts(): Promise<ReadonlyMap<WorkId, number>>;
  /** The file each current text was read from; `size` in bytes. */
  filesOf(works: Iterable<WorkId>): Promise<ReadonlyMap<WorkId, OriginalFile>>;
  counts(): Promise<{ readonly documents: number; readonly provisions: number }>;
}

export interface ShelvedDocument {
  readonly work: Work;
  readonly year: number | null;
  /** A space before each folded word of symbol and title. */
  readonly folded: string;
  readonly issuerKey: string | null;
  /** What to compare byte by byte. */
  readonly keys: { readonly issued: string; readonly symbol: string; readonly title: string };
  readonly quality: string;
  /** Null: not filed yet. */
  readonly facet: WorkFacet | null;
}

export interface OriginalFile {
  readonly sha256: string;
  readonly file: string;
  readonly format: string;
  readonly size: number;
}

/** A citation of a stored document with what it was found to be. One row a target. */
export interface StoredLink {
  readonly from: WorkId;
  /** Place in the document's list of citations and of the target inside it. */
  readonly citation: number;
  readonly target: number;
  readonly role: Citation["role"];
  readonly within: EId | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Canonical symbol or folded name as cited: what a later import is matched against. */
  readonly key: string | null;
  readonly resolution: Resolution;
  readonly eIds: readonly EId[];
  readonly missing: readonly EId[];
}

export interface LinkStore {
  replace(from: WorkId, links: readonly StoredLink[]): Promise<void>;
  from(work: WorkId): Promise<readonly StoredLink[]>;
  /** All that cite it; a law of the centre is cited by thousands: ask for the roles and the number you need. */
  to(
    work: WorkId,
    some?: { readonly roles?: readonly Citation["role"][]; readonly limit?: number },
  ): Promise<readonly StoredLink[]>;
  /** How many documents cite it, those named left out. */
  countTo(work: WorkId, except: readonly WorkId[]): Promise<number>;
  /** The works that most documents cite, most first. */
  mostCited(limit: number): Promise<readonly { readonly work: WorkId; readonly citedBy: number }[]>;
  /** Who cites whom with certainty, each pair once. */
  pairs(): Promise<readonly { readonly from: WorkId; readonly to: WorkId }[]>;
  /** Documents that cite any of these keys: what must be looked at again when their target is imported. */
  citing(keys: readonly string[]): Promise<readonly WorkId[]>;
  counts(): Promise<{
    readonly resolved: number;
    readonly unresolved: number;
    readonly ambiguous: number;
    readonly missing: number;
  }>;
}

/** What is read has the decisions of people laid over what was computed, and the statements of lists beside it. */
export interface EffectStore {
  /**
   * All effects made by one work, replaced together. What an effect was recorded at stays with its id; `recordedAt` is for
   * those not seen before.
   */
  replaceFrom(source: WorkId, effects: readonly Effect[], recordedAt?: number): Promise<void>;
  from(source: WorkId): Promise<readonly Effect[]>;
  on(target: WorkId): Promise<readonly Effect[]>;
  all(): Promise<readonly Effect[]>;
  /** Those that are counted, and those of documents about whose effects a person has decided something. */
  applied(): Promise<readonly Effect[]>;
  /** Statements of lists are not counted. */
  counts(): Promise<{ readonly applied: number; readonly notApplied: number }>;
  /** Every decision a person has taken about an effect, in the order they were taken. */
  byHand(): Promise<readonly HandEffect[]>;
  /** Decisions about one effect. */
  history(key: string): Promise<readonly HandEffect[]>;
  decide(decision: Omit<HandEffect, "seq">): Promise<HandEffect>;
  /** What a published list says of works; the same row of the same list read again replaces what it said before. */
  saveListed(statements: readonly Effect[], at: number): Promise<void>;
  /** Statements about these works, newest first; about all works where none are named. */
  listed(works?: Iterable<WorkId>): Promise<readonly Effect[]>;
}

export interface StatusStore {
  replace(works: readonly WorkId[], periods: readonly StatusPeriod[]): Promise<void>;
  /** The period that holds on a day. */
  on(work: WorkId, day: LegalDate): Promise<StatusPeriod | null>;
  /** The same for many works at once; works without a period are left out. */
  periodsOn(works: Iterable<WorkId>, day: LegalDate): Promise<ReadonlyMap<WorkId, StatusPeriod>>;
  /** The names alone. */
  namesOn(works: Iterable<WorkId>, day: LegalDate): Promise<ReadonlyMap<WorkId, StatusName>>;
  periods(work: WorkId): Promise<readonly StatusPeriod[]>;
  /** The periods of many works that hold on a day; works without one are left out. */
  onMany(works: Iterable<WorkId>, day: LegalDate): Promise<ReadonlyMap<WorkId, StatusPeriod>>;
  /** Stretches with which one of these statuses began within the days, first and last included. */
  begun(statuses: readonly StatusName[], from: LegalDate, to: LegalDate): Promise<readonly StatusPeriod[]>;
  /** One query: every work's period on a day. */
  allOn(day: LegalDate): Promise<readonly StatusPeriod[]>;
  all(): Promise<readonly StatusPeriod[]>;
  /** Every work's status on a day, without proofs. */
  brief(day: LegalDate): Promise<readonly BriefStatus[]>;
  /** How many *indexed* works have each status on a day. */
  counts(day: LegalDate): Promise<Readonly<Partial<Record<StatusName, number>>>>;
}

export type BriefStatus = Pick<StatusPeriod, "work" | "status" | "since" | "reason">;

/** Which document details which: what dies with its parent, what must be looked at when the parent changes. */
export interface RelationStore {
  /** All relations in which `child` is the child, replaced together. */
  replace(child: WorkId, relations: readonly Detailing[]): Promise<void>;
  of(work: WorkId): Promise<{ readonly parents: readonly Detailing[]; readonly children: readonly Detailing[] }>;
  all(): Promise<readonly Detailing[]>;
}

export interface SearchHit {
  readonly work: WorkId;
  readonly eId: EId | null;
  /** Plain text around the hit; `marks` are offsets into it. */
  readonly snippet: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  readonly score: number;
}

/** A passage in its place among all that were found, without its words. */
export interface RankedHit {
  readonly id: number;
  readonly work: WorkId;
  readonly eId: EId | null;
  /** Its place in its document. */
  readonly ord: number;
  readonly score: number;
}

export interface SearchStore {
  /** Words with or without accents, "phrases" in quotation marks, or a symbol. Candidates are capped; `total` may be a floor. */
  provisions(
    query: string,
    options: { readonly limit: number },
  ): Promise<{
    readonly hits: readonly SearchHit[];
    readonly total: number;
    readonly capped: boolean;
    /** Words left out because no passage has all words of the query; empty when all were sought. */
    readonly ignored: readonly string[];
  }>;
  /**
   * The same without snippets and without documents named by number, best first: up to 5,000. `within` = only passages of
   * these works; `first` = works whose passages come before all others.
   */
  ranked(
    query: string,
    narrowing: { readonly within?: ReadonlySet<WorkId>; readonly first?: ReadonlySet<WorkId> },
  ): Promise<{
    readonly hits: readonly RankedHit[];
    readonly total: number;
    readonly capped: boolean;
    readonly ignored: readonly string[];
  }>;
  /** The stretches of some passages that show why they were found. */
  excerpts(query: string, ids: readonly number[]): Promise<ReadonlyMap<number, Pick<SearchHit, "snippet" | "marks">>>;
  works(
    query: string,
    options: { readonly limit: number; readonly within?: ReadonlySet<WorkId> },
  ): Promise<readonly Work[]>;
  /** Works whose number was typed, in whole or as the beginning of their symbol, however sloppily. */
  bySymbol(query: string): Promise<{ readonly exact: readonly Work[]; readonly begun: readonly Work[] }>;
  /** Laws, codes, ordinances, the Constitution: what people call by name. */
  citedByName(): Promise<readonly Work[]>;
  /** For a query that finds nothing: near ones that find something, spelled as the texts do, the likeliest first. */
  spellings(query: string): Promise<readonly string[]>;
}

/** Values set by hand. No import and no later run of the machine writes here. */
export interface OverrideStore {
  of(work: WorkId): Promise<readonly MetadataOverride[]>;
  /** The work whose metadata were mended when the machine read them as `readAs`; null when nobody did. */
  mendedFrom(readAs: WorkId): Promise<WorkId | null>;
  /** All hand-made values of one work, replaced together. */
  replace(work: WorkId, overrides: readonly MetadataOverride[]): Promise<void>;
  /** What people have said citations mean, in all documents. */
  targets(): Promise<readonly TargetOverride[]>;
  setTarget(override: TargetOverride): Promise<void>;
  dropTarget(work: WorkId, key: string): Promise<void>;
}
