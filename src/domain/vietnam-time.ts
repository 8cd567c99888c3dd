import type { LegalDate } from "./legal-date.ts";

/** UTC+7 without summer time. Law begins at midnight there, wherever the machine stands. */
const AHEAD = 7 * 3_600_000;

const local = (at: number): string => new Date(at + AHEAD).toISOString();

/** The day in Vietnam at a moment (milliseconds since 1970). */
export const dayAt = (at: number): LegalDate => local(at).slice(0, 10);

/** The time of day in Vietnam at a moment: `14:05`. */
export const timeAt = (at: number): string => local(at).slice(11, 16);

/** The moment at which a day begins in Vietnam, milliseconds since 1970. */
export const startOfDay = (day: LegalDate): number => Date.parse(`${day}T00:00:00Z`) - AHEAD;
