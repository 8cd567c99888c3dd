import type { RuleGroup, Severity } from "../../../src/domain/finding.ts";
import type { FindingQuery } from "../../../src/store/store.ts";
import type { Frame } from "../../frame.ts";
import { fault, type Fault } from "../../route.ts";

export interface FindingFilters {
  readonly query: Omit<FindingQuery, "limit" | "after">;
  /** As they stand in addresses, to be carried along. */
  readonly params: Readonly<Record<string, string | null>>;
}

/** The filters of the address; a value nobody offers is a fault, not silence. */
export function findingFilters(f: Frame): FindingFilters | { fault: Fault } {
  const get = (name: string): string | null => f.query.get(name)?.trim() || null;
  const params = {
    severity: get("severity"),
    group: get("group"),
    rule: get("rule"),
    document: get("document"),
    maturity: get("maturity"),
    state: get("state"),
  };
  if (params.severity !== null && !Object.hasOwn(f.t.severity, params.severity))
    return fault(400, "bad-value", params.severity);
  if (params.group !== null && !Object.hasOwn(f.t.group, params.group)) return fault(400, "bad-value", params.group);
  if (params.maturity !== null && params.maturity !== "stable" && params.maturity !== "trial")
    return fault(400, "bad-value", params.maturity);
  if (params.state !== null && !Object.hasOwn(f.t.decision.states, params.state))
    return fault(400, "bad-value", params.state);
  const query = {
    severity: (params.severity ?? undefined) as Severity | undefined,
    group: (params.group ?? undefined) as RuleGroup | undefined,
    rule: params.rule ?? undefined,
    work: params.document ?? undefined,
    maturity: (params.maturity ?? undefined) as FindingQuery["maturity"],
    state: (params.state ?? undefined) as FindingQuery["state"],
  };
  return { query, params };
}
