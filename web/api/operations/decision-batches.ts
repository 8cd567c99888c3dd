import { z } from "zod";
import { parseDate } from "../../../src/domain/legal-date.ts";
import {
  decideFindings,
  MOST_AT_ONCE,
  planDecisions,
  undoBatch,
  viewBatch,
} from "../../../src/use-cases/decide-findings.ts";
import { findingQueue } from "../../../src/use-cases/finding-queue.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { decision, decisionOf, findingRow, findingRowOf, verdict } from "../shapes/finding.ts";
import { findingFilters, queueFiltersOf } from "../shapes/finding-filters.ts";
import { list } from "../shapes/named.ts";

/** So many keys fit into an address. */
const MOST_KEYS_ASKED = 100;
const key = z.string().min(1).max(100);
const byBatch = z.object({ id: z.string().min(1).max(100) });

export const previewBatch = operation({
  id: "previewDecisions",
  method: "GET",
  path: "/decision-batches/preview",
  permission: "finding:decide",
  tag: "findings",
  summary: {
    vi: "Xem trước khi kết luận nhiều phát hiện: cái nào được kết luận, cái nào không và vì sao",
    en: "Before deciding on many findings: which would be decided, which not and why",
  },
  note: {
    vi: "Gửi key (nhiều lần) để chọn từng phát hiện; không có key thì lấy mọi phát hiện qua bộ lọc. Một lần tối đa 500; left là số còn lại.",
    en: "Send key (repeated) to pick findings; without it, all that pass the filters. 500 at once at most; left says how many remain.",
  },
  query: z.strictObject({ key: z.array(key).max(MOST_KEYS_ASKED).default([]), ...findingFilters }),
  answers: z.strictObject({
    rows: list(z.strictObject({ finding: findingRow, quote: z.string() })),
    skipped: list(z.strictObject({ finding: findingRow, why: z.enum(["decided", "exempted", "gone", "not-yours"]) })),
    left: z.number().int(),
  }),
  example: { severity: "critical" },
  async run({ store, query, by, today, may }) {
    const keys =
      query.key.length > 0
        ? query.key
        : (await findingQueue(store, queueFiltersOf(query), { by, today })).rows.map((row) => row.key);
    const plan = await planDecisions(store, keys, (facet) => may("finding:decide", { facet }));
    return {
      body: {
        rows: plan.rows.map((row) => ({ finding: findingRowOf(row), quote: row.quote })),
        skipped: plan.skipped.map(({ row, why }) => ({ finding: findingRowOf(row), why })),
        left: plan.left,
      },
    };
  },
});

export const decideTogether = operation({
  id: "decideFindings",
  method: "POST",
  path: "/decision-batches",
  permission: "finding:decide",
  tag: "findings",
  makes: 201,
  summary: {
    vi: "Kết luận nhiều phát hiện một lần: cả lần được ghi hoặc không ghi gì; cái đã có kết luận thì bỏ qua",
    en: "Decide on many findings at once, wholly or not at all; those already decided are skipped",
  },
  body: z.strictObject({
    keys: z.array(key).min(1).max(MOST_AT_ONCE),
    verdict,
    reason: z.string().max(2000).nullish(),
    until: z.string().max(40).nullish().describe("Ngày xem lại, cho later. / The day they come back, for later."),
  }),
  answers: z.strictObject({
    batch: z.string().describe("Mã của lần này, để xem và hoàn tác. / Names the batch, to look at it or undo it."),
    decided: z.number().int(),
    skipped: z.number().int(),
  }),
  sample: { keys: ["f-ended", "f-hostile"], verdict: "later", until: "2026-12-31" },
  async run({ store, body, by, now, may }) {
    const until = body.until ? parseDate(body.until) : null;
    if (body.until && until === null) return apiFault(400, "bad-day", body.until);
    const { keys, verdict } = body;
    const done = await decideFindings({
      store,
      keys,
      verdict,
      reason: body.reason ?? null,
      until,
      mayDecide: (facet) => may("finding:decide", { facet }),
      by,
      now,
    });
    if (!done.ok) return done.why === "nothing" ? apiFault(409, "nothing-to-decide") : apiFault(400, done.why);
    const { batch, decided, skipped } = done;
    return { body: { batch, decided, skipped }, location: `/decision-batches/${batch}` };
  },
});

export const getBatch = operation({
  id: "getDecisions",
  method: "GET",
  path: "/decision-batches/{id}",
  permission: "finding:read",
  tag: "findings",
  summary: { vi: "Những gì đã kết luận cùng một lần", en: "What was decided together" },
  params: byBatch,
  answers: z.strictObject({
    decisions: list(decision),
    findings: list(findingRow),
    standing: z.number().int().describe("Số kết luận còn hiệu lực. / Decisions that still count."),
  }),
  async run({ store, path }) {
    const view = await viewBatch(store, path.id);
    if (view === null) return apiFault(404, "no-batch", path.id);
    return {
      body: {
        decisions: view.decisions.map(decisionOf),
        findings: view.rows.map(findingRowOf),
        standing: view.standing,
      },
    };
  },
});

export const undoTogether = operation({
  id: "undoDecisions",
  method: "DELETE",
  path: "/decision-batches/{id}",
  permission: "finding:decide",
  tag: "findings",
  summary: {
    vi: "Hoàn tác cả lần; phát hiện đã có kết luận mới hơn thì giữ kết luận đó",
    en: "Undo a whole batch; a finding decided anew since keeps that decision",
  },
  params: byBatch,
  answers: z.strictObject({ undone: z.number().int() }),
  async run({ store, path, by, now, may }) {
    if ((await viewBatch(store, path.id)) === null) return apiFault(404, "no-batch", path.id);
    const undone = await undoBatch(store, path.id, {
      mayDecide: (facet) => may("finding:decide", { facet }),
      by,
      now,
    });
    return undone === 0 ? apiFault(409, "batch-undone", path.id) : { body: { undone } };
  },
});
