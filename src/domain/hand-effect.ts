import type { ByHand, Effect } from "./effect.ts";
import type { LegalDate } from "./legal-date.ts";
import type { WorkId } from "./work.ts";

/**
 * What a person has decided about an effect. Nothing is ever overwritten: a later decision about the same effect stands after
 * an earlier one and holds; `undo` takes the decision before it back.
 */
export interface HandEffect {
  /** Counts up over all decisions; 0 before it is stored. */
  readonly seq: number;
  /** The decided effect: its id as the machine computes it, or the id of an added one. */
  readonly key: string;
  /** date = from which day it holds; reject = it does nothing; add = the machine has not seen it; undo = as before. */
  readonly kind: "date" | "reject" | "add" | "undo";
  readonly source: WorkId;
  readonly target: WorkId;
  /** As the machine saw it when the person decided, or as the person entered it. */
  readonly effect: Effect;
  readonly from: LegalDate | null;
  readonly until: LegalDate | null;
  readonly why: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The decision that holds about each effect: the last one, unless it was taken back. By key. */
export function standingDecisions(decisions: readonly HandEffect[]): ReadonlyMap<string, HandEffect> {
  const standing = new Map<string, HandEffect>();
  for (const d of [...decisions].sort((a, b) => a.seq - b.seq)) {
    if (d.kind === "undo") standing.delete(d.key);
    else standing.set(d.key, d);
  }
  return standing;
}

/**
 * Effects with the decisions of people laid over them. May be applied again to its own result. An effect whose id changed with
 * a new version of its text is found by what it does to which unit, where only one fits.
 */
export function withHandEffects(effects: readonly Effect[], decisions: readonly HandEffect[]): readonly Effect[] {
  const standing = standingDecisions(decisions);
  const computed = effects.flatMap((e) => (e.origin === "hand" ? [] : [asComputed(e)]));
  if (standing.size === 0)
    return computed.length === effects.length && !effects.some((e) => e.byHand) ? effects : computed;
  const byId = new Map(computed.map((e) => [e.id, e]));
  const decided = new Map<string, HandEffect>();
  const added: Effect[] = [];
  for (const decision of standing.values()) {
    if (decision.kind === "add") {
      added.push(addedEffect(decision));
      continue;
    }
    const meant = byId.get(decision.key) ?? alike(decision, computed);
    if (meant) decided.set(meant.id, decision);
  }
  const laid = computed.map((e) => {
    const decision = decided.get(e.id);
    return decision ? decidedEffect(e, decision) : e;
  });
  return [...laid, ...added];
}

/** Decisions that fit no effect any more: its text has changed since. They are shown, not lost. */
export function lostDecisions(effects: readonly Effect[], decisions: readonly HandEffect[]): readonly HandEffect[] {
  const held = new Set(effects.map((e) => e.id));
  return [...standingDecisions(decisions).values()].filter(
    (d) => d.kind !== "add" && !held.has(d.key) && alike(d, effects) === null,
  );
}

function asComputed(e: Effect): Effect {
  const { byHand, ...rest } = e;
  return byHand?.computed ? { ...rest, ...byHand.computed } : e;
}

const doesAs = (e: Effect): string =>
  [e.sourceEId, e.action, e.targetEId, e.phraseFrom, e.phraseTo].map((part) => part ?? "").join("|");

function alike(decision: HandEffect, effects: readonly Effect[]): Effect | null {
  const same = effects.filter(
    (e) => e.source === decision.source && e.target === decision.target && doesAs(e) === doesAs(decision.effect),
  );
  return same.length === 1 ? (same[0] as Effect) : null;
}

const mark = (d: HandEffect, kind: ByHand["kind"], computed: ByHand["computed"]): ByHand => ({
  kind,
  by: d.by,
  at: d.at,
  why: d.why,
  computed,
});

function decidedEffect(e: Effect, d: HandEffect): Effect {
  const computed = { from: e.from, until: e.until, applied: e.applied, whyNot: e.whyNot };
  if (d.kind === "reject") {
    return { ...e, applied: false, whyNot: `${d.by} bác bỏ: ${d.why}`, byHand: mark(d, "reject", computed) };
  }
  return {
    ...e,
    from: d.from,
    until: d.until ?? e.until,
    applied: true,
    whyNot: null,
    byHand: mark(d, "date", computed),
  };
}

const addedEffect = (d: HandEffect): Effect => ({
  ...d.effect,
  id: d.key,
  source: d.source,
  target: d.target,
  from: d.from,
  until: d.until,
  applied: d.from !== null,
  whyNot: d.from === null ? "người nhập chưa xác định ngày" : null,
  origin: "hand",
  recordedAt: d.at,
  byHand: mark(d, "add", null),
});
