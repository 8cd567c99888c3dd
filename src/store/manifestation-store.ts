import { and, asc, eq, max } from "drizzle-orm";
import { contentSha256, documentJson, sha256Of, storable } from "./document-json.ts";
import type { Engine } from "./engine.ts";
import { moveHandlings } from "./handling-store.ts";
import { movePetitions } from "./petition-store.ts";
import { passagesOf } from "./passages.ts";
import type { Schema } from "./schema.ts";
import type { DocumentStore } from "./store.ts";

type Row = Schema["expression"]["$inferSelect"];

/** The half of the document store that keeps several files of one text, and the move of a work to another identity. */
export function manifestationStore(
  engine: Engine,
): Pick<DocumentStore, "addManifestation" | "replaceWithBetter" | "manifestations" | "moveTo"> {
  const { manifestation } = engine.schema;
  return {
    addManifestation: ({ original, ...row }) =>
      engine.withTransaction(async () => {
        await keepOriginal(engine, row.sha256, original);
        await engine.insert("manifestation", { rows: [row], onConflict: { key: ["sha256"], set: ["work"] } });
      }),
    replaceWithBetter: (entry) => engine.withTransaction(() => replaceWithBetter(engine, entry)),
    manifestations: (work) =>
      Promise.resolve(
        engine
          .db()
          .select()
          .from(manifestation)
          .where(eq(manifestation.work, work))
          .orderBy(asc(manifestation.importedAt), asc(manifestation.sha256)),
      ),
    moveTo: (from, to) => engine.withTransaction(() => moveTo(engine, from, to)),
  };
}

/** The bytes of a file, once for each content. */
export async function keepOriginal(engine: Engine, sha256: string, original: Uint8Array): Promise<void> {
  const bytes = Buffer.from(original.buffer, original.byteOffset, original.byteLength);
  await engine.insert("original", {
    rows: [{ sha256, size: bytes.length, bytes }],
    // The same content again: one no-op column, so that nothing is written twice.
    onConflict: { key: ["sha256"], set: ["size"] },
  });
}

async function replaceWithBetter(
  engine: Engine,
  entry: Parameters<DocumentStore["replaceWithBetter"]>[0],
): Promise<string> {
  const { expression, provision } = engine.schema;
  const db = engine.db();
  const [old] = await db
    .select()
    .from(expression)
    .where(and(eq(expression.work, entry.work), eq(expression.current, true)))
    .limit(1);
  if (old === undefined) throw new Error(`no current version of ${entry.work} to replace`);
  await keepOriginal(engine, entry.sha256, entry.original);
  const { work, sha256, file, format, quality, importedAt } = old;
  await engine.insert("manifestation", {
    rows: [{ work, sha256, file, format, quality, importedAt }],
    onConflict: { key: ["sha256"], set: ["work"] },
  });
  const text = storable(entry.document.text);
  const document = documentJson(entry.document);
  const facts = JSON.stringify(entry.facts);
  const content = { text, document, facts, textSha256: sha256Of(text), contentSha256: contentSha256(document, facts) };
  await db
    .update(expression)
    .set({
      ...content,
      sha256: entry.sha256,
      file: entry.file,
      format: entry.format,
      quality: entry.quality,
      importedAt: entry.importedAt,
    })
    .where(eq(expression.id, old.id));
  await engine.passages.remove(entry.work);
  await db.delete(provision).where(eq(provision.work, entry.work));
  const [top] = await db.select({ id: max(provision.id) }).from(provision);
  const owner = { id: (top?.id ?? 0) + 1, work: entry.work, expression: old.id };
  const rows = passagesOf({ ...entry.document, text }, owner);
  await engine.insert("provision", { rows });
  await engine.passages.add(rows);
  return old.id;
}

/** The identity of a version is its work and number: a moved version is written under its new name, then the old one goes. */
async function moveTo(engine: Engine, from: string, to: string): Promise<void> {
  if (from === to) return;
  const { expression, provision, manifestation, metadataOverride, targetOverride, finding, workFacet } = engine.schema;
  const db = engine.db();
  const moved = await db.select().from(expression).where(eq(expression.work, from)).orderBy(asc(expression.version));
  const [last] = await db
    .select({ version: max(expression.version) })
    .from(expression)
    .where(eq(expression.work, to));
  if (moved.length > 0) {
    await engine.passages.remove(to);
    await db.delete(provision).where(eq(provision.work, to));
    await db.update(expression).set({ current: false }).where(eq(expression.work, to));
  }
  for (const old of moved) {
    const row: Row = { ...old, work: to, version: (last?.version ?? 0) + old.version };
    const id = `${to}-v${row.version}`;
    await engine.insert("expression", { rows: [{ ...row, id }] });
    await db.update(provision).set({ work: to, expression: id }).where(eq(provision.expression, old.id));
    await db.delete(expression).where(eq(expression.id, old.id));
  }
  await db.update(manifestation).set({ work: to }).where(eq(manifestation.work, from));
  const mended = await db.select().from(metadataOverride).where(eq(metadataOverride.work, from));
  await engine.insert("metadataOverride", {
    rows: mended.map((row) => ({ ...row, work: to })),
    onConflict: { key: ["work", "field"], set: ["value", "readAs", "by", "at"] },
  });
  await db.delete(metadataOverride).where(eq(metadataOverride.work, from));
  await db.delete(workFacet).where(eq(workFacet.work, from));
  const said = await db.select().from(targetOverride).where(eq(targetOverride.work, from));
  await engine.insert("targetOverride", {
    rows: said.map((row) => ({ ...row, work: to })),
    onConflict: { key: ["work", "key"], set: ["text", "target", "by", "at"] },
  });
  await db.delete(targetOverride).where(eq(targetOverride.work, from));
  await db.update(targetOverride).set({ target: to }).where(eq(targetOverride.target, from));
  const { handEffect, listedEffect } = engine.schema;
  await db.update(handEffect).set({ source: to }).where(eq(handEffect.source, from));
  await db.update(handEffect).set({ target: to }).where(eq(handEffect.target, from));
  await db.update(listedEffect).set({ work: to }).where(eq(listedEffect.work, from));
  await moveHandlings(engine, from, to);
  await movePetitions(engine, from, to);
  // the next run of the rules raises them again under the new identity
  await db.update(finding).set({ work: to, gone: true }).where(eq(finding.work, from));
  await forget(engine, from);
}

async function forget(engine: Engine, id: string): Promise<void> {
  const { work, link, effect, relation, statusPeriod } = engine.schema;
  const db = engine.db();
  await db.delete(link).where(eq(link.from, id));
  await db.delete(effect).where(eq(effect.source, id));
  await db.delete(relation).where(eq(relation.child, id));
  await db.delete(statusPeriod).where(eq(statusPeriod.work, id));
  await db.delete(work).where(eq(work.id, id));
}
