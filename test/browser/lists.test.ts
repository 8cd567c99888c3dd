import { readFile } from "node:fs/promises";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ALONE } from "../../src/domain/account.ts";
import { readPdf } from "../../src/read/pdf.ts";
import { fillForm } from "../../src/report/forms/fill-form.ts";
import { formOn } from "../../src/report/forms/form-definition.ts";
import { reportHtml } from "../../src/report/report-html.ts";
import { findChromium, printPdf } from "../../src/use-cases/print-pdf.ts";
import { listed, material, work } from "../report/forms/listing.ts";
import { artefacts } from "./artefacts.ts";
import { axeFaults, LOOKS, openLook, sidewaysFaults } from "./look.ts";
import { openSampleSite, type SampleSite } from "./sample-site.ts";

let here: SampleSite;
beforeAll(async () => {
  here = await openSampleSite();
}, 60_000);
afterAll(() => here?.close());

const pictures = artefacts("lists");
const YEARS = "form=05&from=01/01/2024&to=31/12/2028&bodies=all";

describe.each(LOOKS)("$theme, $lang, $width px", (look) => {
  test("lists, their papers and the agency's names: nothing sideways, nothing axe minds", {
    timeout: 240_000,
  }, async () => {
    const { page, complaints, close } = await openLook(here.browser, here.serving.url, look);
    const faults: string[] = [];
    const made = here.site.reports.start({ title: "Mẫu số 05", owner: ALONE.id }, async () => ({
      name: "tap.zip",
      type: "application/zip",
      bytes: (async function* () {
        yield new Uint8Array(10);
      })(),
    }));
    await here.site.reports.idle();
    for (const [name, path] of [
      ["made", `/reports/jobs/${made}`],
      ["form-02", "/reports?form=02&from=2026-01-01&to=2026-12-31"],
      ["form-03", "/reports?form=03&from=2026-01-01&to=2026-12-31&bodies=all"],
      ["form-05", `/reports?${YEARS}`],
      ["papers", "/reports/papers?form=01&with=02&from=2026-01-01&to=2026-12-31"],
      ["agency", "/reports/agency"],
    ] as const) {
      await page.goto(here.serving.url + path);
      faults.push(...[...(await sidewaysFaults(page)), ...(await axeFaults(page))].map((f) => `${path}: ${f}`));
      await page.screenshot({
        path: join(pictures, `${name}-${look.theme}-${look.lang}-${look.width}.png`),
        fullPage: true,
      });
    }
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

test("without script: the collection is made, looked at until it is there, and saved", {
  timeout: 120_000,
}, async () => {
  const { page, close } = await openLook(here.browser, here.serving.url, {}, { javaScriptEnabled: false });
  await page.goto(`${here.serving.url}/reports?${YEARS}`);
  await page.locator("button", { hasText: "Lập Tập hệ thống hóa" }).click();
  const link = page.locator("main a[href$='/file']");
  // the page asks for itself again until the file is there
  await link.waitFor({ timeout: 60_000 });
  const [saved] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const parts = unzipSync(new Uint8Array(await readFile(await saved.path())));
  expect(Object.keys(parts)).toContain("index.html");
  await close();
});

test("Chromium prints a form as PDF that says what the form says", { timeout: 120_000 }, async () => {
  const ended = listed(work("11/2022/NQ-HĐND", "2022-07-08"), "ceased", "2026-02-10", { reason: "Bị bãi bỏ" });
  const period = { from: "2026-01-01", to: "2026-12-31" };
  const model = fillForm({ form: formOn("01", period.to, null).form, period, of: "" }, material([ended]));
  const pdf = await printPdf(findChromium(null) ?? (await chromium.executablePath()), reportHtml(model));
  const read = await readPdf(pdf, "mau-01.pdf");
  if (!read.ok) throw new Error(read.problem.what);
  for (const words of ["Mẫu số 01", "11/2022/NQ-HĐND", "Bị bãi bỏ", "Tổng số: 1 văn bản"])
    expect(read.text).toContain(words);
});
