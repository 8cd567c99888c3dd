import { z } from "zod";
import type { IssuerLevel } from "../../../src/domain/issuer.ts";
import { AGES, type FindingAge, type QueueFilters } from "../../../src/use-cases/finding-queue.ts";
import { findingState, maturity, ruleGroup, severity } from "./finding.ts";
import { workId } from "./named.ts";

const LEVELS = ["central", "province", "district", "commune", "unknown"] as const satisfies readonly IssuerLevel[];

/** What the queue of findings may be narrowed to: the filters of the page `/findings`, under the same names. */
export const findingFilters = {
  severity: severity.optional(),
  group: ruleGroup.optional(),
  rule: z.string().max(100).optional(),
  document: workId.optional(),
  maturity: maturity.optional(),
  state: findingState.optional().describe("Bỏ trống: chưa kết luận. / Left out: open."),
  field: z
    .string()
    .max(100)
    .optional()
    .describe("Mã lĩnh vực, hoặc none. Các mã: fields của /findings/counts. / Key of the field, or none."),
  body: z
    .string()
    .max(200)
    .optional()
    .describe(
      "Mã cơ quan ban hành, hoặc none. Các mã: bodies của /findings/counts. / Key of the issuing body, or none.",
    ),
  level: z.enum(LEVELS).optional().describe("Cấp của cơ quan ban hành. / Level of the issuing body."),
  assigned: z
    .string()
    .max(200)
    .optional()
    .describe("Tên người hoặc đơn vị; me: tên của khóa; none: chưa giao. / A name, me (the key's name), or none."),
  due: z.enum(["over"]).optional().describe("over: việc giao đã quá hạn. / over: assignments past their day."),
  age: z
    .enum(AGES as readonly [FindingAge, ...FindingAge[]])
    .optional()
    .describe("Phát hiện từ hôm nay, trong 7 ngày, trong 30 ngày, lâu hơn. / Known since today, 7 days, 30, longer."),
};

export type FindingFilters = z.output<z.ZodObject<typeof findingFilters>>;

/** The filters as the use cases take them. Whatever else the query holds stays behind. */
export const queueFiltersOf = (q: FindingFilters): QueueFilters => ({
  severity: q.severity,
  group: q.group,
  rule: q.rule,
  work: q.document,
  maturity: q.maturity,
  state: q.state,
  field: q.field,
  body: q.body,
  level: q.level,
  assigned: q.assigned,
  due: q.due,
  age: q.age,
});
