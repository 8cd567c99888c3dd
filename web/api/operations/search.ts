import { z } from "zod";
import { viewSearch } from "../../../src/use-cases/view-search.ts";
import { operation } from "../operation.ts";
import { eId, list, named } from "../shapes/named.ts";
import { statusName, work, workOf } from "../shapes/work.ts";

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
  query: z.strictObject({ q: z.string().trim().min(1).max(200) }),
  answers: z.strictObject({
    total: z.number().int(),
    capped: z.boolean().describe("total chỉ là mức tối thiểu. / total is a floor."),
    ignored: list(z.string()).describe("Từ bị bỏ vì không đoạn nào có đủ. / Words left out."),
    numbered: list(namedWork),
    titled: list(namedWork),
    documents: z.number().int(),
    groups: list(z.strictObject({ ...namedWork.shape, hits: list(hit), more: z.number().int() })),
  }),
  example: { q: "bến khách" },
  async run({ store, query, on }) {
    const view = await viewSearch(store, { q: query.q.normalize("NFC"), filter: {} }, on);
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
        documents: view.documents,
        groups: view.groups.map((g) => ({
          ...plain(g),
          hits: g.hits.map((h) => ({ eId: h.eId, unit: h.unit, snippet: h.snippet, marks: h.marks, score: h.score })),
          more: g.more,
        })),
      },
    };
  },
});
