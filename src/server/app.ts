import { randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import { countsOf } from "../use-cases/view-home.ts";
import { answer } from "./answer.ts";
import { mountApi } from "./api/mount.ts";
import { ROUTES } from "./routes.ts";
import { HSTS, SECURITY_HEADERS } from "./security-headers.ts";
import { show } from "./show.tsx";
import { type AppOptions, type Env, type Site, siteOf } from "./site.ts";
import type { StaticFile } from "./static-files.ts";

/** The web app: pages for people, problem details for programs. What changes something is a form of its own pages. */
export function createApp(options: AppOptions): Hono<Env> {
  const site = siteOf(options);
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    const id = randomBytes(6).toString("hex");
    c.set("requestId", id);
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    if (site.door.publicUrl?.startsWith("https:")) c.res.headers.set("Strict-Transport-Security", HSTS);
    c.res.headers.set("X-Request-Id", id);
  });
  app.get("/assets/:file", (c) => serveFile(c, site, site.files.get(c.req.param("file"))));
  app.get("/favicon.ico", (c) => serveFile(c, site, site.files.get("icon.svg")));
  app.get("/healthz", async (c) => {
    const { documents, provisions } = await countsOf(options.store);
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
  mountApi(app, site);
  for (const route of ROUTES) app.on(route.method ?? "GET", route.path, (c) => answer(c, route, site));
  // the answer to a form stands at the form's address: whoever reloads it, or sets another day there, goes on at its page
  for (const path of POST_ONLY)
    app.get(path, (c) => c.redirect(pageAbove(c.req.path) + new URL(c.req.url).search, 303));
  app.notFound((c) => {
    const reading = c.req.method === "GET" || c.req.method === "HEAD";
    if (reading) return show(c, site, { status: 404, code: "not-found", value: decodePath(c.req.path) });
    c.header("Allow", "GET, HEAD");
    return show(c, site, { status: 405, code: "bad-method", value: c.req.method });
  });
  app.onError((error, c) => {
    options.onError?.(error, c.get("requestId"));
    return show(c, site, { status: 500, code: "internal", value: "" });
  });
  return app;
}

const GET_ROUTES = ROUTES.filter((route) => route.method !== "POST").map(
  ({ path }) => [path, new RegExp(`^${path.replace(/:[A-Za-z0-9]+/gu, "[^/]+")}$`, "u")] as const,
);
const POST_ONLY = ROUTES.filter(
  ({ method, path }) => method === "POST" && !GET_ROUTES.some(([known]) => known === path),
).map((route) => route.path);

/** The nearest page above an address that takes forms only. */
function pageAbove(path: string): string {
  for (let at = path; at !== ""; at = at.slice(0, at.lastIndexOf("/")))
    if (at !== path && GET_ROUTES.some(([, pattern]) => pattern.test(at))) return at;
  return "/";
}

function serveFile(c: Context<Env>, site: Site, file: StaticFile | undefined): Response | Promise<Response> {
  if (file === undefined) return show(c, site, { status: 404, code: "not-found", value: decodePath(c.req.path) });
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
