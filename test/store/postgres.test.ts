import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { backupStore, checkStore, restoreStore } from "../../src/store/maintenance.ts";
import { openStore } from "../../src/store/open.ts";
import { aDocument, anEntry, aWork } from "./build.ts";
import { storeConformance } from "./conformance.ts";
import { EMPTY_ALL } from "./empty-all.ts";
import { throwawayPostgres } from "./throwaway-postgres.ts";

it("says in Vietnamese that a server cannot be reached, without repeating the password", async () => {
  const refused = openStore("postgres://ai:matkhau@127.0.0.1:1/x");
  await expect(refused).rejects.toMatchObject({ code: "unreachable" });
  await expect(refused).rejects.not.toThrow(/matkhau/u);
});

const server = await throwawayPostgres();

if (server.url === null) {
  console.warn(`PostgreSQL tests are skipped: ${server.reason}`);
  describe.skip(`store on PostgreSQL (${server.reason})`, () => it("is skipped", () => {}));
} else {
  const { url, drop } = await ownDatabase(server.url);
  const admin = new pg.Pool({ connectionString: url, max: 1 });
  afterAll(async () => {
    await admin.end();
    await drop();
    server.stop();
  });
  const open = async () => {
    const store = await openStore(url);
    await admin.query(EMPTY_ALL);
    return store;
  };

  storeConformance("PostgreSQL", { open });

  describe("PostgreSQL alone", () => {
    it("lets two processes write without losing either", async () => {
      const [a, b] = [await open(), await openStore(url)];
      const work = aWork({ symbol: "1/2025/QĐ-UBND" });
      await a.works.save([work]);
      const versions = [0, 1, 2, 3, 4, 5].map((i) =>
        (i % 2 === 0 ? a : b).documents.add(
          anEntry(work, aDocument(`Bản ${i}`, [{ heading: "Một", clauses: ["Hai."] }])),
        ),
      );
      await Promise.all(versions);
      expect((await a.documents.versions(work.id)).map((each) => each.version)).toEqual([1, 2, 3, 4, 5, 6]);
      await a.close();
      await b.close();
    });

    it("reads only what is committed while a writer is at work", async () => {
      const store = await open();
      let inside: () => void = () => {};
      const begun = new Promise<void>((done) => (inside = done));
      let release: () => void = () => {};
      const writer = store.withTransaction(async () => {
        await store.settings.set("a", "1");
        inside();
        await new Promise<void>((done) => (release = done));
      });
      await begun;
      expect(await store.settings.get("a")).toBeNull();
      release();
      await writer;
      expect(await store.settings.get("a")).toBe("1");
      await store.close();
    });

    it("refuses a newer schema and writing when read-only", async () => {
      await (await open()).close();
      const readonly = await openStore(url, { readonly: true });
      await expect(readonly.settings.set("a", "1")).rejects.toMatchObject({ code: "read-only" });
      await readonly.close();
      await admin.query("insert into schema_migration values (99, 'later', '', 0)");
      await expect(openStore(url)).rejects.toMatchObject({ code: "schema-newer" });
      await admin.query("delete from schema_migration where idx = 99");
    });

    it("checks hashes and says what to use for copies", async () => {
      const store = await open();
      const work = aWork({ symbol: "1/2025/QĐ-UBND" });
      await store.works.save([work]);
      await store.documents.add(anEntry(work, aDocument("Một", [{ heading: "Hai", clauses: ["Ba."] }])));
      await store.close();
      expect((await checkStore(url)).ok).toBe(true);
      await admin.query("update expression set text = text || '!'");
      expect((await checkStore(url)).checks.find((check) => !check.ok)?.name).toBe("texts");
      expect((await backupStore(url, "/nowhere")).message).toContain("pg_dump");
      expect((await restoreStore("/nowhere", url)).message).toContain("pg_restore");
    });
  });
}

/** A database of our own on a server given by the environment: nobody else's tables are touched. */
async function ownDatabase(at: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `rasoat_test_${process.pid}`;
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: at });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database ${name}`);
  const url = new URL(at);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database if exists ${name} with (force)`) };
}
