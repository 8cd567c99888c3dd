import { type Verdict, VERDICTS } from "../../../src/domain/decision.ts";
import { type LegalDate, parseDate } from "../../../src/domain/legal-date.ts";

/** What a form that decides on findings says. */
export interface DecisionAsked {
  readonly verdict: Verdict;
  /** The reason picked and the words beside it; null where neither is given. */
  readonly reason: string | null;
  readonly until: LegalDate | null;
}

/** Null for a verdict that nobody offers. */
export function readDecision(form: ReadonlyMap<string, string>): DecisionAsked | null {
  const verdict = VERDICTS.find((one) => one === form.get("to"));
  if (verdict === undefined) return null;
  const [why, note] = [form.get("why")?.trim() ?? "", form.get("note")?.trim() ?? ""];
  const reason = [why, note].filter(Boolean).join(": ") || null;
  return { verdict, reason, until: parseDate(form.get("until") ?? "") };
}
