import type { Child } from "hono/jsx";
import type { RuleEntry } from "../src/use-cases/view-rules.ts";
import type { Store } from "../src/store/store.ts";
import type { Frame } from "./frame.ts";
import type { Dictionary } from "./i18n/vi.ts";

/** What a person must be allowed to do to open a route. The policy that grants it lives elsewhere. */
export type Permission = "public" | "document:read" | "finding:read" | "rule:read" | "original:read";

export type FaultCode = Exclude<keyof Dictionary["fault"], "title" | "code" | "home">;

/** Something wrong with a request. A value: routes return it, the server turns it into a page or RFC 9457 JSON. */
export interface Fault {
  readonly status: 400 | 404 | 405 | 500;
  readonly code: FaultCode;
  /** The value at fault, as given. */
  readonly value: string;
}

export interface Ask {
  readonly store: Store;
  readonly rules: readonly RuleEntry[];
  readonly frame: Frame;
  param(name: string): string;
}

/** A page: its title and what stands in `main`. `place` is the path above it, outermost first. */
export interface PageAnswer {
  readonly title: string;
  readonly nav: "home" | "documents" | "search" | "findings" | "rules" | "patterns" | null;
  readonly place: readonly { readonly label: Child; readonly href?: string }[];
  readonly body: Child;
  /** `bare`: the page brings its own grid and needs no padding around it. */
  readonly bare?: boolean;
}

export type Answer = PageAnswer | { readonly fault: Fault } | Response;

export interface Route {
  readonly path: string;
  readonly permission: Permission;
  answer(ask: Ask): Promise<Answer>;
}

export const fault = (status: Fault["status"], code: FaultCode, value: string): { fault: Fault } => ({
  fault: { status, code, value },
});
