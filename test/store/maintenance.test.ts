import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { backupStore, checkStore, restoreStore } from "../../src/store/maintenance.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { aDocument, aLink, anEntry, aWork } from "./build.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import { aSheet } from "../use-cases/a-sheet.ts";
import { anAccount } from "./conformance-accounts.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
let n = 0;
const fresh = (): string => join(folder, `x${n++}`);

const work = aWork({ symbol: "1/2025/QĐ-UBND" });

async function filled(): Promise<{ readonly file: string; readonly store: Store }> {
  const file = join(fresh(), "index.db");
  const store = await openStore(file);
  await store.works.save([work]);
  await store.documents.add(
    anEntry(
      work,
      aDocument("Về phí bến bãi", [
        { heading: "Mức phí", clauses: ["Xe tải nộp phí theo lượt.", "Xe con nộp phí theo tháng."] },
      ]),
    ),
  );
  await store.attachments.add(attached("giu.pdf"));
  await store.attachments.add({ ...attached("bo.pdf"), removedAt: 5 });
  return { file, store };
}

function attached(name: string) {
  const bytes = new TextEncoder().encode(`%PDF ${name}`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const subject = { subjectKind: "sheet", subject: "s1" } as const;
  return { id: name, ...subject, name, size: bytes.length, sha256, by: "Hà (ha)", at: 1, removedAt: null, bytes };
}

const failing = async (file: string): Promise<string[]> =>
  (await checkStore(file)).checks.filter((check) => !check.ok).map((check) => check.name);

describe("doctor", () => {
  it("finds nothing wrong with a sound index, open or closed", async () => {
    const { file, store } = await filled();
    expect(await failing(file)).toEqual([]);
    await store.close();
    const health = await checkStore(file);
    expect(health.ok).toBe(true);
    expect(health.checks.map((check) => check.name)).toEqual([
      "open",
      "integrity",
      "foreign-keys",
      "search-index",
      "originals",
      "texts",
      "contents",
      "attachments",
      "units",
      "orphans",
    ]);
  });

  it.each([
    ["originals", "update original set bytes = cast('khác' as blob)"],
    ["texts", "update expression set text = replace(text, 'lượt', 'chuyến')"],
    ["contents", "update expression set facts = replace(facts, 'fixed', 'event')"],
    ["attachments", "update attachment set bytes = cast('khác' as blob)"],
    ["attachments", "update attachment set size = 1 where removed_at is not null"],
    ["search-index", "update provision set folded = replace(folded, 'luot', 'chuyen')"],
    ["units", "update provision set heading = 'Mức giá' where heading = 'Mức phí'"],
    ["units", "delete from provision_fts where rowid = 2; delete from provision where id = 2"],
    ["foreign-keys", "update provision set expression = 'x'"],
    ["orphans", "insert into original values ('ff', 1, x'00')"],
  ])("names %s when that was changed behind its back", async (name, statement) => {
    const { file, store } = await filled();
    await store.close();
    const db = new Database(file);
    db.pragma("foreign_keys = OFF");
    db.exec(statement);
    db.close();
    expect(await failing(file)).toContain(name);
  });

  it("names citations of works that are not there", async () => {
    const { file, store } = await filled();
    await store.links.replace(work.id, [
      aLink(work, { resolution: { kind: "work", work: "feedfeedfeedfeed", how: "số" } }),
    ]);
    await store.close();
    const health = await checkStore(file);
    expect(health.checks.find((check) => check.name === "orphans")?.detail).toContain("1 dẫn chiếu");
  });

  it("finds a flipped bit wherever it hits a text or an original", async () => {
    const { file, store } = await filled();
    await store.close();
    const whole = readFileSync(file);
    for (const words of ["Xe tải nộp", "Mức phí"]) {
      for (let at = whole.indexOf(words); at >= 0; at = whole.indexOf(words, at + 1)) {
        const flipped = Buffer.from(whole);
        flipped[at + 1] = (flipped[at + 1] as number) ^ 0x04;
        const copy = join(folder, `flip${n++}.db`);
        writeFileSync(copy, flipped);
        expect((await checkStore(copy)).ok, `${words} at ${at}`).toBe(false);
      }
    }
  });

  it("answers for a file that is missing or no database", async () => {
    expect((await checkStore(join(folder, "không-có.db"))).ok).toBe(false);
    const junk = join(folder, "junk.db");
    writeFileSync(junk, Buffer.alloc(20_000, 7));
    expect((await checkStore(junk)).ok).toBe(false);
  });
});

describe("backup and restore", () => {
  it("copies one committed state while a writer is at work, and gives it back", async () => {
    const { file, store } = await filled();
    let release: () => void = () => {};
    let inside: () => void = () => {};
    const begun = new Promise<void>((done) => (inside = done));
    const writer = store.withTransaction(async () => {
      await store.settings.set("half", "done");
      inside();
      await new Promise<void>((done) => (release = done));
    });
    await begun;
    const to = fresh();
    const saved = await backupStore(file, to);
    expect(saved, saved.message).toMatchObject({ ok: true });
    release();
    await writer;
    await store.close();
    for (const name of readdirSync(to)) expect(statSync(join(to, name)).mode & 0o077, name).toBe(0);

    const target = join(fresh(), "index.db");
    expect(await restoreStore(to, target)).toMatchObject({ ok: true });
    const again = await openStore(target);
    expect(await again.settings.get("half")).toBeNull();
    expect((await again.search.provisions("xe tải", { limit: 1 })).hits).toHaveLength(1);
    await again.close();
    expect((await checkStore(target)).ok).toBe(true);
  });

  it("gives back the work of people: accounts, messages, files, sheets, the whole trail", async () => {
    const { file, store } = await filled();
    await store.accounts.addAccount(anAccount("ha"));
    await store.sheets.open(aSheet({ work: work.id }));
    await store.audit.append({ at: 1, by: "Hà (ha)", action: "sheet.open", subject: "s1", detail: {} });
    const body = { path: "/sheets/s1", values: {}, by: null };
    const times = { at: 1, readAt: null, mailedAt: null };
    await store.messages.tell([{ id: "m", to: "ha", kind: "sheet.proposed", once: "m", body, ...times }]);
    const head = await store.audit.head();
    const to = fresh();
    await backupStore(file, to);
    await store.close();
    const target = join(fresh(), "index.db");
    expect(await restoreStore(to, target)).toMatchObject({ ok: true });
    const again = await openStore(target);
    expect((await again.accounts.accounts()).map((one) => one.id)).toEqual(["ha"]);
    expect(await again.messages.unread("ha")).toBe(1);
    expect(await again.sheets.find("s1")).toMatchObject({ work: work.id });
    expect(new TextDecoder().decode((await again.attachments.bytes("giu.pdf")) ?? undefined)).toBe("%PDF giu.pdf");
    expect(await verifyAudit(again, head === null ? [] : [head])).toMatchObject({ ok: true, entries: 1 });
    await again.close();
    expect((await checkStore(target)).ok).toBe(true);
  });

  it("does not take an index in which only people are for an empty one", async () => {
    const { file, store } = await filled();
    await store.close();
    const to = fresh();
    await backupStore(file, to);
    const target = join(fresh(), "index.db");
    const other = await openStore(target);
    await other.accounts.addAccount(anAccount("duc"));
    await other.close();
    expect(await restoreStore(to, target)).toMatchObject({ ok: false });
  });

  it("never overwrites an earlier backup", async () => {
    const { file, store } = await filled();
    const to = fresh();
    await backupStore(file, to);
    const before = readFileSync(join(to, "manifest.json"), "utf8");
    await store.settings.set("a", "1");
    expect(await backupStore(file, to)).toMatchObject({ ok: false });
    expect(readFileSync(join(to, "manifest.json"), "utf8")).toBe(before);
    await store.close();
  });

  it("replaces an index that holds something only with force, and keeps it aside", async () => {
    const { file, store } = await filled();
    const to = fresh();
    await backupStore(file, to);
    await store.settings.set("later", "1");
    await store.close();
    expect(await restoreStore(to, file)).toMatchObject({ ok: false });
    expect(await restoreStore(to, file, { force: true })).toMatchObject({ ok: true });
    const again = await openStore(file);
    expect(await again.settings.get("later")).toBeNull();
    await again.close();
    const aside = readdirSync(join(file, "..")).filter((name) => name.endsWith(".bak"));
    expect(aside).toHaveLength(1);
    const kept = await openStore(join(file, "..", aside[0] as string), { readonly: true });
    expect(await kept.settings.get("later")).toBe("1");
    await kept.close();
  });

  it("does not pull an index from under a process that has it open", async () => {
    const { file, store } = await filled();
    const to = fresh();
    await backupStore(file, to);
    const refused = await restoreStore(to, file, { force: true });
    expect(refused.ok).toBe(false);
    expect(refused.message).toContain("tiến trình khác");
    expect((await store.documents.counts()).documents).toBe(1);
    await store.close();
  });

  it("refuses a backup that was changed, cut short, or lies about its file", async () => {
    const { file, store } = await filled();
    await store.close();
    const to = fresh();
    await backupStore(file, to);
    const target = join(fresh(), "index.db");
    const variant = (change: (at: string) => void): string => {
      const at = fresh();
      mkdirSync(at);
      for (const name of readdirSync(to)) copyFileSync(join(to, name), join(at, name));
      change(at);
      return at;
    };
    const flipped = variant((at) => {
      const bytes = readFileSync(join(at, "index.db"));
      bytes[9_000] = (bytes[9_000] as number) ^ 1;
      writeFileSync(join(at, "index.db"), bytes);
    });
    const short = variant((at) =>
      writeFileSync(join(at, "index.db"), readFileSync(join(at, "index.db")).subarray(0, 8_192)),
    );
    const outside = variant((at) => {
      const manifest = JSON.parse(readFileSync(join(at, "manifest.json"), "utf8")) as object;
      writeFileSync(join(at, "manifest.json"), JSON.stringify({ ...manifest, file: "../index.db" }));
    });
    const bare = variant((at) => writeFileSync(join(at, "manifest.json"), "{"));
    for (const at of [flipped, short, outside, bare, fresh()]) expect((await restoreStore(at, target)).ok).toBe(false);
    expect(existsSync(target)).toBe(false);
  });
});
