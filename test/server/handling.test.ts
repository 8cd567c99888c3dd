import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lacks, sampleApp, says } from "./app.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(() => site.store.close());

/** A form as a browser sends it: the page's token and cookie, the site's own origin. */
async function post(page: string, action: string, fields: Record<string, string>) {
  const shown = await site.app.request(`http://localhost${page}`);
  const token = /name="token" value="([^"]+)"/u.exec(await shown.text())?.[1] ?? "";
  const cookie = (shown.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const response = await site.app.request(`http://localhost${action}`, {
    method: "POST",
    headers: { Origin: "http://localhost", Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ token, ...fields }).toString(),
  });
  return { status: response.status, to: response.headers.get("location"), text: await response.text() };
}

describe("the tracker", () => {
  test("marks what is overdue, what nobody has decided and what turned out otherwise", async () => {
    const { text } = await site.get("/handling");
    says(text, "quá hạn 30 ngày");
    says(text, "Chưa rõ");
    says(text, "chưa giao");
    says(text, "Kết quả khác kế hoạch");
    says(text, "chỉ sửa đổi: “Sửa đổi khoản 1 Điều 3”");
    const one = (await site.get("/handling/h-other")).text;
    says(one, 'href="/documents/w06#art_1"');
    says((await site.get("/attention")).text, "Kết quả khác kế hoạch");
    lacks((await site.get("/handling/h-late")).text, '<script>alert("9")');
  });

  test("is narrowed by what its columns say, and a value nobody offers is named", async () => {
    const late = (await site.get("/handling?due=over")).text;
    says(late, 'href="/handling/h-late"');
    lacks(late, 'href="/handling/h-new"');
    const money = (await site.get("/handling?unit=s%E1%BB%9F+t%C3%A0i+ch%C3%ADnh&form=new")).text;
    says(money, 'href="/handling/h-new"');
    lacks(money, 'href="/handling/h-late"');
    says((await site.get("/handling?q=cac+xa")).text, 'href="/handling/h-late"');
    expect((await site.get("/handling?state=lost")).status).toBe(400);
  });

  test("goes out as a file with what the list shows", async () => {
    const { text, headers } = await site.get("/handling/export?format=csv&due=over");
    expect(headers.get("content-disposition")).toContain("theo-doi-xu-ly-2026-06-30.csv");
    says(text, "Số dòng: 1; đang xử lý 1, trong đó quá hạn 1.");
    says(text, "112/SXD-PC, 10/02/2026, Đăng ký soạn thảo");
  });
});

describe("one case", () => {
  test("keeps what was there before in its history and in the audit trail", async () => {
    const saved = await post("/handling/h-late", "/handling/h-late", {
      version: "1",
      due: "30/9/2026",
      "step.appraised.day": "15/6/2026",
      "step.appraised.number": "88/BC-STP",
    });
    expect(saved.to).toBe("/handling/h-late?saved=yes");
    const handling = await site.store.handlings.find("h-late");
    expect(handling).toMatchObject({ version: 2, due: "2026-09-30", unit: "Sở Xây dựng" });
    expect(handling?.body.steps.appraised).toEqual({ day: "2026-06-15", number: "88/BC-STP", text: "" });
    const [entry] = await site.store.audit.list({ limit: 1 });
    expect(entry).toMatchObject({ action: "handling.change", subject: "h-late" });
    says((await site.get("/handling/h-late")).text, "Hạn xử lý: 31/05/2026 → 30/09/2026");
  });

  test("of two who saw the same state the second sees the first, and nothing is overwritten", async () => {
    const second = await post("/handling/h-late", "/handling/h-late", { version: "1", officer: "Người khác" });
    expect(second.status).toBe(409);
    says(second.text, "đã sửa việc này lúc");
    says(second.text, "Hạn xử lý: 31/05/2026 → 30/09/2026");
    says(second.text, 'value="Người khác"');
    expect((await site.store.handlings.find("h-late"))?.body.officer).toBe("Trần Minh Đức");
  });

  test("says what cannot be stored, field by field", async () => {
    const { status, text } = await post("/handling/h-new", "/handling/h-new", {
      version: "1",
      due: "31/02/2026",
      state: "done",
      doneMonth: "13/2026",
    });
    expect(status).toBe(400);
    says(text, "Không phải một ngày");
    says(text, "Không phải một tháng");
    says(text, "Nêu kết quả hoặc lý do");
    expect((await site.store.handlings.find("h-new"))?.version).toBe(1);
  });

  test("is closed with its resulting document", async () => {
    const done = await post("/handling/h-new", "/handling/h-new", {
      version: "1",
      state: "done",
      result: "06/2026/QĐ-UBND",
      doneMonth: "3/2026",
    });
    expect(done.status).toBe(303);
    expect(await site.store.handlings.find("h-new")).toMatchObject({ state: "done", result: "w06" });
    expect((await site.store.audit.list({ limit: 1 }))[0]?.action).toBe("handling.close");
    says((await site.get("/handling?done=2026-03&state=done")).text, 'href="/handling/h-new"');
  });

  test("is made by hand for a document of the collection, or for one that is still to be written", async () => {
    const made = await post("/handling/new", "/handling/new", {
      work: "742/2024/NĐ-CP",
      form: "amend",
      due: "01/12/2026",
    });
    const id = /\/handling\/([^?]+)/u.exec(made.to ?? "")?.[1] ?? "";
    expect(await site.store.handlings.find(id)).toMatchObject({ work: "w742", due: "2026-12-01", state: "open" });
    const nothing = await post("/handling/new", "/handling/new", { work: "", form: "replace" });
    expect(nothing.status).toBe(400);
    says(nothing.text, "Ghi văn bản phải xử lý");
    const unknown = await post("/handling/new", "/handling/new", { work: "99/2031/QĐ-UBND", form: "replace" });
    says(unknown.text, "Không có văn bản nào khớp");
  });
});

describe("many cases at once", () => {
  test("are shown as they would be, then changed, each with its history", async () => {
    const shown = await site.get(
      "/handling/bulk?pick=h-late&pick=h-written&unit=S%E1%BB%9F+T%C6%B0+ph%C3%A1p&due=31/12/2026",
    );
    says(shown.text, "Sẽ đổi 2 việc");
    says(shown.text, "Cơ quan soạn thảo: Sở Xây dựng → Sở Tư pháp");
    const rows = /name="rows" value="([^"]+)"/u.exec(shown.text)?.[1] ?? "";
    const done = await post("/handling/bulk?pick=h-late&unit=a", "/handling/bulk", {
      rows,
      unit: "Sở Tư pháp",
      due: "31/12/2026",
    });
    expect(done.to).toBe("/handling?changed=2");
    says((await site.get(done.to ?? "")).text, "Đã đổi 2 việc.");
    expect((await site.store.handlings.find("h-written"))?.unit).toBe("Sở Tư pháp");
    const again = await post("/handling/bulk?pick=h-late&unit=a", "/handling/bulk", { rows, unit: "Sở Y tế", due: "" });
    expect(again.to).toBe("/handling?changed=0&stale=2");
    says((await site.get(again.to ?? "")).text, "vừa được người khác sửa");
  });

  test("a day that is none is said before anything is stored", async () => {
    const shown = await site.get("/handling/bulk?pick=h-late&due=32/12/2026");
    expect(shown.status).toBe(400);
    says(shown.text, "Không phải một ngày");
    lacks(shown.text, 'name="rows"');
  });
});
