import { and, desc, eq, isNull } from "drizzle-orm";
import type { TokenStore } from "./desk.ts";
import type { Engine } from "./engine.ts";

export function tokenStore(engine: Engine): TokenStore {
  const { apiToken } = engine.schema;
  return {
    all: async () => engine.db().select().from(apiToken).orderBy(desc(apiToken.at), desc(apiToken.id)),
    add: (token) =>
      engine.withTransaction(async () => {
        await engine.insert("apiToken", { rows: [token] });
      }),
    async byHash(hash) {
      const [row] = await engine.db().select().from(apiToken).where(eq(apiToken.hash, hash)).limit(1);
      return row ?? null;
    },
    used: (id, at) =>
      engine.withTransaction(async () => {
        await engine.db().update(apiToken).set({ lastUsedAt: at }).where(eq(apiToken.id, id));
      }),
    revoke: (id, at) =>
      engine.withTransaction(async () => {
        const revoked = await engine
          .db()
          .update(apiToken)
          .set({ revokedAt: at })
          .where(and(eq(apiToken.id, id), isNull(apiToken.revokedAt)))
          .returning({ id: apiToken.id });
        return revoked.length > 0;
      }),
  };
}
