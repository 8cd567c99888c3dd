import type { Span } from "./span.ts";

/**
 * Something about the *input* that a person should know: a place that could not be read, parsed or understood.
 * It is a value, never an exception. `what` is Vietnamese and says what happened; `why` and `todo` follow where they help.
 */
export interface Problem {
  /** Kebab-case name, stable, for counting: `missing-symbol`, `unclosed-quotation`. */
  readonly code: string;
  readonly what: string;
  readonly why?: string;
  readonly todo?: string;
  /** Place in the normalised text; null when the whole document is meant. */
  readonly span: Span | null;
}
