import { readFileSync } from "node:fs";
import type { LegalDate } from "../../domain/legal-date.ts";

/** What is published: the list of a year, or all that a systematization found. */
export type ListsKind = "yearly" | "systematization";

/** What one paper says before it is filled in. Wording in braces is filled in. */
interface PaperWording {
  readonly title: string;
  /** The body above the issuer, in plain capitals; null = none. */
  readonly above: string | null;
  readonly issuer: string;
  readonly number: string;
  readonly about: string;
  readonly signature: readonly string[];
  /** Who signs: a field of the agency's settings. */
  readonly signer: "committeeChair" | "councilChair" | "departmentHead";
}

/** The act that publishes lists (Điều 43(2), 51(6) NĐ 79/2025): administrative, its number without a year. */
export interface DecidingAct extends PaperWording {
  readonly key: string;
  /** Who submits the draft of it: a council is asked by the committee, a committee by its department. */
  readonly submittedBy: "department" | "committee";
  readonly name: string;
  readonly authority: readonly string[];
  readonly bases: readonly string[];
  readonly enacts: string;
  readonly articles: readonly string[];
  /** Who adopted it and when, for a resolution. */
  readonly adopted: string | null;
  /** "(Kèm theo Quyết định số …)" of its annexes. */
  readonly attached: string;
}

export interface SubmissionWording extends PaperWording {
  readonly to: string;
  readonly opening: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly text: readonly string[];
    /** Followed by the number of documents of each list. */
    readonly counts?: boolean;
  }[];
  readonly recipients: readonly string[];
}

/** `rules/reference/forms/deciding-acts.json`: the words of the papers around the lists, for a jurist to mend. */
export interface DecidingActs {
  readonly source: string;
  readonly verified: boolean;
  /** Legal bases of an act issued on a day of `[from, to)`. */
  readonly bases: readonly { readonly text: string; readonly from: LegalDate; readonly to: LegalDate | null }[];
  readonly subjects: Readonly<Record<ListsKind, string>>;
  readonly acts: readonly DecidingAct[];
  readonly submissions: Readonly<Record<DecidingAct["submittedBy"], SubmissionWording>>;
}

let loaded: DecidingActs | null = null;

export function decidingActs(): DecidingActs {
  loaded ??= JSON.parse(
    readFileSync(new URL("../../../rules/reference/forms/deciding-acts.json", import.meta.url), "utf8"),
  ) as DecidingActs;
  return loaded;
}
