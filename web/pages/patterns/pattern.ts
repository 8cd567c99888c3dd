import type { Child } from "hono/jsx";
import type { Frame } from "../../frame.ts";

/** One component with its states. */
export interface Pattern {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly show: (f: Frame) => Child;
}
