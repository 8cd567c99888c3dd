import type { EId } from "../domain/e-id.ts";
import { type Effect, type EffectAction, PLAIN_EFFECT } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { type CentralRegister, type KnownSuccession, loadCentralRegister } from "../resolve/central-register.ts";
import { effectId } from "./derive-effects.ts";

const ACTIONS: Readonly<Record<KnownSuccession["kind"], EffectAction>> = {
  replace: "replace-document",
  amend: "amend",
  suspend: "suspend",
  extend: "extend",
};

/**
 * What the shipped register knows of successions and amendments of central documents, and of beginnings that another law
 * moved. They carry no quotation. Ordinary first days are not effects: they stand in the works themselves.
 * A succession nobody has verified, or without a day, is listed but not applied.
 */
export function registerEffects(register: CentralRegister = loadCentralRegister()): Effect[] {
  const symbols = new Map(register.works.map((w) => [w.id, w.symbol]));
  const moved = register.movedCommencements.map((m) =>
    draft("commence", m.by, m.work, m.from, symbols.get(m.by) ?? null, null, null),
  );
  const successions = register.successions.map((s) => {
    const whyNot =
      s.from === null
        ? "danh mục chưa có ngày"
        : s.certainty === "to-verify"
          ? "danh mục ghi là chưa kiểm chứng"
          : null;
    return draft(ACTIONS[s.kind], s.new, s.old, s.from, symbols.get(s.new) ?? null, s.exception, whyNot, s.clauseEId);
  });
  const amended = new Set(successions.map((e) => `${e.source}|${e.target}`));
  const amendments = register.amendments
    .filter((a) => !amended.has(`${a.source}|${a.target}`))
    .map((a) => draft("amend", a.source, a.target, a.from, symbols.get(a.source) ?? null, null, null));
  return [...new Map([...moved, ...successions, ...amendments].map((e) => [e.id, e])).values()];
}

/** The first day of a work as its own text or the register gives it, and as another law moved it. */
export function firstDayOf(work: Work | null): LegalDate | null {
  if (work === null) return null;
  const { movedCommencements, entries } = loadCentralRegister();
  const moved = movedCommencements.find((m) => m.work === work.id)?.from;
  return moved ?? work.effectiveOn ?? entries.get(work.id)?.effectiveOn ?? null;
}

function draft(
  action: EffectAction,
  source: WorkId,
  target: WorkId,
  from: LegalDate | null,
  symbol: string | null,
  exception: string | null,
  whyNot: string | null,
  sourceEId: EId | null = null,
): Effect {
  const evidence = { work: source, symbol, eId: sourceEId, quote: "", span: null };
  const whole = { ...PLAIN_EFFECT, sourceEId, targetEId: null };
  const effect = { ...whole, action, source, target, from, exception, whyNot, evidence };
  return { id: effectId(effect), ...effect, applied: whyNot === null, origin: "register" };
}
