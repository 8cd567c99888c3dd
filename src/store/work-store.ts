import { and, asc, type Column, eq, inArray, isNotNull, notExists, or, type SQL, sql } from "drizzle-orm";
import { issuerKey } from "../domain/issuer.ts";
import { parseSymbol, symbolKey } from "../domain/symbol.ts";
import { vietnameseSortKey } from "../domain/vietnamese-order.ts";
import { TRUST, type Work } from "../domain/work.ts";
import { chunks } from "./chunks.ts";
import type { Engine } from "./engine.ts";
import { searchWords } from "./search/words.ts";
import type { Schema } from "./schema.ts";
import type { WorkStore } from "./store.ts";

export type WorkRow = Schema["work"]["$inferSelect"];

export function workStore(engine: Engine): WorkStore {
  const { work, expression, link, effect, relation, statusPeriod, handEffect } = engine.schema;
  const byIds = async (ids: readonly string[]): Promise<Map<string, Work>> => {
    const found = new Map<string, Work>();
    for (const some of chunks(ids)) {
      for (const row of await engine.db().select().from(work).where(inArray(work.id, some)))
        found.set(row.id, workOf(row));
    }
    return found;
  };
  return {
    save: (works) =>
      engine.withTransaction(async () => {
        const known = await byIds(works.map((w) => w.id));
        const merged = new Map<string, Work>();
        for (const given of works) {
          const old = merged.get(given.id) ?? known.get(given.id);
          merged.set(given.id, old ? mergeWorks(old, given) : given);
        }
        const rows = [...merged.values()].map(rowOf);
        await engine.insert("work", { rows, onConflict: { key: ["id"], set: UPDATED } });
      }),
    async find(id) {
      const [row] = await engine.db().select().from(work).where(eq(work.id, id)).limit(1);
      return row ? workOf(row) : null;
    },
    findAll: (ids) => byIds([...new Set(ids)]),
    async bySymbol(symbol) {
      const rows = await engine
        .db()
        .select()
        .from(work)
        .where(eq(work.symbolKey, symbolKey(symbol)))
        .orderBy(asc(work.byIssued), asc(work.id));
      return rows.map(workOf);
    },
    async all(filter) {
      const rows = await engine
        .db()
        .select()
        .from(work)
        .where(filter?.known ? eq(work.known, filter.known) : undefined)
        .orderBy(asc(work.id));
      return rows.map(workOf);
    },
    async titled() {
      const db = engine.db();
      const { id, title, issuer, known } = work;
      const indexed = db.select({ work: expression.work }).from(expression).where(eq(expression.current, true));
      return db
        .select({ id, title, issuer })
        .from(work)
        .where(and(isNotNull(title), or(eq(known, "listed"), inArray(id, indexed))))
        .orderBy(asc(id));
    },
    dropUncited: () =>
      engine.withTransaction(async () => {
        const db = engine.db();
        const unlessIn = (table: typeof link | typeof effect | typeof relation | typeof handEffect, by: Column): SQL =>
          notExists(db.select({ one: sql`1` }).from(table).where(eq(by, work.id)));
        const unnamed = await db
          .select({ id: work.id })
          .from(work)
          .where(
            and(
              eq(work.known, "cited"),
              unlessIn(link, link.to),
              unlessIn(effect, effect.target),
              unlessIn(relation, relation.parent),
              unlessIn(handEffect, handEffect.source),
              unlessIn(handEffect, handEffect.target),
            ),
          )
          .orderBy(asc(work.id));
        const open = await db.select({ candidates: link.candidates }).from(link).where(eq(link.kind, "ambiguous"));
        const candidates = new Set(open.flatMap((row) => row.candidates));
        const forgotten = unnamed.flatMap(({ id }) => (candidates.has(id) ? [] : [id]));
        for (const some of chunks(forgotten)) {
          await db.delete(statusPeriod).where(inArray(statusPeriod.work, some));
          await db.delete(work).where(inArray(work.id, some));
        }
        return forgotten;
      }),
  };
}

/**
 * What is known from the better source wins; the lesser one only fills gaps. The same source speaking again replaces what
 * it said before, gaps included: a better parser may take a wrong value back.
 */
export function mergeWorks(old: Work, given: Work): Work {
  if (TRUST[given.known] === TRUST[old.known]) return given;
  const [better, lesser] = TRUST[given.known] > TRUST[old.known] ? [given, old] : [old, given];
  return {
    ...better,
    symbol: better.symbol ?? lesser.symbol,
    title: better.title ?? lesser.title,
    issuer: better.issuer ?? lesser.issuer,
    issuedOn: better.issuedOn ?? lesser.issuedOn,
    effectiveOn: better.effectiveOn ?? lesser.effectiveOn,
  };
}

export const workOf = (row: WorkRow): Work => ({
  id: row.id,
  symbol: row.symbol,
  type: row.type,
  title: row.title,
  issuer: row.issuer,
  issuedOn: row.issuedOn,
  effectiveOn: row.effectiveOn,
  known: row.known,
  normative: row.normative,
});

const rowOf = (w: Work): WorkRow => ({
  ...w,
  symbolKey: w.symbol === null ? null : symbolKey(w.symbol),
  issuerKey: w.issuer === null ? null : issuerKey(w.issuer),
  year: w.issuedOn ? Number(w.issuedOn.slice(0, 4)) : w.symbol ? (parseSymbol(w.symbol)?.year ?? null) : null,
  folded: ` ${searchWords(`${w.symbol ?? ""} ${w.title ?? ""}`)}`,
  byIssued: w.issuedOn ?? "",
  bySymbol: sortedSymbol(w.symbol),
  byTitle: vietnameseSortKey(w.title ?? "") || LAST,
});

/** After every letter of a sort key: what has no symbol or no title. */
const LAST = "~";

/** `5/2024/QĐ-UBND` before `12/2024/QĐ-UBND`: runs of digits are padded. Works without a symbol come last. */
const sortedSymbol = (symbol: string | null): string =>
  symbol === null ? LAST : searchWords(symbol).replace(/\d+/gu, (digits) => digits.padStart(6, "0"));

const UPDATED: readonly (keyof WorkRow)[] = [
  "symbol",
  "symbolKey",
  "type",
  "title",
  "issuer",
  "issuerKey",
  "issuedOn",
  "effectiveOn",
  "known",
  "normative",
  "year",
  "folded",
  "byIssued",
  "bySymbol",
  "byTitle",
];
