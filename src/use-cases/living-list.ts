import { formatDate } from "../domain/legal-date.ts";
import { type ListForm, officialList, type ReportPeriod, toReport } from "../report/expiry-list.ts";
import type { ReportModel } from "../report/form.ts";
import type { Store } from "../store/store.ts";
import type { LivingReport } from "./freeze-report.ts";
import { type ListedQuery, listedWorks } from "./listed-works.ts";

/** Official lists of one period as they are now: what is frozen, and what a correction is computed by. */
export async function livingList(
  store: Store,
  query: Omit<ListedQuery, "form">,
  forms: readonly ListForm[],
  path: string,
): Promise<LivingReport> {
  const models: ReportModel[] = [];
  for (const form of forms)
    models.push(toReport(officialList(form, await listedWorks(store, { ...query, form }), query)));
  return { kind: "list", title: titleOf(models, query), path, from: query.from, on: query.to, models };
}

/** `Danh mục văn bản … hết hiệu lực toàn bộ; văn bản … hết hiệu lực một phần năm 2025` */
const titleOf = (models: readonly ReportModel[], period: ReportPeriod): string =>
  `Danh mục ${models.map(({ title }) => title.charAt(0).toLocaleLowerCase("vi") + title.slice(1)).join("; ")} ${spanOf(period)}`;

const spanOf = ({ from, to }: ReportPeriod): string =>
  from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31`
    ? `năm ${from.slice(0, 4)}`
    : `từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`;
