import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashOf } from "../../src/store/audit-store.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { anchorState, anchorTrail } from "../../src/use-cases/anchor-trail.ts";
import { dailyRound } from "../../src/use-cases/daily-round.ts";
import { anAccount } from "./conformance-accounts.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const NOW = Date.parse("2026-11-26T09:00:00+07:00");
const root = temporaryFolder();
let n = 0;
let folder: string;
let file: string;
let store: Store;
beforeEach(async () => {
  folder = join(root, `neo${n}`);
  file = join(root, `kho${n++}.db`);
  store = await openStore(file);
  await deed("một");
  await deed("hai");
});
afterEach(() => store.close());

const deed = (text: string) =>
  store.audit.append({ at: NOW, by: "Hà (ha)", action: "finding.note", subject: "k", detail: { text } });
const lines = (): string[] => readFileSync(join(folder, "nhat-ky-neo.txt"), "utf8").trim().split("\n");

test("the head is kept once a day, and what was kept still holds", async () => {
  const head = await store.audit.head();
  expect(await anchorTrail(store, folder, "2026-11-26", NOW)).toMatchObject({ anchored: { seq: 2 }, fault: null });
  await anchorTrail(store, folder, "2026-11-26", NOW + 1);
  expect(lines()).toEqual([`2026-11-26 2 ${head?.hash}`]);
  await deed("ba");
  await anchorTrail(store, folder, "2026-11-27", NOW + 2);
  await anchorTrail(store, folder, "2026-11-28", NOW + 3);
  expect(lines().map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
    "2026-11-26 2",
    "2026-11-27 3",
    "2026-11-28 3",
  ]);
  expect(await anchorState(store)).toMatchObject({ day: "2026-11-28", fault: null });
});

test("a whole chain rewritten with the database in hand is found by the head kept elsewhere, and told", async () => {
  await store.accounts.addAccount(anAccount("qt", { role: "admin" }));
  await store.accounts.addAccount(anAccount("duyet", { role: "approver" }));
  await store.accounts.addAccount(anAccount("ra", { role: "reviewer" }));
  await dailyRound({ store, now: NOW, post: null, anchorDir: folder });
  await store.close();
  rewriteFromTheFirst();
  store = await openStore(file);
  const day = 86_400_000;
  const done = await dailyRound({ store, now: NOW + day, post: null, anchorDir: folder });
  expect(done.anchor?.fault).toMatchObject({ kind: "broken" });
  expect(done.anchor?.fault?.what).toContain("Mục số 2");
  // what does not hold is not anchored, and the fault stays until somebody has looked
  expect(lines()).toHaveLength(1);
  expect((await dailyRound({ store, now: NOW + 2 * day, post: null, anchorDir: folder })).anchor?.fault).not.toBeNull();
  for (const who of ["qt", "duyet"])
    expect((await store.messages.to(who, { read: false, limit: 9 })).rows.map((m) => m.kind)).toEqual([
      "audit.fault",
      "audit.fault",
    ]);
  expect(await store.messages.unread("ra")).toBe(0);
});

/** As somebody would who owns the file: every entry changed and hashed anew, the noted end as well. */
function rewriteFromTheFirst(): void {
  const db = new Database(file);
  for (const { name } of db.prepare("select name from sqlite_schema where type = 'trigger'").all() as {
    name: string;
  }[])
    db.exec(`drop trigger "${name}"`);
  let prev = "";
  const rows = db.prepare("select * from audit order by seq").all() as Record<string, never>[];
  for (const row of rows) {
    const entry = { ...row, by: "Ai khác", detail: JSON.parse(row["detail"] ?? "{}"), prev } as never;
    const hash = hashOf(entry);
    const author = Object.keys(row).find((name) => row[name] === ("Hà (ha)" as never)) ?? "";
    db.prepare(`update audit set "${author}" = 'Ai khác', prev = ?, hash = ? where seq = ?`).run(
      prev,
      hash,
      row["seq"],
    );
    prev = hash;
  }
  db.prepare("update setting set value = ? where key = 'audit-head'").run(`${rows.length} ${prev}`);
  db.close();
}

test("a folder that cannot be written and a line that is not ours are told apart", async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, "nhat-ky-neo.txt"), "2026-11-25 1 abc\n");
  expect((await anchorTrail(store, folder, "2026-11-26", NOW)).fault).toMatchObject({ kind: "unreadable" });
  const blocked = join(root, `tep${n}`);
  writeFileSync(blocked, "");
  expect((await anchorTrail(store, join(blocked, "neo"), "2026-11-26", NOW)).fault?.kind).toMatch(/^un/u);
  // mended within the day: the next round does it
  expect(await anchorTrail(store, join(root, `moi${n}`), "2026-11-26", NOW)).toMatchObject({ fault: null });
});

test("an index put back to an earlier state is found out", async () => {
  await deed("ba");
  await anchorTrail(store, folder, "2026-11-26", NOW);
  const older = await openStore(":memory:");
  const other = await anchorTrail(older, folder, "2026-11-27", NOW);
  expect(other.fault).toMatchObject({ kind: "broken", what: "Mất mục số 3 đã in hoặc đã lưu ở nơi khác." });
  await older.close();
});
