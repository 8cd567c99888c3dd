import type { DocumentType } from "../domain/document-type.ts";
import type { IssuerLevel } from "../domain/issuer.ts";
import type { StatusName } from "../domain/status.ts";
import type { WorkId } from "../domain/work.ts";
import { fieldName } from "../resolve/field-names.ts";
import { type FiledWork, isApplied } from "./filed-works.ts";

/** What a search is narrowed to; a filter that is absent lets everything through. */
export interface SearchFilter {
  /** Only what is applied on the day, wholly or in part. */
  readonly applied?: boolean;
  readonly status?: StatusName;
  readonly type?: DocumentType;
  readonly level?: IssuerLevel;
  readonly body?: string;
  readonly field?: string;
  /** Years of issue, both included. */
  readonly from?: number;
  readonly to?: number;
  readonly document?: WorkId;
  readonly part?: "titles" | "provisions";
}

/** What is applied first, then what may be or will be, what is over last. */
export const statusTier = (status: StatusName): number => (isApplied(status) ? 0 : status === "ceased" ? 2 : 1);

/** Undefined where nothing is filtered by document. */
export function worksWithin(filed: readonly FiledWork[], filter: SearchFilter): ReadonlySet<WorkId> | undefined {
  const { applied, status, type, level, body, field, from, to, document } = filter;
  const tests: ((work: FiledWork) => boolean)[] = [];
  if (applied) tests.push((work) => isApplied(work.status));
  if (status) tests.push((work) => work.status === status);
  if (type) tests.push((work) => work.type === type);
  if (level) tests.push((work) => work.level === level);
  if (body) tests.push((work) => work.body === body);
  if (field) tests.push((work) => work.fields.includes(field));
  if (from) tests.push((work) => (work.year ?? 0) >= from);
  if (to) tests.push((work) => (work.year ?? 9_999) <= to);
  if (document) tests.push((work) => work.work === document);
  if (tests.length === 0) return undefined;
  return new Set(filed.filter((work) => tests.every((test) => test(work))).map((work) => work.work));
}

export interface Counted<T> {
  readonly value: T;
  readonly n: number;
}

/** Documents that were found, by what they can be filtered by; the most frequent first. */
export interface SearchFacets {
  readonly status: readonly Counted<StatusName>[];
  readonly type: readonly Counted<DocumentType>[];
  readonly level: readonly Counted<IssuerLevel>[];
  readonly body: readonly (Counted<string> & { readonly name: string })[];
  readonly field: readonly (Counted<string> & { readonly name: string })[];
  readonly applied: number;
}

export function facetsOf(found: readonly FiledWork[]): SearchFacets {
  const names = new Map(found.map((work) => [work.body, work.bodyName]));
  return {
    status: tally(found.map((work) => work.status)),
    type: tally(found.map((work) => work.type)),
    level: tally(found.map((work) => work.level)),
    body: tally(found.map((work) => work.body)).map((body) => ({ ...body, name: names.get(body.value) ?? body.value })),
    field: tally(found.flatMap((work) => work.fields)).map((field) => ({ ...field, name: fieldName(field.value) })),
    applied: found.filter((work) => isApplied(work.status)).length,
  };
}

function tally<T extends string>(values: readonly (T | null)[]): Counted<T>[] {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, n]) => ({ value, n })).sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1));
}
