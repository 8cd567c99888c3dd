import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Operation, writes } from "../../web/api/operation.ts";
import { OPERATIONS } from "../../web/api/operations.ts";
import { type ApiSite, apiSite } from "./api-site.ts";

let site: ApiSite;
beforeAll(async () => {
  site = await apiSite();
});
afterAll(() => site.store.close());

/** The address of an operation with its example's values. */
function addressOf(o: Operation): string {
  const values = new Map(Object.entries(o.example ?? {}));
  const path = o.path.replace(/\{([A-Za-z0-9]+)\}/gu, (_, name: string) => {
    const value = values.get(name) ?? "khong-co";
    values.delete(name);
    return encodeURIComponent(value);
  });
  return values.size === 0 ? path : `${path}?${new URLSearchParams([...values])}`;
}

const reads = OPERATIONS.filter((o) => !writes(o));

describe("the OpenAPI document", () => {
  test("is valid OpenAPI 3.1 and names every operation with its shapes", async () => {
    const { status, json } = await site.call("/openapi.json");
    expect(status).toBe(200);
    const checked = await new Validator().validate(structuredClone(json));
    expect(checked.errors ?? []).toEqual([]);
    expect(checked.valid).toBe(true);
    const told = Object.entries(json.paths as Record<string, Record<string, { operationId: string }>>).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(([method, o]) => `${method.toUpperCase()} ${path} ${o.operationId}`),
    );
    expect(told.sort()).toEqual(OPERATIONS.map((o) => `${o.method} /api/v1${o.path} ${o.id}`).sort());
    expect(new Set(OPERATIONS.map((o) => o.id)).size).toBe(OPERATIONS.length);
  });

  test("every reference leads to a named shape", async () => {
    const { json, text } = await site.call("/openapi.json");
    const names = [...text.matchAll(/"\$ref":"#\/components\/(schemas|responses|parameters)\/([^"]+)"/gu)];
    expect(names.length).toBeGreaterThan(50);
    for (const [, kind, name] of names)
      expect(json.components[kind as string], `${kind} ${name}`).toHaveProperty([name as string]);
    expect(text).not.toContain('"$id"');
  });
});

describe("each reading operation", () => {
  test.each(reads.map((o) => [o.id, o] as const))("%s answers what its shape says, or says why not", async (_, o) => {
    const { status, json, headers } = await site.call(addressOf(o));
    expect(site.errors).toEqual([]);
    if (o.example !== undefined || !o.path.includes("{")) expect(status, JSON.stringify(json)).toBe(200);
    else expect([400, 404], JSON.stringify(json)).toContain(status);
    if (status !== 200) expectProblem(json, status);
    else if (o.answers !== null) expect(o.answers.safeParse(json).error?.issues ?? []).toEqual([]);
    else expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[A-Za-z0-9._-]+"$/u);
  });

  test.each(reads.map((o) => [o.id, o] as const))(
    "%s is asked again for nothing while it is the same",
    async (_, o) => {
      const first = await site.call(addressOf(o));
      if (first.status !== 200) return;
      const again = await site.call(addressOf(o), { headers: { "If-None-Match": first.headers.get("etag") ?? "" } });
      expect(again.status).toBe(304);
      expect(again.text).toBe("");
    },
  );
});

function expectProblem(json: Record<string, unknown>, status: number): void {
  expect(json).toMatchObject({ status, type: expect.stringMatching(/^urn:rasoat:problem:[a-z-]+$/u) });
  for (const part of ["title", "why", "todo", "detail", "instance", "requestId"])
    expect(String(json[part] ?? "").trim(), part).not.toBe("");
}
