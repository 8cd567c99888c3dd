import { z } from "zod";
import { HANDLING_FORMS } from "../../../src/domain/handling-form.ts";
import { HANDLING_STATES, HANDLING_STEPS, type Handling } from "../../../src/domain/handling.ts";
import { INSPECTION_CLOCKS, type InspectionClock } from "../../../src/domain/inspection-clocks.ts";
import {
  INSPECTION_EVENTS,
  INSPECTION_KINDS,
  INSPECTION_STATES,
  type Inspection,
  PETITION_STATES,
  type Petition,
} from "../../../src/domain/petition.ts";
import { day, list, moment, named, workId } from "./named.ts";

const step = z.strictObject({ day: day.nullable(), number: z.string(), text: z.string() });
const history = list(z.strictObject({ at: moment, by: z.string(), what: z.string() }));

export const handlingState = z
  .enum(HANDLING_STATES)
  .describe("contradicted: kết quả khác kế hoạch. / contradicted: the result is not what was planned.");

export const handling = named(
  "Handling",
  z.strictObject({
    id: z.string(),
    work: workId.nullable(),
    asWritten: z.string().nullable().describe("Như ghi trong bảng theo dõi. / As written in the tracker."),
    state: handlingState,
    form: z.enum(HANDLING_FORMS).nullable().describe("null: chưa xác định. / null: not decided."),
    formText: z.string(),
    content: z.string(),
    unit: z.string().nullable(),
    officer: z.string(),
    due: day.nullable(),
    steps: z.partialRecord(z.enum(HANDLING_STEPS), step),
    session: z.string(),
    result: workId.nullable(),
    outcome: z.string().nullable(),
    doneMonth: z.string().nullable(),
    note: z.string(),
    sheet: z.string().nullable(),
    import: z.string().nullable(),
    version: z.number().int(),
    at: moment,
    updatedAt: moment,
    history,
  }),
);

export const handlingOf = (h: Handling): z.input<typeof handling> => ({
  id: h.id,
  work: h.work,
  asWritten: h.body.asWritten,
  state: h.state,
  form: h.body.form,
  formText: h.body.formText,
  content: h.body.content,
  unit: h.unit,
  officer: h.body.officer,
  due: h.due,
  steps: h.body.steps,
  session: h.body.session,
  result: h.result,
  outcome: h.body.outcome,
  doneMonth: h.body.doneMonth,
  note: h.body.note,
  sheet: h.body.sheet,
  import: h.importId,
  version: h.version,
  at: h.at,
  updatedAt: h.updatedAt,
  history: h.body.history,
});

export const petition = named(
  "Petition",
  z.strictObject({
    id: z.string(),
    kind: z.enum(["review", "inspection"]),
    state: z.enum(PETITION_STATES),
    receivedOn: day,
    from: z.string(),
    contact: z.string(),
    letter: z.string(),
    text: z.string(),
    works: list(workId),
    unfound: list(z.string()),
    toldOn: day.nullable(),
    passedTo: z.string().nullable(),
    passedOn: day.nullable(),
    answer: z.string().nullable(),
    answeredOn: day.nullable(),
    version: z.number().int(),
    at: moment,
    history,
  }),
);

export const petitionOf = ({ id, state, receivedOn, version, at, body }: Petition): z.input<typeof petition> => {
  const { by: _, ...rest } = body;
  return { id, state, receivedOn, version, at, ...rest };
};

const clock = z.strictObject({
  name: z.enum(INSPECTION_CLOCKS),
  from: day,
  due: day,
  workable: day.nullable(),
  done: day.nullable(),
  state: z.enum(["running", "met", "late", "over", "lapsed"]),
  length: z.string(),
  source: z.string(),
});

export const inspection = named(
  "Inspection",
  z.strictObject({
    id: z.string(),
    work: workId,
    kind: z.enum(INSPECTION_KINDS),
    state: z.enum(INSPECTION_STATES),
    shortened: z.boolean(),
    ground: z.string(),
    unlawful: z.string(),
    petition: z.string().nullable(),
    findings: list(z.string()),
    events: list(
      z.strictObject({
        event: z.enum(INSPECTION_EVENTS),
        day,
        number: z.string(),
        note: z.string(),
        outcome: z.enum(["accepted", "refused"]).nullable(),
        by: z.string(),
        at: moment,
      }),
    ),
    clocks: list(clock),
    version: z.number().int(),
    at: moment,
  }),
);

export const inspectionOf = (
  { id, work, state, version, at, body }: Inspection,
  clocks: readonly InspectionClock[],
): z.input<typeof inspection> => {
  const { by: _, events, ...rest } = body;
  return {
    id,
    work,
    state,
    version,
    at,
    ...rest,
    events: events.map((event) => ({ ...event, outcome: event.outcome ?? null })),
    clocks: clocks.map((one) => ({ ...one })),
  };
};
