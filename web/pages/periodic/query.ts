import {
  PERIODIC_KINDS,
  type PeriodicKind,
  type ReportSpan,
  spanOf,
  spansUntil,
} from "../../../src/use-cases/view-periodic.ts";
import type { Frame } from "../../frame.ts";

/** `?kind=month&period=2026-11`; without a period, the last one that is over on the day looked at. Null for what is none. */
export function periodicAsk(f: Pick<Frame, "on">, query: URLSearchParams): ReportSpan | null {
  const kind: PeriodicKind | undefined = PERIODIC_KINDS.find((each) => each === (query.get("kind") ?? "month"));
  if (kind === undefined) return null;
  const key = query.get("period");
  if (key !== null) return spanOf(kind, key);
  const [now, last] = spansUntil(kind, f.on, 2);
  return (last !== undefined && now !== undefined && now.to > f.on ? last : now) ?? null;
}
