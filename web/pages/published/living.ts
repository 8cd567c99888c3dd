import type { Store } from "../../../src/store/store.ts";
import type { LivingReport } from "../../../src/use-cases/freeze-report.ts";
import { livingList } from "../../../src/use-cases/living-list.ts";
import { LIST_FORMS, type ListForm } from "../../../src/use-cases/view-reports.ts";
import type { Frame } from "../../frame.ts";
import { type ReportAsk, reportAsk } from "../reports/query.ts";

/** What a form or a record asks to be frozen: `?form=01&with=02&from=&to=…`. Null where it asks for no list that can be made. */
export function freezeAsk(
  f: Frame,
  query: URLSearchParams,
): { readonly ask: ReportAsk; readonly forms: readonly ListForm[] } | null {
  const ask = reportAsk({ ...f, query });
  if (ask === null || ask.badFrom !== null || ask.badTo !== null || ask.reversed) return null;
  const others = query.getAll("with");
  return { ask, forms: LIST_FORMS.filter((form) => form === ask.form || others.includes(form)) };
}

/** The list as it is now, by the address it is shown at; null for an address that shows none. */
export async function livingAt(store: Store, f: Frame, path: string): Promise<LivingReport | null> {
  const at = new URL(path, "http://here");
  if (at.pathname !== "/reports") return null;
  const asked = freezeAsk(f, at.searchParams);
  return asked === null ? null : livingList(store, asked.ask, asked.forms, pathOf(asked.ask, asked.forms));
}

/** The address of the list with everything it depends on written out: it means the same in another year. */
export function pathOf({ form, from, to, scope, local }: ReportAsk, forms: readonly ListForm[]): string {
  const params = new URLSearchParams({ form, from, to });
  for (const other of forms) if (other !== form) params.append("with", other);
  if (scope !== null) params.set("scope", scope);
  if (!local) params.set("bodies", "all");
  return `/reports?${params}`;
}
