import { z } from "zod";
import { type Effect, EFFECT_ACTIONS } from "../../../src/domain/effect.ts";
import { workUri } from "../../../src/domain/work-uri.ts";
import type { Work, WorkId } from "../../../src/domain/work.ts";
import type { UnitNames } from "../../../src/use-cases/view-unit-names.ts";
import { day, eId, list, moment, named, workId } from "./named.ts";
import { quote, statusName } from "./work.ts";

export const effectAction = z.enum(EFFECT_ACTIONS);

const byHand = z.strictObject({
  kind: z.enum(["date", "reject", "add"]),
  by: z.string(),
  at: moment,
  why: z.string(),
  computed: z
    .strictObject({
      from: day.nullable(),
      until: day.nullable(),
      applied: z.boolean(),
      whyNot: z.string().nullable(),
    })
    .nullable(),
});

export const effect = named(
  "Effect",
  z.strictObject({
    id: z.string(),
    action: effectAction,
    source: workId,
    sourceUri: z.string().nullable(),
    sourceEId: eId.nullable(),
    target: workId,
    targetUri: z.string().nullable(),
    targetEId: eId.nullable().describe("null = cả văn bản. / null = the whole document."),
    targetName: z.string().nullable(),
    from: day.nullable().describe("Ngày đầu; null = chưa xác định. / First day; null = undetermined."),
    until: day.nullable().describe("Ngày đầu tiên không còn áp dụng. / First day on which it no longer holds."),
    phraseFrom: z.string().nullable(),
    phraseTo: z.string().nullable(),
    content: z.string().nullable(),
    after: eId.nullable(),
    exception: z.string().nullable(),
    applied: z.boolean(),
    whyNot: z.string().nullable(),
    event: z.string().nullable(),
    origin: z.enum(["text", "register", "hand"]),
    reach: z.enum(["detailing"]).nullable(),
    territory: list(z.string()),
    listed: z
      .strictObject({
        list: z.string(),
        sheet: z.string(),
        row: z.number().int(),
        words: z.string(),
        status: statusName.nullable(),
      })
      .nullable(),
    evidence: quote,
    byHand: byHand.nullable(),
  }),
);

export interface NamedBy {
  readonly works: ReadonlyMap<WorkId, Work>;
  readonly names: UnitNames;
}

export function effectOf(e: Effect, { works, names }: NamedBy): z.input<typeof effect> {
  const uri = (id: WorkId): string | null => {
    const found = works.get(id);
    return found ? workUri(found) : null;
  };
  return {
    id: e.id,
    action: e.action,
    source: e.source,
    sourceUri: uri(e.source),
    sourceEId: e.sourceEId,
    target: e.target,
    targetUri: uri(e.target),
    targetEId: e.targetEId,
    targetName: e.targetEId === null ? null : names.of(e.target, e.targetEId),
    from: e.from,
    until: e.until,
    phraseFrom: e.phraseFrom,
    phraseTo: e.phraseTo,
    content: e.content,
    after: e.after,
    exception: e.exception,
    applied: e.applied,
    whyNot: e.whyNot,
    event: e.event ?? null,
    origin: e.origin,
    reach: e.reach ?? null,
    territory: (e.territory ?? []).map((t) => t.name),
    listed: e.listed ?? null,
    evidence: e.evidence,
    byHand: e.byHand ?? null,
  };
}

export const handEffect = named(
  "EffectDecision",
  z.strictObject({
    key: z.string(),
    kind: z.enum(["date", "reject", "add", "undo"]),
    source: workId,
    target: workId,
    from: day.nullable(),
    until: day.nullable(),
    why: z.string(),
    by: z.string(),
    at: moment,
  }),
);
