import { z } from "zod";
import type { Batch, BatchItem } from "../../../src/domain/batch.ts";
import { BATCH_KINDS, BATCH_STATES, ITEM_STATES } from "../../../src/domain/batch.ts";
import { HANDLING_FORMS } from "../../../src/domain/handling-form.ts";
import {
  type Consultation,
  OPINION_ANSWERS,
  type ReviewSheet,
  SHEET_ASPECTS,
  SHEET_STATES,
  type SheetProposal,
} from "../../../src/domain/review-sheet.ts";
import { day, eId, list, moment, named, workId } from "./named.ts";

export const handlingForm = z
  .enum(HANDLING_FORMS)
  .describe("Hình thức xử lý theo Điều 38 Nghị định 79/2025; none: không phải xử lý. / Form of handling.");
export const sheetState = z.enum(SHEET_STATES);
export const itemState = z.enum(ITEM_STATES);

export const proposal = named(
  "HandlingProposal",
  z.strictObject({
    form: handlingForm.nullable().describe("null: chưa đủ căn cứ. / null: the evidence carries no form."),
    why: list(z.string()),
    touched: list(eId),
    articles: z.number().int(),
    findings: list(z.string()),
  }),
);

export const proposalOf = (p: SheetProposal): z.input<typeof proposal> => ({
  form: p.form,
  why: p.why,
  touched: p.touched,
  articles: p.articles,
  findings: p.findings,
});

const signed = z.strictObject({ signature: z.string(), at: moment });
const row = z.strictObject({ assessment: z.string(), proposal: z.string() });

export const sheet = named(
  "ReviewSheet",
  z.strictObject({
    id: z.string(),
    work: workId,
    batch: z.string().nullable(),
    unit: z.string().nullable(),
    state: sheetState,
    version: z.number().int(),
    ground: z.enum(["legal", "socio-economic"]),
    groundWorks: list(workId),
    groundText: z.string(),
    rows: z.partialRecord(z.enum(SHEET_ASPECTS), row),
    form: handlingForm.nullable(),
    formReason: z.string().nullable(),
    content: z.string(),
    draftingUnit: z.string().nullable(),
    deadline: day.nullable(),
    machine: proposal.nullable(),
    reviewer: z.string(),
    proposedBy: signed.nullable(),
    concludedBy: signed.nullable(),
    stateReason: z.string().nullable(),
    at: moment,
    updatedAt: moment,
  }),
);

const signatureOf = (one: { readonly signature: string; readonly at: number } | null) =>
  one === null ? null : { signature: one.signature, at: one.at };

export const sheetOf = ({
  id,
  work,
  batch,
  unit,
  state,
  version,
  body,
  at,
  updatedAt,
}: ReviewSheet): z.input<typeof sheet> => ({
  id,
  work,
  batch,
  unit,
  state,
  version,
  ground: body.ground,
  groundWorks: body.groundWorks,
  groundText: body.groundText,
  rows: body.rows,
  form: body.form,
  formReason: body.formReason,
  content: body.content,
  draftingUnit: body.draftingUnit,
  deadline: body.deadline,
  machine: body.machine === null ? null : proposalOf(body.machine),
  reviewer: body.reviewer,
  proposedBy: signatureOf(body.proposedBy),
  concludedBy: signatureOf(body.concludedBy),
  stateReason: body.stateReason,
  at,
  updatedAt,
});

export const question = named(
  "Consultation",
  z.strictObject({
    id: z.string(),
    unit: z.string(),
    unitName: z.string(),
    question: z.string(),
    due: day.nullable(),
    askedBy: z.string(),
    askedAt: moment,
    answer: z.enum(OPINION_ANSWERS).nullable(),
    text: z.string(),
    letter: z.string().nullable(),
    answeredBy: z.string().nullable(),
    answeredAt: moment.nullable(),
    withdrawn: z.string().nullable(),
    version: z.number().int(),
  }),
);

export const questionOf = ({
  id,
  unit,
  due,
  askedAt,
  answeredAt,
  version,
  body,
}: Consultation): z.input<typeof question> => ({
  id,
  unit,
  unitName: body.unitName,
  question: body.question,
  due,
  askedBy: body.askedBy,
  askedAt,
  answer: body.answer,
  text: body.text,
  letter: body.letter,
  answeredBy: body.answeredBy,
  answeredAt,
  withdrawn: body.withdrawn,
  version,
});

export const batch = named(
  "Batch",
  z.strictObject({
    id: z.string(),
    kind: z.enum(BATCH_KINDS),
    state: z.enum(BATCH_STATES),
    name: z.string(),
    purpose: z.string(),
    order: z.string(),
    ground: workId.nullable(),
    query: z.string().nullable(),
    unfound: list(z.string()),
    lead: z.string().nullable(),
    due: day.nullable(),
    from: day.nullable(),
    cutOff: day.nullable(),
    by: z.string(),
    at: moment,
    version: z.number().int(),
  }),
);

export const batchOf = ({ id, kind, state, due, version, at, body }: Batch): z.input<typeof batch> => ({
  id,
  kind,
  state,
  name: body.name,
  purpose: body.purpose,
  order: body.order,
  ground: body.ground,
  query: body.query,
  unfound: body.unfound,
  lead: body.lead,
  due,
  from: body.from,
  cutOff: body.cutOff,
  by: body.by,
  at,
  version,
});

export const batchItem = named(
  "BatchItem",
  z.strictObject({
    work: workId,
    unit: z.string().nullable(),
    state: itemState,
    due: day.nullable(),
    doneAt: moment.nullable(),
    why: z.string(),
    person: z.string().nullable(),
    note: z.string(),
    version: z.number().int(),
  }),
);

export const batchItemOf = ({
  work,
  unit,
  state,
  due,
  doneAt,
  version,
  body,
}: BatchItem): z.input<typeof batchItem> => ({
  work,
  unit,
  state,
  due,
  doneAt,
  why: body.why,
  person: body.person?.signature ?? null,
  note: body.note,
  version,
});
