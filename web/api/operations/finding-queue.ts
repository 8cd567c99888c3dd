import { z } from "zod";
import { SEVERITY_ORDER } from "../../../src/domain/finding.ts";
import { type Dimension, findingQueue, GROUPINGS, type GroupedBy } from "../../../src/use-cases/finding-queue.ts";
import { pageOfQueue } from "../../../src/use-cases/page-of-queue.ts";
import { viewGroups } from "../../../src/use-cases/view-findings.ts";
import { operation } from "../operation.ts";
import { closeCursor, openCursor, paged } from "../paging.ts";
import { findingRow, findingRowOf, findingState, ruleGroup, severity } from "../shapes/finding.ts";
import { findingFilters, queueFiltersOf } from "../shapes/finding-filters.ts";
import { day, list, named, pageOf } from "../shapes/named.ts";

const queueRow = named(
  "QueueRow",
  z.strictObject({
    ...findingRow.shape,
    state: findingState,
    assigned: z.strictObject({ to: z.string(), due: day.nullable() }).nullable(),
  }),
);

export const listFindings = operation({
  id: "listFindings",
  method: "GET",
  path: "/findings",
  permission: "finding:read",
  tag: "findings",
  summary: {
    vi: "Hàng đợi phát hiện: nặng trước, chắc trước; mặc định là phát hiện chưa kết luận",
    en: "The queue of findings: gravest and surest first; by default those nobody has decided",
  },
  query: z.strictObject({ ...findingFilters, ...paged }),
  answers: pageOf(queueRow),
  example: { severity: "critical", limit: "10" },
  async run({ store, query, by, today }) {
    const cursor = openCursor("findings", query);
    if ("fault" in cursor) return cursor;
    const place = { after: cursor.key, limit: query.limit };
    const page = await pageOfQueue(store, queueFiltersOf(query), { by, today }, place);
    return {
      body: {
        rows: page.rows.map((row) => ({
          ...findingRowOf(row),
          state: row.state,
          assigned: row.assigned === null ? null : { to: row.assigned.to, due: row.assigned.due },
        })),
        total: page.total,
        next: closeCursor("findings", query, page.next),
      },
    };
  },
});

const figures = z.record(z.string(), z.number().int());

export const countFindings = operation({
  id: "countFindings",
  method: "GET",
  path: "/findings/counts",
  permission: "finding:read",
  tag: "findings",
  summary: {
    vi: "Số phát hiện qua bộ lọc: theo nhóm và mức độ, quy tắc, tình trạng, lĩnh vực, cơ quan, cấp, người được giao, tuổi",
    en: "How many findings pass the filters: by group and severity, rule, state, field, body, level, assignee, age",
  },
  note: {
    vi: "groups và total tính qua mọi bộ lọc. Số của từng giá trị tính qua các bộ lọc khác, như cạnh hàng đợi trên trang.",
    en: "groups and total are under all filters. Figures of each value are under the other filters, as beside the queue on the page.",
  },
  query: z.strictObject(findingFilters),
  answers: z.strictObject({
    total: z.number().int(),
    done: z
      .number()
      .int()
      .describe("Đã có kết luận, tình trạng nào cũng tính. / Decided, whatever the state asked for."),
    all: z.number().int().describe("Đã và chưa kết luận. / Decided and open."),
    groups: list(z.strictObject({ group: ruleGroup, severity, n: z.number().int() })),
    rules: figures,
    states: z.partialRecord(findingState, z.number().int()),
    fields: figures,
    bodies: figures,
    levels: figures,
    assigned: figures,
    overdue: z.number().int(),
    ages: figures,
  }),
  example: { level: "province" },
  async run({ store, query, by, today }) {
    const queue = await findingQueue(store, queueFiltersOf(query), { by, today });
    const of = (dimension: Dimension): Record<string, number> => Object.fromEntries(queue.counts[dimension]);
    return {
      body: {
        total: queue.rows.length,
        done: queue.done,
        all: queue.all,
        groups: groupsOf(queue.rows),
        rules: of("rule"),
        states: of("state"),
        fields: of("field"),
        bodies: of("body"),
        levels: of("level"),
        assigned: of("assigned"),
        overdue: queue.counts.due.get("over") ?? 0,
        ages: of("age"),
      },
    };
  },
});

type Figure = { group: z.output<typeof ruleGroup>; severity: z.output<typeof severity>; n: number };

function groupsOf(rows: readonly Omit<Figure, "n">[]): readonly Figure[] {
  const found = new Map<string, Figure>();
  for (const { group, severity } of rows) {
    const own = found.get(`${group} ${severity}`);
    if (own === undefined) found.set(`${group} ${severity}`, { group, severity, n: 1 });
    else own.n += 1;
  }
  const rank = (one: Figure): number => SEVERITY_ORDER.indexOf(one.severity);
  return [...found.values()].sort((a, b) => (a.group === b.group ? rank(a) - rank(b) : a.group < b.group ? -1 : 1));
}

/** Headings shown at once; more are counted. */
const MOST_GROUPS = 500;

export const groupFindings = operation({
  id: "groupFindings",
  method: "GET",
  path: "/findings/groups",
  permission: "finding:read",
  tag: "findings",
  summary: {
    vi: "Hàng đợi gộp theo văn bản, quy tắc, lĩnh vực hoặc cơ quan: mỗi nhóm bao nhiêu phát hiện, bao nhiêu đã kết luận (tối đa 500 nhóm)",
    en: "The queue put together by document, rule, field or body: how many findings each holds, how many are decided (500 groups at most)",
  },
  query: z.strictObject({
    by: z.enum(GROUPINGS as readonly [GroupedBy, ...GroupedBy[]]).default("document"),
    ...findingFilters,
  }),
  answers: z.strictObject({
    rows: list(
      z.strictObject({
        value: z
          .string()
          .describe("Giá trị gửi lại làm bộ lọc; none: không rõ. / Send it as the filter; none: not known."),
        label: z.string().nullable(),
        n: z.number().int(),
        done: z.number().int(),
        all: z.number().int(),
        gravest: severity,
      }),
    ),
    total: z.number().int().describe("Số nhóm. / Number of groups."),
  }),
  example: { by: "rule" },
  async run({ store, query, by, today }) {
    const groups = await viewGroups(store, queueFiltersOf(query), { by, today }, query.by, MOST_GROUPS);
    return {
      body: {
        rows: groups.rows.map(({ value, label, n, done, all, gravest }) => ({ value, label, n, done, all, gravest })),
        total: groups.total,
      },
    };
  },
});
