import type { Effect, EffectAction } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
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
    return draft(ACTIONS[s.kind], s.new, s.old, s.from, symbols.get(s.new) ?? null, s.exception, whyNot);
  });
  const amended = new Set(successions.map((e) => `${e.source}|${e.target}`));
  const amendments = register.amendments
    .filter((a) => !amended.has(`${a.source}|${a.target}`))
    .map((a) => draft("amend", a.source, a.target, a.from, symbols.get(a.source) ?? null, null, null));
  return [...new Map([...moved, ...successions, ...amendments].map((e) => [e.id, e])).values()];
}

function draft(
  action: EffectAction,
  source: WorkId,
  target: WorkId,
  from: LegalDate | null,
  symbol: string | null,
  exception: string | null,
  whyNot: string | null,
): Effect {
  const evidence = { work: source, symbol, eId: null, quote: "", span: null };
  const rest = {
    sourceEId: null,
    targetEId: null,
    until: null,
    phraseFrom: null,
    phraseTo: null,
    content: null,
    after: null,
  };
  const effect = { action, source, target, from, exception, whyNot, evidence, ...rest };
  return { id: effectId(effect), ...effect, applied: whyNot === null, origin: "register" };
}
