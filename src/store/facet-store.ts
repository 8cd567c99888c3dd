import { inArray } from "drizzle-orm";
import { chunks } from "./chunks.ts";
import type { Engine } from "./engine.ts";
import type { FacetStore } from "./desk.ts";

export function facetStore(engine: Engine): FacetStore {
  const { workFacet, expression } = engine.schema;
  return {
    save: (facets) =>
      engine.withTransaction(async () => {
        await engine.insert("workFacet", {
          rows: [...facets],
          onConflict: {
            key: ["work"],
            set: ["level", "body", "bodyName", "fields", "territory", "territoryNames"],
          },
        });
      }),
    async of(works) {
      const found = new Map();
      for (const some of chunks([...works]))
        for (const row of await engine.db().select().from(workFacet).where(inArray(workFacet.work, some)))
          found.set(row.work, row);
      return found;
    },
    all: async () => engine.db().select().from(workFacet),
    async missing() {
      const [having, texts] = await Promise.all([
        engine.db().select({ work: workFacet.work }).from(workFacet),
        engine.db().selectDistinct({ work: expression.work }).from(expression),
      ]);
      const known = new Set(having.map((row) => row.work));
      return texts.flatMap(({ work }) => (known.has(work) ? [] : [work])).sort();
    },
  };
}
