import { createHash } from "node:crypto";
import { and, asc, desc, eq, gt, gte, lt } from "drizzle-orm";
import { type AuditAct, type AuditAction, type AuditEntry, type AuditHead, auditText } from "../domain/audit.ts";
import { pageSize } from "./cursor.ts";
import type { Engine } from "./engine.ts";

export interface AuditQuery {
  readonly by?: string;
  readonly action?: AuditAction;
  readonly subject?: string;
  /** Moments: from this one on, and before that one. */
  readonly from?: number;
  readonly to?: number;
  /** Entries older than this one. */
  readonly before?: number;
  /** At most 200. */
  readonly limit: number;
}

/** What people did, chained. There is no way to change or remove an entry. */
export interface AuditStore {
  /** Adds one entry inside the transaction of the change it tells of; without one it makes its own. */
  append(act: AuditAct): Promise<AuditEntry>;
  /** Newest first. */
  list(query: AuditQuery): Promise<readonly AuditEntry[]>;
  /** Oldest first, after `seq`. */
  after(seq: number, limit: number): Promise<readonly AuditEntry[]>;
  /** Null while nothing was done. */
  head(): Promise<AuditHead | null>;
  /** The head as it was noted beside the chain when its last entry was written. */
  notedHead(): Promise<AuditHead | null>;
}

const HEAD = "audit-head";

export function auditStore(engine: Engine): AuditStore {
  const { audit, setting } = engine.schema;
  const last = async () => {
    const [row] = await engine
      .db()
      .select({ seq: audit.seq, hash: audit.hash })
      .from(audit)
      .orderBy(desc(audit.seq))
      .limit(1);
    return row ?? null;
  };
  return {
    head: last,
    append: (act) =>
      engine.withTransaction(async () => {
        // writers queue, so that nobody else adds an entry between these lines
        const head = await last();
        const entry = { ...act, seq: (head?.seq ?? 0) + 1, prev: head?.hash ?? "" };
        const hash = hashOf(entry);
        await engine.insert("audit", { rows: [{ ...entry, hash }] });
        await engine.insert("setting", {
          rows: [{ key: HEAD, value: `${entry.seq} ${hash}` }],
          onConflict: { key: ["key"], set: ["value"] },
        });
        return { ...entry, hash };
      }),
    list: async (query) =>
      engine
        .db()
        .select()
        .from(audit)
        .where(
          and(
            query.by ? eq(audit.by, query.by) : undefined,
            query.action ? eq(audit.action, query.action) : undefined,
            query.subject ? eq(audit.subject, query.subject) : undefined,
            query.from === undefined ? undefined : gte(audit.at, query.from),
            query.to === undefined ? undefined : lt(audit.at, query.to),
            query.before === undefined ? undefined : lt(audit.seq, query.before),
          ),
        )
        .orderBy(desc(audit.seq))
        .limit(pageSize(query.limit)),
    after: async (seq, limit) =>
      engine.db().select().from(audit).where(gt(audit.seq, seq)).orderBy(asc(audit.seq)).limit(limit),
    async notedHead() {
      const [row] = await engine.db().select().from(setting).where(eq(setting.key, HEAD)).limit(1);
      const [seq, hash] = row?.value.split(" ") ?? [];
      return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
    },
  };
}

/** SHA-256 of an entry's words, hex. */
export const hashOf = (entry: Omit<AuditEntry, "hash">): string =>
  createHash("sha256").update(auditText(entry)).digest("hex");
