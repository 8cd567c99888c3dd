import type { ShotId } from "./shots.ts";

export const GUIDE_IDS = ["reviewer", "drafter", "reporter"] as const;
export type GuideId = (typeof GUIDE_IDS)[number];

/** How one of the three users does a day's work, in short steps. */
export interface Guide {
  readonly title: string;
  /** Who it is for and what they will be able to do. */
  readonly lead: string;
  readonly steps: readonly Step[];
}

/**
 * One step. In its text `**x**` is a word of the interface as it stands on the screen, `[[x]]` a key. What a step quotes
 * of the interface must be there: `test/server/help.test.ts` looks it up.
 */
export interface Step {
  readonly title: string;
  readonly text: readonly string[];
  /** The page where it is done. */
  readonly open?: string;
  readonly shot?: { readonly id: ShotId; readonly alt: string };
}
