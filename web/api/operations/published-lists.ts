import { z } from "zod";
import { LIST_DIFFERENCES, type ReadRow } from "../../../src/domain/publication.ts";
import { answerListItem } from "../../../src/use-cases/answer-list-item.ts";
import { dateList, datedMark } from "../../../src/use-cases/date-list.ts";
import { type ListItem, markOf, viewListImport, viewListImports } from "../../../src/use-cases/view-list-imports.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { DONE, day, done, list, moment, named } from "../shapes/named.ts";
import { statusName, work, workOf } from "../shapes/work.ts";

const readRow = named(
  "PublishedRow",
  z.strictObject({
    no: z.number().int().nullable(),
    fate: z.enum(["ceased", "partly-ceased", "suspended", "partly-suspended", "in-force"]).nullable(),
    part: z.string(),
    group: z.string(),
    symbol: z.string().nullable(),
    issuedOn: day.nullable(),
    issuer: z.string().nullable(),
    title: z.string(),
    content: z.string(),
    reason: z.string(),
    endedBy: z.string().nullable(),
    since: day.nullable(),
    place: z.string(),
    problems: list(z.string()),
  }),
);

const rowOf = ({ type: _, otherDays: __, ...row }: ReadRow): z.input<typeof readRow> => row;

const difference = named(
  "ListDifference",
  z.strictObject({
    key: z.string(),
    kind: z.enum(LIST_DIFFERENCES),
    work,
    theirs: readRow.nullable(),
    ours: z.strictObject({ status: statusName, since: day.nullable(), reason: z.string() }).nullable(),
    seen: z.string().describe("Gửi lại khi trả lời. / Sent back with an answer."),
    answer: z
      .strictObject({ side: z.enum(["ours", "theirs"]), reason: z.string(), by: z.string(), at: moment })
      .nullable(),
  }),
);

const differenceOf = (item: ListItem): z.input<typeof difference> => ({
  key: item.key,
  kind: item.kind,
  work: workOf(item.work),
  theirs: item.row && rowOf(item.row),
  ours: item.period && { status: item.period.status, since: item.period.since, reason: item.period.reason },
  seen: markOf(item),
  answer: item.answer && {
    side: item.answer.side,
    reason: item.answer.reason,
    by: item.answer.by,
    at: item.answer.at,
  },
});

const byId = z.object({ id: z.string().min(1).max(100) });

export const listPublishedLists = operation({
  id: "listPublishedLists",
  method: "GET",
  path: "/published-lists",
  permission: "report:read",
  tag: "reports",
  summary: {
    vi: "Danh mục đã công bố được nhập để đối chiếu",
    en: "Published lists that were read in to be reconciled",
  },
  answers: z.strictObject({
    rows: list(
      z.strictObject({
        id: z.string(),
        file: z.string(),
        from: day.nullable(),
        to: day.nullable(),
        undated: z
          .boolean()
          .describe("Chưa rõ ngày công bố, kỳ. / Nobody says when it was published, nor for which period."),
        rows: z.number().int(),
        open: z.number().int(),
        at: moment,
        by: z.string(),
      }),
    ),
  }),
  async run({ store, today }) {
    const rows = (await viewListImports(store, today)).map(({ entry, list: read, open, undated }) => ({
      id: entry.id,
      file: read.file,
      from: read.from,
      to: read.to,
      undated,
      rows: read.rows.length,
      open,
      at: entry.at,
      by: entry.by,
    }));
    return { body: { rows } };
  },
});

export const getPublishedList = operation({
  id: "getPublishedList",
  method: "GET",
  path: "/published-lists/{id}",
  permission: "report:read",
  tag: "reports",
  summary: {
    vi: "Một danh mục đã nhập: từng dòng, tổng số, và chênh lệch với kết quả của kho, nêu cả hai bên",
    en: "One list that was read: its rows, its totals, its differences from what is computed, with both sides",
  },
  params: byId,
  answers: z.strictObject({
    file: z.string(),
    decision: z.strictObject({ symbol: z.string().nullable(), issuedOn: day.nullable() }).nullable(),
    from: day.nullable(),
    to: day.nullable(),
    undated: z.boolean(),
    dated: z.string().describe("Gửi lại khi ghi ngày công bố. / Sent back when its day is noted."),
    rows: list(readRow),
    totals: list(z.strictObject({ label: z.string(), said: z.number().int(), rows: z.number().int() })),
    unread: list(z.strictObject({ place: z.string(), text: z.string() })),
    agreeing: z.number().int(),
    unmatched: z.number().int(),
    differences: list(difference),
  }),
  async run({ store, path, today }) {
    const view = await viewListImport(store, path.id, today);
    if (view === null) return apiFault(404, "not-found", path.id);
    const { list: read, reconciled, undated } = view;
    return {
      body: {
        file: read.file,
        decision: read.decision,
        from: read.from,
        to: read.to,
        undated,
        dated: datedMark(read),
        rows: read.rows.map(rowOf),
        totals: read.totals.map(({ label, said, rows }) => ({ label, said, rows })),
        unread: read.unread,
        agreeing: reconciled.agreeing,
        unmatched: reconciled.unmatched.length,
        differences: reconciled.items.map(differenceOf),
      },
    };
  },
});

export const datePublishedList = operation({
  id: "datePublishedList",
  method: "PUT",
  path: "/published-lists/{id}/dates",
  permission: "report:write",
  tag: "reports",
  summary: {
    vi: "Ghi danh mục đã nhập được công bố bằng văn bản nào, ngày nào, cho kỳ nào; null là không biết",
    en: "Say by what and when a list was published, and for which period; null is not known",
  },
  params: byId,
  body: z.strictObject({
    symbol: z.string().max(100).nullable(),
    issuedOn: day.nullable(),
    from: day.nullable(),
    to: day.nullable(),
    seen: z.string().max(100),
  }),
  sample: { symbol: "315/QĐ-UBND", issuedOn: "2026-01-22", from: "2025-01-01", to: "2025-12-31", seen: "0" },
  answers: done,
  async run({ store, path, body: { seen, ...dates }, today, by, now }) {
    const done = await dateList({ store, id: path.id, dates, seen, today, by, now });
    if (done.ok) return DONE;
    if (done.why === "no-list") return apiFault(404, "not-found", path.id);
    return apiFault(done.why === "somebody-first" ? 409 : 400, "list-date-refused", done.why);
  },
});

export const answerListDifference = operation({
  id: "answerListDifference",
  method: "POST",
  path: "/published-lists/{id}/answers",
  permission: "report:write",
  tag: "reports",
  summary: {
    vi: "Kết luận bên nào đúng ở một chênh lệch, vì sao; side là null thì bỏ kết luận",
    en: "Say which side of a difference is right, and why; side null takes the answer back",
  },
  params: byId,
  body: z.strictObject({
    key: z.string().min(1).max(200),
    side: z.enum(["ours", "theirs"]).nullable(),
    reason: z.string().max(2000).default(""),
    seen: z.string().max(100),
  }),
  sample: { key: "w17-A-1", side: "ours", reason: "Danh mục ghi nhầm số", seen: "0.0" },
  answers: done,
  async run({ store, path, body, today, by, now }) {
    const answered = await answerListItem({ store, id: path.id, ...body, today, by, now });
    if (answered.ok) return DONE;
    if (answered.why === "no-list" || answered.why === "no-item") return apiFault(404, "not-found", body.key);
    return apiFault(answered.why === "somebody-first" ? 409 : 400, "list-answer-refused", answered.why);
  },
});
