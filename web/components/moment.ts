import { dayAt, timeAt } from "../../src/domain/vietnam-time.ts";
import type { Frame } from "../frame.ts";

/** `26/11/2026, 14:05`, in Vietnam's time wherever the server stands. */
export function moment(f: Frame, at: number): string {
  return `${f.date(dayAt(at))}, ${timeAt(at)}`;
}
