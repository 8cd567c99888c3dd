import type { RuleRecord } from "../../src/use-cases/view-rules.ts";
import type { Frame } from "../frame.ts";

/** How often a rule was right, drawn and in words; below enough decisions it says so instead of a share. */
export const Precision = ({ f, record }: { f: Frame; record: RuleRecord }) => {
  const n = record.confirmed + record.dismissed;
  if (record.precision === null) return <span class="precision">{f.t.decision.noRecord}</span>;
  return (
    <span class="precision">
      <svg class="bar" aria-hidden="true">
        <rect class="bed" width="100%" height="6" />
        <rect width={`${(100 * record.precision).toFixed(1)}%`} height="6" />
      </svg>
      {record.enough
        ? f.t.decision.precision(`${Math.round(record.precision * 100)} %`, record.confirmed, n)
        : f.t.rules.notEnough(record.confirmed, n)}
    </span>
  );
};
