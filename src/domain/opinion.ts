export type Answered = "yes" | "no" | "unsure";

/** What a language model on the user's own network said of a finding. Shown beside the evidence; it never decides anything. */
export interface Opinion {
  readonly id: string;
  /** Key of the finding. */
  readonly finding: string;
  readonly model: string;
  /** Do the two texts regulate the same matter? */
  readonly sameMatter: Answered;
  /** Can both not be followed at once? */
  readonly contradict: Answered;
  /** In the model's own words, cut to a bounded length. */
  readonly why: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}
