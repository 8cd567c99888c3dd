import type { Context } from "hono";
import { dayOf, type Frame } from "../../web/frame.ts";
import { type Ask, type Fault, type Route, seeOther } from "../../web/route.ts";
import { NOBODY } from "../domain/account.ts";
import { may } from "../domain/policy.ts";
import { addressOf } from "./address.ts";
import { type Asker, mustChange, whoAsks } from "./door.ts";
import { entryOf } from "./entry.ts";
import { comesFromHere, hasToken, issueToken } from "./form-token.ts";
import { type Received, receiveForm, UPLOAD_LIMITS } from "./receive-form.ts";
import { frameOf, page, show, wantsJson } from "./show.tsx";
import type { Env, Site } from "./site.ts";
import { keepVisit, type Visit, visitOf } from "./visit.ts";

/** One route for whoever asks: the door, the policy, the form, the policy again with what it is about, the page. */
export async function answer(c: Context<Env>, route: Route, site: Site): Promise<Response> {
  const { options } = site;
  const now = Date.now();
  const asker = await whoAsks(c, { store: options.store, ...site }, now);
  c.set("asker", asker);
  const stopped = await stoppedAtTheDoor(c, route, site, asker, now);
  if (stopped !== null) return stopped;
  const on = dayOf(c.req.query("on") ?? null, options.today());
  if (on === null) return show(c, site, { status: 400, code: "bad-day", value: c.req.query("on") ?? "" });
  const frame = frameOf(c, site, on, asker);
  const received = route.method === "POST" ? await formOf(c, route, site) : NO_FORM;
  if (!received.ok) {
    // the rest of a refused upload is not read: the connection cannot be used again
    c.header("Connection", "close");
    return show(c, site, { status: received.status, code: received.code, value: "" });
  }
  const visit = visitOf(c, now);
  const ask = askOf(c, site, { asker, frame, received, visit, now });
  const object = await route.about?.(ask);
  if (object != null && !ask.may(route.permission, object)) {
    await received.upload?.discard();
    const own = object.author !== undefined && object.author === ask.person.id;
    return show(c, site, { status: 403, code: own ? "not-by-oneself" : "not-your-unit", value: "" });
  }
  const result = await route.answer(ask);
  // whoever is signed in has their visits in their sessions
  if (!wantsJson(c) && asker?.present == null) keepVisit(c, visit, now);
  if (result instanceof Response) return result;
  return "fault" in result ? show(c, site, result.fault) : page(c, site, frame, result, result.status ?? 200);
}

interface Asked {
  readonly asker: Asker | null;
  readonly frame: Frame;
  readonly received: Extract<Received, { ok: true }>;
  readonly visit: Visit;
  readonly now: number;
}

function askOf(c: Context<Env>, site: Site, { asker, frame, received, visit, now }: Asked): Ask {
  const { options, door, cookie } = site;
  const person = asker?.person ?? NOBODY;
  const present = asker?.present ?? null;
  return {
    store: options.store,
    rules: options.rules,
    frame,
    param: (name) => c.req.param(name) ?? "",
    token: () => issueToken(c, cookie),
    person,
    by: person.signature,
    entry: entryOf(c, door, cookie, present),
    may: (action, object) => may(person, action, object),
    now,
    lastVisit: present === null ? visit.before : present.session.before,
    wantsJson: wantsJson(c),
    desk: options.imports?.desk ?? null,
    reader: options.reader ?? null,
    drafts: options.drafts ?? null,
    reports: options.reports ?? null,
    installation: options.installation ?? null,
    form: received.fields,
    upload: received.upload,
  };
}

/** Who may not come in, is told so or shown the way; null = come in. Nothing of a form has been read yet. */
async function stoppedAtTheDoor(
  c: Context<Env>,
  route: Route,
  site: Site,
  asker: Asker | null,
  now: number,
): Promise<Response | null> {
  const refuse = (fault: Fault): Promise<Response> => {
    if (route.method === "POST") c.header("Connection", "close");
    return show(c, site, fault);
  };
  if (route.permission !== "public") {
    if (asker === null) return toTheDoor(c, route, site);
    if (mustChange(asker.present?.account) && route.permission !== "self")
      return route.method === "POST" ? refuse({ status: 403, code: "change-password", value: "" }) : seeOther("/me");
    if (!may(asker.person, route.permission))
      return refuse({ status: 403, code: "not-allowed", value: asker.person.role });
  }
  if (route.bounded === undefined || (asker?.person.alone && route.bounded !== "sign-in")) return null;
  const who = route.bounded === "sign-in" || asker === null ? `at ${addressOf(c)}` : asker.person.id;
  const wait = site.bounds.take(who, route.bounded, now);
  if (wait === null) return null;
  c.header("Retry-After", String(wait));
  return refuse({ status: 429, code: "too-often", value: String(wait) });
}

/** Pages lead to the door and back; forms and programs are told. */
function toTheDoor(c: Context<Env>, route: Route, site: Site): Promise<Response> | Response {
  if (route.method !== "POST" && !wantsJson(c)) {
    const { pathname, search } = new URL(c.req.url);
    const back = pathname === "/" && search === "" ? "" : `?to=${encodeURIComponent(pathname + search)}`;
    return seeOther(`/sign-in${back}`);
  }
  c.header("Connection", "close");
  return show(c, site, { status: 401, code: "no-session", value: "" });
}

const NO_FORM: Extract<Received, { ok: true }> = { ok: true, fields: new Map(), upload: null };

/** A form is read only when it comes from a page of ours and brings that page's token (SEC-07). */
function formOf(c: Context<Env>, route: Route, { options, cookie }: Site): Promise<Received> {
  if (!comesFromHere(c)) return Promise.resolve({ ok: false, status: 403, code: "not-from-here" });
  return receiveForm(c.req.raw, {
    mayStore: (fields) => hasToken(c, cookie, fields),
    folder: route.takes === "files" ? (options.imports?.folder ?? null) : null,
    limits: route.limits ? { ...route.limits, zip: route.limits.file } : (options.imports?.limits ?? UPLOAD_LIMITS),
  });
}
