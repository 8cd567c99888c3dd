import { z } from "zod";
import { parseDate } from "../../../src/domain/legal-date.ts";
import { OPINION_ANSWERS, type ReviewSheet, SHEET_ASPECTS } from "../../../src/domain/review-sheet.ts";
import type { SheetAct, SheetDone } from "../../../src/use-cases/change-sheet.ts";
import { concludeSheet as conclude, returnSheet as sendBack } from "../../../src/use-cases/conclude-sheet.ts";
import { answerUnit } from "../../../src/use-cases/consult-unit.ts";
import { openSheet as open } from "../../../src/use-cases/open-sheet.ts";
import { unitTyped } from "../../../src/use-cases/unit-typed.ts";
import { machineProposal, proposeSheet as propose, writeSheet as write } from "../../../src/use-cases/write-sheet.ts";
import { apiFault } from "../fault.ts";
import { type ApiAsk, operation } from "../operation.ts";
import { closeCursor, openCursor, paged } from "../paging.ts";
import { list, moment, pageOf, workId } from "../shapes/named.ts";
import {
  handlingForm,
  proposal,
  proposalOf,
  question,
  questionOf,
  sheet,
  sheetOf,
  sheetState,
} from "../shapes/sheet.ts";

const byId = z.object({ id: z.string().min(1).max(100) });
const seen = z
  .number()
  .int()
  .describe("`version` đã thấy; khác thì bị từ chối với mã 409. / The version seen; another one is refused with 409.");

export const listSheets = operation({
  id: "listSheets",
  method: "GET",
  path: "/sheets",
  permission: "sheet:read",
  tag: "sheets",
  summary: { vi: "Phiếu rà soát, sửa gần nhất trước", en: "Review sheets, last changed first" },
  query: z.strictObject({
    ...paged,
    state: sheetState.optional(),
    unit: z.string().max(100).optional(),
    batch: z.string().max(100).optional(),
  }),
  answers: pageOf(sheet),
  async run({ store, query }) {
    const cursor = openCursor("sheets", query);
    if ("fault" in cursor) return cursor;
    const page = await store.sheets.list({
      ...(query.state === undefined ? {} : { states: [query.state] }),
      ...(query.unit === undefined ? {} : { unit: query.unit }),
      ...(query.batch === undefined ? {} : { batch: query.batch }),
      ...(cursor.key === undefined ? {} : { after: cursor.key }),
      limit: query.limit,
    });
    return {
      body: { rows: page.rows.map(sheetOf), total: page.total, next: closeCursor("sheets", query, page.next) },
    };
  },
});

export const getSheet = operation({
  id: "getSheet",
  method: "GET",
  path: "/sheets/{id}",
  permission: "sheet:read",
  tag: "sheets",
  summary: { vi: "Một phiếu rà soát, các ý kiến và lịch sử", en: "One review sheet with its opinions and history" },
  params: byId,
  answers: z.strictObject({
    sheet,
    consultations: list(question),
    history: list(z.strictObject({ at: moment, by: z.string(), action: z.string() })),
  }),
  example: { id: "s-06" },
  async run({ store, path }) {
    const found = await store.sheets.find(path.id);
    if (found === null) return apiFault(404, "no-sheet", path.id);
    const [consultations, history] = await Promise.all([
      store.sheets.consultationsOf(path.id),
      store.audit.list({ subject: path.id, limit: 200 }),
    ]);
    return {
      body: {
        sheet: sheetOf(found),
        consultations: consultations.map(questionOf),
        history: [...history].reverse().map(({ at, by, action }) => ({ at, by, action })),
      },
    };
  },
});

export const getHandlingProposal = operation({
  id: "getHandlingProposal",
  method: "GET",
  path: "/documents/{id}/handling-proposal",
  permission: "sheet:read",
  tag: "sheets",
  day: true,
  summary: {
    vi: "Hình thức xử lý máy đề xuất cho một văn bản, từ chứng cứ tại ngày được hỏi",
    en: "The form of handling the machine proposes for a document, from the evidence of a day",
  },
  params: z.object({ id: workId }),
  answers: proposal,
  example: { id: "w17" },
  async run({ store, path, on }) {
    const work = await store.works.find(path.id);
    return work === null
      ? apiFault(404, "no-document", path.id)
      : { body: proposalOf(await machineProposal({ store }, work, on)) };
  },
});

export const openSheet = operation({
  id: "openSheet",
  method: "POST",
  path: "/sheets",
  permission: "sheet:write",
  tag: "sheets",
  makes: 201,
  summary: {
    vi: "Lập phiếu rà soát cho một văn bản; đang có phiếu chưa xong thì trả lại phiếu ấy",
    en: "Open a review sheet for a document; where one stands, that one is answered with",
  },
  body: z.strictObject({ work: workId, batch: z.string().max(100).nullish() }),
  answers: sheet,
  sample: { work: "w17" },
  async run({ store, body, person, may, by, now, today, t }) {
    const batch = body.batch ?? null;
    const item = batch === null ? null : await store.batches.item(batch, body.work);
    if (batch !== null && item === null) return apiFault(404, "no-batch", batch);
    const facet = (await store.facets.of([body.work])).get(body.work) ?? null;
    if (!may("sheet:write", { facet, unit: item?.unit ?? null })) return apiFault(403, "not-yours", t.sheets.open);
    const unit = item?.unit ?? person.unit?.id ?? null;
    const done = await open({ store, work: body.work, batch, unit, on: today, person, by, now });
    if (!done.ok && done.why === "no-document") return apiFault(404, "no-document", body.work);
    return { body: sheetOf(done.sheet), location: `/sheets/${done.sheet.id}` };
  },
});

const writing = z.strictObject({
  version: seen,
  propose: z.boolean().default(false).describe("Ghi xong thì ký đề xuất. / Sign it as proposed as well."),
  ground: z.enum(["legal", "socio-economic"]).default("legal"),
  groundWorks: z.array(workId).max(100).default([]),
  groundText: z.string().max(8000).default(""),
  rows: z
    .partialRecord(
      z.enum(SHEET_ASPECTS),
      z.strictObject({ assessment: z.string().max(8000).default(""), proposal: z.string().max(8000).default("") }),
    )
    .default({}),
  form: handlingForm.nullish(),
  formReason: z.string().max(8000).nullish(),
  content: z.string().max(8000).default(""),
  draftingUnit: z.string().max(200).nullish(),
  deadline: z.string().max(40).nullish(),
});

export const writeSheet = operation({
  id: "writeSheet",
  method: "PUT",
  path: "/sheets/{id}",
  permission: "sheet:write",
  tag: "sheets",
  summary: {
    vi: "Ghi phiếu rà soát, hoặc ghi và đề xuất",
    en: "Write a review sheet, or write and propose it",
  },
  params: byId,
  body: writing,
  answers: sheet,
  sample: { version: 1, form: "amend", content: "Sửa khoản 2 Điều 5" },
  async run(ask) {
    const { store, path, body, may, t, today } = ask;
    const found = await store.sheets.find(path.id);
    if (found === null) return apiFault(404, "no-sheet", path.id);
    if (!may("sheet:write", await objectOf(ask, found))) return apiFault(403, "not-yours", t.sheets.save);
    const deadline = body.deadline ? parseDate(body.deadline) : null;
    if (body.deadline && deadline === null) return apiFault(400, "bad-day", body.deadline);
    const { version, propose: signing, ...rest } = body;
    const written = {
      ...rest,
      form: rest.form ?? null,
      formReason: rest.formReason ?? null,
      draftingUnit: await unitTyped(store, rest.draftingUnit ?? ""),
      deadline,
    };
    const act = actOf(ask, version);
    return answered(ask, signing ? await propose(act, written, today) : await write(act, written));
  },
});

export const concludeSheet = operation({
  id: "concludeSheet",
  method: "POST",
  path: "/sheets/{id}/conclusion",
  permission: "sheet:conclude",
  tag: "sheets",
  makes: 201,
  summary: {
    vi: "Kết luận một phiếu đã đề xuất; người đề xuất không tự kết luận được",
    en: "Conclude a proposed sheet; whoever proposed it cannot",
  },
  params: byId,
  body: z.strictObject({ version: seen }),
  answers: sheet,
  sample: { version: 2 },
  async run(ask) {
    const refused = await refusedToConclude(ask);
    return refused ?? answered(ask, await conclude(actOf(ask, ask.body.version)));
  },
});

export const returnSheet = operation({
  id: "returnSheet",
  method: "POST",
  path: "/sheets/{id}/return",
  permission: "sheet:conclude",
  tag: "sheets",
  summary: { vi: "Trả lại một phiếu đã đề xuất, kèm lý do", en: "Return a proposed sheet with a reason" },
  params: byId,
  body: z.strictObject({ version: seen, reason: z.string().max(8000) }),
  answers: sheet,
  sample: { version: 2, reason: "Thiếu ý kiến của Sở Tài chính" },
  async run(ask) {
    const refused = await refusedToConclude(ask);
    return refused ?? answered(ask, await sendBack(actOf(ask, ask.body.version), ask.body.reason));
  },
});

export const answerOpinion = operation({
  id: "answerOpinion",
  method: "POST",
  path: "/consultations/{id}/answer",
  permission: "opinion:answer",
  tag: "sheets",
  summary: {
    vi: "Trả lời ý kiến được hỏi: nhất trí, không nhất trí và lý do, ý kiến khác",
    en: "Answer a question: agreed, not agreed and why, another opinion",
  },
  params: byId,
  body: z.strictObject({ version: seen, answer: z.enum(OPINION_ANSWERS), text: z.string().max(8000).default("") }),
  answers: question,
  sample: { version: 1, answer: "agree" },
  async run({ store, path, body, may, by, now, t }) {
    const asked = await store.sheets.consultation(path.id);
    if (asked === null) return apiFault(404, "no-sheet", path.id);
    if (!may("opinion:answer", { unit: asked.unit })) return apiFault(403, "not-yours", t.sheets.consult.answer);
    const { version, answer, text } = body;
    const done = await answerUnit({ store, id: path.id, seen: version, answer, text, letter: null, by, now });
    if (done.ok) return { body: questionOf(done.consultation) };
    if (done.why === "no-consultation") return apiFault(404, "no-sheet", path.id);
    return sheetRefused({ t }, done.why, path.id);
  },
});

type Ask = Pick<ApiAsk<{ readonly id: string }>, "store" | "path" | "person" | "may" | "by" | "now" | "t">;

const actOf = ({ store, path, person, by, now }: Ask, version: number): SheetAct => ({
  store,
  id: path.id,
  seen: version,
  person,
  by,
  now,
});

const objectOf = async ({ store }: Pick<Ask, "store">, { work, unit }: ReviewSheet) => ({
  facet: (await store.facets.of([work])).get(work) ?? null,
  unit,
});

/** Null: it may be concluded or returned by whoever calls. */
async function refusedToConclude(ask: Ask) {
  const found = await ask.store.sheets.find(ask.path.id);
  if (found === null) return apiFault(404, "no-sheet", ask.path.id);
  const author = found.body.proposedBy?.id;
  const object = { ...(await objectOf(ask, found)), ...(author === undefined ? {} : { author }) };
  return ask.may("sheet:conclude", object) ? null : apiFault(403, "not-yours", ask.t.sheets.conclude);
}

type Why = keyof Ask["t"]["sheets"]["faults"];

function answered(ask: Ask, done: SheetDone<Why>) {
  if (done.ok) return { body: sheetOf(done.sheet), location: `/sheets/${done.sheet.id}` };
  return done.why === "no-sheet" ? apiFault(404, "no-sheet", ask.path.id) : sheetRefused(ask, done.why, ask.path.id);
}

const OVERTAKEN: readonly Why[] = ["changed", "bad-state", "sheet-done", "withdrawn", "another-standing"];

const sheetRefused = ({ t }: Pick<Ask, "t">, why: Why, id: string) =>
  apiFault(OVERTAKEN.includes(why) ? 409 : 400, "sheet-refused", id, {
    said: { what: t.sheets.faults[why], why: "", todo: t.sheets.faultTodo[why] },
  });
