import { randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import { Layout } from "../../web/components/layout.tsx";
import { dayOf, type Frame, makeFrame } from "../../web/frame.ts";
import type { Fault, PageAnswer, Route } from "../../web/route.ts";
import { ALONE } from "../domain/account.ts";
import { may } from "../domain/policy.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Store } from "../store/store.ts";
import type { DraftDesk } from "../use-cases/draft-desk.ts";
import type { ImportDesk } from "../use-cases/import-desk.ts";
import type { SecondReader } from "../use-cases/second-reader.ts";
import type { Installation } from "../use-cases/view-admin.ts";
import type { RuleEntry } from "../use-cases/view-rules.ts";
import { mountApi } from "./api/mount.ts";
import type { RateLimits } from "./api/rate-limit.ts";
import { faultJson, faultPage } from "./fault-answer.tsx";
import { comesFromHere, hasToken, issueToken } from "./form-token.ts";
import { preferencesOf } from "./preferences.ts";
import { type Received, receiveForm, UPLOAD_LIMITS, type UploadLimits } from "./receive-form.ts";
import { ROUTES } from "./routes.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { readStaticFiles, type StaticFile } from "./static-files.ts";
import { keepVisit, visitOf } from "./visit.ts";

export interface AppOptions {
  readonly store: Store;
  /** The rules' own declarations with the prose written for jurists. */
  readonly rules: readonly RuleEntry[];
  /** The day on which pages stand unless another is asked for. */
  readonly today: () => LegalDate;
  readonly version: string;
  /** Told of programming errors; the person sees only the request's number. */
  readonly onError?: (error: unknown, requestId: string) => void;
  /** Where files are brought in; left out, the app only reads. */
  /** A language model on the own network; left out, none is asked. */
  readonly reader?: SecondReader | null;
  /** Where drafts are checked; left out, none are taken. */
  readonly drafts?: DraftDesk;
  /** How the program was started, for the page of administration. */
  readonly installation?: Installation;
  /** How often programs may call; left out, as usual. */
  readonly apiLimits?: RateLimits;
  readonly imports?: { readonly desk: ImportDesk; readonly folder: string; readonly limits?: UploadLimits };
}

type Env = { Variables: { requestId: string } };

/** The web app: pages for people, problem details for programs. What changes something is a form of its own pages. */
export function createApp(options: AppOptions): Hono<Env> {
  const files = readStaticFiles();
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    const id = randomBytes(6).toString("hex");
    c.set("requestId", id);
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    c.res.headers.set("X-Request-Id", id);
  });
  app.get("/assets/:file", (c) => serveFile(c, files.get(c.req.param("file")), options, files));
  app.get("/favicon.ico", (c) => serveFile(c, files.get("icon.svg"), options, files));
  app.get("/healthz", async (c) => {
    const { documents, provisions } = await options.store.documents.counts();
    return c.json(
      {
        status: "ok",
        version: options.version,
        dialect: options.store.dialect,
        documents,
        provisions,
        today: options.today(),
      },
      200,
      { "Cache-Control": "no-store" },
    );
  });
  mountApi(app, options);
  for (const route of ROUTES) app.on(route.method ?? "GET", route.path, (c) => answer(c, route, options, files));
  app.notFound((c) => {
    const reading = c.req.method === "GET" || c.req.method === "HEAD";
    if (reading) return show(c, options, files, { status: 404, code: "not-found", value: decodePath(c.req.path) });
    c.header("Allow", "GET, HEAD");
    return show(c, options, files, { status: 405, code: "bad-method", value: c.req.method });
  });
  app.onError((error, c) => {
    options.onError?.(error, c.get("requestId"));
    return show(c, options, files, { status: 500, code: "internal", value: "" });
  });
  return app;
}

type Files = ReadonlyMap<string, StaticFile>;

async function answer(c: Context<Env>, route: Route, options: AppOptions, files: Files): Promise<Response> {
  const on = dayOf(c.req.query("on") ?? null, options.today());
  if (on === null) return show(c, options, files, { status: 400, code: "bad-day", value: c.req.query("on") ?? "" });
  const frame = frameOf(c, options, files, on);
  const received = route.method === "POST" ? await formOf(c, route, options) : NO_FORM;
  if (!received.ok) {
    // the rest of a refused upload is not read: the connection cannot be used again
    c.header("Connection", "close");
    return show(c, options, files, { status: received.status, code: received.code, value: "" });
  }
  const now = Date.now();
  const visit = visitOf(c, now);
  const result = await route.answer({
    store: options.store,
    rules: options.rules,
    frame,
    param: (name) => c.req.param(name) ?? "",
    token: () => issueToken(c),
    person: ALONE,
    by: ALONE.signature,
    may: (action, object) => may(ALONE, action, object),
    now,
    lastVisit: visit.before,
    wantsJson: wantsJson(c),
    desk: options.imports?.desk ?? null,
    reader: options.reader ?? null,
    drafts: options.drafts ?? null,
    installation: options.installation ?? null,
    form: received.fields,
    upload: received.upload,
  });
  if (!wantsJson(c)) keepVisit(c, visit, now);
  if (result instanceof Response) return result;
  return "fault" in result ? show(c, options, files, result.fault) : page(c, frame, result, result.status ?? 200);
}

const NO_FORM: Extract<Received, { ok: true }> = { ok: true, fields: new Map(), upload: null };

/** A form is read only when it comes from a page of ours and brings that page's token (SEC-07). */
function formOf(c: Context<Env>, route: Route, options: AppOptions): Promise<Received> {
  if (!comesFromHere(c)) return Promise.resolve({ ok: false, status: 403, code: "not-from-here" });
  return receiveForm(c.req.raw, {
    mayStore: (fields) => hasToken(c, fields),
    folder: route.takes === "files" ? (options.imports?.folder ?? null) : null,
    limits: options.imports?.limits ?? UPLOAD_LIMITS,
  });
}

function frameOf(c: Context<Env>, options: AppOptions, files: Files, on: LegalDate): Frame {
  return makeFrame({
    ...preferencesOf(c),
    on,
    today: options.today(),
    path: c.req.path,
    query: new URL(c.req.url).searchParams,
    version: options.version,
    asset: (file) => `/assets/${file}?v=${files.get(file)?.hash ?? ""}`,
  });
}

function page(
  c: Context<Env>,
  frame: Frame,
  result: PageAnswer,
  status: 200 | 409 | Fault["status"],
): Response | Promise<Response> {
  return c.html(Layout({ f: frame, page: result }), status, {
    "Content-Language": frame.lang,
    "Cache-Control": "private, no-cache",
    Vary: "Cookie, Accept",
  });
}

function show(c: Context<Env>, options: AppOptions, files: Files, fault: Fault): Response | Promise<Response> {
  const today = options.today();
  const frame = frameOf(c, options, files, dayOf(c.req.query("on") ?? null, today) ?? today);
  const id = c.get("requestId");
  return wantsJson(c)
    ? faultJson(frame, fault, id, c.req.path)
    : page(c, frame, faultPage(frame, fault, id), fault.status);
}

/** Programs say so; browsers ask for HTML. */
function wantsJson(c: Context): boolean {
  const accept = c.req.header("accept") ?? "";
  return accept.includes("json") && !accept.includes("text/html");
}

function serveFile(
  c: Context<Env>,
  file: StaticFile | undefined,
  options: AppOptions,
  files: Files,
): Response | Promise<Response> {
  if (file === undefined)
    return show(c, options, files, { status: 404, code: "not-found", value: decodePath(c.req.path) });
  const etag = `"${file.hash}"`;
  // an address with the right fingerprint never changes its content
  const cache = c.req.query("v") === file.hash ? "public, max-age=31536000, immutable" : "public, no-cache";
  if (c.req.header("if-none-match") === etag)
    return new Response(null, { status: 304, headers: { ETag: etag, "Cache-Control": cache } });
  return new Response(new Uint8Array(file.bytes), {
    headers: { "Content-Type": file.type, ETag: etag, "Cache-Control": cache },
  });
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
