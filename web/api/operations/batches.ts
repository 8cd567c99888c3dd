import { z } from "zod";
import { parseDate } from "../../../src/domain/legal-date.ts";
import { assignItems, planPicked } from "../../../src/use-cases/assign-batch.ts";
import { leaveOut as putAside } from "../../../src/use-cases/change-batch.ts";
import { personTyped } from "../../../src/use-cases/person-typed.ts";
import { unitTyped } from "../../../src/use-cases/unit-typed.ts";
import { matchingItems } from "../../../src/use-cases/view-batch.ts";
import { viewBatches } from "../../../src/use-cases/view-batches.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { pageOfRows, paged } from "../paging.ts";
import { list, pageOf, workId } from "../shapes/named.ts";
import { batch, batchItem, batchItemOf, batchOf, itemState } from "../shapes/sheet.ts";

const byId = z.object({ id: z.string().min(1).max(100) });
/** No call gives away more at once. */
const MOST_PICKED = 2000;

export const listBatches = operation({
  id: "listBatches",
  method: "GET",
  path: "/batches",
  permission: "batch:read",
  tag: "batches",
  summary: { vi: "Các đợt rà soát và tiến độ", en: "Batches of review with how far they are" },
  answers: z.strictObject({
    rows: list(
      z.strictObject({
        batch,
        documents: z.number().int(),
        done: z.number().int(),
        leftOut: z.number().int(),
        overdue: z.number().int(),
      }),
    ),
  }),
  async run({ store, today }) {
    const rows = await viewBatches(store, today);
    return {
      body: {
        rows: rows.map(({ batch: one, n, done, leftOut, overdue }) => ({
          batch: batchOf(one),
          documents: n,
          done,
          leftOut,
          overdue,
        })),
      },
    };
  },
});

export const listBatchItems = operation({
  id: "listBatchItems",
  method: "GET",
  path: "/batches/{id}/items",
  permission: "batch:read",
  tag: "batches",
  summary: { vi: "Văn bản trong một đợt", en: "Documents of a batch" },
  params: byId,
  query: z.strictObject({
    ...paged,
    state: itemState.optional(),
    unit: z.string().max(200).optional().describe("Rỗng: chưa giao. / Empty: given to nobody."),
    overdue: z.enum(["yes"]).optional(),
  }),
  answers: pageOf(batchItem),
  example: { id: "b-ferries" },
  async run({ store, path, query, today }) {
    const found = await store.batches.find(path.id);
    if (found === null) return apiFault(404, "no-batch", path.id);
    const items = matchingItems(found, await store.batches.itemsOf(path.id), today, {
      state: query.state ?? null,
      unit: query.unit ?? null,
      overdue: query.overdue === "yes",
    });
    const page = pageOfRows(`batch ${path.id}`, query, items, (item) => item.work);
    return "fault" in page ? page : { body: { ...page, rows: page.rows.map(batchItemOf) } };
  },
});

const picked = z
  .array(z.strictObject({ work: workId, version: z.number().int() }))
  .min(1)
  .max(MOST_PICKED)
  .describe("Văn bản và `version` đã thấy. / Documents with the version seen.");

export const assignBatchItems = operation({
  id: "assignBatchItems",
  method: "POST",
  path: "/batches/{id}/assignments",
  permission: "batch:manage",
  tag: "batches",
  summary: {
    vi: "Giao văn bản trong đợt cho đơn vị, người, hạn; văn bản người khác vừa giao thì giữ nguyên",
    en: "Give documents of a batch to a unit, a person, a day; what somebody has just given away stays so",
  },
  params: byId,
  body: z.strictObject({
    items: picked,
    unit: z.string().max(200).nullable().optional(),
    person: z.string().max(200).nullable().optional(),
    due: z.string().max(40).nullable().optional(),
  }),
  answers: z.strictObject({ given: z.number().int(), taken: z.number().int() }),
  sample: { items: [{ work: "w17", version: 1 }], unit: "Sở Xây dựng", due: "2026-12-31" },
  async run({ store, path, body, by, now }) {
    const found = await store.batches.find(path.id);
    if (found === null) return apiFault(404, "no-batch", path.id);
    if (found.state !== "open") return apiFault(409, "batch-closed", path.id);
    const due = body.due ? parseDate(body.due) : null;
    if (body.due && due === null) return apiFault(400, "bad-day", body.due);
    const assignment = {
      ...(body.unit === undefined ? {} : { unit: await unitTyped(store, body.unit ?? "") }),
      ...(body.person === undefined ? {} : { person: await personTyped(store, body.person ?? "") }),
      ...(body.due === undefined ? {} : { due }),
    };
    const seen = new Map(body.items.map(({ work, version }) => [work, version]));
    const plan = await planPicked(store, path.id, seen, assignment);
    return { body: await assignItems(store, found, plan, assignment, by, now) };
  },
});

export const leaveOut = operation({
  id: "leaveOut",
  method: "POST",
  path: "/batches/{id}/left-out",
  permission: "batch:manage",
  tag: "batches",
  summary: {
    vi: "Để văn bản ngoài đợt kèm lý do; lý do null thì đưa lại vào đợt",
    en: "Leave documents out of a batch with a reason; with null they are put back",
  },
  params: byId,
  body: z.strictObject({ works: z.array(workId).min(1).max(MOST_PICKED), reason: z.string().max(4000).nullable() }),
  answers: z.strictObject({ changed: z.number().int() }),
  sample: { works: ["w17"], reason: "Không phải văn bản quy phạm" },
  async run({ store, path, body, by, now }) {
    const found = await store.batches.find(path.id);
    if (found === null) return apiFault(404, "no-batch", path.id);
    if (found.state !== "open") return apiFault(409, "batch-closed", path.id);
    const reason = body.reason === null ? null : body.reason.trim();
    if (reason === "") return apiFault(400, "reason-missing");
    return { body: { changed: await putAside(store, found, body.works, reason, by, now) } };
  },
});
