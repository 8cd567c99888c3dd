import type { Context } from "hono";
import { apiFault, type ApiFault } from "../../../web/api/fault.ts";
import { type Operation, writes } from "../../../web/api/operation.ts";
import type { ApiToken } from "../../domain/api-token.ts";
import type { Store } from "../../store/store.ts";
import { checkToken } from "../../use-cases/api-tokens.ts";

/** Who calls. Null: no key was shown. */
export type Caller = { readonly token: ApiToken | null } | { readonly fault: ApiFault };

const BEARER = /^Bearer +([^\s]{1,200})$/iu;

/**
 * Reading is open as the pages are while there are no accounts; what changes something takes a key that may decide. A key
 * that does not hold is refused for reading too: whoever shows one wants to know that it no longer works. Cookies mean
 * nothing here, so a page of another site can do nothing in a visitor's name.
 */
export async function callerOf(c: Context, operation: Operation, store: Store, now: number): Promise<Caller> {
  if (writes(operation) && fromElsewhere(c)) return apiFault(403, "cross-site", c.req.header("origin") ?? "");
  const shown = c.req.header("authorization");
  if (shown === undefined) return writes(operation) ? apiFault(401, "no-key") : { token: null };
  const secret = BEARER.exec(shown)?.[1];
  const checked =
    secret === undefined ? ({ ok: false, why: "unknown" } as const) : await checkToken(store, secret, now);
  if (!checked.ok) return apiFault(401, `key-${checked.why}`);
  if (writes(operation) && checked.token.scope !== "decide") return apiFault(403, "key-reads-only", checked.token.name);
  return { token: checked.token };
}

/** Said by browsers only: programs send neither header. */
function fromElsewhere(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const origin = c.req.header("origin");
  return origin !== undefined && origin !== new URL(c.req.url).origin;
}

/** Where a call comes from, as far as the connection tells. */
export function addressOf(c: Context): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket?.remoteAddress ?? "local";
}
