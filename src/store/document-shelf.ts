import { and, count, eq, gt, inArray, lte } from "drizzle-orm";
import type { WorkId } from "../domain/work.ts";
import { chunks } from "./chunks.ts";
import type { Engine } from "./engine.ts";
import type { DocumentStore, StatusStore } from "./store.ts";
import { workOf } from "./work-store.ts";

type Shelf = Pick<DocumentStore, "shelf" | "findingCounts" | "filesOf">;

export function documentShelf(engine: Engine): Shelf {
  const { work, expression, workFacet, finding, original } = engine.schema;
  return {
    // three tables read through one after the other: joined in SQL the same takes twice as long
    async shelf() {
      const current = await engine
        .db()
        .select({ work: expression.work, quality: expression.quality })
        .from(expression)
        .where(eq(expression.current, true));
      const quality = new Map(current.map((row) => [row.work, row.quality]));
      const facets = new Map((await engine.db().select().from(workFacet)).map((row) => [row.work, row]));
      const rows = await engine.db().select().from(work).where(eq(work.known, "text"));
      return rows.flatMap((row) => {
        const itsQuality = quality.get(row.id);
        if (itsQuality === undefined) return [];
        const { year, folded, issuerKey, byIssued, bySymbol, byTitle } = row;
        const keys = { issued: byIssued, symbol: bySymbol, title: byTitle };
        return [
          { work: workOf(row), year, folded, issuerKey, keys, quality: itsQuality, facet: facets.get(row.id) ?? null },
        ];
      });
    },
    async findingCounts() {
      const rows = await engine
        .db()
        .select({ work: finding.work, n: count() })
        .from(finding)
        .where(eq(finding.gone, false))
        .groupBy(finding.work);
      return new Map(rows.map((row) => [row.work, row.n]));
    },
    async filesOf(works) {
      const found = new Map<WorkId, { sha256: string; file: string; format: string; size: number }>();
      const { sha256, file, format } = expression;
      for (const some of chunks([...works]))
        for (const { work: of, ...row } of await engine
          .db()
          .select({ work: expression.work, sha256, file, format, size: original.size })
          .from(expression)
          .innerJoin(original, eq(original.sha256, sha256))
          .where(and(inArray(expression.work, some), eq(expression.current, true))))
          found.set(of, row);
      return found;
    },
  };
}

/** Statuses of a day without their proofs, which are long and which a list does not show. */
export function statusesInBrief(engine: Engine): Pick<StatusStore, "brief"> {
  const { work, from, to, status, since, reason } = engine.schema.statusPeriod;
  return {
    brief: async (day) =>
      engine
        .db()
        .select({ work, status, since, reason })
        .from(engine.schema.statusPeriod)
        .where(and(lte(from, day), gt(to, day))),
  };
}
