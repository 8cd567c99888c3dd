import type { LegalDate } from "../../../src/domain/legal-date.ts";
import type { BatchKind } from "../../../src/domain/batch.ts";
import type { BatchScope } from "../../../src/use-cases/batch-scope.ts";
import { reviewPeriod } from "../../../src/use-cases/review-deadlines.ts";
import type { Store } from "../../../src/store/store.ts";
import { FLEETING, type Frame } from "../../frame.ts";
import { vi } from "../../i18n/vi.ts";
import { documentQuery } from "../documents/filters.ts";
import { filterWords } from "../documents/filter-words.ts";

export const CAMPAIGN = "/due#campaign";
export const SYSTEMATISATION = "/due#systematisation";

/** What the form under a list of documents sends along that narrows nothing. */
const NOT_FILTERS: readonly string[] = [
  ...FLEETING,
  "picked",
  "work",
  "all",
  "scope",
  "on",
  "sort",
  "col",
  "rows",
  "format",
];

/** The address a batch keeps to find its documents again; null where the query names no list of its own. */
export function scopeAddress(query: URLSearchParams): string | null {
  const scope = query.get("scope");
  if (scope === "campaign") return CAMPAIGN;
  if (scope === "systematisation") return SYSTEMATISATION;
  if (scope === "impact") return `/impact?${new URLSearchParams({ work: query.get("work") ?? "" })}`;
  const filters = new URLSearchParams(
    [...query].filter(([name, value]) => value !== "" && !NOT_FILTERS.includes(name)),
  );
  const asked = scope === "documents" || (query.has("picked") && query.has("all"));
  if (!asked && filters.size === 0) return null;
  return filters.size === 0 ? "/documents" : `/documents?${filters}`;
}

/** Where a batch's documents come from, for its page. */
export const sourceOf = (address: string | null): keyof Frame["t"]["batches"]["source"] =>
  address === null
    ? "list"
    : address === CAMPAIGN
      ? "campaign"
      : address === SYSTEMATISATION
        ? "systematisation"
        : address.startsWith("/impact")
          ? "impact"
          : "documents";

export const kindOf = (address: string | null): BatchKind =>
  (
    ({
      list: "theme",
      documents: "theme",
      impact: "continuous",
      campaign: "campaign",
      systematisation: "systematization",
    }) as const
  )[sourceOf(address)];

/** The scope of an address; null for one that gives no list. Periods are those of the day. */
export async function scopeOf(
  store: Store,
  f: Frame,
  address: string,
  period: { readonly from: LegalDate; readonly cutOff: LegalDate } | null = reviewPeriod(f.on),
): Promise<BatchScope | null> {
  const url = new URL(address, "http://rasoat.invalid");
  // it comes back from a form and is shown as a link
  if (url.host !== "rasoat.invalid") return null;
  switch (sourceOf(address)) {
    case "campaign":
      return { kind: "campaign" };
    case "systematisation":
      return period === null ? null : { kind: "systematisation", ...period };
    case "impact":
      return { kind: "impact", work: url.searchParams.get("work") ?? "" };
    default: {
      if (url.pathname !== "/documents") return null;
      const query = documentQuery(url.searchParams, f.on);
      if ("bad" in query) return null;
      const said = (await filterWords(store, { ...f, t: vi, lang: "vi" }, query)).join("; ");
      return { kind: "documents", query, said };
    }
  }
}
