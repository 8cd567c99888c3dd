import { createHash } from "node:crypto";
import type { Context, Hono } from "hono";
import { sayFault, type ApiFault } from "../../../web/api/fault.ts";
import { openApi } from "../../../web/api/openapi.ts";
import { type ApiAsk, type Operation, type OperationAnswer, writes } from "../../../web/api/operation.ts";
import { OPERATIONS } from "../../../web/api/operations.ts";
import { dayOf, type Lang } from "../../../web/frame.ts";
import { en } from "../../../web/i18n/en.ts";
import { type Dictionary, vi } from "../../../web/i18n/vi.ts";
import type { Person } from "../../domain/account.ts";
import type { ApiToken } from "../../domain/api-token.ts";
import { may } from "../../domain/policy.ts";
import { noteUse } from "../../use-cases/api-tokens.ts";
import { UPLOAD_LIMITS } from "../receive-form.ts";
import type { Env, Site } from "../site.ts";
import { addressOf } from "../address.ts";
import { callerOf } from "./access.ts";
import { RATE_LIMITS, RateLimit } from "./rate-limit.ts";
import { readBody, readPath, readQuery } from "./read-call.ts";

const BASE = "/api/v1";

/** `/documents/{id}` as the router writes it. */
const routerPath = (path: string): string => BASE + path.replace(/\{([A-Za-z0-9]+)\}/gu, ":$1");

/** Everything below `/api/v1`. Whatever happens there, the answer is JSON, a file, or problem details. */
export function mountApi(app: Hono<Env>, site: Site): void {
  const { options } = site;
  const limit = new RateLimit(options.apiLimits ?? RATE_LIMITS);
  let document: string | null = null;
  app.get(`${BASE}/openapi.json`, (c) => {
    document ??= JSON.stringify(openApi(options.version));
    return withTag(c, document, "application/json; charset=utf-8");
  });
  app.get(BASE, (c) =>
    c.json({ name: "Rasoat", version: options.version, openapi: `${BASE}/openapi.json`, page: "/api" }, 200),
  );
  for (const operation of OPERATIONS)
    app.on(operation.method, routerPath(operation.path), (c) => answer(c, operation, site, limit));
  const methods = new Map<string, string[]>();
  for (const { path, method } of OPERATIONS)
    methods.set(routerPath(path), [...(methods.get(routerPath(path)) ?? []), method]);
  for (const [path, allowed] of methods)
    app.all(path, (c) => {
      c.header("Allow", allowed.join(", "));
      return problem(c, { status: 405, code: "method-not-allowed", value: c.req.method });
    });
  app.all(`${BASE}/*`, (c) => problem(c, { status: 404, code: "no-operation", value: c.req.path }));
}

async function answer(c: Context<Env>, operation: Operation, site: Site, limit: RateLimit): Promise<Response> {
  const { options } = site;
  const now = Date.now();
  const caller = await callerOf(c, operation, site, now);
  // keys that do not hold count for the address they come from: guessing is slow
  const who = "token" in caller && caller.token !== null ? `key ${caller.token.id}` : `at ${addressOf(c)}`;
  const wait = limit.take(who, writes(operation) ? "writes" : "reads", now);
  if (wait !== null) {
    c.header("Retry-After", String(wait));
    return problem(c, { status: 429, code: "too-many-calls", value: String(wait) });
  }
  if ("fault" in caller) return problem(c, caller.fault);
  const { token, person } = caller;
  if (!may(person, operation.permission)) return problem(c, { status: 403, code: "not-allowed", value: person.role });
  if (token !== null)
    noteUse(options.store, token, now).catch((error: unknown) => options.onError?.(error, c.get("requestId")));
  const on = operation.day ? dayOf(c.req.query("on") ?? null, options.today()) : options.today();
  if (on === null) return problem(c, { status: 400, code: "bad-day", value: c.req.query("on") ?? "" });
  const lang = langOf(c);
  const path = readPath(operation, c.req.param(), lang);
  const query = readQuery(operation, new URL(c.req.url).searchParams, lang);
  if ("fault" in path) return problem(c, path.fault);
  if ("fault" in query) return problem(c, query.fault);
  const { imports } = options;
  const receiving = { folder: imports?.folder ?? null, limits: imports?.limits ?? UPLOAD_LIMITS };
  const sent = writes(operation) ? await readBody(operation, c.req.raw, receiving, lang) : NOTHING_SENT;
  if ("fault" in sent) {
    // the rest of a refused body is not read: the connection cannot be used again
    c.header("Connection", "close");
    return problem(c, sent.fault);
  }
  const ask: ApiAsk = {
    store: options.store,
    rules: options.rules,
    on,
    today: options.today(),
    now,
    person,
    by: signed(person, token),
    may: (action, object) => may(person, action, object),
    t: dictionaryOf(c),
    desk: imports?.desk ?? null,
    reader: options.reader ?? null,
    drafts: options.drafts ?? null,
    path: path.value,
    query: query.value,
    ...sent.value,
  };
  try {
    const object = await operation.about?.(ask as ApiAsk<never, never, never>);
    if (object != null && !ask.may(operation.permission, object)) {
      await ask.upload?.discard();
      return problem(c, { status: 403, code: "not-your-unit", value: "" });
    }
    return give(c, operation, await operation.run(ask as ApiAsk<never, never, never>));
  } catch (error) {
    options.onError?.(error, c.get("requestId"));
    return problem(c, { status: 500, code: "internal", value: c.get("requestId") });
  }
}

/** A person's own deeds carry their name; what a program does in it, the key's besides. */
const signed = (person: Person, token: ApiToken | null): string =>
  token === null ? person.signature : person.alone ? token.name : `${person.signature}, khóa ${token.name}`;

const NOTHING_SENT = { value: { body: undefined, upload: null } };

function give(c: Context<Env>, operation: Operation, answered: OperationAnswer<unknown>): Response {
  if ("fault" in answered) return problem(c, answered.fault);
  if ("file" in answered) {
    const { bytes, type, name } = answered.file;
    c.header("Content-Disposition", `attachment; filename="${name}"`);
    return withTag(c, bytes, type);
  }
  if (answered.location !== undefined) c.header("Location", BASE + answered.location);
  const next = (answered.body as { next?: unknown } | null)?.next;
  if (typeof next === "string") {
    const url = new URL(c.req.url);
    url.searchParams.set("after", next);
    c.header("Link", `<${url.pathname}${url.search}>; rel="next"`);
  }
  const text = JSON.stringify(answered.body);
  if (c.req.method === "GET" || c.req.method === "HEAD") return withTag(c, text, "application/json; charset=utf-8");
  return c.body(text, operation.makes ?? 200, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
  });
}

/** An answer that its asker may hold and ask for again: nothing is sent twice while it is the same. */
function withTag(c: Context<Env>, body: string | Uint8Array, type: string): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = { ETag: etag, "Cache-Control": "private, no-cache", Vary: "Authorization, Accept-Language" };
  if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
  return c.body(typeof body === "string" ? body : new Uint8Array(body), 200, { ...headers, "Content-Type": type });
}

/** RFC 9457, with what, why and what to do apart. */
function problem(c: Context<Env>, fault: ApiFault): Response {
  const t = dictionaryOf(c);
  const { what, why, todo } = sayFault(t, fault);
  if (fault.status === 401)
    c.header("WWW-Authenticate", `Bearer realm="rasoat"${fault.code === "no-key" ? "" : ', error="invalid_token"'}`);
  const body = {
    type: `urn:rasoat:problem:${fault.code}`,
    title: what,
    status: fault.status,
    detail: `${why} ${todo}`,
    instance: c.req.path,
    requestId: c.get("requestId"),
    why,
    todo,
    ...(fault.fields ? { errors: fault.fields } : {}),
  };
  return c.body(JSON.stringify(body), fault.status, {
    "Content-Type": "application/problem+json; charset=utf-8",
    "Content-Language": t.lang,
    "Cache-Control": "no-store",
  });
}

/** Vietnamese unless English is asked for first; no cookie counts here. */
const langOf = (c: Context): Lang =>
  /^\s*en(?:[-,;\s]|$)/iu.test(c.req.header("accept-language") ?? "") ? "en" : "vi";

const dictionaryOf = (c: Context): Dictionary => (langOf(c) === "en" ? en : vi);
