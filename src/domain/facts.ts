import type { Amendment } from "./amendment.ts";
import type { Citation } from "./citation.ts";
import type { EId } from "./e-id.ts";
import type { LegalDate } from "./legal-date.ts";
import type { Problem } from "./problem.ts";
import type { Span } from "./span.ts";

/** When a document begins, and ends by its own words. */
export interface Commencement {
  /** Main day; null = not stated or not a day. */
  readonly effectiveOn: LegalDate | null;
  /**
   * fixed = a calendar day is written; on-signing = "kể từ ngày ký"; days-after = "sau 10 ngày kể từ ngày ký";
   * event = "cho đến khi", "khi Luật … có hiệu lực"; none = the text says nothing.
   */
  readonly how: "fixed" | "on-signing" | "days-after" | "event" | "none";
  /** Days after signing where `how` is days-after. */
  readonly days: number | null;
  /** The clause that says so. */
  readonly span: Span | null;
  /** Parts that begin on another day ("trừ khoản 2 Điều này có hiệu lực từ …"). */
  readonly splits: readonly {
    readonly eIds: readonly EId[];
    readonly effectiveOn: LegalDate | null;
    readonly span: Span;
  }[];
  /** Last day in force where the document sets itself a term ("có hiệu lực đến hết ngày …"). */
  readonly expiresOn: LegalDate | null;
  readonly expirySpan: Span | null;
}

/** Everything drawn from one document as written, before anything is looked up elsewhere. */
export interface Facts {
  readonly citations: readonly Citation[];
  readonly amendments: readonly Amendment[];
  readonly commencement: Commencement;
  /** Does it lay down norms? `why` is a Vietnamese sentence for each reason. */
  readonly normative: { readonly value: "yes" | "no" | "unsure"; readonly why: readonly string[] };
  /** The document whose execution this one details ("quy định chi tiết …"), as named in title or enacting words. */
  readonly problems: readonly Problem[];
}
