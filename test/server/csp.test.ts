import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONTENT_SECURITY_POLICY } from "../../src/server/security-headers.ts";
import { PATHS, sampleApp } from "./app.ts";
import { attributesOf, everyPage, FAULT_PATHS, type ReadPage, tagsOf } from "./every-page.ts";
import { sha256Of } from "./sample-store.ts";
import { DECISION_17 } from "./sample-texts.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
let pages: readonly ReadPage[];
beforeAll(async () => {
  site = await sampleApp();
  pages = await everyPage(site, [...PATHS, ...FAULT_PATHS]);
}, 120_000);
afterAll(() => site.store.close());

/** Attributes whose value is a place something is fetched from. */
const SOURCES = ["src", "srcset", "poster", "data", "action", "formaction"];

describe("the policy", () => {
  test("allows nothing but this server, and has no exception", () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:|blob:|nonce-|sha256-/u);
    for (const directive of CONTENT_SECURITY_POLICY.split("; ").filter((d) => d.includes("data:")))
      expect(directive).toMatch(/^img-src /u);
  });

  test("stands on every answer: pages, faults, problem details, files, health", async () => {
    const others = [
      await site.get("/assets/base.css"),
      await site.get("/assets/khong-co.css"),
      await site.get("/favicon.ico"),
      await site.get("/healthz"),
      await site.get("/documents/none", { accept: "application/json" }),
      await site.get(`/originals/${sha256Of(DECISION_17)}`),
    ];
    for (const { headers } of [...pages, ...others]) {
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe");
    }
  });
});

describe("every page", () => {
  test("has no inline script, no inline style, no handler in an attribute", () => {
    const faults: string[] = [];
    for (const { path, text } of pages)
      for (const tag of tagsOf(text)) {
        const attributes = attributesOf(tag);
        if (/^<style/iu.test(tag) || attributes.has("style")) faults.push(`${path}: ${tag}`);
        if (/^<script/iu.test(tag) && !attributes.has("src")) faults.push(`${path}: ${tag}`);
        if ([...attributes.keys()].some((name) => name.startsWith("on"))) faults.push(`${path}: ${tag}`);
        if (/^\s*javascript:/iu.test(attributes.get("href") ?? "")) faults.push(`${path}: ${tag}`);
      }
    expect(faults).toEqual([]);
  });

  test("fetches nothing from elsewhere", () => {
    const faults: string[] = [];
    for (const { path, text } of pages)
      for (const tag of tagsOf(text)) {
        const attributes = attributesOf(tag);
        const from = SOURCES.map((name) => attributes.get(name) ?? "");
        if (/^<link/iu.test(tag)) from.push(attributes.get("href") ?? "");
        if (from.some((address) => address !== "" && !/^\/(?!\/)/u.test(address))) faults.push(`${path}: ${tag}`);
      }
    expect(faults).toEqual([]);
  });

  test("paints before any script runs: scripts are modules of the head, and every style sheet and script is there", async () => {
    const files = new Set<string>();
    for (const { path, text } of pages) {
      const head = text.slice(0, text.indexOf("</head>"));
      const scripts = tagsOf(text).filter((tag) => /^<script/iu.test(tag));
      expect(scripts.length, path).toBe(tagsOf(head).filter((tag) => /^<script/iu.test(tag)).length);
      for (const tag of scripts) {
        const attributes = attributesOf(tag);
        expect(attributes.get("type") === "module" || attributes.has("defer"), `${path}: ${tag}`).toBe(true);
        files.add(attributes.get("src") as string);
      }
      for (const tag of tagsOf(text).filter((t) => /^<(?:link|img)\s/iu.test(t)))
        files.add((attributesOf(tag).get("href") ?? attributesOf(tag).get("src")) as string);
    }
    for (const file of files) {
      const { status, headers } = await site.get(file);
      expect(status, file).toBe(200);
      // an address with its fingerprint may be kept for a year
      expect(headers.get("cache-control"), file).toContain("immutable");
    }
    expect(files.size).toBeGreaterThan(7);
  });
});
