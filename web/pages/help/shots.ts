/**
 * The pictures of the guides, in the light theme on the sample province. `npm run help:shots` makes them anew by going
 * through the guides' steps in a real browser (`test/browser/help-shots.ts` says how each is reached).
 */
export const SHOT_IDS = [
  "home",
  "queue",
  "evidence",
  "decide",
  "text-on-day",
  "status-proof",
  "waiting",
  "import",
  "impact",
  "batch",
  "sheet",
  "draft-form",
  "draft-result",
  "draft-outcome",
  "search",
  "compare",
  "ended-list",
  "effects",
  "reports",
  "papers",
] as const;
export type ShotId = (typeof SHOT_IDS)[number];

/** CSS pixels; every picture has these, so that nothing moves while it loads. */
export const SHOT_WIDTH = 1120;
export const SHOT_HEIGHT = 600;

export const shotFile = (id: ShotId): string => `help-${id}.webp`;
