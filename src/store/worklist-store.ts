import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  max,
  min,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { chunks } from "./chunks.ts";
import { decodeCursor, encodeCursor, pageSize } from "./cursor.ts";
import type { Engine } from "./engine.ts";
import { linkOf } from "./link-store.ts";
import type { Page, StoredLink } from "./store.ts";
import type { CitedKind, CitedName, WorklistQuery, WorklistStore } from "./worklists.ts";
import { doubtCounts, doubtfulWorks } from "./worklist-documents.ts";
import { narrowed } from "./worklist-filter.ts";
import { listedBeside, openEffectCounts, openEffects } from "./worklist-effects.ts";

export function worklistStore(engine: Engine): WorklistStore {
  const { work, expression, importEntry, workFacet, handEffect, metadataOverride } = engine.schema;
  return {
    cited: (kind, query) => cited(engine, kind, query),
    citing: (kind, name, query) => citing(engine, kind, name, query),
    effects: (kind, query) => openEffects(engine, kind, query),
    documents: (kind, query) => doubtfulWorks(engine, kind, query),
    refused: (query) => refused(engine, query),
    listed: (on) => listedBeside(engine, on),
    async counts() {
      const [links, effects, doubts] = [
        await citedCounts(engine),
        await openEffectCounts(engine),
        await doubtCounts(engine),
      ];
      const { total } = await refused(engine, { limit: 1 });
      return { ...links, ...effects, ...doubts, refused: total };
    },
    async unfiled() {
      const filed = engine.db().select({ work: workFacet.work }).from(workFacet);
      const [row] = await engine
        .db()
        .select({ n: count() })
        .from(work)
        .where(and(eq(work.known, "text"), notInArray(work.id, filed)));
      return row?.n ?? 0;
    },
    async mendedDocuments() {
      const [row] = await engine
        .db()
        .select({ n: countDistinct(metadataOverride.work) })
        .from(metadataOverride);
      return row?.n ?? 0;
    },
    async filing() {
      const db = engine.db();
      const bodies = await db
        .select({ key: workFacet.body, name: max(workFacet.bodyName), n: count() })
        .from(workFacet)
        .where(isNotNull(workFacet.body))
        .groupBy(workFacet.body)
        .orderBy(desc(count()), asc(workFacet.body));
      const fields = await db.select({ keys: workFacet.fields, n: count() }).from(workFacet).groupBy(workFacet.fields);
      return {
        bodies: bodies.flatMap(({ key, name, n }) => (key === null ? [] : [{ key, name: name ?? key, n }])),
        fields: summed(fields),
      };
    },
    async texts(works) {
      const found = new Map<string, string>();
      for (const some of chunks([...new Set(works)])) {
        const rows = await engine
          .db()
          .select({ work: expression.work, text: expression.text })
          .from(expression)
          .where(and(inArray(expression.work, some), eq(expression.current, true)));
        for (const row of rows) found.set(row.work, row.text);
      }
      return found;
    },
    async state() {
      const db = engine.db();
      const [[files], [filed], [decided], [mended]] = [
        await db.select({ n: max(importEntry.id) }).from(importEntry),
        await db.select({ n: count() }).from(workFacet),
        await db.select({ n: max(handEffect.seq) }).from(handEffect),
        await db.select({ n: count(), at: max(metadataOverride.at) }).from(metadataOverride),
      ];
      return [files?.n, filed?.n, decided?.n, mended?.n, mended?.at].join(".");
    },
  };
}

/** A document counts in each of its fields; the largest first. */
function summed(
  rows: readonly { readonly keys: readonly string[]; readonly n: number }[],
): { key: string; n: number }[] {
  const sums = new Map<string, number>();
  for (const { keys, n } of rows) for (const key of keys) sums.set(key, (sums.get(key) ?? 0) + n);
  return [...sums].map(([key, n]) => ({ key, n })).sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1));
}

function ofKind(engine: Engine, kind: CitedKind): SQL | undefined {
  const { link } = engine.schema;
  return kind === "missing" ? and(eq(link.kind, "work"), eq(link.hasMissing, true)) : eq(link.kind, kind);
}

async function citedCounts(engine: Engine): Promise<Record<CitedKind, number>> {
  const { link } = engine.schema;
  const of = async (kind: CitedKind): Promise<number> =>
    (await engine.db().select({ n: count() }).from(link).where(ofKind(engine, kind)))[0]?.n ?? 0;
  return { unresolved: await of("unresolved"), ambiguous: await of("ambiguous"), missing: await of("missing") };
}

const nameOf = (engine: Engine, kind: CitedKind): SQL<string> => {
  const { link } = engine.schema;
  return kind === "missing" ? sql<string>`${link.to}` : sql<string>`coalesce(${link.key}, ${link.text})`;
};

/** One row a name, those that most documents cite first. `total` counts names. */
async function cited(engine: Engine, kind: CitedKind, query: WorklistQuery): Promise<Page<CitedName>> {
  const { link } = engine.schema;
  const limit = pageSize(query.limit);
  const name = nameOf(engine, kind);
  const documents = countDistinct(link.from);
  const filter = and(ofKind(engine, kind), narrowed(engine, link.from, query));
  const cursor = decodeCursor(query.after, ["number", "string"]) as [number, string] | null;
  const beyond = cursor && or(lt(documents, cursor[0]), and(eq(documents, cursor[0]), gt(name, cursor[1])));
  const rows = await engine
    .db()
    .select({ name, documents, mentions: count(), from: min(link.from) })
    .from(link)
    .where(filter)
    .groupBy(name)
    .having(beyond ?? undefined)
    .orderBy(desc(documents), asc(name))
    .limit(limit + 1);
  const [all] = await engine
    .db()
    .select({ n: sql<number>`count(distinct ${name})`.mapWith(Number) })
    .from(link)
    .where(filter);
  const page = rows.slice(0, limit);
  const examples = await examplesOf(engine, kind, page);
  const last = page.at(-1);
  return {
    rows: page.flatMap(({ from, ...row }) => {
      const example = examples.get(`${from} ${row.name}`);
      return example === undefined ? [] : [{ ...row, example }];
    }),
    total: all?.n ?? 0,
    next: rows.length > limit && last ? encodeCursor([last.documents, last.name]) : null,
  };
}

/** The first mention of each name in the document the group named; by `document name`. */
async function examplesOf(
  engine: Engine,
  kind: CitedKind,
  rows: readonly { readonly name: string; readonly from: string | null }[],
): Promise<ReadonlyMap<string, StoredLink>> {
  const { link } = engine.schema;
  const found = new Map<string, StoredLink>();
  const works = [...new Set(rows.flatMap(({ from }) => from ?? []))];
  if (works.length === 0) return found;
  for (const row of await engine
    .db()
    .select()
    .from(link)
    .where(and(ofKind(engine, kind), inArray(link.from, works)))
    .orderBy(asc(link.from), asc(link.citation), asc(link.target))) {
    const id = `${row.from} ${kind === "missing" ? row.to : (row.key ?? row.text)}`;
    if (!found.has(id)) found.set(id, linkOf(row));
  }
  return found;
}

async function citing(engine: Engine, kind: CitedKind, name: string, query: WorklistQuery): Promise<Page<StoredLink>> {
  const { link } = engine.schema;
  const limit = pageSize(query.limit);
  const filter = and(ofKind(engine, kind), eq(nameOf(engine, kind), name), narrowed(engine, link.from, query));
  const [cursor] = (decodeCursor(query.after, ["string"]) as [string] | null) ?? [null];
  const rows = await engine
    .db()
    .select({ from: link.from, n: count() })
    .from(link)
    .where(and(filter, cursor === null ? undefined : gt(link.from, cursor)))
    .groupBy(link.from)
    .orderBy(asc(link.from))
    .limit(limit + 1);
  const [all] = await engine
    .db()
    .select({ n: countDistinct(link.from) })
    .from(link)
    .where(filter);
  const page = rows.slice(0, limit);
  const examples = await examplesOf(
    engine,
    kind,
    page.map(({ from }) => ({ name, from })),
  );
  return {
    rows: page.flatMap(({ from }) => examples.get(`${from} ${name}`) ?? []),
    total: all?.n ?? 0,
    next: rows.length > limit ? encodeCursor([page.at(-1)?.from ?? ""]) : null,
  };
}

async function refused(engine: Engine, query: WorklistQuery): ReturnType<WorklistStore["refused"]> {
  const { importEntry } = engine.schema;
  const limit = pageSize(query.limit);
  const broughtIn = engine
    .db()
    .select({ file: importEntry.file, last: max(importEntry.id).as("last_brought") })
    .from(importEntry)
    .where(ne(importEntry.outcome, "refused"))
    .groupBy(importEntry.file)
    .as("brought_in");
  const last = max(importEntry.id);
  const groups = engine
    .db()
    .select({ id: last.as("last_refused") })
    .from(importEntry)
    .leftJoin(broughtIn, eq(broughtIn.file, importEntry.file))
    .where(and(eq(importEntry.outcome, "refused"), or(isNull(broughtIn.last), lt(broughtIn.last, importEntry.id))))
    .groupBy(importEntry.file)
    .as("still_refused");
  const [cursor] = (decodeCursor(query.after, ["number"]) as [number] | null) ?? [null];
  const rows = await engine
    .db()
    .select({ entry: importEntry })
    .from(groups)
    .innerJoin(importEntry, eq(importEntry.id, groups.id))
    .where(cursor === null ? undefined : lt(importEntry.id, cursor))
    .orderBy(desc(importEntry.id))
    .limit(limit + 1);
  const [all] = await engine.db().select({ n: count() }).from(groups);
  const page = rows.slice(0, limit).map(({ entry }) => entry);
  return {
    rows: page.map(({ id: _, job: __, ...entry }) => entry),
    total: all?.n ?? 0,
    next: rows.length > limit ? encodeCursor([page.at(-1)?.id ?? 0]) : null,
  };
}
