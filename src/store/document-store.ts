import { and, asc, count, desc, eq, inArray, max } from "drizzle-orm";
import type { EId } from "../domain/e-id.ts";
import type { Facts } from "../domain/facts.ts";
import { withOverrides } from "../domain/metadata-override.ts";
import type { WorkId } from "../domain/work.ts";
import { chunks } from "./chunks.ts";
import { contentSha256, documentJson, documentOf, sha256Of, storable } from "./document-json.ts";
import { documentShelf } from "./document-shelf.ts";
import type { Engine } from "./engine.ts";
import { keepOriginal, manifestationStore } from "./manifestation-store.ts";
import { overrideStore } from "./override-store.ts";
import { passagesOf } from "./passages.ts";
import type { Schema } from "./schema.ts";
import type { DocumentStore, StoredDocument } from "./store.ts";
import { unitTexts } from "./unit-texts.ts";

type ExpressionRow = Schema["expression"]["$inferSelect"];
type NewDocument = Parameters<DocumentStore["add"]>[0];

export function documentStore(engine: Engine): DocumentStore {
  const { expression, provision, original, manifestation } = engine.schema;
  const overrides = overrideStore(engine);
  const currentRow = async (work: WorkId): Promise<ExpressionRow | null> => {
    const [row] = await engine
      .db()
      .select()
      .from(expression)
      .where(and(eq(expression.work, work), eq(expression.current, true)))
      .limit(1);
    return row ?? null;
  };
  return {
    ...manifestationStore(engine),
    ...unitTexts(engine),
    ...documentShelf(engine),
    add: (entry) => engine.withTransaction(() => addVersion(engine, entry)),
    async current(work) {
      const row = await currentRow(work);
      if (!row) return null;
      const stored = storedOf(row);
      const mended = await overrides.of(work);
      if (mended.length === 0) return stored;
      const { document, facts } = stored;
      const asRead = { meta: document.meta, commencement: facts.commencement, normative: facts.normative };
      return { ...stored, ...withOverrides(document, facts, mended), asRead };
    },
    async versions(work) {
      const { id, version, file, sha256, format, quality, importedAt } = expression;
      return engine
        .db()
        .select({ id, work: expression.work, version, file, sha256, format, quality, importedAt })
        .from(expression)
        .where(eq(expression.work, work))
        .orderBy(asc(version));
    },
    async indexedWorks() {
      const rows = await engine
        .db()
        .select({ work: expression.work })
        .from(expression)
        .where(eq(expression.current, true))
        .orderBy(asc(expression.work));
      return rows.map((row) => row.work);
    },
    async unitsOf(works) {
      const units = new Map<WorkId, Set<EId>>();
      for (const some of chunks(works)) {
        const rows = await engine
          .db()
          .select({ work: provision.work, eId: provision.eId })
          .from(provision)
          .where(inArray(provision.work, some));
        for (const { work, eId } of rows) {
          const known = units.get(work) ?? new Set<EId>();
          units.set(work, known);
          if (eId !== "") known.add(eId);
        }
      }
      return units;
    },
    async attachmentsOf(works) {
      const found = new Map<WorkId, { eId: EId; num: string | null; heading: string | null }[]>();
      for (const some of chunks(works)) {
        const rows = await engine
          .db()
          .select({ work: provision.work, eId: provision.eId, num: provision.num, heading: provision.heading })
          .from(provision)
          .where(and(inArray(provision.work, some), eq(provision.kind, "attachment"), eq(provision.piece, 0)))
          .orderBy(asc(provision.ord));
        for (const { work, ...attachment } of rows) found.set(work, [...(found.get(work) ?? []), attachment]);
      }
      return found;
    },
    async provision(work, eId) {
      const [row] = await engine
        .db()
        .select()
        .from(provision)
        .where(and(eq(provision.work, work), eq(provision.eId, eId), eq(provision.piece, 0)))
        .orderBy(asc(provision.ord))
        .limit(1);
      if (!row || row.kind === "outside") return null;
      const [source] = await engine
        .db()
        .select({ text: expression.text })
        .from(expression)
        .where(eq(expression.id, row.expression));
      const span = { start: row.spanStart, end: row.spanEnd };
      const own = { start: row.ownStart, end: row.ownEnd };
      return {
        provision: { eId, kind: row.kind, num: row.num, heading: row.heading, span, own, parent: row.parent },
        text: source?.text.slice(span.start, span.end) ?? "",
      };
    },
    async hasHash(sha256) {
      const [row] = await engine
        .db()
        .select({ work: expression.work, id: expression.id })
        .from(expression)
        .where(eq(expression.sha256, sha256))
        .orderBy(desc(expression.current), desc(expression.importedAt), asc(expression.id))
        .limit(1);
      if (row) return row;
      const [other] = await engine
        .db()
        .select({ work: manifestation.work, id: expression.id })
        .from(manifestation)
        .innerJoin(expression, and(eq(expression.work, manifestation.work), eq(expression.current, true)))
        .where(eq(manifestation.sha256, sha256))
        .limit(1);
      return other ?? null;
    },
    async original(sha256) {
      const [row] = await engine
        .db()
        .select({ bytes: original.bytes })
        .from(original)
        .where(eq(original.sha256, sha256))
        .limit(1);
      return row ? new Uint8Array(row.bytes) : null;
    },
    async counts() {
      const [documents] = await engine.db().select({ n: count() }).from(expression).where(eq(expression.current, true));
      const [provisions] = await engine.db().select({ n: count() }).from(provision).where(eq(provision.piece, 0));
      return { documents: documents?.n ?? 0, provisions: provisions?.n ?? 0 };
    },
  };
}

/** New bytes make a new version. The same bytes read again (a better parser) replace the current version in place. */
async function addVersion(engine: Engine, entry: NewDocument): Promise<string> {
  const { expression, provision } = engine.schema;
  const db = engine.db();
  const [last] = await db
    .select({ id: expression.id, version: expression.version, sha256: expression.sha256 })
    .from(expression)
    .where(eq(expression.work, entry.work))
    .orderBy(desc(expression.version))
    .limit(1);
  const same = last !== undefined && last.sha256 === entry.sha256;
  const version = (last?.version ?? 0) + (same ? 0 : 1);
  const id = `${entry.work}-v${version}`;
  if (last) {
    await engine.passages.remove(entry.work);
    await db.delete(provision).where(eq(provision.work, entry.work));
    if (!same) await db.update(expression).set({ current: false }).where(eq(expression.work, entry.work));
  }
  await keepOriginal(engine, entry.sha256, entry.original);
  await engine.insert("expression", {
    rows: [expressionRow(entry, id, version)],
    onConflict: { key: ["id"], set: REREAD },
  });
  const [top] = await db.select({ id: max(provision.id) }).from(provision);
  const owner = { id: (top?.id ?? 0) + 1, work: entry.work, expression: id };
  const rows = passagesOf({ ...entry.document, text: storable(entry.document.text) }, owner);
  await engine.insert("provision", { rows });
  await engine.passages.add(rows);
  return id;
}

function expressionRow(entry: NewDocument, id: string, version: number): ExpressionRow {
  const text = storable(entry.document.text);
  const document = documentJson(entry.document);
  const facts = JSON.stringify(entry.facts);
  return {
    id,
    work: entry.work,
    version,
    current: true,
    file: entry.file,
    sha256: entry.sha256,
    format: entry.format,
    quality: entry.quality,
    importedAt: entry.importedAt,
    textSha256: sha256Of(text),
    contentSha256: contentSha256(document, facts),
    text,
    document,
    facts,
  };
}

const REREAD: readonly (keyof ExpressionRow)[] = [
  "file",
  "format",
  "quality",
  "importedAt",
  "textSha256",
  "contentSha256",
  "text",
  "document",
  "facts",
];

function storedOf(row: ExpressionRow): StoredDocument {
  return {
    id: row.id,
    work: row.work,
    version: row.version,
    file: row.file,
    sha256: row.sha256,
    format: row.format,
    quality: row.quality,
    document: documentOf(row.text, row.document),
    facts: JSON.parse(row.facts) as Facts,
    importedAt: row.importedAt,
  };
}
