import type { LegalDate } from "./legal-date.ts";

/** A list with its filters that a person comes back to, under a name. */
export interface SavedView {
  readonly id: string;
  /** The page it belongs to. */
  readonly page: "findings" | "documents" | "search";
  readonly name: string;
  /** The filters as they stand in the address, without `?`, day and cursor. */
  readonly query: string;
  readonly by: string;
  readonly at: number;
}

/** Somebody is asked to deal with a finding. The last one that is not ended counts; none is overwritten. */
export interface Assignment {
  readonly id: string;
  /** Key of the finding. */
  readonly finding: string;
  /** Name of the person or unit, as written. */
  readonly to: string;
  /** Until when; null = no day was named. */
  readonly due: LegalDate | null;
  readonly note: string | null;
  readonly by: string;
  readonly at: number;
  /** Taken back, or replaced by another. */
  readonly endedAt: number | null;
}

/** What a person wrote beside a finding. It decides nothing. */
export interface Note {
  readonly id: string;
  /** Key of the finding. */
  readonly finding: string;
  readonly text: string;
  readonly by: string;
  readonly at: number;
  readonly removedAt: number | null;
}
