import type { Frame } from "../frame.ts";

const VIETNAM = 7 * 3_600_000;

/** `26/11/2026, 14:05`, in Vietnam's time wherever the server stands. */
export function moment(f: Frame, at: number): string {
  const local = new Date(at + VIETNAM).toISOString();
  return `${f.date(local.slice(0, 10))}, ${local.slice(11, 16)}`;
}
