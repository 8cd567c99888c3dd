import type { Context } from "hono";
import { apiFault, type ApiFault } from "../../../web/api/fault.ts";
import { type Operation, writes } from "../../../web/api/operation.ts";
import type { Person } from "../../domain/account.ts";
import type { ApiToken } from "../../domain/api-token.ts";
import type { Store } from "../../store/store.ts";
import { checkToken } from "../../use-cases/api-tokens.ts";
import { aloneHere, personFor } from "../../use-cases/sessions.ts";
import { whoAsks } from "../door.ts";
import type { Site } from "../site.ts";

/** Who calls. `token` null: no key was shown. */
export type Caller = { readonly token: ApiToken | null; readonly person: Person } | { readonly fault: ApiFault };

const BEARER = /^Bearer +([^\s]{1,200})$/iu;

/**
 * While nobody has an account, reading is open as the pages are; what changes something takes a key that may decide. With
 * accounts, a key does what its owner may, and without one only a signed-in browser may read. A key that does not hold is
 * refused for reading too: whoever shows one wants to know that it no longer works. No cookie changes anything, so a page of
 * another site can do nothing in a visitor's name.
 */
export async function callerOf(c: Context, operation: Operation, site: Site, now: number): Promise<Caller> {
  const { store } = site.options;
  if (writes(operation) && fromElsewhere(c)) return apiFault(403, "cross-site", c.req.header("origin") ?? "");
  const shown = c.req.header("authorization");
  if (shown === undefined) {
    const asker = writes(operation) || fromElsewhere(c) ? null : await whoAsks(c, { store, ...site }, now);
    return asker === null ? apiFault(401, "no-key") : { token: null, person: asker.person };
  }
  const secret = BEARER.exec(shown)?.[1];
  const checked =
    secret === undefined ? ({ ok: false, why: "unknown" } as const) : await checkToken(store, secret, now);
  if (!checked.ok) return apiFault(401, `key-${checked.why}`);
  const { token } = checked;
  if (writes(operation) && token.scope !== "decide") return apiFault(403, "key-reads-only", token.name);
  const person = (site.door.alone ? await aloneHere(store) : null) ?? (await ownerOf(store, token));
  return person === null ? apiFault(401, "key-revoked") : { token, person };
}

/** Null: its owner is not with us any more, or it is from before there were accounts. */
async function ownerOf(store: Store, { account: id }: ApiToken): Promise<Person | null> {
  const account = id === null ? null : await store.accounts.account(id);
  return account?.active ? personFor(store, account) : null;
}

/** Said by browsers only: programs send neither header. */
function fromElsewhere(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const origin = c.req.header("origin");
  return origin !== undefined && origin !== new URL(c.req.url).origin;
}
