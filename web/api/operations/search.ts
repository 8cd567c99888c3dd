import { z } from "zod";
import { viewSearch } from "../../../src/use-cases/view-search.ts";
import { operation } from "../operation.ts";
import { eId, list, named, workId } from "../shapes/named.ts";
import { documentType, statusName, work, workOf } from "../shapes/work.ts";

const year = z.coerce.number().int().min(1800).max(2200);
const namedWork = z.strictObject({ work, status: statusName });

const hit = named(
  "SearchHit",
  z.strictObject({
    eId: eId.nullable(),
    unit: z.string().nullable(),
    snippet: z.string(),
    marks: list(z.strictObject({ start: z.number().int(), end: z.number().int() })),
    score: z.number(),
  }),
);

export const search = operation({
  id: "search",
  method: "GET",
  path: "/search",
  permission: "document:read",
  tag: "search",
  day: true,
  summary: {
    vi: "Tìm theo số ký hiệu, từ ngữ có hay không dấu, cụm từ trong ngoặc kép; kết quả theo điều khoản, nhóm theo văn bản",
    en: "Search by number, words with or without accents, phrases in quotation marks; provisions grouped by document",
  },
  query: z.strictObject({
    q: z.string().trim().min(1).max(200),
    applied: z.enum(["yes"]).optional().describe("Chỉ văn bản đang áp dụng tại ngày. / Only what applies on the day."),
    status: statusName.optional(),
    type: documentType.optional(),
    level: z.enum(["central", "province", "district", "commune", "unknown"]).optional(),
    body: z.string().min(1).max(300).optional(),
    field: z
      .string()
      .regex(/^\d{1,2}$/u)
      .optional()
      .describe("Chủ đề pháp điển, 1 … 45. / Subject of the codification."),
    from: year.optional().describe("Năm ban hành đầu tiên. / First year of issue."),
    to: year.optional().describe("Năm ban hành cuối cùng. / Last year of issue."),
    document: workId.optional().describe("Chỉ trong văn bản này. / Only within this document."),
    part: z.enum(["titles", "provisions"]).optional(),
    after: z.string().min(1).max(200).optional().describe("`next` của trang trước. / `next` of the page before."),
  }),
  answers: z.strictObject({
    total: z.number().int(),
    capped: z.boolean().describe("total chỉ là mức tối thiểu. / total is a floor."),
    ignored: list(z.string()).describe("Từ bị bỏ vì không đoạn nào có đủ. / Words left out."),
    numbered: list(namedWork),
    titled: list(namedWork),
    jumps: list(z.strictObject({ work, eId, unit: z.string() })).describe(
      "Đơn vị được gọi tên cùng văn bản của nó. / Units named with their document.",
    ),
    near: list(z.string()).describe("Khi không thấy gì: cách viết gần giống. / Near spellings where nothing is found."),
    documents: z.number().int(),
    next: z.string().nullable(),
    groups: list(z.strictObject({ ...namedWork.shape, hits: list(hit), more: z.number().int() })),
  }),
  example: { q: "bến khách" },
  async run({ store, query, on }) {
    const { q, applied, after, ...rest } = query;
    const view = await viewSearch(
      store,
      { q: q.normalize("NFC"), filter: { ...rest, applied: applied === "yes" }, after },
      on,
    );
    const plain = (n: { work: Parameters<typeof workOf>[0]; status: z.input<typeof statusName> }) => ({
      work: workOf(n.work),
      status: n.status,
    });
    return {
      body: {
        total: view.total,
        capped: view.capped,
        ignored: view.ignored,
        numbered: view.numbered.map(plain),
        titled: view.titled.map(plain),
        jumps: view.jumps.map((jump) => ({ work: workOf(jump.work), eId: jump.eId, unit: jump.unit })),
        near: view.near,
        documents: view.documents,
        next: view.next,
        groups: view.groups.map((g) => ({
          ...plain(g),
          hits: g.hits.map((h) => ({ eId: h.eId, unit: h.unit, snippet: h.snippet, marks: h.marks, score: h.score })),
          more: g.more,
        })),
      },
    };
  },
});
