import type { LegalDate } from "../domain/legal-date.ts";
import { STATUS_NAMES } from "../domain/status.ts";
import type { Work } from "../domain/work.ts";
import { impactList } from "../report/impact-list.ts";
import { writeReport } from "../report/write-report.ts";
import { writeXlsx } from "../report/write-xlsx.ts";
import type { Store } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";
import { viewImpact } from "./view-impact.ts";

export type ImpactFormat = "csv" | "json" | "xlsx";
export const IMPACT_FORMATS: readonly string[] = ["csv", "json", "xlsx"] satisfies ImpactFormat[];

/** The list of documents to review because of `work` (Điều 39 NĐ 79/2025) as a file's bytes. */
export async function exportImpact(store: Store, work: Work, on: LegalDate, format: ImpactFormat): Promise<Uint8Array> {
  const view = await viewImpact(store, work, on);
  const lines = view.rows.map((row) => ({
    ground: row.ground,
    name: workName(row.work),
    title: row.work.title ?? "",
    units: row.units.map((u) => u.name).join("; "),
    status: row.status === null ? "" : STATUS_NAMES[row.status],
    proof: row.because.map((b) => `“${b.quote}”`).join("; "),
  }));
  const model = impactList(workName(work), lines, on);
  return format === "xlsx" ? writeXlsx(model) : new TextEncoder().encode(writeReport(model, format));
}
