import { and, asc, count, countDistinct, desc, eq, inArray, isNotNull, ne, notInArray } from "drizzle-orm";
import type { Resolution, WorkId } from "../domain/work.ts";
import { chunks } from "./chunks.ts";
import type { Engine } from "./engine.ts";
import type { Schema } from "./schema.ts";
import type { LinkStore, StoredLink } from "./store.ts";

type LinkRow = Schema["link"]["$inferSelect"];

export function linkStore(engine: Engine): LinkStore {
  const { link } = engine.schema;
  const inOrder = [asc(link.from), asc(link.citation), asc(link.target)];
  const select = () => engine.db().select().from(link);
  return {
    replace: (from, links) =>
      engine.withTransaction(async () => {
        await engine.db().delete(link).where(eq(link.from, from));
        await engine.insert("link", { rows: links.map((each) => rowOf({ ...each, from })) });
      }),
    from: async (work) =>
      (
        await select()
          .where(eq(link.from, work))
          .orderBy(...inOrder)
      ).map(linkOf),
    async to(work, { roles, limit } = {}) {
      const rows = select()
        .where(and(eq(link.to, work), roles === undefined ? undefined : inArray(link.role, [...roles])))
        .orderBy(...inOrder);
      return (await (limit === undefined ? rows : rows.limit(limit))).map(linkOf);
    },
    async countTo(work, except) {
      const [row] = await engine
        .db()
        .select({ n: countDistinct(link.from) })
        .from(link)
        .where(and(eq(link.to, work), except.length === 0 ? undefined : notInArray(link.from, [...except])));
      return row?.n ?? 0;
    },
    async mostCited(limit) {
      const rows = await engine
        .db()
        .select({ work: link.to, citedBy: countDistinct(link.from) })
        .from(link)
        .where(and(isNotNull(link.to), ne(link.from, link.to)))
        .groupBy(link.to)
        .orderBy(desc(countDistinct(link.from)), asc(link.to))
        .limit(limit);
      return rows.flatMap(({ work, citedBy }) => (work === null ? [] : [{ work, citedBy }]));
    },
    async pairs() {
      const rows = await engine
        .db()
        .selectDistinct({ from: link.from, to: link.to })
        .from(link)
        .where(isNotNull(link.to))
        .orderBy(asc(link.to), asc(link.from));
      return rows.flatMap(({ from, to }) => (to === null || from === to ? [] : [{ from, to }]));
    },
    async citing(keys) {
      const works = new Set<WorkId>();
      for (const some of chunks(keys)) {
        const rows = await engine.db().selectDistinct({ from: link.from }).from(link).where(inArray(link.key, some));
        for (const row of rows) works.add(row.from);
      }
      return [...works].sort();
    },
    async counts() {
      const rows = await engine.db().select({ kind: link.kind, n: count() }).from(link).groupBy(link.kind);
      const of = (kind: Resolution["kind"]): number => rows.find((row) => row.kind === kind)?.n ?? 0;
      const [missing] = await engine
        .db()
        .select({ n: count() })
        .from(link)
        .where(and(eq(link.kind, "work"), eq(link.hasMissing, true)));
      return {
        resolved: of("work"),
        unresolved: of("unresolved"),
        ambiguous: of("ambiguous"),
        missing: missing?.n ?? 0,
      };
    },
  };
}

const rowOf = ({ resolution, ...link }: StoredLink): LinkRow => ({
  ...link,
  kind: resolution.kind,
  how: resolution.how,
  to: resolution.kind === "work" ? resolution.work : null,
  candidates: resolution.kind === "ambiguous" ? resolution.candidates : [],
  hasMissing: link.missing.length > 0,
});

export const linkOf = ({ kind, how, to, candidates, hasMissing: _, ...link }: LinkRow): StoredLink => ({
  ...link,
  resolution:
    kind === "work" && to !== null
      ? { kind, work: to, how }
      : kind === "ambiguous"
        ? { kind, candidates, how }
        : { kind: "unresolved", how },
});
