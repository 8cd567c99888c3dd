import type { Page } from "playwright-core";
import { SHOT_HEIGHT, SHOT_WIDTH, type ShotId } from "../../web/pages/help/shots.ts";
import { DRAFT } from "../use-cases/draft-of-an-khe.ts";
import { type AnKheSite, workOf } from "./an-khe-site.ts";

interface Shot {
  /** Brings the page to the step. */
  readonly open: (page: Page, site: AnKheSite) => Promise<void>;
  /** What the picture is about: it must be there, and stands in the picture. */
  readonly shows: string;
}

const at =
  (path: string): Shot["open"] =>
  async (page, site) =>
    void (await page.goto(site.serving.url + path));

const atWork =
  (symbol: string, rest = ""): Shot["open"] =>
  async (page, site) =>
    at(`/documents/${await workOf(site, symbol)}${rest}`)(page, site);

/** The most telling finding of the sample: a deadline against a decree. */
const atConflict: Shot["open"] = async (page, site) => {
  const { rows } = await site.store.findings.list({ limit: 1, group: "conflict" });
  await at(`/findings/${rows[0]?.key ?? "none"}`)(page, site);
};

const checkDraft: Shot["open"] = async (page, site) => {
  await at("/drafts")(page, site);
  await page.fill("#day", "01/12/2026");
  await page.fill("#text", DRAFT);
  await page.locator("form.drop button.btn--go").click();
  await page.waitForURL(/\/drafts\/[^/]+$/u);
};

/** How each picture of the guides is reached, on the sample province. */
export const SHOTS: Readonly<Record<ShotId, Shot>> = {
  home: { open: at("/"), shows: "main h1" },
  queue: { open: atConflict, shows: ".triage__queue" },
  evidence: { open: atConflict, shows: ".pair" },
  decide: {
    open: async (page, site) => {
      await atConflict(page, site);
      await page.keyboard.press("d");
    },
    shows: "details[open] .act__panel",
  },
  "text-on-day": { open: atWork("14/2019/QĐ-UBND", "?on=2024-06-30"), shows: '.prov[data-state="amended"]' },
  "status-proof": {
    open: async (page, site) => {
      await atWork("21/2018/QĐ-UBND")(page, site);
      const fold = page.locator("details:has(> .proof)").first();
      await fold.evaluate((details) => ((details as HTMLDetailsElement).open = true));
    },
    shows: ".proof",
  },
  waiting: { open: at("/attention"), shows: "main .sec" },
  import: { open: at("/import"), shows: "file-drop" },
  impact: {
    open: async (page, site) => at(`/impact?work=${await workOf(site, "742/2024/NĐ-CP")}`)(page, site),
    shows: "main h1",
  },
  batch: { open: at("/batches/new?scope=campaign"), shows: "main form" },
  sheet: {
    open: async (page, site) => {
      await atWork("19/2026/QĐ-UBND", "?tab=review")(page, site);
      await page.locator("form[action^='/sheets'] button").first().click();
      await page.waitForURL(/\/sheets\/[^/]+/u);
    },
    shows: "main h1",
  },
  "draft-form": { open: at("/drafts"), shows: "form.drop" },
  "draft-result": { open: checkDraft, shows: "main h1" },
  "draft-outcome": { open: checkDraft, shows: "#h-if" },
  search: { open: at("/search?q=ben+khach+ngang+song"), shows: "main mark" },
  compare: {
    open: async (page, site) => {
      const work = await workOf(site, "14/2019/QĐ-UBND");
      await at(`/compare?left=${work}@&right=${work}@2024-06-30`)(page, site);
    },
    shows: "main ins, main del",
  },
  "ended-list": { open: at("/documents?status=ceased"), shows: "main tbody tr" },
  effects: { open: atWork("14/2019/QĐ-UBND", "?tab=effects"), shows: "main .sec" },
  papers: { open: at("/reports/papers?form=01&from=2026-01-01&to=2026-12-31"), shows: "main form" },
  reports: { open: at("/reports?form=01&from=2026-01-01&to=2026-12-31"), shows: ".report-table" },
};

/** Bytes a picture may have; a fuller one is made again a little coarser. */
export const LARGEST_SHOT = 60_000;
const QUALITIES = [74, 60, 45, 30, 20];

/** Room left above what a picture is about. */
const ABOVE_IN_PX = 96;

/** The bytes of a WebP picture of a step, always of the same size. Throws where the step's element is not there. */
export async function takeShot(page: Page, site: AnKheSite, { open, shows }: Shot): Promise<Buffer> {
  await open(page, site);
  const target = page.locator(shows).first();
  await target.waitFor({ state: "visible", timeout: 5_000 });
  await page.evaluate(() => document.fonts.ready);
  const top = await target.evaluate((el, above) => {
    (document.activeElement as HTMLElement | null)?.blur();
    const y = el.getBoundingClientRect().top + window.scrollY;
    // near the head of the page the picture begins with the head, whole
    window.scrollTo(0, y < above * 4 ? 0 : y - above);
    return el.getBoundingClientRect().top;
  }, ABOVE_IN_PX);
  if (top < 0 || top > SHOT_HEIGHT - 40) throw new Error(`${shows} is outside its picture`);
  const session = await page.context().newCDPSession(page);
  const scroll = await page.evaluate(() => window.scrollY);
  const clip = { x: 0, y: scroll, width: SHOT_WIDTH, height: SHOT_HEIGHT, scale: 1 };
  for (const quality of QUALITIES) {
    const options = { format: "webp", quality, clip } as const;
    const picture = Buffer.from((await session.send("Page.captureScreenshot", options)).data, "base64");
    if (picture.length <= LARGEST_SHOT) return picture;
  }
  throw new Error(`the picture of ${shows} is larger than ${LARGEST_SHOT} bytes`);
}
