import { beforeAll, describe, expect, test } from "vitest";
import { OPERATIONS } from "../../web/api/operations.ts";
import { type Role, ROLES } from "../../src/domain/account.ts";
import type { Permission } from "../../src/domain/policy.ts";
import { ROUTES } from "../../src/server/routes.ts";
import { createToken } from "../../src/use-cases/api-tokens.ts";
import { accountsSite, addPeople } from "./accounts-site.ts";
import { TODAY } from "./sample-store.ts";

/** Who may do what, written down a second time: from the duties of the people, not from the policy. */
const ALL = ROLES;
const DRAFTERS: readonly Role[] = ["drafter", "reviewer", "approver"];
const REVIEWERS: readonly Role[] = ["reviewer", "approver"];
const IMPORTERS: readonly Role[] = ["reviewer", "approver", "admin"];
const MAY: Readonly<Record<Permission, readonly Role[]>> = {
  public: ALL,
  self: ALL,
  "document:read": ALL,
  "document:import": IMPORTERS,
  "document:mend": IMPORTERS,
  "draft:check": DRAFTERS,
  "finding:read": ALL,
  "finding:decide": REVIEWERS,
  "view:save": ALL,
  "rule:read": ALL,
  "original:read": ALL,
  "sheet:read": ALL,
  "sheet:write": REVIEWERS,
  "sheet:conclude": ["approver"],
  "opinion:answer": DRAFTERS,
  "batch:read": ALL,
  "batch:manage": ["approver"],
  "handling:read": ALL,
  "handling:write": REVIEWERS,
  "petition:read": ALL,
  "petition:write": REVIEWERS,
  "inspection:write": REVIEWERS,
  "report:read": ALL,
  "report:write": REVIEWERS,
  "report:publish": ["approver"],
  "token:manage": IMPORTERS,
  "audit:read": ["approver", "admin"],
  "account:manage": ["admin"],
  "admin:read": ["admin"],
};

/** Routes and operations about a document that the other unit does not answer for. */
const WITHIN_UNIT: ReadonlySet<string> = new Set([
  "POST /sheets",
  "POST /findings/:key/decide",
  "POST /sheets",
  "POST /findings/:key/undo",
  "POST /findings/:key/assign",
  "POST /findings/:key/unassign",
  "POST /findings/:key/notes",
  "POST /findings/:key/notes/:id/remove",
  "POST /findings/:key/opinion",
  "POST /findings/:key/attachments",
  "POST /findings/:key/attachments/:file/remove",
  "GET /findings/:key/suppress",
  "POST /findings/:key/suppress",
  "GET /effects/:source/:key",
  "POST /effects/:source/:key",
  "GET /documents/:id/effects/new",
  "POST /documents/:id/effects/new",
  "GET /documents/:id/metadata",
  "POST /documents/:id/metadata",
  "GET /attention/citations/:id",
  "POST /attention/citations/:id",
  "POST /findings/{key}/decisions",
  "DELETE /findings/{key}/decisions/{id}",
  "POST /findings/{key}/opinions",
  "POST /findings/{key}/assignments",
  "DELETE /findings/{key}/assignments",
  "POST /findings/{key}/notes",
  "DELETE /findings/{key}/notes/{id}",
  "POST /findings/{key}/suppression",
  "PUT /documents/{id}/metadata",
  "PUT /documents/{id}/citation-target",
  "POST /effects/{source}/{key}/decisions",
  "POST /documents/{id}/effects",
]);

/** Things of the sample that paths name. */
const PLACES: Readonly<Record<string, string>> = { key: "f-conflict", source: "w06", rule: "sample-rule" };
const place = (path: string, name: string): string => {
  if (name !== "id") return PLACES[name] ?? "khong-co";
  return /^\/(?:documents|attention)\//u.test(path) ? "w17" : path.startsWith("/admin/units") ? "own" : "khong-co";
};
const filled = (path: string): string =>
  path
    .replace(/:([A-Za-z0-9]+)/gu, (_, name: string) => place(path, name))
    .replace(/\{([A-Za-z0-9]+)\}/gu, (_, name: string) => place(path, name));

const UNITS = ["own", "other"] as const;

let site: Awaited<ReturnType<typeof accountsSite>>;
beforeAll(async () => {
  site = await accountsSite();
  await addPeople(site.store);
});

describe("every route, every role, own and another unit", () => {
  const cells = ROUTES.flatMap((route) => UNITS.flatMap((unit) => ROLES.map((role) => ({ route, role, unit }))));

  test(`answers ${cells.length} cells as the duties say`, { timeout: 240_000 }, async () => {
    const wrong: string[] = [];
    for (const { route, role, unit } of cells) {
      const method = route.method ?? "GET";
      const name = `${method} ${route.path}`;
      const browser = await site.signedIn(`${role}-${unit}`);
      const path = filled(route.path);
      const response = method === "POST" ? await browser.post(path) : await browser.get(path);
      const due =
        MAY[route.permission].includes(role) && (unit === "own" || !WITHIN_UNIT.has(name)) ? "allowed" : "refused";
      const got = response.status === 403 || response.status === 401 ? "refused" : "allowed";
      if (due !== got) wrong.push(`${name} ${role} ${unit}: ${due}, but ${response.status}`);
    }
    expect(wrong).toEqual([]);
    expect(site.errors).toEqual([]);
  });

  test("shows nothing but public pages to who has not signed in", async () => {
    const wrong: string[] = [];
    for (const route of ROUTES) {
      const browser = site.browser(null);
      const path = filled(route.path);
      const response = route.method === "POST" ? await browser.post(path) : await browser.get(path);
      const shown = response.status === 303 && (response.headers.get("location") ?? "").startsWith("/sign-in");
      const refused = shown || response.status === 401 || response.status === 403;
      if (route.permission !== "public" && !refused) wrong.push(`${route.path}: ${response.status}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe("every operation, every role, own and another unit", () => {
  const call = async (operation: (typeof OPERATIONS)[number], secret: string | null): Promise<number> => {
    const headers: Record<string, string> = secret === null ? {} : { Authorization: `Bearer ${secret}` };
    const sends = operation.method === "POST" || operation.method === "PUT";
    if (sends) headers["Content-Type"] = "application/json";
    const url = new URL(`http://localhost/api/v1${filled(operation.path)}`);
    for (const [name, value] of Object.entries(operation.example ?? {})) url.searchParams.set(name, value);
    const init = {
      method: operation.method,
      headers,
      body: sends ? JSON.stringify(operation.sample ?? {}) : undefined,
    };
    return (await site.app.request(url.href, init)).status;
  };

  test("a key does what its owner may, and no more", { timeout: 240_000 }, async () => {
    const wrong: string[] = [];
    for (const role of ROLES)
      for (const unit of UNITS) {
        const person = { id: `${role}-${unit}`, signature: role, name: role, role, unit: null, alone: false };
        const made = await createToken({
          store: site.store,
          name: `khóa ${role} ${unit}`,
          scope: "decide",
          lastDay: null,
          today: TODAY,
          person,
          now: Date.now(),
        });
        if (!made.ok) throw new Error(made.why);
        for (const operation of OPERATIONS) {
          const name = `${operation.method} ${operation.path}`;
          const due =
            MAY[operation.permission].includes(role) && (unit === "own" || !WITHIN_UNIT.has(name))
              ? "allowed"
              : "refused";
          const status = await call(operation, made.secret);
          if (due !== (status === 403 || status === 401 ? "refused" : "allowed"))
            wrong.push(`${name} ${role} ${unit}: ${due}, but ${status}`);
        }
      }
    expect(wrong).toEqual([]);
  });

  test("nothing without a key", async () => {
    const open = [];
    for (const operation of OPERATIONS) if ((await call(operation, null)) !== 401) open.push(operation.id);
    expect(open).toEqual([]);
  });
});
