import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { aDocument, anEntry, aWork } from "./build.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
let n = 0;
const fresh = (): string => join(folder, `s${n++}`, "data", "index.db");

describe("the SQLite file", () => {
  it("is for its owner only, folder included", async () => {
    const file = fresh();
    const store = await openStore(file);
    await store.settings.set("a", "1");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, "..")).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(join(file, "..")))
      expect(statSync(join(file, "..", name)).mode & 0o077, name).toBe(0);
    await store.close();
  });

  it("is in WAL mode and keeps what was acknowledged when the process dies at once", () => {
    const file = fresh();
    const script = `
      import { openStore } from "./src/store/open.ts";
      openStore(process.argv[1]).then(async (store) => {
        await store.settings.set("a", "1");
        process.kill(process.pid, "SIGKILL");
      });`;
    expect(() =>
      execFileSync(process.execPath, ["--import", "tsx", "-e", script, file], { stdio: "ignore" }),
    ).toThrow();
    const db = new Database(file);
    expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(db.prepare("select value from setting where key = 'a'").pluck().get()).toBe("1");
    db.close();
  });

  it("shows readers only what is committed", async () => {
    const store = await openStore(fresh());
    let inside: () => void = () => {};
    const begun = new Promise<void>((done) => (inside = done));
    let release: () => void = () => {};
    const writer = store.withTransaction(async () => {
      await store.settings.set("a", "1");
      expect(await store.settings.get("a")).toBe("1");
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

  it("waits for a writer of another connection instead of failing", async () => {
    const file = fresh();
    const [a, b] = [await openStore(file), await openStore(file)];
    let inside: () => void = () => {};
    const begun = new Promise<void>((done) => (inside = done));
    const slow = a.withTransaction(async () => {
      await a.settings.set("a", "1");
      inside();
      await new Promise((done) => setTimeout(done, 300));
    });
    await begun;
    await b.settings.set("b", "2");
    await slow;
    expect([await b.settings.get("a"), await a.settings.get("b")]).toEqual(["1", "2"]);
    await a.close();
    await b.close();
  });

  it("refuses to write when read-only, and reads beside a writer", async () => {
    const file = fresh();
    const writer = await openStore(file);
    const work = aWork({ symbol: "1/2025/QĐ-UBND" });
    await writer.works.save([work]);
    const reader = await openStore(file, { readonly: true });
    await writer.documents.add(anEntry(work, aDocument("Một", [{ heading: "Hai", clauses: ["Ba."] }])));
    expect((await reader.search.provisions("ba", { limit: 1 })).hits).toHaveLength(1);
    await expect(reader.settings.set("a", "1")).rejects.toMatchObject({ code: "read-only" });
    await reader.close();
    await writer.close();
  });

  it("does not make an index where a read-only one is missing", async () => {
    const file = fresh();
    await expect(openStore(file, { readonly: true })).rejects.toMatchObject({ code: "missing-file" });
    expect(existsSync(file)).toBe(false);
  });

  it("leaves other people's files alone", async () => {
    const text = join(folder, "thu.txt");
    writeFileSync(text, "Đây là một tệp văn bản, không phải cơ sở dữ liệu.".repeat(100));
    await expect(openStore(text)).rejects.toMatchObject({ code: "not-an-index" });
    const other = join(folder, "other.db");
    const db = new Database(other);
    db.exec("create table t (a)");
    db.close();
    const before = statSync(other);
    await expect(openStore(other)).rejects.toMatchObject({ code: "not-an-index" });
    expect(statSync(other).size).toBe(before.size);
    expect(readdirSync(folder).filter((name) => name.startsWith("other.db"))).toEqual(["other.db"]);
  });
});
