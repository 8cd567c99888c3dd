import { describe, expect, test } from "vitest";
import { ROUTES } from "../../src/server/routes.ts";
import { en } from "../../web/i18n/en.ts";
import { vi } from "../../web/i18n/vi.ts";
import { PERMISSIONS } from "../../src/domain/policy.ts";

/** Every string of a dictionary with its path; functions are called with samples. */
function strings(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return strings(sample(value as (...args: unknown[]) => unknown), `${path}()`);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => strings(inner, `${path}.${key}`));
}

function sample(of: (...args: unknown[]) => unknown): unknown {
  try {
    return of(2, 3, true);
  } catch {
    return of("x", "y");
  }
}

describe("the interface's words", () => {
  test("both dictionaries have the same keys, and none is empty", () => {
    const keys = (d: unknown) =>
      strings(d)
        .map(([path]) => path)
        .sort();
    expect(keys(en)).toEqual(keys(vi));
    for (const [path, text] of [...strings(vi), ...strings(en)])
      if (!/\.(?:number|by)\(\)$/u.test(path)) expect(text.trim(), path).not.toBe("");
  });

  test("English is English", () => {
    const vietnamese = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu;
    for (const [path, text] of strings(en))
      if (!path.startsWith(".otherLanguage")) expect(text, path).not.toMatch(vietnamese);
  });

  test("no exclamation, no apology, no blame", () => {
    for (const [path, text] of strings(vi)) expect(text, path).not.toMatch(/.!|xin lỗi|vui lòng|lỗi không xác định/iu);
  });
});

test("every route declares what a person must be allowed to do", () => {
  for (const route of ROUTES) expect(PERMISSIONS, route.path).toContain(route.permission);
  expect(new Set(ROUTES.map((r) => `${r.method ?? "GET"} ${r.path}`)).size).toBe(ROUTES.length);
});
