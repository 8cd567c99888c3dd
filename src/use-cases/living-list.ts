import type { ReportModel } from "../report/form.ts";
import { periodWords } from "../report/forms/period-words.ts";
import type { Store } from "../store/store.ts";
import { readAgency } from "./agency.ts";
import type { LivingReport } from "./freeze-report.ts";
import { type CountedReport, countReports, fillReport, type FormKey, type ListedQuery } from "./view-reports.ts";

/** Official lists of one period as they are now: what is frozen, and what a correction is computed by. */
export async function livingList(
  store: Store,
  query: Omit<ListedQuery, "form">,
  forms: readonly FormKey[],
  path: string,
): Promise<LivingReport> {
  const { agency } = await readAgency(store);
  const models: ReportModel[] = [];
  for (const form of forms) models.push((await fillReport(store, { ...query, form }, agency)).model);
  return { kind: "list", title: titleOf(models, query), path, from: query.from, on: query.to, models };
}

/** The same as a page counts it before anything is frozen. */
export type CountedList = Omit<LivingReport, "kind" | "models"> & { readonly lists: readonly CountedReport[] };

export async function countList(
  store: Store,
  query: Omit<ListedQuery, "form">,
  forms: readonly FormKey[],
  path: string,
): Promise<CountedList> {
  const { agency } = await readAgency(store);
  const lists = await countReports(store, query, forms, agency);
  return { title: titleOf(lists, query), path, from: query.from, on: query.to, lists };
}

/** `Danh mục văn bản … hết hiệu lực toàn bộ; văn bản … hết hiệu lực một phần năm 2025` */
const titleOf = (lists: readonly Pick<ReportModel, "title">[], query: Omit<ListedQuery, "form">): string => {
  const span = ` ${periodWords(query)}`;
  const titles = lists.map(({ title }) => (title.endsWith(span) ? title.slice(0, -span.length) : title));
  return `Danh mục ${titles.map((title) => title.charAt(0).toLocaleLowerCase("vi") + title.slice(1)).join("; ")}${span}`;
};
