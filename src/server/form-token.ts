import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

const COOKIE = "session";
/** The field of every form that changes something. */
export const TOKEN_FIELD = "token";

/** Made of the browser's own secret, which no other page can read or send along: good for as long as that lasts. */
const tokenOf = (session: string): string => createHmac("sha256", session).update("form").digest("base64url");

/** Secrets given out by answers that are still being made: two forms of one page share one. */
const fresh = new WeakMap<Request, string>();

/** The token for the forms of this page; gives the browser a secret where it has none. */
export function issueToken(c: Context): string {
  const known = getCookie(c, COOKIE) ?? fresh.get(c.req.raw);
  if (known !== undefined && /^[A-Za-z0-9_-]{43}$/u.test(known)) return tokenOf(known);
  const session = randomBytes(32).toString("base64url");
  fresh.set(c.req.raw, session);
  setCookie(c, COOKIE, session, { path: "/", httpOnly: true, sameSite: "Strict" });
  return tokenOf(session);
}

export function hasToken(c: Context, fields: ReadonlyMap<string, string>): boolean {
  const session = getCookie(c, COOKIE);
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
