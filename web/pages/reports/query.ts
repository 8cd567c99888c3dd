import { addDays, legalDate, type LegalDate, parseDate } from "../../../src/domain/legal-date.ts";
import { LIST_FORMS, type ListForm } from "../../../src/use-cases/view-reports.ts";
import type { Frame } from "../../frame.ts";

/** What the address asks for; a day that is none, or a period turned round, is said in the form. */
export interface ReportAsk {
  readonly form: ListForm;
  readonly from: LegalDate;
  readonly to: LegalDate;
  readonly scope: string | null;
  readonly local: boolean;
  /** As written, where it is no day. */
  readonly badFrom: string | null;
  readonly badTo: string | null;
  readonly reversed: boolean;
}

const LONGEST_SCOPE = 200;

/** `?form=01&from=&to=&scope=&bodies=all`; without days, the year of the day looked at. Null for a form nobody offers. */
export function reportAsk(f: Frame): ReportAsk | null {
  const get = (name: string): string | null => f.query.get(name)?.trim() || null;
  const form = LIST_FORMS.find((each) => each === (get("form") ?? "01"));
  if (!form) return null;
  const [from, to] = [get("from"), get("to")];
  const [first, last] = [from && parseDate(from), to && parseDate(to)];
  const year = yearOf(Number(f.on.slice(0, 4)));
  const period = { from: first ?? year.from, to: last ?? year.to };
  return {
    form,
    ...period,
    // a local body publishes its own documents: central ones stand in the list only when they are asked for
    local: get("bodies") !== "all",
    scope: get("scope")?.slice(0, LONGEST_SCOPE) ?? null,
    badFrom: from !== null && first === null ? from : null,
    badTo: to !== null && last === null ? to : null,
    reversed: period.from > period.to,
  };
}

export const yearOf = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** The month before the day looked at. */
export function monthBefore(on: LegalDate): { readonly from: LegalDate; readonly to: LegalDate } {
  const to = addDays(`${on.slice(0, 7)}-01`, -1);
  return { from: legalDate(Number(to.slice(0, 4)), Number(to.slice(5, 7)), 1) ?? to, to };
}
