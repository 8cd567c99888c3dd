import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { LONGEST_SESSION } from "../use-cases/sessions.ts";
import type { Door } from "./door.ts";

/** The browser's secret: of a signed-in person, or, before that, only for the tokens of forms. */
export interface SecretCookie {
  get(c: Context): string | undefined;
  set(c: Context, secret: string): void;
  drop(c: Context): void;
}

const SHAPE = /^[A-Za-z0-9_-]{43}$/u;

/**
 * Behind TLS its name promises that this host alone has set it, over TLS (`__Host-`). Lax, so that a link in a mail opens the
 * page and not the door; what changes something asks for a token besides.
 */
export function secretCookie({ publicUrl }: Pick<Door, "publicUrl">): SecretCookie {
  const secure = publicUrl?.startsWith("https:") ?? false;
  const name = secure ? "__Host-session" : "session";
  const given = { path: "/", httpOnly: true, sameSite: "Lax", secure } as const;
  return {
    get(c) {
      const secret = getCookie(c, name);
      return secret !== undefined && SHAPE.test(secret) ? secret : undefined;
    },
    set: (c, secret) => setCookie(c, name, secret, { ...given, maxAge: LONGEST_SESSION / 1000 }),
    drop: (c) => void deleteCookie(c, name, { path: "/", secure }),
  };
}
