import { parseDate } from "../domain/legal-date.ts";
import {
  type AsRead,
  isDocumentType,
  MENDABLE_FIELDS,
  type MendableField,
  type MetadataOverride,
  withOverrides,
} from "../domain/metadata-override.ts";
import { canonicalSymbol } from "../domain/symbol.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { fieldNames } from "../resolve/field-names.ts";
import type { Store, StoredDocument } from "../store/store.ts";
import { describeWork } from "./describe-work.ts";
import { fieldsOf, orderedTopics } from "./fields-of.ts";
import { followResults } from "./follow-results.ts";
import { relinkWorks } from "./relink-works.ts";
import { rekeyWork } from "./rekey-work.ts";
import { oneLine } from "../domain/fold.ts";

export type Mending =
  /** `work` is where the document is now: a mended number, issuer or day gives it another identity. */
  | { readonly ok: true; readonly work: WorkId; readonly changed: boolean }
  | { readonly ok: false; readonly reason: "no-document" }
  | {
      readonly ok: false;
      readonly reason: "bad-value";
      readonly faults: Readonly<Partial<Record<MendableField, string>>>;
    }
  /** Another document already has this identity; mending again with `merge` makes this one a version of it. */
  | { readonly ok: false; readonly reason: "taken"; readonly by: Work };

export interface MendOptions {
  readonly store: Store;
  readonly work: WorkId;
  /** Values as typed. Left out = as it is; empty = back to the machine's reading. */
  readonly values: Readonly<Partial<Record<MendableField, string>>>;
  readonly by: string;
  readonly now: number;
  readonly merge?: boolean;
}

/**
 * Sets what a person knows better than the machine. The work's identity follows; its links, effects and statuses, and
 * those of whatever cites it, are computed anew in the same transaction.
 */
export async function mendMetadata(options: MendOptions): Promise<Mending> {
  const { store, now, by } = options;
  return store.withTransaction(async () => {
    const stored = await store.documents.current(options.work);
    const work = await store.works.find(options.work);
    if (stored === null || work === null) return { ok: false, reason: "no-document" };
    const filed = await fieldsOf(store, work);
    const topics = filed.read.map(({ topic }) => topic);
    const { values, faults } = readValues(options.values, topics);
    if (Object.keys(faults).length > 0) return { ok: false, reason: "bad-value", faults };
    const before = await store.overrides.of(work.id);
    const read = { ...workAsRead(stored), fields: topics.join(",") };
    const current = { ...work, fields: filed.topics.join(",") };
    const overrides = MENDABLE_FIELDS.flatMap((field) => {
      const old = before.find((o) => o.field === field);
      const given = values[field];
      if (given === undefined || (given !== "" && given === current[field])) return old ? [old] : [];
      if (given === "" || given === read[field]) return [];
      return [{ work: work.id, field, value: given, readAs: read.id, by, at: now } satisfies MetadataOverride];
    });
    if (sameOverrides(before, overrides)) return { ok: true, work: work.id, changed: false };
    const raw = rawOf(stored);
    const mended = withOverrides(raw.document, raw.facts, overrides);
    const next = mendedWork(work, describeWork(mended.document, mended.facts), before, overrides);
    if (next.id !== work.id && !options.merge) {
      const other = await store.documents.current(next.id);
      const taken = other && (await store.works.find(next.id));
      if (taken) return { ok: false, reason: "taken", by: taken };
    }
    const changed = new Set(await rekeyWork(store, work.id, next));
    await store.overrides.replace(
      next.id,
      overrides.map((o) => ({ ...o, work: next.id })),
    );
    await followResults(store, await relinkWorks(store, changed), now);
    const detail = { readAs: read.id, ...Object.fromEntries(overrides.map((o) => [o.field, o.value])) };
    await store.audit.append({ at: now, by, action: "document.mend", subject: next.id, detail });
    return { ok: true, work: next.id, changed: true };
  });
}

const IDENTITY: readonly MendableField[] = ["symbol", "type", "issuer", "issuedOn"];

/**
 * The work as mended. Where nobody touched number, kind, issuer or day it keeps its identity, also one that came from
 * another file of the same text and not from this one.
 */
function mendedWork(
  work: Work,
  described: Work,
  before: readonly MetadataOverride[],
  after: readonly MetadataOverride[],
): Work {
  const identity = (overrides: readonly MetadataOverride[]): readonly MetadataOverride[] =>
    overrides.filter((o) => IDENTITY.includes(o.field));
  if (!sameOverrides(identity(before), identity(after))) return described;
  const { id, symbol, type, issuer, issuedOn } = work;
  return { ...described, id, symbol, type, issuer, issuedOn };
}

const sameOverrides = (a: readonly MetadataOverride[], b: readonly MetadataOverride[]): boolean =>
  a.length === b.length && b.every((o) => a.some((old) => old.field === o.field && old.value === o.value));

/** The stored document before any hand-made value. */
export function rawOf(stored: StoredDocument): Pick<StoredDocument, "document" | "facts"> {
  const read: AsRead | undefined = stored.asRead;
  if (read === undefined) return stored;
  const { meta, commencement, normative } = read;
  return { document: { ...stored.document, meta }, facts: { ...stored.facts, commencement, normative } };
}

/** The work as the machine alone would describe it. */
export function workAsRead(stored: StoredDocument): Work {
  const { document, facts } = rawOf(stored);
  return describeWork(document, facts);
}

/** Longest values taken; a title of law has at most a few hundred letters. */
const LONGEST: Readonly<Partial<Record<MendableField, number>>> = { symbol: 60, issuer: 200, title: 2000 };

function readValues(
  typed: MendOptions["values"],
  topics: readonly string[],
): {
  readonly values: Partial<Record<MendableField, string>>;
  readonly faults: Partial<Record<MendableField, string>>;
} {
  const values: Partial<Record<MendableField, string>> = {};
  const faults: Partial<Record<MendableField, string>> = {};
  for (const field of MENDABLE_FIELDS) {
    const written = typed[field];
    if (written === undefined) continue;
    const given = oneLine(written);
    const value =
      given === "" ? { value: "" } : field === "fields" ? readFields(given, topics) : readValue(field, given);
    if ("value" in value) values[field] = value.value;
    else faults[field] = value.fault;
  }
  return { values, faults };
}

type ReadValue = { readonly value: string } | { readonly fault: string };

/** Codes of subjects as typed. */
function readFields(given: string, read: readonly string[]): ReadValue {
  const codes = [...new Set(given.split(/[,;\s]+/u).filter((code) => code !== ""))];
  const wrong = codes.find((code) => code.includes(".") || !fieldNames().has(code));
  if (wrong !== undefined)
    return { fault: `“${wrong}” không phải số của một chủ đề Bộ Pháp điển. Ghi số từ 1 đến 45, ví dụ: 11, 21.` };
  return { value: orderedTopics(codes, read).join(",") };
}

function readValue(field: Exclude<MendableField, "fields">, given: string): ReadValue {
  const longest = LONGEST[field];
  if (longest !== undefined && given.length > longest) return { fault: `Dài quá ${longest} ký tự.` };
  switch (field) {
    case "symbol":
      return /\p{N}/u.test(given)
        ? { value: canonicalSymbol(given) }
        : { fault: `“${given}” không có chữ số nào. Ghi như 17/2025/QĐ-UBND.` };
    case "issuedOn":
    case "effectiveOn": {
      const day = parseDate(given);
      return day === null
        ? { fault: `“${given}” không phải một ngày có trong lịch. Ghi ngày/tháng/năm, ví dụ 31/12/2025.` }
        : { value: day };
    }
    case "type":
      return isDocumentType(given) ? { value: given } : { fault: "Chọn một loại văn bản trong danh sách." };
    case "normative":
      return given === "yes" || given === "no" || given === "unsure"
        ? { value: given }
        : { fault: "Chọn có, không hoặc chưa rõ." };
    default:
      return /\p{L}/u.test(given) ? { value: given } : { fault: "Phải có chữ." };
  }
}
