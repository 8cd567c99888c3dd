import type { z } from "zod";
import type { Person } from "../../src/domain/account.ts";
import type { Permission, PolicyObject } from "../../src/domain/policy.ts";
import type { LegalDate } from "../../src/domain/legal-date.ts";
import type { DraftDesk } from "../../src/use-cases/draft-desk.ts";
import type { ImportDesk, Upload } from "../../src/use-cases/import-desk.ts";
import type { SecondReader } from "../../src/use-cases/second-reader.ts";
import type { RuleEntry } from "../../src/use-cases/view-rules.ts";
import type { Store } from "../../src/store/store.ts";
import type { Dictionary } from "../i18n/vi.ts";
import type { ApiFault } from "./fault.ts";

/** What an operation belongs to: a heading of the page `/api` and a tag of the OpenAPI document. */
export const TAGS = [
  "documents",
  "exports",
  "search",
  "findings",
  "reviews",
  "sheets",
  "batches",
  "handlings",
  "petitions",
  "lists",
  "rules",
  "impact",
  "compare",
  "drafts",
  "imports",
  "attention",
  "effects",
  "overview",
  "reports",
  "audit",
] as const;
export type Tag = (typeof TAGS)[number];

/** What every operation is handed besides its own, checked parameters. */
export interface ApiAsk<Path = unknown, Query = unknown, Body = unknown> {
  readonly store: Store;
  readonly rules: readonly RuleEntry[];
  /** The day of `?on=`; today where none was asked for. */
  readonly on: LegalDate;
  readonly today: LegalDate;
  /** The only clock, milliseconds since 1970. */
  readonly now: number;
  /** Whose key it is; without a key, whoever sits at this machine. */
  readonly person: Person;
  /** What decisions are signed with: the person and the key. */
  readonly by: string;
  /** Does policy allow this person this, to this? */
  may(action: Permission, object?: PolicyObject): boolean;
  readonly t: Dictionary;
  readonly desk: ImportDesk | null;
  readonly reader: SecondReader | null;
  readonly drafts: DraftDesk | null;
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  /** Files of a multipart form. Whoever does not hand them to a desk must discard them. */
  readonly upload: Upload | null;
}

/** A file as an answer. */
export interface FileAnswer {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Letters, digits, dots, hyphens only. */
  readonly name: string;
}

export interface JsonAnswer<Body> {
  readonly body: Body;
  /** Where what was made can be read. */
  readonly location?: string;
}

export type OperationAnswer<Body> = JsonAnswer<Body> | { readonly fault: ApiFault } | { readonly file: FileAnswer };

type Shape = z.ZodObject;

interface Declared<P extends Shape, Q extends Shape, B extends z.ZodType> {
  /** Stable name: `listDocuments`. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below `/api/v1`; parameters in braces: `/documents/{id}`. */
  readonly path: string;
  readonly permission: Permission;
  readonly tag: Tag;
  readonly summary: { readonly vi: string; readonly en: string };
  /** What is worth knowing beyond the summary. */
  readonly note?: { readonly vi: string; readonly en: string };
  /** It stands on a day: takes `?on=`. */
  readonly day?: boolean;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** 201: something new; 202: it is being done. Else 200. */
  readonly makes?: 201 | 202;
  /** A multipart form with files may come instead of JSON. */
  readonly takes?: "files";
  /** Media types of a file it answers with, in place of JSON. */
  readonly files?: readonly string[];
  /** Values that make a good example, for the page and its tests. */
  readonly example?: Readonly<Record<string, string>>;
  /** A body that would be taken. */
  readonly sample?: unknown;
}

/** One thing programs may ask for. The one list of them is `operations.ts`; server, OpenAPI document and page read it. */
export interface Operation extends Declared<Shape, Shape, z.ZodType> {
  /** Null where it answers with files only. */
  readonly answers: z.ZodType | null;
  /** What it is about, where the policy has to know (see `Route.about`). */
  about?(ask: ApiAsk<never, never, never>): Promise<PolicyObject | null>;
  run(ask: ApiAsk<never, never, never>): Promise<OperationAnswer<unknown>>;
}

/** Declares an operation that answers with JSON; parameters, body and answer are typed by their shapes. */
export function operation<
  P extends Shape = z.ZodObject<Record<never, never>>,
  Q extends Shape = z.ZodObject<Record<never, never>>,
  B extends z.ZodType = z.ZodUndefined,
  A extends z.ZodType = z.ZodType,
>(
  declared: Declared<P, Q, B> & {
    readonly answers: A;
    about?(ask: ApiAsk<z.output<P>, z.output<Q>, z.output<B>>): Promise<PolicyObject | null>;
    run(ask: ApiAsk<z.output<P>, z.output<Q>, z.output<B>>): Promise<OperationAnswer<z.input<A>>>;
  },
): Operation {
  return declared as unknown as Operation;
}

/** Declares an operation that answers with a file. */
export function fileOperation<
  P extends Shape = z.ZodObject<Record<never, never>>,
  Q extends Shape = z.ZodObject<Record<never, never>>,
>(
  declared: Declared<P, Q, z.ZodUndefined> & {
    readonly files: readonly string[];
    run(ask: ApiAsk<z.output<P>, z.output<Q>, undefined>): Promise<OperationAnswer<never>>;
  },
): Operation {
  return { ...declared, answers: null } as unknown as Operation;
}

/** Whoever changes something must show a key that may decide. */
export const writes = (o: Pick<Operation, "method">): boolean => o.method !== "GET";
