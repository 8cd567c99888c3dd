import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import type { SecretCookie } from "./session-cookie.ts";

/** The field of every form that changes something. */
export const TOKEN_FIELD = "token";

/** Made of the browser's own secret, which no other page can read or send along: good for as long as that lasts. */
const tokenOf = (session: string): string => createHmac("sha256", session).update("form").digest("base64url");

/** Secrets given out by answers that are still being made: two forms of one page share one. */
const fresh = new WeakMap<Request, string>();

/** The token for the forms of this page; gives the browser a secret where it has none. */
export function issueToken(c: Context, cookie: SecretCookie): string {
  const known = fresh.get(c.req.raw) ?? cookie.get(c);
  if (known !== undefined) return tokenOf(known);
  const secret = randomBytes(32).toString("base64url");
  giveSecret(c, cookie, secret);
  return tokenOf(secret);
}

/** Another secret from now on: forms of pages that were open before no longer count. */
export function giveSecret(c: Context, cookie: SecretCookie, secret: string): void {
  fresh.set(c.req.raw, secret);
  cookie.set(c, secret);
}

export function hasToken(c: Context, cookie: SecretCookie, fields: ReadonlyMap<string, string>): boolean {
  const session = cookie.get(c);
  const given = Buffer.from(fields.get(TOKEN_FIELD) ?? "");
  const expected = Buffer.from(session === undefined ? "" : tokenOf(session));
  return session !== undefined && given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * Does the request come from a page of ours? Browsers say so in two headers, and neither may say otherwise (SEC-07). Our
 * own forms come with the origin "null", because no referrer leaves our pages; then the other header must vouch for them.
 * The token is asked for besides.
 */
export function comesFromHere(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  const origin = c.req.header("origin");
  const ours = origin !== undefined && hostOf(origin) === new URL(c.req.url).host;
  if (site === undefined) return ours;
  return site === "same-origin" && (ours || origin === undefined || origin === "null");
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
