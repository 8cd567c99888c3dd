import { z } from "zod";
import { RELATION_KINDS } from "../../../src/domain/relation.ts";
import { GRAPH_LINES } from "../../../src/use-cases/graph-view.ts";
import { viewNeighbourhood } from "../../../src/use-cases/view-neighbourhood.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { day, eId, list, named, workId } from "../shapes/named.ts";
import { statusName, work, workOf } from "../shapes/work.ts";
import { byId } from "./documents.ts";

const line = z.enum(GRAPH_LINES);

const tie = named(
  "Tie",
  z.strictObject({
    from: workId,
    to: workId,
    line,
    since: day.nullable().describe("Ngày bắt đầu, khi sau ngày được hỏi. / First day, where it is still to come."),
    kinds: list(z.enum(RELATION_KINDS)),
    times: z.number().int().describe("Số lần dẫn. / Mentions."),
    place: z
      .strictObject({ work: workId, eId })
      .nullable()
      .describe("Điều khoản đầu tiên nói như vậy. / The first clause that says so."),
  }),
);

export const getNeighbourhood = operation({
  id: "getNeighbourhood",
  method: "GET",
  path: "/documents/{id}/neighbourhood",
  permission: "document:read",
  tag: "documents",
  day: true,
  summary: {
    vi: "Đồ thị quanh một văn bản tại một ngày: các văn bản cách một hoặc hai bước và quan hệ giữa chúng",
    en: "The graph around a document on a day: documents one or two steps away and the ties between them",
  },
  params: byId,
  query: z.strictObject({
    depth: z.enum(["1", "2"]).default("1"),
    kind: z.array(line).default([]).describe("Loại quan hệ; bỏ trống: tất cả. / Kinds of tie; left out: all."),
  }),
  answers: z.strictObject({
    work: workId,
    depth: z.union([z.literal(1), z.literal(2)]),
    works: list(z.strictObject({ work, status: statusName.nullable() })),
    ties: list(tie),
    direct: z
      .number()
      .int()
      .describe("Quan hệ của chính văn bản, kể cả loại không chọn. / Its own ties, chosen or not."),
    counts: z.partialRecord(line, z.number().int()),
    later: z.number().int().describe("Văn bản ban hành sau ngày được hỏi. / Documents issued after the day."),
    past: z.number().int().describe("Quan hệ đã hết trước ngày được hỏi. / Ties that ended before the day."),
    unread: z.number().int().describe("Văn bản dẫn tới mà không đọc, vì quá nhiều. / Too many to be read."),
  }),
  example: { id: "w17", depth: "2" },
  async run({ store, path, query, on }) {
    const found = await store.works.find(path.id);
    if (found === null) return apiFault(404, "no-document", path.id);
    const view = await viewNeighbourhood(store, found, { on, depth: query.depth === "2" ? 2 : 1, lines: query.kind });
    return {
      body: {
        work: found.id,
        depth: view.depth,
        works: [...view.works.values()].map(({ work: of, status }) => ({ work: workOf(of), status })),
        ties: view.ties.map(({ from, to, line, since, kinds, times, place }) => ({
          from,
          to,
          line,
          since,
          kinds,
          times,
          place: place === null ? null : { work: place.work, eId: place.eId },
        })),
        direct: view.direct,
        counts: view.counts,
        later: view.later,
        past: view.past,
        unread: view.unread,
      },
    };
  },
});
