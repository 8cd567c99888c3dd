import { type EId, isUnder, parentEId } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
import type { GoneUnit } from "./resolved.ts";

/** The units of a work as somebody who writes on a certain day may cite them. */
export interface UnitsOn {
  /** Units of the original text and those that amendments added by that day. */
  readonly units: ReadonlySet<EId>;
  /** Amendments have rewritten a unit around it in words we do not take apart here: it may be there or not. */
  mayHave(eId: EId): boolean;
  /** The unit, or one around it, had been repealed by that day; null = it stood. */
  gone(eId: EId): GoneUnit | null;
}

export interface CitingDay {
  /** The work that cites; what it does to the target itself does not count. */
  readonly citing: WorkId;
  /** Day of issue of the citing text; null = unknown, then every insertion counts and no repeal does. */
  readonly on: LegalDate | null;
  /** The day the citing text begins: it may cite what begins by then. */
  readonly begins?: LegalDate | null;
  /** Day of issue of the work that acts; null = unknown. */
  readonly issuedOn: (work: WorkId) => LegalDate | null;
  /** Count only what was surely issued before the citing text: then no two texts can wait for each other. */
  readonly strict?: boolean;
}

/** Acts that set new words for a unit, or may have done so. */
const REWRITES: ReadonlySet<string> = new Set(["amend", "insert", "correct", "replace-document", "unknown"]);
const ENDS: ReadonlySet<string> = new Set(["repeal", "expire", "repeal-document"]);

/**
 * What the amendments of a work had added to it and taken from it by the day on which another text was issued. A day that is
 * not known is read in favour of the text that cites.
 */
export function unitsOn(original: ReadonlySet<EId>, effects: readonly Effect[], day: CitingDay): UnitsOn {
  const seen = effects.filter((e) => e.source !== day.citing && actsOnUnits(e) && wasKnown(e, day));
  const rewritten = seen.filter((e) => REWRITES.has(e.action) && hadBegun(e, day));
  const added = rewritten.flatMap((e) => (e.action === "insert" && e.targetEId !== null ? [e.targetEId] : []));
  const ended = seen.filter((e) => hasEndedUnit(e, day));
  return {
    units: added.length === 0 ? original : new Set([...original, ...added.flatMap(withParents)]),
    mayHave: (eId) =>
      rewritten.some(({ action, targetEId }) => {
        // the register knows of amendments, but not of their units
        if (targetEId === null) return true;
        return isUnder(eId, targetEId) && (action === "insert" || eId !== targetEId);
      }),
    gone(eId) {
      const ends = ended.filter((e) => e.targetEId !== null && isUnder(eId, e.targetEId));
      const last = ends.sort((a, b) => (a.from ?? "").localeCompare(b.from ?? "") || a.id.localeCompare(b.id)).at(-1);
      if (!last?.from || isBack(eId, last.from, rewritten)) return null;
      return { eId, by: last.source, since: last.from };
    },
  };
}

/** A clause "5a" of an article of an attached regulation stands in that article, which stands in the regulation. */
function withParents(eId: EId): readonly EId[] {
  const parent = parentEId(eId);
  return parent === null ? [eId] : [eId, ...withParents(parent)];
}

/** Not what a list says, what means the detailing documents, or what a person has rejected. */
const actsOnUnits = (e: Effect): boolean =>
  e.source !== e.target && !e.listed && e.reach !== "detailing" && e.byHand?.kind !== "reject";

function wasKnown(effect: Effect, { on, issuedOn, strict }: CitingDay): boolean {
  const issued = issuedOn(effect.source);
  if (strict) return issued !== null && on !== null && issued < on;
  return on === null || issued === null || issued <= on;
}

function hadBegun({ from }: Effect, { on, begins }: CitingDay): boolean {
  const latest = on !== null && begins && begins > on ? begins : on;
  return from === null || latest === null || from <= latest;
}

/** Only a repeal that surely counts, of the whole unit and everywhere, on a known day. */
const hasEndedUnit = (e: Effect, { on }: CitingDay): boolean =>
  ENDS.has(e.action) &&
  e.applied &&
  e.targetEId !== null &&
  e.exception === null &&
  !e.territory?.length &&
  e.phraseFrom === null &&
  e.from !== null &&
  on !== null &&
  e.from <= on;

/** New words set for it, or a unit of the same number put in, since it was repealed. */
const isBack = (eId: EId, since: LegalDate, rewritten: readonly Effect[]): boolean =>
  rewritten.some(
    (e) =>
      e.targetEId !== null &&
      (e.from === null || e.from >= since) &&
      (isUnder(eId, e.targetEId) || isUnder(e.targetEId, eId)),
  );
