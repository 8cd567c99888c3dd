import type { Store } from "../store/store.ts";
import type { LivingReport } from "./freeze-report.ts";
import { periodicPath, periodicReport } from "./periodic-report.ts";
import { PERIODIC_KINDS, type PeriodicKind, type ReportSpan, spanName, spanOf, spansUntil } from "./report-periods.ts";

export { PERIODIC_KINDS, type PeriodicKind, periodicPath, type ReportSpan, spanName, spanOf, spansUntil };
export { hasFigures, type PeriodicReport, type PeriodicSection, periodicReport } from "./periodic-report.ts";
export { LONGEST_PROSE, writeReportProse } from "./write-report-prose.ts";

/** A report of the department as it is now, before it is frozen. */
export async function livingPeriodic(store: Store, span: ReportSpan): Promise<LivingReport> {
  const { title, model } = await periodicReport(store, span);
  return {
    kind: `report-${span.kind}`,
    title,
    path: periodicPath(span),
    from: span.from,
    on: span.to,
    models: [model],
  };
}
