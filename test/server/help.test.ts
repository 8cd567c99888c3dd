import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { en } from "../../web/i18n/en.ts";
import { vi } from "../../web/i18n/vi.ts";
import { GLOSSARY } from "../../web/pages/help/glossary.ts";
import { GUIDE_IDS, type Step } from "../../web/pages/help/guide.ts";
import { GUIDES_EN } from "../../web/pages/help/guides-en.ts";
import { GUIDES_VI } from "../../web/pages/help/guides-vi.ts";
import { SHOT_IDS, shotFile } from "../../web/pages/help/shots.ts";
import { PATHS, sampleApp, says } from "./app.ts";
import { attributesOf, everyPage, tagsOf } from "./every-page.ts";

const folder = (path: string): string => fileURLToPath(new URL(`../../web/${path}`, import.meta.url));
/** Every word of the interface in one language, as its dictionaries write it. */
const interfaceWords = (lang: "vi" | "en"): string =>
  readdirSync(folder("i18n"))
    .filter((name) => name.startsWith(lang) && !name.endsWith("-help.ts"))
    .map((name) => readFileSync(join(folder("i18n"), name), "utf8"))
    .join("\n");

const LANGUAGES = [
  ["vi", GUIDES_VI],
  ["en", GUIDES_EN],
] as const;
const steps = (of: typeof GUIDES_VI): readonly Step[] => GUIDE_IDS.flatMap((id) => of[id].steps);

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(() => site.store.close());

describe("the guides", () => {
  test.each(LANGUAGES)("in %s quote only words that the interface says", (lang, guides) => {
    const said = interfaceWords(lang);
    const quoted = steps(guides).flatMap(({ text }) =>
      text.flatMap((t) => [...t.matchAll(/\*\*([^*]+)\*\*/gu)].map((m) => m[1] as string)),
    );
    expect(quoted.length).toBeGreaterThan(5);
    expect(quoted.filter((words) => !said.includes(words))).toEqual([]);
  });

  test.each(LANGUAGES)("in %s name pages that open", async (_, guides) => {
    for (const { open } of steps(guides)) if (open !== undefined) expect((await site.get(open)).status, open).toBe(200);
  });

  test("have the same steps in both languages, and every picture is shown and there", () => {
    for (const id of GUIDE_IDS)
      expect(GUIDES_EN[id].steps.map((s) => [s.open, s.shot?.id])).toEqual(
        GUIDES_VI[id].steps.map((s) => [s.open, s.shot?.id]),
      );
    const shown = new Set(steps(GUIDES_VI).map((s) => s.shot?.id));
    const kept = readdirSync(folder("public/help"));
    expect(SHOT_IDS.filter((id) => !shown.has(id))).toEqual([]);
    expect(kept.sort()).toEqual(SHOT_IDS.map(shotFile).sort());
  });

  test("set the size of each picture and say what it shows", async () => {
    for (const id of GUIDE_IDS)
      for (const tag of tagsOf((await site.get(`/help/${id}`)).text).filter((t) => t.startsWith("<img"))) {
        const picture = attributesOf(tag);
        expect(Number(picture.get("width"))).toBeGreaterThan(0);
        expect(Number(picture.get("height"))).toBeGreaterThan(0);
        expect((picture.get("alt") ?? "").length).toBeGreaterThan(15);
      }
  });

  test("a guide that is not there is answered 404", async () => {
    expect((await site.get("/help/khong-co")).status).toBe(404);
  });
});

describe("the table of keys", () => {
  /** What a browser and the walk through lists do by themselves. */
  const NO_BUTTON = ["j", "k", "Enter", "Esc", "Tab"];

  test("names every key that a page offers, and none that no page offers", async () => {
    const offered = new Set<string>();
    for (const { text } of await everyPage(site, PATHS))
      for (const tag of tagsOf(text))
        for (const key of (attributesOf(tag).get("aria-keyshortcuts") ?? "").split(" ").filter(Boolean))
          offered.add(key);
    // undo stands there once something was decided
    offered.add("u");
    for (const { help } of [vi, en]) {
      const named = help.keyRows.flatMap(({ rows }) => rows.map(([key]) => key));
      expect([...offered].filter((key) => !named.includes(key))).toEqual([]);
      expect(named.filter((key) => !offered.has(key) && !NO_BUTTON.includes(key))).toEqual([]);
    }
  }, 60_000);

  test("is one key away from every page", async () => {
    for (const path of ["/", "/findings/f-conflict", "/documents/none"])
      says((await site.get(path)).text, 'href="/help#keys" aria-keyshortcuts="?"');
  });
});

test("the glossary says each term once, in both languages", () => {
  const terms = GLOSSARY.flatMap((group) => group.terms);
  expect(new Set(terms.map((t) => t.term)).size).toBe(terms.length);
  expect(terms.filter((t) => t.vi.trim() === "" || t.en.trim() === "")).toEqual([]);
});
