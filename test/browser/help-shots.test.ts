import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SHOT_HEIGHT, SHOT_IDS, SHOT_WIDTH, shotFile } from "../../web/pages/help/shots.ts";
import { artefacts } from "./artefacts.ts";
import { type AnKheSite, openAnKheSite } from "./an-khe-site.ts";
import { SHOTS, takeShot } from "./help-shots.ts";
import { openLook } from "./look.ts";

/** `HELP_SHOTS=write` puts the pictures where the guides show them; else they are made, looked through, and left aside. */
const folder =
  process.env.HELP_SHOTS === "write"
    ? fileURLToPath(new URL("../../web/public/help", import.meta.url))
    : artefacts("help");

let site: AnKheSite;
beforeAll(async () => {
  site = await openAnKheSite();
}, 180_000);
afterAll(() => site?.close());

test.each(SHOT_IDS)("the guides' step %s is there and its picture can be made", async (id) => {
  const look = { theme: "light", lang: "vi", width: SHOT_WIDTH } as const;
  const { page, complaints, close } = await openLook(site.browser, site.serving.url, look, {
    reducedMotion: "reduce",
    viewport: { width: SHOT_WIDTH, height: SHOT_HEIGHT },
  });
  const picture = await takeShot(page, site, SHOTS[id]);
  writeFileSync(join(folder, shotFile(id)), picture);
  expect(picture.length).toBeGreaterThan(3_000);
  expect(complaints).toEqual([]);
  expect(site.errors).toEqual([]);
  await close();
});
