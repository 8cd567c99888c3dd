import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import type { AuditEntry } from "../../src/domain/audit.ts";
import { hashOf } from "../../src/store/audit-store.ts";
import { openStore } from "../../src/store/open.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import { anAct } from "./conformance-audit.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const ENTRIES = 60;
const TAMPERINGS = 1000;

/** Numbers that look random and come out the same again. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

interface Row extends Omit<AuditEntry, "detail" | "by"> {
  done_by: string;
  detail: string;
}

/** Ways to falsify a log with the file in hand and the triggers off. Each changes something. */
type Tampering = (db: Database.Database, at: number, roll: (below: number) => number) => void;

const WAYS: Readonly<Record<string, Tampering>> = {
  "another moment": (db, at) => db.prepare("update audit set at = at + 1 where seq = ?").run(at),
  "another person": (db, at) => db.prepare("update audit set done_by = done_by || ' ' where seq = ?").run(at),
  "another deed": (db, at) => db.prepare("update audit set action = 'finding.undo' where seq = ?").run(at),
  "another subject": (db, at) => db.prepare("update audit set subject = 'kx' where seq = ?").run(at),
  "another reason": (db, at) =>
    db.prepare(`update audit set detail = json_set(detail, '$.why', 'khác') where seq = ?`).run(at),
  "one more word": (db, at) => db.prepare(`update audit set detail = json_set(detail, '$.x', 1) where seq = ?`).run(at),
  "an entry taken out": (db, at) => db.prepare("delete from audit where seq = ?").run(at),
  "the end cut off": (db, at) => db.prepare("delete from audit where seq >= ?").run(at),
  "an entry taken out and the rest moved up": (db, at) => {
    db.prepare("delete from audit where seq = ?").run(at);
    for (let seq = at + 1; seq <= ENTRIES; seq++)
      db.prepare("update audit set seq = ? where seq = ?").run(seq - 1, seq);
  },
  "two entries exchanged": (db, at) => {
    const other = at === ENTRIES ? at - 1 : at + 1;
    for (const [from, to] of [
      [at, 9_000],
      [other, at],
      [9_000, other],
    ])
      db.prepare("update audit set seq = ? where seq = ?").run(to, from);
  },
  "an entry rewritten with a hash of its own": (db, at) => rehash(db, at, at),
  "everything from an entry on rewritten": (db, at) => rehash(db, at, ENTRIES),
  "an entry added at the end": (db) => {
    const last = db.prepare("select * from audit order by seq desc limit 1").get() as Row;
    const entry = { ...anAct(99), seq: last.seq + 1, prev: last.hash };
    db.prepare("insert into audit values (?, ?, ?, ?, ?, ?, ?, ?)").run(
      entry.seq,
      entry.at,
      entry.by,
      entry.action,
      entry.subject,
      JSON.stringify(entry.detail),
      entry.prev,
      hashOf(entry),
    );
  },
  "one letter of a hash": (db, at, roll) => {
    const { hash } = db.prepare("select hash from audit where seq = ?").get(at) as Row;
    const place = roll(hash.length);
    const letter = hash[place] === "0" ? "1" : "0";
    db.prepare("update audit set hash = ? where seq = ?").run(
      hash.slice(0, place) + letter + hash.slice(place + 1),
      at,
    );
  },
};

/** Where the chain must be seen to break. An entry that was given a new hash of its own betrays itself by the next one. */
function firstBad(way: string, at: number): number {
  if (way === "an entry rewritten with a hash of its own") return at + 1;
  if (way === "everything from an entry on rewritten") return ENTRIES + 1;
  if (way === "an entry added at the end") return ENTRIES + 2;
  return way === "two entries exchanged" && at === ENTRIES ? at - 1 : at;
}

function rehash(db: Database.Database, from: number, to: number): void {
  const before = db.prepare("select hash from audit where seq = ?").get(from - 1) as Row | undefined;
  let prev = before?.hash ?? "";
  for (let seq = from; seq <= to; seq++) {
    const row = db.prepare("select * from audit where seq = ?").get(seq) as Row;
    const entry = { ...row, by: row.done_by, detail: JSON.parse(row.detail) as AuditEntry["detail"], prev };
    const forged = seq === from ? { ...entry, by: "kẻ khác" } : entry;
    prev = hashOf(forged);
    db.prepare("update audit set done_by = ?, prev = ?, hash = ? where seq = ?").run(forged.by, forged.prev, prev, seq);
  }
}

describe("a falsified log", () => {
  test(`${TAMPERINGS} tamperings of every kind are all found, the first bad entry named`, async () => {
    const file = join(folder, "audit.db");
    const store = await openStore(file);
    for (let n = 1; n <= ENTRIES; n++) await store.audit.append(anAct(n));
    const whole = await store.audit.head();
    const raw = new Database(file);
    raw.exec("drop trigger audit_stays; drop trigger audit_remains");
    const roll = dice(7);
    const missed: string[] = [];
    const ways = Object.entries(WAYS);
    for (let n = 0; n < TAMPERINGS; n++) {
      const [name, tamper] = ways[n % ways.length] as [string, Tampering];
      const at = 1 + roll(ENTRIES);
      raw.exec("savepoint before");
      tamper(raw, at, roll);
      raw.exec("release before");
      const verdict = await verifyAudit(store);
      if (verdict.broken?.seq !== firstBad(name, at))
        missed.push(`${name} at ${at}: ${verdict.broken?.seq ?? "not found"}`);
      restore(raw);
    }
    expect(missed).toEqual([]);
    expect(await verifyAudit(store)).toMatchObject({ ok: true, entries: ENTRIES, head: whole });

    function restore(db: Database.Database): void {
      db.transaction(() => {
        db.exec("delete from audit");
        let prev = "";
        for (let seq = 1; seq <= ENTRIES; seq++) {
          const entry = { ...anAct(seq), seq, prev };
          prev = hashOf(entry);
          db.prepare("insert into audit values (?, ?, ?, ?, ?, ?, ?, ?)").run(
            seq,
            entry.at,
            entry.by,
            entry.action,
            entry.subject,
            JSON.stringify(entry.detail),
            entry.prev,
            prev,
          );
        }
      })();
    }
    raw.close();
    await store.close();
  }, 120_000);

  test("rewritten to its very end, noted head and all, it still differs from a head kept elsewhere", async () => {
    const file = join(folder, "anchored.db");
    const store = await openStore(file);
    for (let n = 1; n <= ENTRIES; n++) await store.audit.append(anAct(n));
    const anchor = (await store.audit.list({ before: 31, limit: 1 }))[0];
    const raw = new Database(file);
    raw.exec("drop trigger audit_stays");
    rehash(raw, 10, ENTRIES);
    const { hash } = raw.prepare("select hash from audit where seq = ?").get(ENTRIES) as Row;
    raw.prepare("update setting set value = ? where key = 'audit-head'").run(`${ENTRIES} ${hash}`);
    raw.close();
    expect((await verifyAudit(store)).ok).toBe(true);
    expect(await verifyAudit(store, [{ seq: 30, hash: anchor?.hash ?? "" }])).toMatchObject({
      ok: false,
      broken: { seq: 30 },
    });
    await store.close();
  });

  test("the database itself refuses to change or delete an entry", async () => {
    const file = join(folder, "refusing.db");
    const store = await openStore(file);
    await store.audit.append(anAct(1));
    const raw = new Database(file);
    expect(() => raw.exec("update audit set done_by = 'x'")).toThrow("never changed");
    expect(() => raw.exec("delete from audit")).toThrow("never deleted");
    raw.close();
    await store.close();
  });
});
