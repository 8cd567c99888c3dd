import type { LegalDocument } from "../domain/legal-document.ts";
import { MENDABLE_FIELDS, type MendableField, type MetadataOverride } from "../domain/metadata-override.ts";
import type { Span } from "../domain/span.ts";
import type { Work } from "../domain/work.ts";
import type { Manifestation, Store, StoredDocument } from "../store/store.ts";
import { type DocumentFields, fieldsOf } from "./fields-of.ts";
import { rawOf, workAsRead } from "./mend-metadata.ts";

/** Words of the text with the deciding ones marked. `marks` are offsets into `text`. */
export interface Evidence {
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

export interface FieldView {
  readonly field: MendableField;
  /** The value in use; null where there is none. */
  readonly value: string | null;
  /** The machine's own reading. */
  readonly read: string | null;
  /** How sure the machine is, 0…1; null where it read nothing or does not say. */
  readonly confidence: number | null;
  /** The words it was read from. */
  readonly evidence: Evidence | null;
  /** Reasons the machine gives, as Vietnamese sentences. */
  readonly why: readonly string[];
  readonly override: MetadataOverride | null;
}

export interface MetadataView {
  readonly work: Work;
  readonly fields: readonly FieldView[];
  readonly files: readonly (Pick<Manifestation, "file" | "format" | "sha256"> & { readonly reading: boolean })[];
}

/** What is known of a document, from where, and what a person has set by hand; null when its text is not here. */
export async function viewMetadata(store: Store, id: string): Promise<MetadataView | null> {
  const [work, stored] = await Promise.all([store.works.find(id), store.documents.current(id)]);
  if (work === null || stored === null) return null;
  const overrides = await store.overrides.of(id);
  const raw = rawOf(stored);
  const read = workAsRead(stored);
  const filed = await fieldsOf(store, work);
  const fields = MENDABLE_FIELDS.map((field): FieldView => {
    if (field === "fields") return filedView(filed);
    const { span, confidence } = sourceOf(raw, field);
    return {
      field,
      value: work[field],
      read: field === "type" && raw.document.meta.type === null ? null : read[field],
      confidence,
      evidence: span === null ? null : evidenceAt(stored.document, span),
      why: field === "normative" ? raw.facts.normative.why : [],
      override: overrides.find((o) => o.field === field) ?? null,
    };
  });
  const kept = await store.documents.manifestations(id);
  const files = [
    { file: stored.file, format: stored.format, sha256: stored.sha256, reading: true },
    ...kept.map(({ file, format, sha256 }) => ({ file, format, sha256, reading: false })),
  ];
  return { work, fields, files };
}

/** Where a document is filed, as a row among what is known of it. */
export function filedView({ topics, read, byHand }: DocumentFields): FieldView {
  return {
    field: "fields",
    value: topics.join(",") || null,
    read: read.map(({ topic }) => topic).join(",") || null,
    confidence: read[0]?.confidence ?? null,
    evidence: null,
    why: read.map(({ name, why }) => `${name}: ${why}`),
    override: byHand,
  };
}

function sourceOf(
  { document, facts }: Pick<StoredDocument, "document" | "facts">,
  field: Exclude<MendableField, "fields">,
): { readonly span: Span | null; readonly confidence: number | null } {
  if (field === "effectiveOn") return { span: facts.commencement.span, confidence: null };
  if (field === "normative") return { span: null, confidence: null };
  const stated = document.meta[field];
  return { span: stated?.span ?? null, confidence: stated?.confidence ?? null };
}

/** Letters shown around the deciding words. */
const AROUND = 60;
const LONGEST_SHOWN = 400;

/** The words with a little of their line on both sides. */
export function evidenceAt({ text }: LegalDocument, span: Span): Evidence {
  const end = Math.min(span.end, span.start + LONGEST_SHOWN);
  const lineStart = text.lastIndexOf("\n", Math.max(0, span.start - 1)) + 1;
  const lineEnd = text.indexOf("\n", end);
  const from = Math.max(lineStart, span.start - AROUND);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, end + AROUND);
  const before = from > lineStart ? "… " : "";
  const shown = text.slice(from, to).replace(/\n/gu, " ");
  const start = span.start - from + before.length;
  return { text: `${before}${shown}`, marks: [{ start, end: start + end - span.start }] };
}
