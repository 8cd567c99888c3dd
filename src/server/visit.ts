import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

const COOKIE = "visit";
const YEAR_IN_SECONDS = 31_536_000;
/** A visit is over after so long without a request. */
export const VISIT_ENDS_AFTER = 30 * 60_000;
/** The cookie is not written anew for every request of a visit. */
const NOTED_EVERY = 60_000;

export interface Visit {
  /** When this person was here before the visit that is going on, milliseconds since 1970; null = not known. */
  readonly before: number | null;
  /** The cookie is to be written anew. */
  readonly write: boolean;
}

/**
 * The visit that a request at `now` belongs to. Where nobody is signed in, the browser keeps the end of the visit before and
 * the last request, `<before>.<last>`, 0 = none. A value from the future or of another form is as good as none.
 */
export const visitOf = (c: Context, now: number): Visit => visitAt(getCookie(c, COOKIE) ?? "", now);

export function keepVisit(c: Context, visit: Visit, now: number): void {
  if (visit.write)
    setCookie(c, COOKIE, `${visit.before ?? 0}.${now}`, {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      maxAge: YEAR_IN_SECONDS,
    });
}

/** The same by what the cookie says. */
export function visitAt(cookie: string, now: number): Visit {
  const kept = /^(\d{1,15})\.(\d{1,15})$/u.exec(cookie);
  const before = Number(kept?.[1] ?? 0);
  const last = Number(kept?.[2] ?? 0);
  if (last === 0 || last > now || before > last) return { before: null, write: true };
  if (now - last > VISIT_ENDS_AFTER) return { before: last, write: true };
  return { before: before === 0 ? null : before, write: now - last >= NOTED_EVERY };
}
