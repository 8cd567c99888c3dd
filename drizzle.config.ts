import { defineConfig } from "drizzle-kit";

/**
 * `npx drizzle-kit generate` writes the next SQLite migration, `DIALECT=postgres npx drizzle-kit generate` the PostgreSQL one.
 * Search tables and generated columns are written by hand: `--custom`.
 */
const postgres = process.env.DIALECT === "postgres";

export default defineConfig({
  dialect: postgres ? "postgresql" : "sqlite",
  schema: postgres ? "./src/store/schema.pg.ts" : "./src/store/schema.sqlite.ts",
  out: postgres ? "./src/store/migrations/postgres" : "./src/store/migrations/sqlite",
});
