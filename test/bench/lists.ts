import { exportReport } from "../../src/use-cases/export-report.ts";
import { ANY_DOCUMENT } from "../../src/use-cases/report-scope.ts";
import { fillReport } from "../../src/use-cases/view-reports.ts";
import { manyDocuments } from "./many-documents.ts";
import { type BenchRow, costOnce } from "./measure.ts";

const DAY = "2026-11-26";
/** Seconds for the three forms of a whole collection together, filled and written. */
const LIMIT = 10;

/** The three lists of twenty thousand documents: put together, and written as Word and Excel files. */
export async function lists(folder: string): Promise<BenchRow[]> {
  const store = await manyDocuments(folder, DAY);
  const rows: BenchRow[] = [];
  let seconds = 0;
  try {
    for (const form of ["01", "02", "03"] as const) {
      const query = {
        form,
        from: "2026-01-01",
        to: "2026-12-31",
        scope: ANY_DOCUMENT,
        regime: null,
        title: null,
        publishedUntil: null,
      };
      let listed = 0;
      const filling = await costOnce(async () => {
        const { model } = await fillReport(store, query);
        listed = model.parts.reduce((n, { groups }) => n + groups.reduce((m, { rows: all }) => m + all.length, 0), 0);
      });
      rows.push({ part: "lists", name: `form ${form}, ${listed} rows: filled`, value: filling.cpu, unit: "s CPU" });
      for (const format of ["docx", "xlsx"] as const) {
        const writing = await costOnce(async () => {
          for await (const _ of await exportReport(store, query, format, {
            place: "tỉnh An Khê",
            dateline: "An Khê",
            nationalDatabase: "",
          }));
        });
        rows.push({
          part: "lists",
          name: `form ${form}: filled and written as ${format}`,
          value: writing.cpu,
          unit: "s CPU",
        });
        if (format === "docx") seconds += writing.cpu;
      }
    }
    rows.push({
      part: "lists",
      name: "forms 01, 02, 03 as Word files",
      value: seconds,
      unit: "s CPU",
      target: `≤ ${LIMIT}`,
      met: seconds <= LIMIT,
    });
    return rows;
  } finally {
    await store.close();
  }
}
