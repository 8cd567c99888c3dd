import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PATHS, sampleApp } from "./app.ts";
import { attributesOf, everyPage, FAULT_PATHS, type ReadPage, tagsOf } from "./every-page.ts";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    // tables and lists say their roles: `display` of narrow screens would drop them (Safari, Chromium); axe is the judge
    "no-redundant-role": "off",
    // a drawing that scrolls must be reached by Tab and named; a section in a section would be one more heading level.
    // The options of suggestions are links with marks and groups (combobox pattern of the ARIA guide): no select holds those
    "prefer-native-element": ["error", { exclude: ["region", "listbox"] }],
    // a list of steps has a name: allowed, and screen readers say it
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
  },
});

let site: Awaited<ReturnType<typeof sampleApp>>;
let pages: readonly ReadPage[];
beforeAll(async () => {
  site = await sampleApp();
  pages = await everyPage(site, [...PATHS, ...FAULT_PATHS]);
}, 120_000);
afterAll(() => site.store.close());

describe("HTML", () => {
  test("of every page in both languages is valid", async () => {
    const faults = new Set<string>();
    for (const { path, lang, text } of pages) {
      const report = await validator.validateString(text);
      for (const { messages } of report.results)
        for (const m of messages)
          faults.add(
            `${path} (${lang}): ${m.ruleId}: ${m.message}: ${text.slice(Math.max(0, m.offset - 60), m.offset + 80)}`,
          );
    }
    expect([...faults]).toEqual([]);
  }, 120_000);

  test("the validator sees what is not", async () => {
    const report = await validator.validateString(
      '<!doctype html><html><body><p id="a"><p id="a"><ul><p></p></ul></body></html>',
    );
    expect(report.results.flatMap((r) => r.messages.map((m) => m.ruleId))).toContain("no-dup-id");
    expect(report.valid).toBe(false);
  });
});

describe("ids", () => {
  test("of a page are unique, and what names one names one that is there", () => {
    const faults: string[] = [];
    for (const { path, lang, text } of pages) {
      const ids = idsOf(text);
      if (new Set(ids).size !== ids.length) faults.push(`${path} (${lang}): an id stands twice`);
      for (const tag of tagsOf(text)) {
        const attributes = attributesOf(tag);
        for (const name of ["for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "headers"])
          for (const id of attributes.get(name)?.split(/\s+/u).filter(Boolean) ?? [])
            if (!ids.includes(id)) faults.push(`${path} (${lang}): ${name}="${id}" leads nowhere`);
      }
    }
    expect(faults).toEqual([]);
  });

  test("that a link names are there: on its own page and on others", async () => {
    const idsAt = new Map<string, ReadonlySet<string>>();
    const faults = new Set<string>();
    // the samples of the patterns page are no documents of this collection
    for (const { path, lang, text } of pages.filter((p) => p.lang === "vi" && p.path !== "/patterns")) {
      const own = new Set(idsOf(text));
      for (const tag of tagsOf(text).filter((t) => /^<a\s/iu.test(t))) {
        const [address = "", hash = ""] = (attributesOf(tag).get("href") ?? "").split("#");
        if (hash === "" || (address !== "" && !address.startsWith("/"))) continue;
        if (address !== "" && !idsAt.has(address))
          idsAt.set(address, new Set(idsOf((await site.get(address, { cookie: `lang=${lang}` })).text)));
        const ids = address === "" ? own : (idsAt.get(address) as ReadonlySet<string>);
        // a work of which the index has no text has no units to lead to; the page says so
        if (/^\/documents\//u.test(address) && ![...ids].some((id) => /^(?:art|att)_/u.test(id))) continue;
        if (!ids.has(decodeURIComponent(hash))) faults.add(`${path}: ${address}#${hash} is not there`);
      }
    }
    expect([...faults]).toEqual([]);
    expect(idsAt.size).toBeGreaterThan(0);
  }, 120_000);
});

const idsOf = (text: string): readonly string[] =>
  tagsOf(text).flatMap((tag) => {
    const id = attributesOf(tag).get("id");
    return id === undefined ? [] : [id];
  });
