import { asc, eq } from "drizzle-orm";
import type { Detailing } from "../resolve/resolved.ts";
import type { Engine } from "./engine.ts";
import type { Schema } from "./schema.ts";
import type { RelationStore } from "./store.ts";

export function relationStore(engine: Engine): RelationStore {
  const { relation } = engine.schema;
  const select = () => engine.db().select().from(relation);
  const inOrder = [asc(relation.child), asc(relation.ord)];
  return {
    replace: (child, relations) =>
      engine.withTransaction(async () => {
        await engine.db().delete(relation).where(eq(relation.child, child));
        await engine.insert("relation", { rows: relations.map((each, ord) => ({ ...each, child, ord })) });
      }),
    async of(work) {
      const parents = await select()
        .where(eq(relation.child, work))
        .orderBy(...inOrder);
      const children = await select()
        .where(eq(relation.parent, work))
        .orderBy(...inOrder);
      return { parents: parents.map(detailingOf), children: children.map(detailingOf) };
    },
    all: async () => (await select().orderBy(...inOrder)).map(detailingOf),
  };
}

const detailingOf = ({ ord: _, ...row }: Schema["relation"]["$inferSelect"]): Detailing => row;
