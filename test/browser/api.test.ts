import { afterAll, beforeAll, expect, test } from "vitest";
import { openSampleSite, type SampleSite } from "./sample-site.ts";

let here: SampleSite;
beforeAll(async () => {
  here = await openSampleSite();
}, 60_000);
afterAll(() => here?.close());

test("with the keyboard alone: a key is made, an operation tried, a finding decided", async () => {
  const context = await here.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (m) => m.type() === "error" && complaints.push(m.text()));

  await page.goto(`${here.serving.url}/admin/tokens`);
  await page.focus("#name");
  await page.keyboard.type("Máy thử");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector("code.secret");
  const secret = (await page.locator("code.secret").first().textContent()) ?? "";
  expect(secret).toMatch(/^rasoat_/u);

  await page.goto(`${here.serving.url}/api`);
  await page.focus("#listDocuments > summary");
  await page.keyboard.press("Enter");
  await page.focus("#listDocuments-limit");
  await page.keyboard.press("Enter");
  const answer = page.locator("#listDocuments .try__answer");
  await answer.locator("pre").waitFor();
  expect(await answer.textContent()).toMatch(/200 OK · \d+ ms · application\/json/u);
  expect(await answer.textContent()).toContain('"742/2024/NĐ-CP"');

  // without a key writing is refused, with it the decision carries its name
  await page.focus("#decideFinding > summary");
  await page.keyboard.press("Enter");
  await page.fill("#decideFinding-key", "f-ended");
  await page.focus("#decideFinding .btn");
  await page.keyboard.press("Enter");
  const decided = page.locator("#decideFinding .try__answer");
  await decided.locator(".try__fault").waitFor();
  expect(await decided.textContent()).toContain("Cần khóa");
  await page.fill("#api-key", secret);
  await page.focus("#decideFinding .btn");
  await page.keyboard.press("Enter");
  await decided.locator(".try__ok").waitFor();
  expect((await here.site.store.decisions.of("f-ended"))[0]?.by).toBe("Máy thử");
  // the refused call is all that was complained of
  expect(complaints.filter((c) => !c.includes("401"))).toEqual([]);

  await page.reload();
  expect(await page.inputValue("#api-key")).toBe("");
  await context.close();
}, 60_000);

test("without script reading operations open their answer; Akoma Ntoso is XML a browser reads", async () => {
  const context = await here.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${here.serving.url}/api#getDocument`);
  await page.click("#getDocument > summary");
  await page.fill("#getDocument-id", "w742");
  await page.click("#getDocument .btn");
  expect(page.url()).toBe(`${here.serving.url}/api/v1/documents/w742`);
  expect(await page.textContent("body")).toContain("742/2024/NĐ-CP");
  await page.goto(`${here.serving.url}/api`);
  await page.click("#decideFinding > summary");
  expect(await page.isVisible("#decideFinding form")).toBe(false);
  await context.close();

  const reading = await here.browser.newPage();
  await reading.goto(`${here.serving.url}/api`);
  for (const id of ["w17", "w06", "w66"]) {
    const xml = await (await fetch(`${here.serving.url}/api/v1/documents/${id}/akn`)).text();
    const root = await reading.evaluate((text) => {
      const read = new DOMParser().parseFromString(text, "application/xml");
      return read.querySelector("parsererror")?.textContent ?? read.documentElement.namespaceURI;
    }, xml);
    expect(root, id).toBe("http://docs.oasis-open.org/legaldocml/ns/akn/3.0");
  }
  await reading.close();
}, 60_000);
