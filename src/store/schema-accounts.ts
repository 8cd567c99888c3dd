import type { Account, Unit } from "../domain/account.ts";
import type { Attachment, Notification } from "../domain/notification.ts";
import type { Columns } from "./schema.ts";

/** Who works here, where they belong, which browsers are signed in. Accounts are never deleted: deeds carry their names. */
export function accountTables(c: Columns) {
  const unit = c.table(
    "unit",
    {
      id: c.key("id").primaryKey(),
      name: c.str("name").notNull(),
      /** Folded name: no two units of one name. */
      folded: c.key("folded").notNull(),
      kind: c.key("kind").notNull().$type<Unit["kind"]>(),
      parent: c.key("parent"),
      scope: c.json<Unit["scope"]>("scope").notNull(),
      active: c.bool("active").notNull(),
      by: c.str("made_by").notNull(),
      at: c.ms("at").notNull(),
      version: c.int("version").notNull(),
    },
    (t) => [c.uniqueIndex("unit_folded").on(t.folded)],
  );
  const account = c.table(
    "account",
    {
      id: c.key("id").primaryKey(),
      login: c.key("login").notNull(),
      name: c.str("name").notNull(),
      email: c.str("email"),
      role: c.key("role").notNull().$type<Account["role"]>(),
      unit: c.key("unit"),
      passwordHash: c.str("password_hash"),
      subject: c.key("subject"),
      active: c.bool("active").notNull(),
      mustChange: c.bool("must_change").notNull(),
      failures: c.int("failures").notNull(),
      failedSince: c.ms("failed_since"),
      lockedUntil: c.ms("locked_until"),
      digest: c.bool("digest").notNull(),
      by: c.str("made_by").notNull(),
      at: c.ms("at").notNull(),
      passwordAt: c.ms("password_at"),
      lastLoginAt: c.ms("last_login_at"),
      version: c.int("version").notNull(),
    },
    (t) => [c.uniqueIndex("account_login").on(t.login), c.uniqueIndex("account_subject").on(t.subject)],
  );
  const session = c.table(
    "session",
    {
      hash: c.key("hash").primaryKey(),
      account: c.key("account").notNull(),
      at: c.ms("at").notNull(),
      seenAt: c.ms("seen_at").notNull(),
      before: c.ms("before"),
      agent: c.str("agent").notNull(),
      address: c.str("address").notNull(),
      endedAt: c.ms("ended_at"),
    },
    (t) => [c.index("session_account").on(t.account, t.endedAt)],
  );
  return { unit, account, session };
}

/** What people are told, and files they keep beside their work. */
export function messageTables(c: Columns) {
  const notification = c.table(
    "notification",
    {
      id: c.key("id").primaryKey(),
      to: c.key("told").notNull(),
      kind: c.key("kind").notNull().$type<Notification["kind"]>(),
      at: c.ms("at").notNull(),
      readAt: c.ms("read_at"),
      mailedAt: c.ms("mailed_at"),
      once: c.key("once").notNull(),
      body: c.json<Notification["body"]>("body").notNull(),
    },
    (t) => [c.uniqueIndex("notification_once").on(t.to, t.once), c.index("notification_to").on(t.to, t.at)],
  );
  const attachment = c.table(
    "attachment",
    {
      id: c.key("id").primaryKey(),
      subjectKind: c.key("subject_kind").notNull().$type<Attachment["subjectKind"]>(),
      subject: c.key("subject").notNull(),
      name: c.str("name").notNull(),
      size: c.int("size").notNull(),
      sha256: c.key("sha256").notNull(),
      bytes: c.bytes("bytes").notNull(),
      by: c.str("added_by").notNull(),
      at: c.ms("at").notNull(),
      removedAt: c.ms("removed_at"),
    },
    (t) => [c.index("attachment_subject").on(t.subjectKind, t.subject, t.at)],
  );
  return { notification, attachment };
}
