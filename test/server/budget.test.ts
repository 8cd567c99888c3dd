import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleApp } from "./app.ts";
import { everyPage, type ReadPage } from "./every-page.ts";

/** Bytes as they travel, gzipped at the usual level. */
const PAGE = 100_000;
const SCRIPTS = 40_000;
const STYLES = 40_000;
const PICTURE = 60_000;

const web = fileURLToPath(new URL("../../web", import.meta.url));
const gz = (text: string | Buffer): number => gzipSync(text).length;
const sizes = (folder: string, ending: RegExp): readonly (readonly [string, Buffer])[] =>
  readdirSync(join(web, folder))
    .filter((name) => ending.test(name))
    .map((name) => [name, readFileSync(join(web, folder, name))] as const);

let site: Awaited<ReturnType<typeof sampleApp>>;
let pages: readonly ReadPage[];
beforeAll(async () => {
  site = await sampleApp();
  pages = await everyPage(site);
}, 120_000);
afterAll(() => site.store.close());

test(`no page's HTML is more than ${PAGE} bytes gzipped`, () => {
  expect(pages.filter(({ text }) => gz(text) > PAGE).map(({ path, text }) => `${path}: ${gz(text)}`)).toEqual([]);
});

test(`all scripts together are at most ${SCRIPTS} bytes gzipped`, () => {
  const all = sizes("behaviors", /\.js$/u);
  expect(all.length).toBeGreaterThan(3);
  expect(all.reduce((sum, [, bytes]) => sum + gz(bytes), 0)).toBeLessThanOrEqual(SCRIPTS);
});

test(`all style sheets together are at most ${STYLES} bytes gzipped`, () => {
  expect(sizes("styles", /\.css$/u).reduce((sum, [, bytes]) => sum + gz(bytes), 0)).toBeLessThanOrEqual(STYLES);
});

test(`no picture of the guides is more than ${PICTURE} bytes`, () => {
  const pictures = sizes("public/help", /\.webp$/u);
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter(([, bytes]) => bytes.length > PICTURE).map(([name, b]) => `${name}: ${b.length}`)).toEqual([]);
});
