import { addDays, legalDate, type LegalDate, parseDate } from "../../../src/domain/legal-date.ts";
import type { ReportChoices } from "../../../src/use-cases/report-choices.ts";
import { LISTED_LEVELS, LISTED_ORGANS, type ReportScope } from "../../../src/use-cases/report-scope.ts";
import { FORM_KEYS, formRegimes, type ListedQuery } from "../../../src/use-cases/view-reports.ts";
import type { Frame } from "../../frame.ts";
import { documentQuery } from "../documents/filters.ts";

/** What the address asks for; a day that is none, or a period turned round, is said in the form. */
export interface ReportAsk extends ListedQuery {
  /** As written, where it is no day. */
  readonly badFrom: string | null;
  readonly badTo: string | null;
  readonly badPublished: string | null;
  readonly reversed: boolean;
}

const LONGEST_SCOPE = 200;
const LONGEST_TITLE = 400;

/** Names of the address that say which list it is: kept by every link to a file or paper of it. */
export const REPORT_NAMES = [
  "form",
  "from",
  "to",
  "scope",
  "bodies",
  "organ",
  "field",
  "territory",
  "unit",
  "topic",
  "regime",
  "title",
  "published",
] as const;

/**
 * `?form=01&from=&to=&scope=&bodies=&organ=&field=&territory=&unit=&topic=&regime=&title=&published=`, bodies =
 * all, province, district or commune; without days, the year of the day looked at, and of a collection its five years. What
 * nobody offers is named.
 */
export function reportAsk(f: Frame, choices: ReportChoices): ReportAsk | { readonly bad: string } {
  const get = (name: string): string | null => f.query.get(name)?.trim() || null;
  const form = FORM_KEYS.find((each) => each === (get("form") ?? "01"));
  const regime = get("regime");
  const scope = scopeOf(f, choices);
  if (!form) return { bad: get("form") ?? "" };
  if (regime !== null && !formRegimes().some(({ id }) => id === regime)) return { bad: regime };
  if ("bad" in scope) return scope;
  const [from, to, published] = [get("from"), get("to"), get("published")];
  const [first, last, until] = [from && parseDate(from), to && parseDate(to), published && parseDate(published)];
  const usual = form === "05" ? systematizationOf(f.on) : yearOf(Number(f.on.slice(0, 4)));
  const period = { from: first ?? usual.from, to: last ?? usual.to };
  return {
    form,
    ...period,
    scope,
    regime,
    title: get("title")?.slice(0, LONGEST_TITLE) ?? null,
    publishedUntil: until ?? null,
    badFrom: from !== null && first === null ? from : null,
    badTo: to !== null && last === null ? to : null,
    badPublished: published !== null && until === null ? published : null,
    reversed: period.from > period.to,
  };
}

function scopeOf(f: Frame, choices: ReportChoices): ReportScope | { readonly bad: string } {
  const get = (name: string): string | null => f.query.get(name)?.trim() || null;
  const asked = f.query.getAll("organ").filter((each) => each !== "");
  const organs = LISTED_ORGANS.filter((organ) => asked.includes(organ));
  const [field, territory, unitId, themeId] = [get("field"), get("territory"), get("unit"), get("topic")];
  const unit = choices.units.find(({ id }) => id === unitId) ?? null;
  const theme = choices.themes.find(({ id }) => id === themeId) ?? null;
  const documents = theme === null ? null : documentQuery(new URLSearchParams(theme.query), f.on);
  const bodies = get("bodies") === "local" ? null : get("bodies");
  const level = LISTED_LEVELS.find((each) => each === bodies) ?? null;
  const unknown = [
    bodies !== null && bodies !== "all" && level === null ? bodies : null,
    asked.find((each) => !(LISTED_ORGANS as readonly string[]).includes(each)),
    field !== null && !choices.fields.some(({ value }) => value === field) ? field : null,
    unitId !== null && unit === null ? unitId : null,
    themeId !== null && theme === null ? themeId : null,
    documents !== null && "bad" in documents ? documents.bad : null,
  ].find((value) => value);
  if (unknown) return { bad: unknown };
  return {
    words: get("scope")?.slice(0, LONGEST_SCOPE) ?? null,
    // a local body publishes its own documents: central ones stand in the list only when they are asked for
    local: bodies !== "all",
    level,
    organs,
    field,
    territory,
    unit,
    theme: theme === null || documents === null || "bad" in documents ? null : { name: theme.name, documents },
  };
}

export const yearOf = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** The month before the day looked at. */
export function monthBefore(on: LegalDate): { readonly from: LegalDate; readonly to: LegalDate } {
  const to = addDays(`${on.slice(0, 7)}-01`, -1);
  return { from: legalDate(Number(to.slice(0, 4)), Number(to.slice(5, 7)), 1) ?? to, to };
}

/** The five years of systematization that the day lies in: 2024–2028, 2029–2033 … (Điều 49 NĐ 79/2025). */
export function systematizationOf(on: LegalDate): { readonly from: LegalDate; readonly to: LegalDate } {
  const first = 2024 + Math.floor((Number(on.slice(0, 4)) - 2024) / 5) * 5;
  return { from: `${first}-01-01`, to: `${first + 4}-12-31` };
}
