import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { vi } from "../../web/i18n/vi.ts";
import { DRAFT } from "../use-cases/draft-of-an-khe.ts";
import { HOME, type ImportSite, importSite, openForm, post } from "./import-site.ts";
import { lacks, says } from "./app.ts";

const t = vi.draft;
let site: ImportSite;
beforeAll(async () => void (site = await importSite()));
afterAll(() => site.close());

const file = (text: string) => ["files", new File([text], "du-thao.txt")] as const;
const check = (...fields: Parameters<typeof post>[2]) => post(site, "/drafts", fields);
const resultOf = (answer: Response): string => {
  expect(answer.status).toBe(303);
  return answer.headers.get("location") ?? "";
};
const open = (path: string) => site.app.request(HOME + path);

describe("the form for drafts", () => {
  it("checks a pasted text and a file, and leaves nothing in the folder for uploads", async () => {
    for (const given of [["text", DRAFT] as const, file(DRAFT)]) {
      const page = await (await open(resultOf(await check(given, ["day", "01/12/2026"])))).text();
      says(page, t.planned("01/12/2026"));
      says(page, "bến khách ngang sông");
    }
    expect(site.left()).toEqual([]);
  });

  it.each([
    ["nothing at all", [["text", "  "] as const], "Chưa có"],
    ["a file and a text", [file(DRAFT), ["text", DRAFT] as const], t.two],
    ["a day no calendar has", [["text", DRAFT] as const, ["day", "31/02/2026"] as const], t.badDay("31/02/2026")],
  ])("refuses %s, says why, and keeps what was written", async (_, fields, why) => {
    const answer = await check(...fields);
    expect(answer.status).toBe(400);
    const page = await answer.text();
    says(page, why);
    if (fields.some(([name, value]) => name === "text" && value === DRAFT)) says(page, "Điều 5. Tổ chức thực hiện");
    expect(site.left()).toEqual([]);
  });

  it("never calls a text without articles clean", async () => {
    const page = await (await open(resultOf(await check(["text", "Kế hoạch tuần của phòng."])))).text();
    says(page, t.noArticles);
    lacks(page, t.clean);
  });

  it("forgets a draft when told to: then it is not there", async () => {
    const result = resultOf(await check(["text", DRAFT]));
    expect((await open(`${result}/docx`)).headers.get("content-type")).toContain("wordprocessingml");
    expect((await post(site, "/drafts", [], `${result}/forget`)).status).toBe(303);
    for (const path of [result, `${result}/docx`]) {
      const answer = await open(path);
      expect(answer.status).toBe(404);
      says(await answer.text(), t.gone);
    }
  });

  it("takes nothing without the form's token", async () => {
    const { headers } = await openForm(site, "/drafts");
    const body = new FormData();
    body.append("text", DRAFT);
    expect((await site.app.request(`${HOME}/drafts`, { method: "POST", headers, body })).status).toBe(403);
  });
});
