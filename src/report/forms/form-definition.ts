import { readFileSync } from "node:fs";
import type { HandlingForm } from "../../domain/handling-form.ts";
import type { LegalDate } from "../../domain/legal-date.ts";
import type { StatusName } from "../../domain/status.ts";
import type { ListsKind } from "./deciding-acts.ts";

/** Forms by their number in NĐ 79/2025; an earlier decree numbers the same lists otherwise (`heading` says how). */
export const FORM_KEYS = ["01", "02", "03", "04", "05"] as const;
export type FormKey = (typeof FORM_KEYS)[number];

/** What a column may hold. */
export const CELL_KINDS = [
  "ordinal",
  "type",
  "type-issuer",
  "symbol-date",
  "symbol-date-link",
  "symbol-date-title",
  "title",
  "reason",
  "ended-units",
  "since",
  "start",
  "remark",
  "proposal",
  "proposal-content",
  "drafting-unit",
  "deadline",
] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/** ended = as a whole, or suspended so · part-ended = a part of it · in-force · to-handle = recommendations · collection = Tập hệ thống hóa. */
export const LIST_KINDS = ["ended", "part-ended", "in-force", "to-handle", "collection"] as const;

export interface FormColumn {
  readonly label: string;
  /** Percent of the table. */
  readonly width: number;
  readonly align: "left" | "center" | "right";
  readonly cell: CellKind;
}

export interface FormPart {
  /** `A`, `B` */
  readonly key: string;
  /** With `{PERIOD}`, `{BEFORE}`; empty = none is printed. */
  readonly label: string;
  /** What happened within the period, what happened before it and was not published, what holds on its last day. */
  readonly holds: "period" | "earlier" | "day";
  readonly groups: readonly {
    /** With `{ROMAN}` and `{FIELD}` there is one group a field. */
    readonly label: string;
    /** Where no field is clear enough; only beside `{FIELD}`. */
    readonly openLabel?: string;
    readonly statuses: readonly StatusName[];
  }[];
  readonly total: { readonly label: string; readonly align: "left" | "center" };
}

/** One form as its decree prints it. Wording in braces is filled in: `{of}` `{period}` `{asOf}` `{n}` … */
export interface FormDefinition {
  readonly key: FormKey;
  readonly heading: string;
  readonly lists: (typeof LIST_KINDS)[number];
  readonly kind: string;
  readonly title: string;
  /** Rows of a group stand in the order of their fields first (Điều 52). */
  readonly orderByField?: boolean;
  readonly columns: readonly FormColumn[];
  readonly parts: readonly FormPart[];
  readonly remarks?: Readonly<Partial<Record<StatusName, string>>>;
  /** Beside the symbol of a document that stands in several fields. */
  readonly alsoIn?: string;
  readonly proposals?: Readonly<Partial<Record<HandlingForm, string>>>;
  /** The cover of a collection: who made it where no name is known, its title, what it is about, the paper it belongs to. */
  readonly cover?: {
    readonly body: string;
    readonly title: readonly string[];
    readonly about: readonly string[];
    readonly issued: string;
    readonly dateline: string;
  };
}

/** The forms of one decree, a file of `rules/reference/forms/`. A further decree is a further file and its line below. */
export interface FormRegime {
  readonly id: string;
  readonly name: string;
  /** Lists whose last day lies in `[from, to)` are printed by it. */
  readonly from: LegalDate;
  readonly to: LegalDate | null;
  readonly source: string;
  /** Compared with the signed decree by a jurist. */
  readonly verified: boolean;
  /** The articles under which such lists are published. */
  readonly publishedUnder: Readonly<Record<ListsKind, string>>;
  readonly forms: readonly FormDefinition[];
}

const FILES = ["nd-34-2016.json", "nd-79-2025.json"];

let loaded: readonly FormRegime[] | null = null;

/** All decrees with forms, oldest first; read once a process. */
export function formRegimes(): readonly FormRegime[] {
  loaded ??= FILES.map(
    (file) =>
      JSON.parse(
        readFileSync(new URL(`../../../rules/reference/forms/${file}`, import.meta.url), "utf8"),
      ) as FormRegime,
  );
  return loaded;
}

/**
 * The decree of a list's last day, or the one asked for. A day before the first decree is printed by the first, and a form that
 * a decree does not have is the latest one's.
 */
export function formOn(
  key: FormKey,
  day: LegalDate,
  asked: string | null,
): { readonly regime: FormRegime; readonly form: FormDefinition } {
  const regimes = formRegimes();
  const byDay = regimes.findLast((regime) => regime.from <= day) ?? (regimes[0] as FormRegime);
  const wanted = regimes.find((regime) => regime.id === asked) ?? byDay;
  const latest = regimes.at(-1) as FormRegime;
  for (const regime of [wanted, latest]) {
    const form = regime.forms.find((each) => each.key === key);
    if (form) return { regime, form };
  }
  throw new Error(`no form ${key} in ${wanted.id}`);
}
