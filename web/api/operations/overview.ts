import { z } from "zod";
import { statusLines } from "../../../src/use-cases/status-lines.ts";
import { viewFigures } from "../../../src/use-cases/view-home.ts";
import { operation } from "../operation.ts";
import { ruleGroup, severity } from "../shapes/finding.ts";
import { list } from "../shapes/named.ts";
import { statusName } from "../shapes/work.ts";

const count = z.number().int();

export const getOverview = operation({
  id: "getOverview",
  method: "GET",
  path: "/overview",
  permission: "document:read",
  tag: "overview",
  day: true,
  summary: {
    vi: "Số liệu tổng quan tại một ngày: văn bản theo tình trạng, phát hiện theo nhóm, việc chưa rõ",
    en: "Figures on a day: documents by status, findings by group, what is not clear yet",
  },
  answers: z.strictObject({
    documents: count,
    provisions: count,
    statuses: z.partialRecord(statusName, count),
    findings: count,
    groups: list(z.strictObject({ group: ruleGroup, n: count, by: z.partialRecord(severity, count) })),
    citations: z.strictObject({ resolved: count, unresolved: count, ambiguous: count, missing: count }),
    effects: z.strictObject({ applied: count, notApplied: count }),
  }),
  async run({ store, on, today }) {
    const view = await viewFigures(store, on, today);
    const { unresolved, ambiguous, missing, notApplied } = view.gaps;
    return {
      body: {
        documents: view.documents,
        provisions: view.provisions,
        statuses: view.filings.statuses,
        findings: view.findings,
        groups: view.groups,
        citations: { resolved: view.resolved, unresolved, ambiguous, missing },
        effects: { applied: view.applied, notApplied },
      },
    };
  },
});

export const getStatus = operation({
  id: "getStatus",
  method: "GET",
  path: "/status",
  permission: "document:read",
  tag: "overview",
  day: true,
  summary: {
    vi: "Tình trạng hiệu lực theo số ký hiệu, đúng như dòng lệnh `rasoat status --symbol` in ra",
    en: "Status by number, exactly as the command line's `rasoat status --symbol` prints it",
  },
  query: z.strictObject({ symbol: z.string().trim().min(1).max(60) }),
  answers: z.strictObject({ rows: list(z.looseObject({ symbol: z.string().nullable(), status: statusName })) }),
  example: { symbol: "17/2025/QĐ-UBND" },
  async run({ store, on, query }) {
    const lines = await statusLines(store, { day: on, symbol: query.symbol, all: false });
    return { body: { rows: lines.map((line) => ({ ...line, status: line.status as z.input<typeof statusName> })) } };
  },
});
