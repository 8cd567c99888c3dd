import type { Effect } from "../domain/effect.ts";
import type { EId } from "../domain/e-id.ts";
import { isUnder } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Because } from "../domain/status.ts";
import type { WorkId } from "../domain/work.ts";
import type { Dated } from "./weigh-effect.ts";

export interface Suspension {
  readonly from: LegalDate;
  /** First day on which it holds again; null = nobody has said so yet. */
  readonly until: LegalDate | null;
  /** Null = the whole work, unless `part`. */
  readonly eId: EId | null;
  /** The whole work but for an exception, or only in a part of its territory. */
  readonly part: boolean;
  readonly because: Because;
  readonly source: WorkId;
}

/**
 * Suspensions of one work. Each ends on its own last day or when something lets the suspended unit go on again, whichever comes
 * first; one "cho đến khi …" is open until such an act is known.
 */
export function suspensionsOn(counted: readonly Dated[], tell: (e: Effect) => Because): readonly Suspension[] {
  const resumes = counted.filter((e) => e.action === "resume" || e.action === "extend");
  return counted
    .filter((e) => e.action === "suspend" && e.reach === undefined)
    .map((e) => {
      const goesOn = resumes.find((r) => r.from > e.from && covers(r, e));
      const until = [e.until, goesOn?.from ?? null].filter((d): d is LegalDate => d !== null).sort()[0] ?? null;
      const part = e.targetEId === null && (e.exception !== null || e.territory !== undefined);
      return { from: e.from, until, eId: e.targetEId, part, because: tell(e), source: e.source };
    });
}

/** A resumption of the whole, or of a unit that holds the suspended one. */
const covers = (resume: Dated, suspended: Dated): boolean =>
  resume.targetEId === null || (suspended.targetEId !== null && isUnder(suspended.targetEId, resume.targetEId));
