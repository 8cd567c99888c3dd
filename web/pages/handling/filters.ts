import {
  HANDLING_FACETS,
  HANDLING_SORTS,
  type HandlingFacet,
  type HandlingFilters,
  type HandlingSort,
  isForm,
  isState,
  NOTHING,
  UNDECIDED,
} from "../../../src/use-cases/handling-list.ts";
import type { Frame } from "../../frame.ts";
import { vi } from "../../i18n/vi.ts";
import { fault, type Fault } from "../../route.ts";

export interface HandlingAsked {
  readonly filters: HandlingFilters;
  readonly sort: HandlingSort;
}

/** Values of one facet that an address may choose together. */
const MOST_CHOSEN = 60;
const LONGEST_TEXT = 200;

/** What a facet may hold; units and imports are names of data, which come and go. */
const KNOWN: Readonly<Partial<Record<HandlingFacet, (value: string) => boolean>>> = {
  state: isState,
  form: (value) => value === UNDECIDED || isForm(value),
  done: (value) => value === NOTHING || /^\d{4}-\d{2}$/u.test(value),
  due: (value) => Object.hasOwn(vi.handling.dues, value),
};

/** The filters of an address; a value nobody offers is named, not passed over. */
export function handlingAsked(f: Frame): HandlingAsked | { readonly fault: Fault } {
  const chosen: Partial<Record<HandlingFacet, readonly string[]>> = {};
  for (const facet of HANDLING_FACETS) {
    const values = [...new Set(f.query.getAll(facet))].filter(Boolean);
    const bad = values.find((value) => !(KNOWN[facet]?.(value) ?? true)) ?? values[MOST_CHOSEN];
    if (bad !== undefined) return fault(400, "bad-value", bad);
    if (values.length > 0) chosen[facet] = values;
  }
  const sort = HANDLING_SORTS.find((one) => one === (f.query.get("sort") || "due"));
  if (sort === undefined) return fault(400, "bad-value", f.query.get("sort") ?? "");
  return { filters: { chosen, text: (f.query.get("q") ?? "").trim().slice(0, LONGEST_TEXT) }, sort };
}

/** A value of a facet in words. */
export function facetWords(f: Frame, facet: HandlingFacet, { value, name }: { value: string; name: string | null }) {
  const t = f.t.handling;
  if (name !== null) return name;
  if (facet === "state" && isState(value)) return t.states[value];
  if (facet === "form") return isForm(value) ? t.forms[value] : t.undecided;
  if (facet === "due") return t.dues[value as keyof typeof t.dues];
  if (facet === "done") return value === NOTHING ? t.noMonth : monthWords(value);
  if (facet === "unit") return value === NOTHING ? t.noUnit : value;
  return value === NOTHING ? t.byHand : value;
}

/** `02/2026` */
export const monthWords = (month: string): string => month.split("-").reverse().join("/");
