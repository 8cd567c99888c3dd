import { z } from "zod";
import { parseDate } from "../../../src/domain/legal-date.ts";
import { addEffect, type Decided, decideEffect } from "../../../src/use-cases/decide-effect.ts";
import { viewAttentionList, viewSettled } from "../../../src/use-cases/view-attention.ts";
import { viewEffect } from "../../../src/use-cases/view-effect.ts";
import { ADDABLE } from "../../pages/effect-add/page.tsx";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { effect, effectOf, handEffect } from "../shapes/effect.ts";
import { list, named, workId } from "../shapes/named.ts";
import { statusName, work, worksIn } from "../shapes/work.ts";
import type { HandEffect } from "../../../src/domain/hand-effect.ts";
import { byId } from "./documents.ts";
import { aboutEffect, aboutWork } from "../../about.ts";

const counted = <T extends z.ZodType>(row: T) => z.strictObject({ total: z.number().int(), rows: list(row) });

const handOf = (h: HandEffect): z.input<typeof handEffect> => ({
  key: h.key,
  kind: h.kind,
  source: h.source,
  target: h.target,
  from: h.from,
  until: h.until,
  why: h.why,
  by: h.by,
  at: h.at,
});

export const listEffects = operation({
  id: "listEffects",
  method: "GET",
  path: "/effects",
  permission: "document:read",
  tag: "effects",
  day: true,
  summary: {
    vi: "Tác động chờ người quyết định: chưa có ngày, bất thường, trái danh mục; và việc đã quyết định (mỗi loại một trang)",
    en: "Effects that wait for a person: undated, odd, contradicted by a list; and what was decided (one page of each)",
  },
  query: z.strictObject({ show: z.enum(["undated", "all"]).default("undated") }),
  answers: z.strictObject({
    open: counted(effect),
    decided: counted(z.strictObject({ decision: handEffect, effect: effect.nullable() })),
    oddities: counted(
      z.strictObject({
        kind: z.enum(["cycle", "replaced-twice", "before-issue", "not-counted"]),
        works: list(workId),
        says: z.string(),
      }),
    ),
    conflicts: counted(z.strictObject({ statement: effect, status: statusName, reason: z.string() })),
    works: list(work),
  }),
  example: { show: "all" },
  async run({ store, on, query }) {
    const kinds =
      query.show === "all" ? (["undated", "unknown-instruction", "not-applied"] as const) : (["undated"] as const);
    const open = await Promise.all(kinds.map((kind) => viewAttentionList(store, on, kind, {})));
    const [odd, lists] = [
      await viewAttentionList(store, on, "oddities", {}),
      await viewAttentionList(store, on, "lists", {}),
    ];
    const settled = await viewSettled(store);
    return {
      body: {
        open: {
          total: open.reduce((sum, { list }) => sum + list.n, 0),
          rows: open.flatMap(({ list, ...view }) =>
            list.rows.flatMap((row) => (row.of === "effect" ? [effectOf(row.effect, view)] : [])),
          ),
        },
        decided: {
          total: settled.n.effects,
          rows: settled.effects.map((d) => ({
            decision: handOf(d.decision),
            effect: d.effect === null ? null : effectOf(d.effect, settled),
          })),
        },
        oddities: {
          total: odd.list.n,
          rows: odd.list.rows.flatMap((row) =>
            row.of === "oddity" ? [{ kind: row.oddity.kind, works: row.oddity.works, says: row.oddity.says }] : [],
          ),
        },
        conflicts: {
          total: lists.list.n,
          rows: lists.list.rows.flatMap((row) =>
            row.of === "list"
              ? [{ statement: effectOf(row.statement, lists), status: row.status, reason: row.reason }]
              : [],
          ),
        },
        works: worksIn(new Map([...open, odd, lists, settled].flatMap((view) => [...view.works]))),
      },
    };
  },
});

const bySource = z.object({ source: workId, key: z.string().min(1).max(100) });

const one = named("EffectDetail", z.strictObject({ effect, history: list(handEffect), works: list(work) }));

export const getEffect = operation({
  id: "getEffect",
  method: "GET",
  path: "/effects/{source}/{key}",
  permission: "document:read",
  tag: "effects",
  summary: {
    vi: "Một tác động: lời văn làm căn cứ, máy và người hiểu thế nào",
    en: "One effect: its words, what the machine and people make of it",
  },
  params: bySource,
  answers: one,
  example: { source: "w06", key: "e1" },
  async run({ store, path }) {
    const view = await viewEffect(store, path.source, path.key);
    if (view === null) return apiFault(404, "no-effect", path.key);
    return {
      body: {
        effect: effectOf(view.effect, view),
        history: view.history.map(handOf),
        works: worksIn(view.works),
      },
    };
  },
});

const writtenDay = z.string().max(40);
/** A day that cannot be read stays as it was written, and is refused. */
const readDay = (written: string): string => parseDate(written) ?? written;

export const decideOnEffect = operation({
  id: "decideEffect",
  method: "POST",
  path: "/effects/{source}/{key}/decisions",
  permission: "document:mend",
  about: ({ store, path }) => aboutEffect(store, path.source, path.key),
  tag: "effects",
  makes: 201,
  summary: {
    vi: "Quyết định về một tác động: định ngày (date), bác bỏ (reject), hoàn tác (undo); tình trạng hiệu lực được tính lại",
    en: "Decide on an effect: date it, reject it, undo the last decision; statuses are computed anew",
  },
  params: bySource,
  body: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("date"),
      from: writtenDay,
      lastDay: writtenDay.nullish(),
      why: z.string().max(2000),
    }),
    z.strictObject({ kind: z.literal("reject"), why: z.string().max(2000) }),
    z.strictObject({ kind: z.literal("undo"), why: z.string().max(2000).default("") }),
  ]),
  sample: { kind: "date", from: "2026-07-15", lastDay: null, why: "Ngày ghi tại Điều 2" },
  answers: z.strictObject({ key: z.string() }),
  async run({ store, path, body, desk, by, now }) {
    const decision =
      body.kind === "date"
        ? { kind: body.kind, from: readDay(body.from), lastDay: body.lastDay ? readDay(body.lastDay) : null }
        : { kind: body.kind };
    const decided = await decideEffect({ store, ...path, decision, why: body.why, by, now });
    if (!decided.ok) return refuse(decided);
    desk?.reviewAgain();
    return { body: { key: decided.key }, location: `/effects/${path.source}/${encodeURIComponent(path.key)}` };
  },
});

export const addEffectByHand = operation({
  id: "addEffect",
  method: "POST",
  path: "/documents/{id}/effects",
  permission: "document:mend",
  about: ({ store, path }) => aboutWork(store, path.id),
  tag: "effects",
  makes: 201,
  summary: {
    vi: "Thêm tác động mà máy chưa thấy lên một văn bản; lời trích phải có thật trong văn bản tác động",
    en: "Add an effect on a document that the machine has not seen; quoted words must stand in the acting document",
  },
  params: byId,
  body: z.strictObject({
    action: z.enum(ADDABLE),
    unit: z
      .string()
      .max(200)
      .nullish()
      .describe("khoản 2 Điều 5, hoặc eId; bỏ trống = cả văn bản. / A unit as cited, or its eId; empty = the whole."),
    sourceSymbol: z.string().max(60).nullish(),
    sourceDay: writtenDay.nullish(),
    from: writtenDay,
    lastDay: writtenDay.nullish(),
    quote: z.string().max(4000).default(""),
    why: z.string().max(2000),
  }),
  sample: { action: "repeal-document", sourceSymbol: "20/2026/QĐ-UBND", from: "2026-08-01", why: "Có văn bản mới" },
  answers: z.strictObject({ key: z.string() }),
  async run({ store, path, body, desk, by, now }) {
    const decided = await addEffect({
      store,
      target: path.id,
      action: body.action,
      unit: body.unit?.trim() || null,
      sourceSymbol: body.sourceSymbol?.trim() || null,
      sourceDay: body.sourceDay ? readDay(body.sourceDay) : null,
      from: readDay(body.from),
      lastDay: body.lastDay ? readDay(body.lastDay) : null,
      quote: body.quote,
      why: body.why,
      by,
      now,
    });
    if (!decided.ok) return refuse(decided);
    desk?.reviewAgain();
    return { body: { key: decided.key } };
  },
});

function refuse({ reason }: Extract<Decided, { ok: false }>) {
  if (reason === "no-effect" || reason === "no-target") return apiFault(404, "no-effect");
  return apiFault(reason === "nothing-to-undo" ? 409 : 400, `effect-${reason}`);
}
