import type { AuditAction, AuditEntry } from "../domain/audit.ts";
import type { Columns } from "./schema.ts";

/** The log of what people did. Triggers of the migration refuse to change or delete a row. */
export function auditTables(c: Columns) {
  const audit = c.table(
    "audit",
    {
      seq: c.int("seq").primaryKey(),
      at: c.ms("at").notNull(),
      by: c.key("done_by").notNull(),
      action: c.key("action").notNull().$type<AuditAction>(),
      subject: c.key("subject").notNull(),
      detail: c.json<AuditEntry["detail"]>("detail").notNull(),
      prev: c.str("prev").notNull(),
      hash: c.key("hash").notNull(),
    },
    (t) => [c.index("audit_subject").on(t.subject, t.seq), c.index("audit_at").on(t.at)],
  );
  return { audit };
}
