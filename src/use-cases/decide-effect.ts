import { createHash } from "node:crypto";
import type { AuditAct } from "../domain/audit.ts";
import { type Effect, type EffectAction, PLAIN_EFFECT } from "../domain/effect.ts";
import type { EId } from "../domain/e-id.ts";
import type { HandEffect } from "../domain/hand-effect.ts";
import { addDays, isLegalDate, type LegalDate } from "../domain/legal-date.ts";
import { canonicalSymbol, parseSymbol } from "../domain/symbol.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { workIdOf } from "../resolve/work-id.ts";
import type { Store } from "../store/store.ts";
import { followResults } from "./follow-results.ts";
import { recomputeWorks } from "./relink-works.ts";
import { oneLine } from "../domain/fold.ts";

export type Decision =
  /** `lastDay`: the last day on which a suspension or continuation holds. */
  | { readonly kind: "date"; readonly from: LegalDate; readonly lastDay: LegalDate | null }
  | { readonly kind: "reject" }
  | { readonly kind: "undo" };

export interface DecideEffect {
  readonly store: Store;
  readonly source: WorkId;
  readonly key: string;
  readonly decision: Decision;
  readonly why: string;
  readonly by: string;
  readonly now: number;
}

export type Decided =
  | { readonly ok: true; readonly key: string }
  | {
      readonly ok: false;
      readonly reason:
        | "no-effect"
        | "bad-day"
        | "no-why"
        | "no-target"
        | "no-source"
        | "no-unit"
        | "quote-not-there"
        | "nothing-to-undo";
    };

/** A reason longer than this is a report. */
const MOST_LETTERS = 2000;

/**
 * A person says from which day an effect holds, that it does nothing, or takes the last decision back. It wins over every
 * computation, now and later; the decision and its forerunners are kept. Statuses that hang on it are computed anew.
 */
export function decideEffect({ store, source, key, decision, why, by, now }: DecideEffect): Promise<Decided> {
  return store.withTransaction(async () => {
    const effect = (await store.effects.from(source)).find((e) => e.id === key && !e.listed);
    const history = await store.effects.history(key);
    const last = history.at(-1);
    const meant = effect ?? last?.effect;
    if (!meant) return { ok: false, reason: "no-effect" };
    if (decision.kind === "undo" && (!last || last.kind === "undo")) return { ok: false, reason: "nothing-to-undo" };
    if (decision.kind !== "undo" && why.trim() === "") return { ok: false, reason: "no-why" };
    if (decision.kind === "date" && !isPeriod(decision.from, decision.lastDay)) return { ok: false, reason: "bad-day" };
    const { byHand, ...body } = meant;
    await store.effects.decide({
      key,
      // to date what a person has added is to add it with another day
      kind: decision.kind === "date" && meant.origin === "hand" ? "add" : decision.kind,
      source: meant.source,
      target: meant.target,
      effect: byHand?.computed ? { ...body, ...byHand.computed } : body,
      from: decision.kind === "date" ? decision.from : null,
      until: decision.kind === "date" && decision.lastDay ? addDays(decision.lastDay, 1) : null,
      why: why.trim().slice(0, MOST_LETTERS),
      by,
      at: now,
    });
    await recomputeWorks(store, new Set([meant.source, meant.target]), citedUnits(meant));
    await followResults(store, new Set([meant.source, meant.target]), now);
    const days: AuditAct["detail"] = decision.kind === "date" ? { from: decision.from, lastDay: decision.lastDay } : {};
    const detail = { effect: key, kind: decision.kind, why: why.trim().slice(0, MOST_LETTERS), ...days };
    await store.audit.append({ at: now, by, action: "effect.decide", subject: meant.target, detail });
    return { ok: true, key };
  });
}

const citedUnits = ({ target, targetEId }: Pick<Effect, "target" | "targetEId">): ReadonlySet<WorkId> =>
  new Set(targetEId === null ? [] : [target]);

const isPeriod = (from: LegalDate, last: LegalDate | null): boolean =>
  isLegalDate(from) && (last === null || (isLegalDate(last) && last >= from));

export interface AddEffect {
  readonly store: Store;
  readonly target: WorkId;
  readonly action: EffectAction;
  /** As a person writes it: `khoản 2 Điều 5`, or an eId; null = the whole document. */
  readonly unit: string | null;
  /** The deciding document by its number; its day tells two of one number apart. Null: the document's own words. */
  readonly sourceSymbol: string | null;
  readonly sourceDay: LegalDate | null;
  readonly from: LegalDate;
  readonly lastDay: LegalDate | null;
  /** The words that prove it. */
  readonly quote: string;
  readonly why: string;
  readonly by: string;
  readonly now: number;
}

/** Adds an effect the machine has not seen. Words said to stand in a document whose text is here must stand there. */
export function addEffect(given: AddEffect): Promise<Decided> {
  const { store } = given;
  return store.withTransaction(async () => {
    if ((await store.works.find(given.target)) === null) return { ok: false, reason: "no-target" };
    if (given.why.trim() === "") return { ok: false, reason: "no-why" };
    if (!isPeriod(given.from, given.lastDay)) return { ok: false, reason: "bad-day" };
    const unit = given.unit === null ? null : await unitOf(store, given.target, given.unit);
    if (unit === "no-unit") return { ok: false, reason: "no-unit" };
    const source = await sourceOf(given);
    if (source === null) return { ok: false, reason: "no-source" };
    const quote = oneLine(given.quote);
    const place = await placeOf(store, source.id, quote);
    if (place === "not-there") return { ok: false, reason: "quote-not-there" };
    const key = createHash("sha256")
      .update(["hand", source.id, given.target, given.action, unit, given.now].join("|"))
      .digest("hex")
      .slice(0, 16);
    const decision = added(given, source, unit, key, place ?? { quote, span: null });
    await store.effects.decide(decision);
    await recomputeWorks(store, new Set([source.id, given.target]), citedUnits(decision.effect));
    await followResults(store, new Set([source.id, given.target]), given.now);
    const { from, lastDay, why, by, now: at } = given;
    const detail = { effect: key, source: source.id, does: given.action, unit, from, lastDay, why };
    await store.audit.append({ at, by, action: "effect.add", subject: given.target, detail });
    return { ok: true, key };
  });
}

/** The deciding document: the one known by that number, else one that is known from now on by its number alone. */
async function sourceOf({ store, target, sourceSymbol, sourceDay }: AddEffect): Promise<Work | null> {
  if (sourceSymbol === null) return store.works.find(target);
  const symbol = canonicalSymbol(sourceSymbol);
  const known = (await store.works.bySymbol(symbol)).filter((w) => sourceDay === null || w.issuedOn === sourceDay);
  if (known.length === 1) return known[0] as Work;
  const parsed = parseSymbol(symbol);
  if (known.length > 1 || !parsed) return null;
  const type = parsed.type ?? "khac";
  const stub: Work = {
    id: workIdOf({ type, symbol, issuer: null, issuedOn: sourceDay }),
    symbol,
    type,
    title: null,
    issuer: null,
    issuedOn: sourceDay,
    effectiveOn: null,
    known: "cited",
    normative: "unsure",
  };
  await store.works.save([stub]);
  return stub;
}

/** Levels of a written unit, outermost first, with how their numbers begin in an eId. */
const LEVELS = [
  [/Phụ lục\s(\S{1,8})/iu, "att"],
  [/Điều\s(\S{1,8})/iu, "art"],
  [/khoản\s(\S{1,8})/iu, "cl"],
  [/điểm\s(\S{1,8})/iu, "point"],
] as const;

/** `khoản 2 Điều 5` → `art_5__cl_2`; refused where the document's text is here and has no such unit. */
async function unitOf(store: Store, target: WorkId, written: string): Promise<EId | "no-unit"> {
  const parts = LEVELS.flatMap(([shape, level]) => {
    const number = shape.exec(written)?.[1];
    return number ? [`${level}_${number.replace(/[,.;]$/u, "")}`] : [];
  });
  const eId = parts.length > 0 ? parts.join("__") : written;
  const units = (await store.documents.unitsOf([target])).get(target);
  if (units) return units.has(eId) ? eId : "no-unit";
  return /^(?:att|art|cl|chp|part|sec)_/u.test(eId) ? eId : "no-unit";
}

type Placed = Pick<Effect["evidence"], "quote" | "span">;

/** Where the words stand, however their lines were broken; null where there is no text to look in, or nothing to look for. */
async function placeOf(store: Store, work: WorkId, quote: string): Promise<Placed | "not-there" | null> {
  const text = quote === "" ? null : ((await store.documents.current(work))?.document.text ?? null);
  if (text === null) return null;
  const start = text.indexOf(quote);
  if (start >= 0) return { quote, span: { start, end: start + quote.length } };
  return text.replace(/\s+/gu, " ").includes(quote) ? { quote, span: null } : "not-there";
}

function added(
  given: AddEffect,
  source: Work,
  unit: EId | null,
  key: string,
  evidence: Placed,
): Omit<HandEffect, "seq"> {
  const until = given.lastDay ? addDays(given.lastDay, 1) : null;
  const effect: Effect = {
    id: key,
    action: given.action,
    source: source.id,
    sourceEId: null,
    target: given.target,
    targetEId: unit,
    from: given.from,
    ...PLAIN_EFFECT,
    until,
    applied: true,
    whyNot: null,
    evidence: { work: source.id, symbol: source.symbol, eId: null, ...evidence },
    origin: "hand",
  };
  return {
    key,
    kind: "add",
    source: source.id,
    target: given.target,
    effect,
    from: given.from,
    until,
    why: given.why.trim().slice(0, MOST_LETTERS),
    by: given.by,
    at: given.now,
  };
}
