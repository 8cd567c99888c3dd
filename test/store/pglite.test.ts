import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll } from "vitest";
import { openPglite } from "../../src/store/open.ts";
import { storeConformance } from "./conformance.ts";
import { EMPTY_ALL } from "./empty-all.ts";

let client: PGlite;

// It starts slowly: one instance for the file, emptied before each test.
beforeAll(async () => {
  client = await PGlite.create();
}, 120_000);

afterAll(async () => client.close());

storeConformance("PGlite", {
  async open() {
    const store = await openPglite(client);
    await client.exec(EMPTY_ALL);
    return store;
  },
});
