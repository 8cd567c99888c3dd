import { z } from "zod";
import { type RuleRow, viewRule, viewRules } from "../../../src/use-cases/view-rules.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { maturity, ruleGroup, severity } from "../shapes/finding.ts";
import { day, eId, list, named } from "../shapes/named.ts";

const rule = named(
  "Rule",
  z.strictObject({
    id: z.string(),
    code: z.string(),
    group: ruleGroup,
    severity,
    maturity,
    title: z.string(),
    titleEn: z.string(),
    basis: list(
      z.strictObject({ symbol: z.string(), eId: eId.nullable(), from: day.nullable(), to: day.nullable() }),
    ).describe("Căn cứ pháp lý của quy tắc. / The law it rests on."),
    findings: z.number().int(),
    confirmed: z.number().int(),
    dismissed: z.number().int(),
    precision: z.number().nullable().describe("Tỷ lệ xác nhận; null khi chưa ai kết luận. / Share confirmed."),
    advice: z.enum(["earned", "lost"]).nullable(),
  }),
);

const ruleOf = ({ rule: r, findings, record }: RuleRow): z.input<typeof rule> => ({
  id: r.id,
  code: r.code,
  group: r.group,
  severity: r.severity,
  maturity: r.maturity,
  title: r.title,
  titleEn: r.titleEn,
  basis: r.basis.map((b) => ({ symbol: b.symbol, eId: b.eId, from: b.from ?? null, to: b.to ?? null })),
  findings,
  confirmed: record.confirmed,
  dismissed: record.dismissed,
  precision: record.precision,
  advice: record.advice,
});

export const listRules = operation({
  id: "listRules",
  method: "GET",
  path: "/rules",
  permission: "rule:read",
  tag: "rules",
  summary: {
    vi: "Danh mục quy tắc, với căn cứ, số phát hiện và độ đúng theo kết luận của người dùng",
    en: "The catalogue of rules, with their legal basis, findings and precision by people's decisions",
  },
  answers: z.strictObject({ rows: list(rule) }),
  async run({ store, rules }) {
    return { body: { rows: (await viewRules(store, rules)).map(ruleOf) } };
  },
});

export const getRule = operation({
  id: "getRule",
  method: "GET",
  path: "/rules/{id}",
  permission: "rule:read",
  tag: "rules",
  summary: { vi: "Một quy tắc với phần giải thích (Markdown)", en: "One rule with its explanation (Markdown)" },
  params: z.object({ id: z.string().min(1).max(100) }),
  answers: z.strictObject({ ...rule.shape, readme: z.string() }),
  example: { id: "sample-rule" },
  async run({ store, rules, path }) {
    const row = await viewRule(store, rules, path.id);
    return row === null ? apiFault(404, "no-rule", path.id) : { body: { ...ruleOf(row), readme: row.rule.readme } };
  },
});
