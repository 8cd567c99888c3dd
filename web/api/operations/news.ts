import { z } from "zod";
import { viewCalendar, type DocumentDue } from "../../../src/use-cases/view-calendar.ts";
import { newFindingRows, viewNews } from "../../../src/use-cases/view-news.ts";
import { operation } from "../operation.ts";
import { findingRow, findingRowOf } from "../shapes/finding.ts";
import { day, list, moment, named } from "../shapes/named.ts";
import { statusName, work, workOf } from "../shapes/work.ts";

const change = named("StatusToCome", z.strictObject({ day, was: statusName, is: statusName, work }));
const changeOf = (c: DocumentDue): z.input<typeof change> => ({
  day: c.day,
  was: c.was,
  is: c.is,
  work: workOf(c.work),
});

const waiting = z.strictObject({ n: z.number().int(), first: day.nullable() });

export const getDue = operation({
  id: "getDue",
  method: "GET",
  path: "/due",
  permission: "document:read",
  tag: "overview",
  day: true,
  summary: {
    vi: "Việc đến hạn: danh mục phải công bố, văn bản sắp đổi hiệu lực trong 90 ngày (mỗi loại tối đa 100 dòng), việc quá hạn, phát hiện sắp trở lại",
    en: "What is due: lists to be published, documents whose status changes within 90 days (100 rows of each at most), overdue work, findings that come back",
  },
  answers: z.strictObject({
    lists: list(
      z.strictObject({
        what: z.enum(["yearly", "systematisation"]),
        day,
        daysLeft: z.number().int(),
        from: day,
        to: day,
        whole: z.number().int(),
        part: z.number().int(),
        verified: z.boolean(),
      }),
    ),
    oldBodies: z
      .strictObject({ day, daysLeft: z.number().int(), n: z.number().int(), left: z.number().int() })
      .nullable()
      .describe("Văn bản của cơ quan không còn. / Documents of bodies that are no more."),
    ends: list(change),
    suspensions: list(change),
    starts: list(change),
    overdue: waiting,
    returning: waiting,
  }),
  async run({ store, on }) {
    const view = await viewCalendar(store, on);
    const { campaign: c } = view;
    return {
      body: {
        lists: view.lists.map(({ what, day, daysLeft, from, to, whole, part, verified }) => ({
          what,
          day,
          daysLeft,
          from,
          to,
          whole,
          part,
          verified,
        })),
        oldBodies: c === null ? null : { day: c.day, daysLeft: c.daysLeft, n: c.n, left: c.left },
        ends: view.endsList.map(changeOf),
        suspensions: view.suspensionsList.map(changeOf),
        starts: view.startsList.map(changeOf),
        overdue: { n: view.overdue.n, first: view.overdue.first },
        returning: { n: view.returning.n, first: view.returning.first },
      },
    };
  },
});

export const getNews = operation({
  id: "getNews",
  method: "GET",
  path: "/news",
  permission: "finding:read",
  tag: "overview",
  summary: {
    vi: "Có gì mới từ một thời điểm (mặc định bảy ngày qua): đợt nhập, văn bản mới tác động văn bản khác, phát hiện mới và trở lại",
    en: "What is new since a moment (by default seven days): imports, new documents acting on others, findings new and reopened",
  },
  query: z.strictObject({
    since: z.coerce
      .number()
      .int()
      .min(0)
      .max(1e14)
      .optional()
      .describe("Mili giây kể từ 1970. / Milliseconds since 1970."),
  }),
  answers: z.strictObject({
    since: moment,
    imports: list(
      z.strictObject({ job: z.string().nullable(), at: moment, outcomes: z.record(z.string(), z.number().int()) }),
    ),
    acts: list(
      z.strictObject({
        work,
        targets: z.number().int(),
        does: list(z.strictObject({ action: z.string(), n: z.number().int() })),
      }),
    ),
    actsInAll: z.number().int(),
    targetsInAll: z.number().int(),
    findings: z.strictObject({ added: z.number().int(), reopened: z.number().int(), gone: z.number().int() }),
    added: list(findingRow).describe("Tối đa 60, nặng nhất trước. / 60 at most, gravest first."),
    reopened: list(findingRow),
  }),
  async run({ store, query, now }) {
    const view = await viewNews(store, query.since ?? null, now, "whole");
    const { added, reopened, gone } = view.findings;
    return {
      body: {
        since: view.since,
        imports: view.imports.map(({ job, at, outcomes }) => ({ job, at, outcomes: { ...outcomes } })),
        acts: view.acts.map(({ work: of, targets, does }) => ({ work: workOf(of), targets, does })),
        actsInAll: view.actsInAll,
        targetsInAll: view.targetsInAll,
        findings: { added, reopened, gone },
        added: (await newFindingRows(store, view.since, false)).map(findingRowOf),
        reopened: (await newFindingRows(store, view.since, true)).map(findingRowOf),
      },
    };
  },
});
