import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Lang, Theme } from "../../web/frame.ts";

const YEAR_IN_SECONDS = 31_536_000;

interface Preferences {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly keys: boolean;
}

/**
 * How this person wants the tool: `?lang=`, `?theme=`, `?keys=` set a cookie, the cookie holds from then on, Vietnamese
 * and the device's own background are the default. A value nobody knows is as good as none.
 */
export function preferencesOf(c: Context): Preferences {
  return {
    lang: pick(c, "lang", ["vi", "en"], "vi"),
    theme: pick(c, "theme", ["auto", "light", "dark"], "auto"),
    keys: pick(c, "keys", ["on", "off"], "on") === "on",
  };
}

function pick<Value extends string>(c: Context, name: string, known: readonly Value[], usual: Value): Value {
  const asked = known.find((value) => value === c.req.query(name));
  if (asked !== undefined) {
    setCookie(c, name, asked, { path: "/", httpOnly: true, sameSite: "Lax", maxAge: YEAR_IN_SECONDS });
    return asked;
  }
  return known.find((value) => value === getCookie(c, name)) ?? usual;
}
