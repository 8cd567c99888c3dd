import { randomUUID } from "node:crypto";
import type { AuditAct } from "../domain/audit.ts";
import type { Decision, Verdict } from "../domain/decision.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Store } from "../store/store.ts";

export interface DecideOptions {
  readonly store: Store;
  readonly finding: string;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly until: LegalDate | null;
  /** The last decision the person saw; null where there was none. */
  readonly after: string | null;
  readonly by: string;
  readonly now: number;
}

export type Decided =
  | { readonly ok: true; readonly decision: Decision }
  | {
      readonly ok: false;
      /** `taken`: somebody decided meanwhile, `by` whom is in the history. */
      readonly why: "no-finding" | "reason-missing" | "day-missing" | "taken";
    };

/** Longest reason that is kept, in characters. */
export const LONGEST_REASON = 2000;

/** Stores a decision on a finding. Dismissing asks for a reason, "để sau" for a day; the first of two people wins. */
export async function decideFinding(options: DecideOptions): Promise<Decided> {
  const { store, finding, verdict, after, by, now } = options;
  if ((await store.findings.find(finding)) === null) return { ok: false, why: "no-finding" };
  const reason = options.reason?.trim().slice(0, LONGEST_REASON) || null;
  if (verdict === "dismissed" && reason === null) return { ok: false, why: "reason-missing" };
  if (verdict === "later" && options.until === null) return { ok: false, why: "day-missing" };
  const until = verdict === "later" ? options.until : null;
  const decision: Decision = { id: randomUUID(), finding, verdict, reason, until, by, at: now, undoneAt: null };
  return store.withTransaction(async () => {
    if (!(await store.decisions.add(decision, after))) return { ok: false, why: "taken" };
    await store.audit.append(decided(decision));
    return { ok: true, decision };
  });
}

/** A decision as the audit trail tells it. */
export const decided = ({ id, finding, verdict, reason, until, by, at }: Decision): AuditAct => ({
  at,
  by,
  action: "finding.decide",
  subject: finding,
  detail: { decision: id, verdict, reason, until },
});

/**
 * Takes a decision back, so that the one before it counts again. False when it was taken back already, is not the last, or is
 * none of this finding's: the audit trail must not name another.
 */
export const undoDecision = (
  store: Store,
  { id, finding }: Pick<Decision, "id" | "finding">,
  by: string,
  now: number,
): Promise<boolean> =>
  store.withTransaction(async () => {
    const own = (await store.decisions.of(finding)).some((decision) => decision.id === id);
    if (!own || !(await store.decisions.undo(id, now))) return false;
    await store.audit.append({ at: now, by, action: "finding.undo", subject: finding, detail: { decision: id } });
    return true;
  });
