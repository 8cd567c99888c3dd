import { and, asc, desc, eq, isNull, max, ne } from "drizzle-orm";
import type { Account, Unit } from "../domain/account.ts";
import { fold } from "../domain/fold.ts";
import type { AccountStore } from "./accounts.ts";
import type { Engine } from "./engine.ts";

export function accountStore(engine: Engine): AccountStore {
  return { ...accounts(engine), ...units(engine), ...sessions(engine) };
}

type Accounts = Pick<
  AccountStore,
  "any" | "accounts" | "account" | "byLogin" | "bySubject" | "addAccount" | "changeAccount" | "failed" | "entered"
>;

function accounts(engine: Engine): Accounts {
  const { account } = engine.schema;
  const one = async (where: ReturnType<typeof eq>): Promise<Account | null> => {
    const [row] = await engine.db().select().from(account).where(where).limit(1);
    return row ?? null;
  };
  return {
    any: async () => (await engine.db().select({ id: account.id }).from(account).limit(1)).length > 0,
    accounts: async () => engine.db().select().from(account).orderBy(asc(account.login)),
    account: (id) => one(eq(account.id, id)),
    byLogin: (login) => one(eq(account.login, login)),
    bySubject: (subject) => one(eq(account.subject, subject)),
    addAccount: (entry) =>
      engine.withTransaction(async () => {
        if ((await one(eq(account.login, entry.login))) !== null) return false;
        if (entry.subject !== null && (await one(eq(account.subject, entry.subject))) !== null) return false;
        await engine.insert("account", { rows: [entry] });
        return true;
      }),
    changeAccount: ({ id, login: _login, by: _by, at: _at, version, ...values }) =>
      engine.withTransaction(async () => {
        const changed = await engine
          .db()
          .update(account)
          .set({ ...values, version: version + 1 })
          .where(and(eq(account.id, id), eq(account.version, version)))
          .returning({ id: account.id });
        return changed.length > 0;
      }),
    failed: (id, now, window, most) =>
      engine.withTransaction(async () => {
        const known = await one(eq(account.id, id));
        const recent = known?.failedSince != null && now - known.failedSince < window;
        const failures = recent ? (known?.failures ?? 0) + 1 : 1;
        const lockedUntil = failures >= most ? now + window : null;
        const failedSince = recent ? (known?.failedSince ?? now) : now;
        await engine.db().update(account).set({ failures, failedSince, lockedUntil }).where(eq(account.id, id));
        return { failures, lockedUntil };
      }),
    entered: (id, now) =>
      engine.withTransaction(async () => {
        const clean = { failures: 0, failedSince: null, lockedUntil: null, lastLoginAt: now };
        await engine.db().update(account).set(clean).where(eq(account.id, id));
      }),
  };
}

type Units = Pick<AccountStore, "units" | "unit" | "addUnit" | "changeUnit">;

function units(engine: Engine): Units {
  const { unit } = engine.schema;
  const plain = ({ folded: _, ...row }: typeof unit.$inferSelect): Unit => row;
  const named = async (name: string): Promise<string | null> => {
    const [row] = await engine
      .db()
      .select({ id: unit.id })
      .from(unit)
      .where(eq(unit.folded, fold(name)))
      .limit(1);
    return row?.id ?? null;
  };
  return {
    units: async () => (await engine.db().select().from(unit).orderBy(asc(unit.folded))).map(plain),
    async unit(id) {
      const [row] = await engine.db().select().from(unit).where(eq(unit.id, id)).limit(1);
      return row ? plain(row) : null;
    },
    addUnit: (entry) =>
      engine.withTransaction(async () => {
        if ((await named(entry.name)) !== null) return false;
        await engine.insert("unit", { rows: [{ ...entry, folded: fold(entry.name) }] });
        return true;
      }),
    changeUnit: ({ id, by: _by, at: _at, version, ...values }) =>
      engine.withTransaction(async () => {
        const holder = await named(values.name);
        if (holder !== null && holder !== id) return "taken";
        const changed = await engine
          .db()
          .update(unit)
          .set({ ...values, folded: fold(values.name), version: version + 1 })
          .where(and(eq(unit.id, id), eq(unit.version, version)))
          .returning({ id: unit.id });
        return changed.length > 0 ? "changed" : "stale";
      }),
  };
}

type Sessions = Pick<
  AccountStore,
  "beginSession" | "session" | "touchSession" | "endSession" | "endSessionsOf" | "sessionsOf" | "lastSeen"
>;

function sessions(engine: Engine): Sessions {
  const { session } = engine.schema;
  return {
    beginSession: (entry) =>
      engine.withTransaction(async () => {
        await engine.insert("session", { rows: [entry] });
      }),
    async session(hash) {
      const [row] = await engine.db().select().from(session).where(eq(session.hash, hash)).limit(1);
      return row ?? null;
    },
    touchSession: (hash, now) =>
      engine.withTransaction(async () => {
        await engine.db().update(session).set({ seenAt: now }).where(eq(session.hash, hash));
      }),
    endSession: (hash, now) =>
      engine.withTransaction(async () => {
        const ended = await engine
          .db()
          .update(session)
          .set({ endedAt: now })
          .where(and(eq(session.hash, hash), isNull(session.endedAt)))
          .returning({ hash: session.hash });
        return ended.length > 0;
      }),
    endSessionsOf: (account, now, except = "") =>
      engine.withTransaction(async () => {
        const ended = await engine
          .db()
          .update(session)
          .set({ endedAt: now })
          .where(and(eq(session.account, account), isNull(session.endedAt), ne(session.hash, except)))
          .returning({ hash: session.hash });
        return ended.length;
      }),
    sessionsOf: async (account) =>
      engine
        .db()
        .select()
        .from(session)
        .where(and(eq(session.account, account), isNull(session.endedAt)))
        .orderBy(desc(session.at)),
    async lastSeen(account) {
      const [row] = await engine
        .db()
        .select({ at: max(session.seenAt) })
        .from(session)
        .where(eq(session.account, account));
      return row?.at ?? null;
    },
  };
}
