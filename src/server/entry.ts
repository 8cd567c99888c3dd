import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Entry } from "../../web/route.ts";
import type { Present } from "../use-cases/sessions.ts";
import { type Door, fromOf } from "./door.ts";
import { giveSecret } from "./form-token.ts";
import type { SecretCookie } from "./session-cookie.ts";

const KEY = "elsewhere";
const KEY_HOLDS_IN_SECONDS = 600;

/** What pages of signing in may do with the browser. */
export function entryOf(c: Context, door: Door, cookie: SecretCookie, present: Present | null): Entry {
  // made by the context, so that the cookies set here go along
  const away = (to: string): Response => {
    c.header("Cache-Control", "no-store");
    return c.redirect(to, 303);
  };
  const secure = door.publicUrl?.startsWith("https:") ?? false;
  return {
    from: fromOf(c),
    present,
    elsewhere: door.elsewhere,
    url: new URL(c.req.url),
    enter(secret, to) {
      giveSecret(c, cookie, secret);
      return away(to);
    },
    leave(to) {
      cookie.drop(c);
      return away(to);
    },
    goElsewhere(url, key) {
      setCookie(c, KEY, key, {
        path: "/sign-in",
        httpOnly: true,
        sameSite: "Lax",
        secure,
        maxAge: KEY_HOLDS_IN_SECONDS,
      });
      return away(url);
    },
    takeKey() {
      const key = getCookie(c, KEY) ?? null;
      deleteCookie(c, KEY, { path: "/sign-in", secure });
      return key;
    },
  };
}
