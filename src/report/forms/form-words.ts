import { formatDate } from "../../domain/legal-date.ts";
import type { FormDefinition } from "./form-definition.ts";
import type { ReportPeriod } from "./listed-work.ts";
import { asOfWords, periodWords } from "./period-words.ts";

export interface FormAsk {
  readonly form: FormDefinition;
  readonly period: ReportPeriod;
  /** "của Hội đồng nhân dân, Ủy ban nhân dân tỉnh An Khê"; empty = not said. */
  readonly of: string;
  /** A title somebody wrote, which the decree allows; null = the form's own. */
  readonly title?: string | null;
  /** For a cover: who makes the collection ("Ủy ban nhân dân tỉnh An Khê") and where; null = not said. */
  readonly body?: string | null;
  readonly dateline?: string | null;
}

/** The title a list of this form bears. */
export const formTitle = (ask: FormAsk): string => ask.title?.trim() || worded(ask.form.title, fillers(ask));

export type Fillers = Readonly<Record<string, string>>;

/** What the braces of a form's words hold. */
export function fillers({ period, of, dateline }: FormAsk): Fillers {
  const said = periodWords(period);
  return {
    of,
    period: said,
    PERIOD: said.toLocaleUpperCase("vi"),
    asOf: asOfWords(period),
    BEFORE: formatDate(period.from),
    OF: of === "" ? "CỦA …" : of.toLocaleUpperCase("vi"),
    FROM_YEAR: period.from.slice(0, 4),
    TO_YEAR: period.to.slice(0, 4),
    dateline: dateline || "…",
  };
}

/** Fills in what stands in braces; a word that is empty leaves no double space. */
export const worded = (text: string, words: Fillers): string =>
  text
    .replace(/\{([A-Za-z_]{1,20})\}/gu, (braces, name: string) => words[name] ?? braces)
    .replace(/ {2,}/gu, " ")
    .trim();
