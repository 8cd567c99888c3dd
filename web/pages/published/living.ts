import type { Store } from "../../../src/store/store.ts";
import type { LivingReport } from "../../../src/use-cases/freeze-report.ts";
import { livingList } from "../../../src/use-cases/living-list.ts";
import { reportChoices } from "../../../src/use-cases/report-choices.ts";
import { FORM_KEYS, type FormKey } from "../../../src/use-cases/view-reports.ts";
import { livingPeriodic } from "../../../src/use-cases/view-periodic.ts";
import type { Frame } from "../../frame.ts";
import { periodicAsk } from "../periodic/query.ts";
import { type ReportAsk, REPORT_NAMES, reportAsk } from "../reports/query.ts";

/** What a form or a record asks to be frozen: `?form=01&with=02&from=&to=…`. Null where it asks for no list that can be made. */
export async function freezeAsk(
  store: Store,
  f: Frame,
  query: URLSearchParams,
): Promise<{ readonly ask: ReportAsk; readonly forms: readonly FormKey[]; readonly path: string } | null> {
  const ask = reportAsk({ ...f, query }, await reportChoices(store, f.on));
  if ("bad" in ask || ask.badFrom !== null || ask.badTo !== null || ask.badPublished !== null || ask.reversed)
    return null;
  const others = query.getAll("with");
  const forms = FORM_KEYS.filter((form) => form === ask.form || others.includes(form));
  return { ask, forms, path: pathOf(query, ask, forms) };
}

/** The list as it is now, by the address it is shown at; null for an address that shows none. */
export async function livingAt(store: Store, f: Frame, path: string): Promise<LivingReport | null> {
  const at = new URL(path, "http://here");
  if (at.pathname === "/reports/periodic") {
    const span = periodicAsk(f, at.searchParams);
    return span === null ? null : livingPeriodic(store, span);
  }
  if (at.pathname !== "/reports") return null;
  const asked = await freezeAsk(store, f, at.searchParams);
  return asked === null ? null : livingList(store, asked.ask, asked.forms, asked.path);
}

/** The address of the list with everything it depends on written out: it means the same in another year. */
function pathOf(query: URLSearchParams, { form, from, to }: ReportAsk, forms: readonly FormKey[]): string {
  const params = new URLSearchParams({ form, from, to });
  for (const other of forms) if (other !== form) params.append("with", other);
  for (const name of REPORT_NAMES)
    if (!params.has(name)) for (const value of query.getAll(name)) if (value !== "") params.append(name, value);
  return `/reports?${params}`;
}
