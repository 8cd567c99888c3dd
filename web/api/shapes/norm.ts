import { z } from "zod";
import type { NormWords, ProvisionNorm } from "../../../src/domain/norm.ts";
import { NORM_KINDS } from "../../../src/use-cases/view-norms.ts";
import { eId, list, named, span } from "./named.ts";

const words = named("Words", z.strictObject({ text: z.string(), span }));

const value = z.strictObject({
  text: z.string(),
  span,
  kind: z.enum([
    "deadline",
    "amount",
    "rate",
    "quantity",
    "area",
    "age",
    "period",
    "competence",
    "procedure",
    "sanction",
  ]),
  value: z.string(),
  number: z.number().nullable(),
  upTo: z.number().nullable(),
  unit: z.string().nullable(),
  bound: z.enum(["ceiling", "floor"]).nullable(),
  event: z.string().nullable(),
});

export const norm = named(
  "Norm",
  z.strictObject({
    text: z.string(),
    span,
    kind: z.enum(NORM_KINDS),
    modality: z.enum(["must", "must-not", "may", "entitled", "need-not", "only", "defines", "states"]),
    modal: words.nullable(),
    bearer: words.nullable(),
    body: z.string().nullable(),
    subject: words.nullable(),
    counterpart: words.nullable(),
    verb: words.nullable(),
    action: words.nullable(),
    conditions: list(words),
    exceptions: list(words),
    values: list(value),
    definition: z
      .strictObject({ term: words, meaning: words, genus: words.nullable(), elements: list(words) })
      .nullable(),
    listed: list(words),
    unread: list(words),
  }),
);

export const normUnit = named(
  "NormUnit",
  z.strictObject({
    eId,
    name: z.string(),
    changed: z
      .boolean()
      .describe("Tại ngày được hỏi lời văn đã khác; nêu lời văn khi ban hành. / The unit reads otherwise on the day."),
    norms: list(norm),
  }),
);

const plain = ({ text, span: at }: NormWords): z.input<typeof words> => ({ text, span: at });
const orNull = (w: NormWords | null): z.input<typeof words> | null => (w === null ? null : plain(w));

export const normOf = (n: ProvisionNorm): z.input<typeof norm> => ({
  text: n.text,
  span: n.span,
  kind: n.kind,
  modality: n.modality,
  modal: orNull(n.modal),
  bearer: orNull(n.bearer),
  body: n.body,
  subject: orNull(n.subject),
  counterpart: orNull(n.counterpart),
  verb: orNull(n.verb),
  action: orNull(n.action),
  conditions: n.conditions.map(plain),
  exceptions: n.exceptions.map(plain),
  values: n.values.map((v) => ({
    text: v.text,
    span: v.span,
    kind: v.kind,
    value: v.value,
    number: v.number,
    upTo: v.upTo,
    unit: v.unit,
    bound: v.bound,
    event: v.event,
  })),
  definition:
    n.definition === null
      ? null
      : {
          term: plain(n.definition.term),
          meaning: plain(n.definition.meaning),
          genus: orNull(n.definition.genus),
          elements: n.definition.elements.map(plain),
        },
  listed: n.listed.map(plain),
  unread: n.unread.map(plain),
});
