import type { Context } from "hono";
import { Layout } from "../../web/components/layout.tsx";
import { dayOf, type Frame, makeFrame, type Who } from "../../web/frame.ts";
import type { Fault, PageAnswer } from "../../web/route.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { may } from "../domain/policy.ts";
import { type Asker, whoAsks } from "./door.ts";
import { faultJson, faultPage } from "./fault-answer.tsx";
import { issueToken } from "./form-token.ts";
import { preferencesOf } from "./preferences.ts";
import type { Env, Site } from "./site.ts";

/** `asker` null: nobody has signed in. */
export function frameOf(c: Context<Env>, { options, files, cookie }: Site, on: LegalDate, asker: Asker | null): Frame {
  return makeFrame({
    ...preferencesOf(c),
    on,
    today: options.today(),
    path: c.req.path,
    query: new URL(c.req.url).searchParams,
    version: options.version,
    asset: (file) => `/assets/${file}?v=${files.get(file)?.hash ?? ""}`,
    who: asker === null ? null : whoOf(asker, () => issueToken(c, cookie)),
    grants: (permission) => (asker === null ? permission === "public" : may(asker.person, permission)),
  });
}

const whoOf = ({ person }: Asker, token: () => string): Who => ({
  id: person.id,
  name: person.name,
  signature: person.signature,
  role: person.role,
  unit: person.unit?.name ?? null,
  alone: person.alone,
  token,
});

/** The whole page, with what waits to be read by whoever looks. */
export async function page(
  c: Context<Env>,
  { options }: Pick<Site, "options">,
  frame: Frame,
  result: PageAnswer,
  status: 200 | 409 | Fault["status"],
): Promise<Response> {
  // a fault of the store itself must still be shown
  const unread = frame.who === null ? null : await options.store.messages.unread(frame.who.id).catch(() => null);
  return c.html(Layout({ f: { ...frame, unread }, page: result }), status, {
    "Content-Language": frame.lang,
    "Cache-Control": frame.who === null || frame.who.alone ? "private, no-cache" : "private, no-store",
    Vary: "Cookie, Accept",
  });
}

/** A fault, as a page or for a program. */
export async function show(c: Context<Env>, site: Site, fault: Fault): Promise<Response> {
  const today = site.options.today();
  const looked = c.get("asker");
  // a fault of the store itself must still be shown
  const asker =
    looked !== undefined
      ? looked
      : await whoAsks(c, { store: site.options.store, ...site }, Date.now()).catch(() => null);
  const frame = frameOf(c, site, dayOf(c.req.query("on") ?? null, today) ?? today, asker);
  const id = c.get("requestId");
  return wantsJson(c)
    ? faultJson(frame, fault, id, c.req.path)
    : page(c, site, frame, faultPage(frame, fault, id), fault.status);
}

/** Programs say so; browsers ask for HTML. */
export function wantsJson(c: Context): boolean {
  const accept = c.req.header("accept") ?? "";
  return accept.includes("json") && !accept.includes("text/html");
}
