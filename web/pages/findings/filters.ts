import type { FindingState } from "../../../src/domain/decision.ts";
import type { RuleGroup, Severity } from "../../../src/domain/finding.ts";
import type { IssuerLevel } from "../../../src/domain/issuer.ts";
import { AGES, type FindingAge, GROUPINGS, type GroupedBy } from "../../../src/use-cases/finding-queue.ts";
import type { QueueAsk } from "../../../src/use-cases/view-findings.ts";
import type { Frame } from "../../frame.ts";
import { type Ask, fault, type Fault } from "../../route.ts";

export type Params = Readonly<Record<string, string | null>>;

export interface FindingFilters {
  readonly ask: QueueAsk;
  /** As they stand in addresses, to be carried along. */
  readonly params: Params;
}

/** Filters in the order in which chips show them; `by` is none. */
export const FILTERS = [
  "state",
  "severity",
  "group",
  "rule",
  "document",
  "field",
  "body",
  "level",
  "assigned",
  "due",
  "age",
  "maturity",
] as const;

/** The filters of the address; a value nobody offers is a fault, not silence. */
export function findingFilters(ask: Pick<Ask, "frame" | "by" | "now">): FindingFilters | { fault: Fault } {
  const { frame: f } = ask;
  return filtersOf(f, f.query, ask);
}

/** The same of a stored list. */
export function filtersOf(
  f: Frame,
  given: URLSearchParams,
  { by, now }: Pick<Ask, "by" | "now">,
): FindingFilters | { fault: Fault } {
  const params = Object.fromEntries([...FILTERS, "by"].map((name) => [name, given.get(name)?.trim() || null]));
  for (const [name, known] of offered(f)) {
    const value = params[name] ?? null;
    if (value !== null && !known.includes(value)) return fault(400, "bad-value", value);
  }
  const filters = {
    state: (params["state"] ?? undefined) as FindingState | undefined,
    severity: (params["severity"] ?? undefined) as Severity | undefined,
    group: (params["group"] ?? undefined) as RuleGroup | undefined,
    rule: params["rule"] ?? undefined,
    work: params["document"] ?? undefined,
    maturity: (params["maturity"] ?? undefined) as "stable" | "trial" | undefined,
    level: (params["level"] ?? undefined) as IssuerLevel | undefined,
    body: params["body"] ?? undefined,
    field: params["field"] ?? undefined,
    assigned: params["assigned"] ?? undefined,
    due: params["due"] === null ? undefined : ("over" as const),
    age: (params["age"] ?? undefined) as FindingAge | undefined,
  };
  const grouping = (params["by"] ?? null) as GroupedBy | null;
  return { ask: { filters, by: grouping, looker: { by, today: f.today }, now }, params };
}

const offered = (f: Frame): readonly (readonly [string, readonly string[]])[] => [
  ["severity", Object.keys(f.t.severity)],
  ["group", Object.keys(f.t.group)],
  ["maturity", ["stable", "trial"]],
  ["state", Object.keys(f.t.decision.states)],
  ["level", Object.keys(f.t.triage.levels)],
  ["due", ["over"]],
  ["age", AGES],
  ["by", GROUPINGS],
];

/** The frame as if it stood on the list: filters chosen beside a finding lead to the list. */
export const onTheList = (f: Frame, params: Params): Frame => ({
  ...f,
  path: "/findings",
  query: new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  ),
  here: (changes) => f.href("/findings", { ...params, ...changes }),
});
