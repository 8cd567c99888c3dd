import { fold } from "../domain/fold.ts";
import {
  FORM_STATUSES,
  type ListForm,
  type ListedField,
  type ListedWork,
  type ReportPeriod,
} from "../report/expiry-list.ts";
import { fieldNames } from "../resolve/field-names.ts";
import type { Narrowing } from "../store/overview.ts";
import type { Store } from "../store/store.ts";
import { fieldOf } from "./field-of.ts";
import { remembered } from "./remembered.ts";

export interface ListedQuery extends ReportPeriod {
  readonly form: ListForm;
  /** Words of the issuer's name, marks and case aside; null = any issuer. */
  readonly scope: string | null;
  /** Without the documents of central bodies: a local body lists its own. */
  readonly local: boolean;
}

/** Normative documents in the index that one form lists, with the period that holds on the last day. */
export async function listedWorks(store: Store, query: ListedQuery): Promise<readonly ListedWork[]> {
  const { form, to } = query;
  const rows = await store.overview.listed(to, FORM_STATUSES[form], await narrowing(store, query));
  // an index that this version has not filed yet: only form 03 groups by field
  const unfiled = new Set(form === "03" ? await store.facets.missing() : []);
  const listed: ListedWork[] = [];
  for (const { work, period, field } of rows)
    listed.push({ work, period, field: unfiled.has(work.id) ? await fieldOf(store, work) : named(field) });
  return listed;
}

/** What narrows a form: the days its statuses began in, and the issuers whose name has the words of the scope. */
export async function narrowing(store: Store, { form, from, to, scope, local }: ListedQuery): Promise<Narrowing> {
  const since = form === "03" ? undefined : { from, to };
  if (scope === null) return { since, local };
  const issuers = await remembered(store, "issuers", () => store.overview.issuers());
  return { since, local, issuers: issuers.filter((issuer) => fold(issuer).includes(fold(scope))) };
}

const named = (topic: string | null): ListedField | null =>
  topic === null ? null : { topic, topicName: fieldNames().get(topic) ?? topic };
