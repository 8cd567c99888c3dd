import { z } from "zod";
import {
  exportLog,
  type ListFormat,
  type LogAsked,
  PERIODS,
  viewReviewedDocuments,
  viewReviews,
} from "../../../src/use-cases/view-reviews.ts";
import { vi } from "../../i18n/vi.ts";
import { fileOperation, operation } from "../operation.ts";
import { closeCursor, openCursor, paged } from "../paging.ts";
import { decision, decisionOf, severity, suppression, suppressionOf, verdict } from "../shapes/finding.ts";
import { list, named, workId } from "../shapes/named.ts";
import { work, worksIn } from "../shapes/work.ts";

type View = Awaited<ReturnType<typeof viewReviews>>;

const logged = named(
  "LoggedDecision",
  z.strictObject({
    ...decision.shape,
    rule: z.string(),
    code: z.string(),
    severity,
    message: z.string(),
    work: workId,
  }),
);

const loggedOf = (d: View["log"]["rows"][number]): z.input<typeof logged> => ({
  ...decisionOf(d),
  rule: d.rule,
  code: d.code,
  severity: d.severity,
  message: d.message,
  work: d.work,
});

const reviewed = named(
  "ReviewedDocument",
  z.strictObject({ work: workId, findings: z.number().int(), open: z.number().int() }),
);

const waiting = z.strictObject({ rows: list(logged), total: z.number().int() });
const progress = z.strictObject({ documents: z.number().int(), done: z.number().int() });
const { after } = paged;
/** Rows of a page are what the page of the interface shows. */
const asPaged = <Q extends { readonly after?: string | undefined }>(query: Q) => ({ ...query, limit: 1 });

/** What the log is narrowed by. */
const ofLog = {
  by: z.string().max(200).optional(),
  verdict: verdict.optional(),
  rule: z.string().max(100).optional(),
  period: z
    .enum(PERIODS.map(String) as [string, ...string[]])
    .optional()
    .describe("Số ngày gần nhất; bỏ trống: toàn bộ. / Days back; left out: all."),
};

function logAsked({ by, verdict: only, rule, period }: z.output<z.ZodObject<typeof ofLog>>): LogAsked {
  const days = PERIODS.find((each) => String(each) === period) ?? null;
  return { by: by ?? null, verdict: only ?? null, rule: rule ?? null, period: days };
}

export const getReviews = operation({
  id: "getReviews",
  method: "GET",
  path: "/reviews",
  permission: "finding:read",
  tag: "reviews",
  summary: {
    vi: "Việc rà soát tới đâu: tiến độ, việc của từng người, nhật ký kết luận mới nhất trước (30 dòng một trang), việc để sau và xin ý kiến, miễn trừ",
    en: "Where review stands: progress, what each person has, the log of decisions newest first (30 a page), what waits, exemptions",
  },
  query: z.strictObject({
    ...ofLog,
    after,
  }),
  answers: z.strictObject({
    open: z.number().int(),
    progress,
    people: list(
      z.strictObject({
        name: z.string(),
        open: z.number().int().describe("Được giao, chưa kết luận. / Assigned and undecided."),
        overdue: z.number().int(),
        decided: z.number().int().describe("Kết luận từ thứ Hai tuần này. / Decisions since Monday."),
      }),
    ),
    rows: list(logged).describe("Nhật ký kết luận qua bộ lọc. / The log of decisions under the filters."),
    total: z.number().int(),
    next: z.string().nullable(),
    later: waiting,
    opinion: waiting,
    suppressions: list(z.strictObject({ ...suppression.shape, findings: z.number().int() })),
    works: list(work),
  }),
  example: { verdict: "confirmed", period: "90" },
  async run({ store, query, today, now }) {
    const asked = asPaged(query);
    const cursor = openCursor("reviews", asked);
    if ("fault" in cursor) return cursor;
    const view = await viewReviews(store, { ...logAsked(query), after: cursor.key }, today, now);
    const some = ({ rows, total }: View["later"]) => ({ rows: rows.map(loggedOf), total });
    return {
      body: {
        open: view.open,
        progress: { documents: view.progress.documents, done: view.progress.done },
        people: view.people.map(({ name, open, overdue, decided }) => ({ name, open, overdue, decided })),
        rows: view.log.rows.map(loggedOf),
        total: view.log.total,
        next: closeCursor("reviews", asked, view.log.next),
        later: some(view.later),
        opinion: some(view.opinion),
        suppressions: view.suppressions.map((s) => ({ ...suppressionOf(s), findings: s.findings })),
        works: worksIn(view.works),
      },
    };
  },
});

const MEDIA = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} satisfies Record<ListFormat, string>;

export const exportReviewLog = fileOperation({
  id: "exportReviewLog",
  method: "GET",
  path: "/reviews/log",
  permission: "finding:read",
  tag: "reviews",
  summary: { vi: "Nhật ký kết luận thành tệp CSV, XLSX", en: "The log of decisions as a CSV or XLSX file" },
  query: z.strictObject({ ...ofLog, format: z.enum(["csv", "xlsx"]).default("csv") }),
  files: Object.values(MEDIA),
  example: { period: "90", format: "csv" },
  async run({ store, query, today, now }) {
    const { format, ...asked } = query;
    const parts: Uint8Array[] = [];
    for await (const part of await exportLog(store, logAsked(asked), now, format, vi.decision.states)) parts.push(part);
    return { file: { bytes: Buffer.concat(parts), type: MEDIA[format], name: `nhat-ky-ket-luan-${today}.${format}` } };
  },
});

export const listReviewedDocuments = operation({
  id: "listReviewedDocuments",
  method: "GET",
  path: "/reviews/documents",
  permission: "finding:read",
  tag: "reviews",
  summary: {
    vi: "Mọi văn bản có phát hiện, còn nhiều việc nhất đứng trước (50 dòng một trang)",
    en: "Every document with findings, those with most left first (50 a page)",
  },
  query: z.strictObject({ after }),
  answers: z.strictObject({
    progress,
    rows: list(reviewed),
    total: z.number().int(),
    next: z.string().nullable(),
    works: list(work),
  }),
  async run({ store, query, today }) {
    const asked = asPaged(query);
    const cursor = openCursor("reviewed", asked);
    if ("fault" in cursor) return cursor;
    const { documents, works, progress: far } = await viewReviewedDocuments(store, today, cursor.key);
    return {
      body: {
        progress: { documents: far.documents, done: far.done },
        rows: documents.rows.map(({ work: of, findings, open }) => ({ work: of, findings, open })),
        total: documents.total,
        next: closeCursor("reviewed", asked, documents.next),
        works: worksIn(works),
      },
    };
  },
});
