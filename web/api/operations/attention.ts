import { z } from "zod";
import { mendCitation } from "../../../src/use-cases/mend-citation.ts";
import { type AttentionKind, viewAttentionList } from "../../../src/use-cases/view-attention.ts";
import { type UnclearCitation, viewCitationToMend } from "../../../src/use-cases/view-unclear-citations.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { effect, effectOf } from "../shapes/effect.ts";
import { DONE, done, eId, list, moment, named, workId } from "../shapes/named.ts";
import { work, workOf, workOrNull } from "../shapes/work.ts";
import { byId } from "./documents.ts";
import { entry, entryOf } from "./imports.ts";
import { aboutWork } from "../../about.ts";

const unclear = named(
  "UnclearCitation",
  z.strictObject({
    from: workId,
    key: z
      .string()
      .nullable()
      .describe("Dùng để chỉ định văn bản được dẫn. / Names the citation when its target is set."),
    within: eId.nullable(),
    cited: z.string(),
    text: z.string(),
    mark: z.strictObject({ start: z.number().int(), end: z.number().int() }),
    how: z.string(),
    candidates: list(work),
    times: z.number().int(),
  }),
);

const unclearOf = (c: UnclearCitation): z.input<typeof unclear> => ({
  from: c.link.from,
  key: c.link.key,
  within: c.link.within,
  cited: c.link.text,
  text: c.text,
  mark: c.mark,
  how: c.link.resolution.how,
  candidates: c.candidates.map(workOf),
  times: c.times,
});

export const getAttention = operation({
  id: "getAttention",
  method: "GET",
  path: "/attention",
  permission: "document:read",
  tag: "attention",
  summary: {
    vi: "Việc cần người xem: dẫn chiếu chưa rõ, tác động chưa áp dụng được, tệp không nhập được (mỗi loại tối đa 50 dòng, việc nhiều văn bản dựa vào đứng trước)",
    en: "What needs a person: unclear citations, effects not applied, refused files (50 rows of each at most, what most documents rest on first)",
  },
  answers: z.strictObject({
    citations: z.strictObject({ total: z.number().int(), rows: list(unclear) }),
    effects: z.strictObject({ total: z.number().int(), rows: list(effect) }),
    files: z.strictObject({ total: z.number().int(), rows: list(entry) }),
  }),
  async run({ store, on }) {
    const some = (...kinds: readonly AttentionKind[]) =>
      Promise.all(kinds.map((kind) => viewAttentionList(store, on, kind, {})));
    const total = (views: Awaited<ReturnType<typeof some>>): number => views.reduce((sum, { list }) => sum + list.n, 0);
    const [citations, effects, files] = [
      await some("ambiguous", "unresolved"),
      await some("unknown-instruction", "undated", "not-applied"),
      await some("refused"),
    ];
    return {
      body: {
        citations: {
          total: total(citations),
          rows: citations.flatMap(({ list }) =>
            list.rows.flatMap((row) => (row.of === "citation" ? [unclearOf(row.citation)] : [])),
          ),
        },
        effects: {
          total: total(effects),
          rows: effects.flatMap(({ list, ...view }) =>
            list.rows.flatMap((row) => (row.of === "effect" ? [effectOf(row.effect, view)] : [])),
          ),
        },
        files: {
          total: total(files),
          rows: files.flatMap(({ list }) =>
            list.rows.flatMap((row) => (row.of === "file" ? [entryOf(row.entry)] : [])),
          ),
        },
      },
    };
  },
});

const key = z.string().min(1).max(300);

export const getCitationTarget = operation({
  id: "getCitationTarget",
  method: "GET",
  path: "/documents/{id}/citation-target",
  permission: "document:mend",
  tag: "attention",
  summary: {
    vi: "Một số hoặc tên mà văn bản dẫn: đang hiểu là văn bản nào, có thể là những văn bản nào (tìm bằng q)",
    en: "One number or name a document cites: what it is taken for, what it may be (search with q)",
  },
  params: byId,
  query: z.strictObject({ key, q: z.string().max(200).default("") }),
  answers: z.strictObject({
    work,
    key: z.string(),
    cited: z.string(),
    mention: unclear.nullable(),
    target: work.nullable(),
    byHand: z.strictObject({ target: workId.nullable(), by: z.string(), at: moment }).nullable(),
    found: list(work),
  }),
  example: { id: "w17", key: "name:hướng dẫn liên ngành số 45" },
  async run({ store, path, query }) {
    const view = await viewCitationToMend(store, path.id, query.key, query.q);
    if (view === null) return apiFault(404, "no-citation", query.key);
    const { override } = view;
    return {
      body: {
        work: workOf(view.work),
        key: view.key,
        cited: view.cited,
        mention: view.mention === null ? null : unclearOf(view.mention),
        target: workOrNull(view.target),
        byHand: override === null ? null : { target: override.target, by: override.by, at: override.at },
        found: view.found.map(workOf),
      },
    };
  },
});

export const setCitationTarget = operation({
  id: "setCitationTarget",
  method: "PUT",
  path: "/documents/{id}/citation-target",
  permission: "document:mend",
  about: ({ store, path }) => aboutWork(store, path.id),
  tag: "attention",
  summary: {
    vi: "Chỉ định văn bản được dẫn: target là mã văn bản, null = không dẫn văn bản nào, undo = theo máy",
    en: "Say what is cited: target is a document's id, null = no document, undo = as the machine sees it",
  },
  params: byId,
  body: z.strictObject({ key, target: z.union([workId, z.null()]) }),
  answers: done,
  sample: { key: "name:hướng dẫn liên ngành số 45", target: null },
  async run({ store, path, body, desk, by, now }) {
    const target = body.target === null ? null : body.target === "undo" ? "undo" : { work: body.target };
    const mended = await mendCitation({ store, work: path.id, key: body.key, target, by, now });
    if (!mended.ok)
      return mended.reason === "no-target"
        ? apiFault(404, "no-document", body.target ?? "")
        : apiFault(404, "no-citation", body.key);
    desk?.reviewAgain();
    return DONE;
  },
});
