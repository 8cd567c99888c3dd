import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOME, type ImportSite, importSite, post } from "./import-site.ts";
import { lacks, says } from "./app.ts";
import { sampleStore } from "./sample-store.ts";

let site: ImportSite;
beforeAll(async () => {
  site = await importSite({ store: await sampleStore() });
});
afterAll(async () => {
  await site.close();
  await site.store.close();
});

const page = async (path: string) => {
  const response = await site.app.request(HOME + path);
  return { status: response.status, text: await response.text() };
};
const send = async (path: string, fields: Record<string, string>) => {
  const response = await post(site, path, Object.entries(fields));
  return { status: response.status, to: response.headers.get("location") ?? "", text: await response.text() };
};

describe("a petition", () => {
  let at = "";
  test("is recorded with the documents its text names", async () => {
    const done = await send("/petitions/new", {
      kind: "review",
      from: "Ông Nguyễn <Văn> An",
      receivedOn: "20/6/2026",
      text: "Tôi đề nghị rà soát Quyết định số 17/2025/QĐ-UBND ngày 06/10/2025 của Ủy ban nhân dân tỉnh An Khê và Quyết định số 99/2019/QĐ-UBND ngày 01/02/2019 của Ủy ban nhân dân tỉnh An Khê.",
    });
    expect(done.status).toBe(303);
    at = done.to.split("?")[0] ?? "";
    const shown = (await page(at)).text;
    says(shown, 'href="/documents/w17"');
    says(shown, "Có nêu nhưng chưa tìm thấy trong kho");
    says(shown, "99/2019/QĐ-UBND");
    lacks(shown, "<Văn>");
    says((await page("/petitions")).text, "chưa báo cho người kiến nghị");
    expect((await site.store.audit.list({ action: "petition.make", limit: 1 }))[0]?.detail).toMatchObject({ works: 1 });
  });

  test("is passed on and answered only with what that takes", async () => {
    const short = await send(at, { version: "1", state: "passed-on", toldOn: "22/06/2026" });
    expect(short.status).toBe(400);
    says(short.text, "Cần ghi ô này.");
    const done = await send(at, {
      version: "1",
      state: "passed-on",
      toldOn: "22/06/2026",
      passedTo: "Sở Xây dựng",
      passedOn: "23/6/2026",
    });
    expect(done.status).toBe(303);
    const shown = (await page(at)).text;
    says(shown, "Tình trạng: Đã tiếp nhận → Đã chuyển");
    const second = await send(at, { version: "1", state: "considering" });
    expect(second.status).toBe(409);
    says(second.text, "Người khác vừa sửa kiến nghị này");
  });

  test("leads to an inspection, apart from review", async () => {
    says((await page(at)).text, 'href="/inspections/new?work=w17');
    expect((await page("/batches/new?picked=yes&work=w17")).status).toBe(200);
    says((await page(at)).text, 'href="/batches/new?picked=yes&amp;work=w17');
    const opened = await send("/inspections/new", {
      work: "w17",
      kind: "competence",
      ground: "Kiến nghị của ông An",
      unlawful: "Khoản 2 Điều 5 đặt thủ tục",
      openedOn: "24/6/2026",
      petition: at.split("/").at(-1) ?? "",
    });
    const inspection = opened.to.split("?")[0] ?? "";
    expect(opened.status).toBe(303);
    says((await page(at)).text, `href="${inspection}"`);
    const early = await send(inspection, { version: "1", event: "objected", day: "25/6/2026" });
    says(early.text, "chỉ ghi được sau một việc khác");
    expect(
      (await send(inspection, { version: "1", event: "concluded", day: "25/6/2026", number: "3/KLKT" })).status,
    ).toBe(303);
    expect((await send(inspection, { version: "2", event: "received", day: "26/6/2026" })).status).toBe(303);
    const shown = (await page(`${inspection}?on=2026-07-28`)).text;
    says(shown, "Cơ quan ban hành xử lý và báo cáo");
    says(shown, "26/07/2026");
    says(shown, "ngày nghỉ, tính tới 27/07/2026");
    says(shown, "quá hạn");
    says((await page("/due?on=2026-07-10")).text, "Cơ quan ban hành xử lý và báo cáo");
    says((await page("/inspections")).text, "Kiến nghị");
    expect((await send(inspection, { version: "3", event: "undo" })).status).toBe(303);
    expect((await site.store.petitions.inspection(inspection.split("/").at(-1) ?? ""))?.body.events).toHaveLength(2);
    expect((await site.store.audit.list({ action: "inspection.note", limit: 9 })).length).toBe(3);
    // nothing of it stands among sheets or handlings
    lacks((await page("/handling")).text, "Khoản 2 Điều 5 đặt thủ tục");
  });

  test("what is missing is said before anything is stored", async () => {
    const empty = await send("/petitions/new", { kind: "review", from: "", receivedOn: "31/02/2026", text: "" });
    expect(empty.status).toBe(400);
    says(empty.text, "Không phải một ngày");
    const none = await send("/inspections/new", { work: "", kind: "self", ground: "", openedOn: "" });
    expect(none.status).toBe(400);
    expect((await page("/petitions/none")).status).toBe(404);
    expect((await page("/inspections/none")).status).toBe(404);
  });
});
