import { eq } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import type { Store } from "./store.ts";

export function settingStore(engine: Engine): Store["settings"] {
  const { setting } = engine.schema;
  return {
    async get(key) {
      const [row] = await engine
        .db()
        .select({ value: setting.value })
        .from(setting)
        .where(eq(setting.key, key))
        .limit(1);
      return row?.value ?? null;
    },
    set: (key, value) =>
      engine.withTransaction(() =>
        engine.insert("setting", { rows: [{ key, value }], onConflict: { key: ["key"], set: ["value"] } }),
      ),
  };
}
