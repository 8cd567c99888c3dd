import { compareNumbers, type EId, isUnder, parentEId } from "../domain/e-id.ts";
import type { WorkId } from "../domain/work.ts";
import type { CorpusView } from "./rule.ts";

/**
 * How sure it is that a work never had a unit, 0…1; 0 = do not say so. The text in the index may be cut, an annex may lie
 * in another file, and a later amendment may have inserted the unit: only a unit *beyond the last of its row* is missed for
 * sure (Điều 14 of a decision with three articles, khoản 5 of an article with three).
 */
export function missingSurely(corpus: CorpusView, work: WorkId, eId: EId): number {
  const units = corpus.units(work);
  if (!units || units.has(eId) || insertedLater(corpus, work, eId)) return 0;
  const lost = highestMissing(units, eId);
  if (last(lost).startsWith("att_")) return 0;
  const parent = parentEId(lost);
  const [level, number] = [last(lost).split("_")[0] as string, numberOf(lost)];
  const row = [...units].filter((u) => parentEId(u) === parent && last(u).startsWith(`${level}_`)).map(numberOf);
  if (row.length < (level === "art" ? 2 : 1)) return level === "art" ? 0 : 0.65;
  const whole = hasEveryArticle(units) ? 1 : 0.75;
  if (row.every((n) => compareNumbers(n, number) < 0)) return (level === "point" ? 0.8 : 0.93) * whole;
  // 5a between 5 and 6: inserted perhaps by an act nobody has imported
  return /\p{L}/u.test(number) && level !== "point" ? 0.5 : 0;
}

/** A text whose articles have a hole is an excerpt, or was not read whole. */
function hasEveryArticle(units: ReadonlySet<EId>): boolean {
  const numbers = [...units].flatMap((u) => /^art_(\d+)$/u.exec(u)?.[1] ?? []).map(Number);
  return numbers.length === 0 || Math.max(...numbers) - Math.min(...numbers) + 1 === new Set(numbers).size;
}

const last = (eId: EId): string => eId.slice(eId.lastIndexOf("__") < 0 ? 0 : eId.lastIndexOf("__") + 2);
const numberOf = (eId: EId): string => last(eId).slice(last(eId).indexOf("_") + 1);

/** Điều 12 where khoản 2 Điều 12 is cited and the whole article is not there. */
function highestMissing(units: ReadonlySet<EId>, eId: EId): EId {
  const parent = parentEId(eId);
  return parent === null || units.has(parent) ? eId : highestMissing(units, parent);
}

function insertedLater(corpus: CorpusView, work: WorkId, eId: EId): boolean {
  return corpus.effectsOn(work).some(({ action, targetEId }) => {
    if (action === "insert") return targetEId === null || isUnder(eId, targetEId);
    return action === "amend" && (targetEId === null || (targetEId !== eId && isUnder(eId, targetEId)));
  });
}
