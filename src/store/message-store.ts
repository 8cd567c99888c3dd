import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, or, type SQL } from "drizzle-orm";
import type { Attachment } from "../domain/notification.ts";
import type { AttachmentStore, MessageStore } from "./accounts.ts";
import { chunks } from "./chunks.ts";
import { decodeCursor, encodeCursor, pageSize } from "./cursor.ts";
import type { Engine } from "./engine.ts";

export function messageStore(engine: Engine): MessageStore {
  const { notification } = engine.schema;
  const unreadOf = (person: string) => and(eq(notification.to, person), isNull(notification.readAt));
  return {
    tell: (entries) =>
      engine.withTransaction(async () => {
        let fresh = 0;
        for (const entry of entries) {
          const told = await engine
            .db()
            .select({ id: notification.id })
            .from(notification)
            .where(and(eq(notification.to, entry.to), eq(notification.once, entry.once)))
            .limit(1);
          if (told.length > 0) continue;
          await engine.insert("notification", { rows: [entry] });
          fresh++;
        }
        return fresh;
      }),
    async to(person, { read, after, limit }) {
      const most = pageSize(limit);
      const own = read ? and(eq(notification.to, person), isNotNull(notification.readAt)) : unreadOf(person);
      const rows = await engine
        .db()
        .select()
        .from(notification)
        .where(and(own, olderThan(engine, after)))
        .orderBy(desc(notification.at), desc(notification.id))
        .limit(most + 1);
      const [all] = await engine.db().select({ n: count() }).from(notification).where(own);
      const page = rows.slice(0, most);
      const last = page.at(-1);
      return {
        rows: page,
        total: all?.n ?? 0,
        next: rows.length > most && last ? encodeCursor([last.at, last.id]) : null,
      };
    },
    async one(person, id) {
      const [row] = await engine
        .db()
        .select()
        .from(notification)
        .where(and(eq(notification.to, person), eq(notification.id, id)))
        .limit(1);
      return row ?? null;
    },
    async unread(person) {
      const [row] = await engine.db().select({ n: count() }).from(notification).where(unreadOf(person));
      return row?.n ?? 0;
    },
    markRead: (person, id, now) =>
      engine.withTransaction(async () => {
        const read = await engine
          .db()
          .update(notification)
          .set({ readAt: now })
          .where(and(unreadOf(person), id === null ? undefined : eq(notification.id, id)))
          .returning({ id: notification.id });
        return read.length;
      }),
    unmailed: async (person, limit) =>
      engine
        .db()
        .select()
        .from(notification)
        .where(and(unreadOf(person), isNull(notification.mailedAt)))
        .orderBy(asc(notification.at), asc(notification.id))
        .limit(limit),
    markMailed: (ids, now) =>
      engine.withTransaction(async () => {
        for (const some of chunks([...ids]))
          await engine.db().update(notification).set({ mailedAt: now }).where(inArray(notification.id, some));
      }),
  };
}

function olderThan(engine: Engine, cursor: string | undefined): SQL | undefined {
  const keys = decodeCursor(cursor, ["number", "string"]) as [number, string] | null;
  if (!keys) return undefined;
  const { notification } = engine.schema;
  const [at, id] = keys;
  return or(lt(notification.at, at), and(eq(notification.at, at), lt(notification.id, id)));
}

export function attachmentStore(engine: Engine): AttachmentStore {
  const { attachment } = engine.schema;
  // without the bytes: a list of files must not load them
  const faces = {
    id: attachment.id,
    subjectKind: attachment.subjectKind,
    subject: attachment.subject,
    name: attachment.name,
    size: attachment.size,
    sha256: attachment.sha256,
    by: attachment.by,
    at: attachment.at,
    removedAt: attachment.removedAt,
  };
  return {
    add: (entry) =>
      engine.withTransaction(async () => {
        await engine.insert("attachment", { rows: [{ ...entry, bytes: Buffer.from(entry.bytes) }] });
      }),
    of: async (kind, subject): Promise<readonly Attachment[]> =>
      engine
        .db()
        .select(faces)
        .from(attachment)
        .where(and(eq(attachment.subjectKind, kind), eq(attachment.subject, subject), isNull(attachment.removedAt)))
        .orderBy(asc(attachment.at), asc(attachment.name), asc(attachment.id)),
    async find(id) {
      const [row] = await engine.db().select(faces).from(attachment).where(eq(attachment.id, id)).limit(1);
      return row ?? null;
    },
    async bytes(id) {
      const [row] = await engine
        .db()
        .select({ bytes: attachment.bytes })
        .from(attachment)
        .where(eq(attachment.id, id))
        .limit(1);
      return row?.bytes ?? null;
    },
    remove: (id, now) =>
      engine.withTransaction(async () => {
        const removed = await engine
          .db()
          .update(attachment)
          .set({ removedAt: now })
          .where(and(eq(attachment.id, id), isNull(attachment.removedAt)))
          .returning({ id: attachment.id });
        return removed.length > 0;
      }),
  };
}
