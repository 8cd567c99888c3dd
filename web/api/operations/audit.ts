import { z } from "zod";
import { AUDIT_ACTIONS } from "../../../src/domain/audit.ts";
import { addDays, parseDate } from "../../../src/domain/legal-date.ts";
import { startOfDay } from "../../../src/domain/vietnam-time.ts";
import { verifyAudit } from "../../../src/use-cases/verify-audit.ts";
import { viewAudit } from "../../../src/use-cases/view-audit.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { closeCursor, openCursor, paged } from "../paging.ts";
import { list, moment, named } from "../shapes/named.ts";
import { work, workOrNull } from "../shapes/work.ts";

const head = named(
  "AuditHead",
  z
    .strictObject({ seq: z.number().int(), hash: z.string() })
    .describe("Cuối chuỗi: giữ ở nơi khác thì chứng minh được nhật ký không bị sửa. / End of the chain."),
);

const auditEntry = named(
  "AuditEntry",
  z.strictObject({
    seq: z.number().int(),
    at: moment,
    by: z.string(),
    action: z.enum(AUDIT_ACTIONS),
    subject: z.string(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    prev: z.string().describe("Mã băm của mục trước; trống ở mục đầu. / Hash of the entry before."),
    hash: z.string(),
    work: work.nullable(),
  }),
);

const someDay = z.string().max(40).optional();

export const listAudit = operation({
  id: "listAudit",
  method: "GET",
  path: "/audit",
  permission: "audit:read",
  tag: "audit",
  summary: {
    vi: "Nhật ký hệ thống, mới nhất trước: ai làm gì, với văn bản hay phát hiện nào",
    en: "The audit trail, newest first: who did what, to which document or finding",
  },
  query: z.strictObject({
    by: z.string().max(200).optional(),
    action: z.enum(AUDIT_ACTIONS).optional(),
    from: someDay.describe("Ngày đầu, giờ Việt Nam. / First day, Vietnamese time."),
    to: someDay.describe("Ngày cuối, tính cả ngày đó. / Last day, included."),
    ...paged,
  }),
  answers: z.strictObject({
    rows: list(auditEntry),
    next: z.string().nullable().describe("Con trỏ của trang sau; null ở trang cuối. / Cursor of the next page."),
    head: head.nullable(),
  }),
  example: { limit: "10" },
  async run({ store, query }) {
    const cursor = openCursor("audit", query);
    if ("fault" in cursor) return cursor;
    if (cursor.key !== undefined && !/^\d{1,15}$/u.test(cursor.key)) return apiFault(400, "bad-cursor", query.after);
    const [from, to] = [query.from, query.to].map((day) => (day === undefined ? undefined : parseDate(day)));
    if (from === null) return apiFault(400, "bad-day", query.from);
    if (to === null) return apiFault(400, "bad-day", query.to);
    const view = await viewAudit(store, {
      by: query.by,
      action: query.action,
      from: from === undefined ? undefined : startOfDay(from),
      to: to === undefined ? undefined : startOfDay(addDays(to, 1)),
      before: cursor.key === undefined ? undefined : Number(cursor.key),
      limit: query.limit,
      verify: false,
    });
    return {
      body: {
        rows: view.rows.map(({ entry: e, work: of }) => ({
          seq: e.seq,
          at: e.at,
          by: e.by,
          action: e.action,
          subject: e.subject,
          detail: e.detail,
          prev: e.prev,
          hash: e.hash,
          work: workOrNull(of),
        })),
        next: closeCursor("audit", query, view.next === null ? null : String(view.next)),
        head: view.head,
      },
    };
  },
});

export const checkAudit = operation({
  id: "verifyAudit",
  method: "GET",
  path: "/audit/verification",
  permission: "audit:read",
  tag: "audit",
  summary: {
    vi: "Kiểm tra cả chuỗi nhật ký: mọi mã băm, số thứ tự, mục cuối",
    en: "Walk the whole chain of the audit trail: every hash, every number, its end",
  },
  answers: z.strictObject({
    ok: z.boolean(),
    entries: z.number().int(),
    head: head.nullable(),
    broken: z
      .strictObject({ seq: z.number().int(), what: z.string() })
      .nullable()
      .describe("Mục đầu tiên không khớp. / The first entry at which the chain breaks."),
  }),
  async run({ store }) {
    const { ok, entries, head, broken } = await verifyAudit(store);
    return { body: { ok, entries, head, broken } };
  },
});
