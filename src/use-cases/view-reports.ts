import { LIST_FORMS, FORM_STATUSES, type ListForm, officialList, toReport } from "../report/expiry-list.ts";
import { writeReport } from "../report/write-report.ts";
import { writeXlsx } from "../report/write-xlsx.ts";
import type { StatusName, StatusPeriod } from "../domain/status.ts";
import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { type ListedQuery, listedWorks, narrowing } from "./listed-works.ts";
import { remembered } from "./remembered.ts";

export { LIST_FORMS, type ListForm };
export type ReportFormat = "xlsx" | "csv" | "html" | "json";
export const REPORT_FORMATS: readonly ReportFormat[] = ["xlsx", "csv", "html", "json"];

/** Rows shown on the page; the file has all. */
const SHOWN = 200;
/** A longer list is not put in order for a page: it is counted. */
const MOST_ON_A_PAGE = 3000;

export interface ReportRow {
  /** As the form prints them, the running number first. */
  readonly cells: readonly string[];
  readonly work: Work;
  readonly period: StatusPeriod;
}

export interface ReportView {
  readonly form: ListForm;
  readonly title: string;
  readonly label: string;
  readonly columns: readonly string[];
  readonly groups: readonly { readonly label: string; readonly n: number; readonly rows: readonly ReportRow[] }[];
  readonly total: number;
  readonly shown: number;
  /** Rows that the law implies and no announcement proves. */
  readonly inferred: number;
  /** Normative documents whose status on the last day is not determined. */
  readonly unknown: number;
  /** Set where the list is too long for a page: how many have each status. */
  readonly counted: readonly (readonly [StatusName, number])[] | null;
}

/** One official list as a page shows it: its rows in the form's order, each with the period that proves it. */
export async function viewReport(store: Store, query: ListedQuery): Promise<ReportView> {
  const { form, from, to, scope, local } = query;
  const only = await narrowing(store, query);
  const counts = await remembered(store, `listed ${form} ${from} ${to} ${local} ${scope ?? ""}`, () =>
    store.overview.listedCounts(to, only),
  );
  const all = await remembered(store, `listed ${to} ${local} ${scope ?? ""}`, () =>
    store.overview.listedCounts(to, { ...only, since: undefined }),
  );
  const counted = FORM_STATUSES[form].map((status) => [status, counts[status] ?? 0] as const).filter(([, n]) => n > 0);
  const total = counted.reduce((sum, [, n]) => sum + n, 0);
  const long = total > MOST_ON_A_PAGE;
  const list = officialList(form, long || total === 0 ? [] : await listedWorks(store, query), query);
  const rows = list.groups.flatMap((group) => group.works);
  let room = SHOWN;
  const groups = list.groups.map((group) => {
    const shown = group.works.slice(0, room);
    room -= shown.length;
    return {
      label: group.label,
      n: group.works.length,
      rows: shown.map((w, i) => ({ cells: [String(i + 1), ...group.row(w)], work: w.work, period: w.period })),
    };
  });
  return {
    form,
    title: list.title,
    label: list.label,
    columns: list.columns,
    groups,
    total: long ? total : rows.length,
    shown: SHOWN - room,
    inferred: rows.filter((row) => row.period.because.some((b) => b.certainty === "inferred")).length,
    unknown: all.unknown ?? 0,
    counted: long ? counted : null,
  };
}

/** The whole list as a file's bytes. */
export async function exportReport(store: Store, query: ListedQuery, format: ReportFormat): Promise<Uint8Array> {
  const model = toReport(officialList(query.form, await listedWorks(store, query), query));
  return format === "xlsx" ? writeXlsx(model) : new TextEncoder().encode(writeReport(model, format));
}
