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

describe("deciding on a finding", () => {
  test("dismissing without a reason comes back with what is missing, and stores nothing", async () => {
    const { status, text } = await post("/findings/f-ended", "/findings/f-ended/decide", { to: "dismissed" });
    expect(status).toBe(400);
    says(text, "Chưa có lý do bác bỏ");
    expect(await site.store.decisions.of("f-ended")).toEqual([]);
  });

  test("leads to the next of the queue with a way back; undone it is open again", async () => {
    const before = (await site.store.findings.list({ limit: 50 })).total;
    const done = await post("/findings/f-ended", "/findings/f-ended/decide", {
      to: "dismissed",
      why: "Không cùng đối tượng hoặc phạm vi",
      note: "chỉ áp dụng cho bến tạm",
    });
    expect(done.status).toBe(303);
    expect(done.to).not.toContain("/findings/f-ended?");
    expect((await site.store.findings.list({ limit: 50 })).total).toBe(before - 1);
    const [decision] = await site.store.decisions.of("f-ended");
    expect(decision?.reason).toBe("Không cùng đối tượng hoặc phạm vi: chỉ áp dụng cho bến tạm");
    const next = await site.get(done.to ?? "");
    says(next.text, /Đã bác bỏ\. Còn \d+\./u);
    says(next.text, 'action="/findings/f-ended/undo"');
    const undone = await post(done.to ?? "", "/findings/f-ended/undo", { id: decision?.id ?? "" });
    expect(undone.to).toContain("/findings/f-ended");
    says((await site.get(undone.to ?? "")).text, "Đã hoàn tác.");
    expect((await site.store.findings.list({ limit: 50 })).total).toBe(before);
  });

  test("what was given to someone is taken back, and a note removed, by the forms of the page", async () => {
    const at = "/findings/f-ended";
    const { desk } = site.store;
    expect((await post(at, `${at}/assign`, { name: "Sở Xây dựng" })).status).toBe(303);
    says((await site.get(at)).text, `action="${at}/unassign"`);
    expect((await post(at, `${at}/unassign`, {})).status).toBe(303);
    expect(await desk.standing()).toEqual([]);
    expect((await post(at, `${at}/notes`, { text: "Đã hỏi" })).status).toBe(303);
    const [note] = await desk.notesOf("f-ended");
    says((await site.get(at)).text, `action="${at}/notes/${note?.id}/remove"`);
    expect((await post(at, `${at}/notes/${note?.id}/remove`, {})).status).toBe(303);
    expect(await desk.notesOf("f-ended")).toEqual([]);
  });

  test("of two people who saw the same page the second sees the first's decision", async () => {
    const seen = { after: "", to: "confirmed" };
    expect((await post("/findings/f-conflict", "/findings/f-conflict/decide", seen)).status).toBe(303);
    const second = await post("/findings/f-conflict", "/findings/f-conflict/decide", seen);
    expect(second.status).toBe(409);
    says(second.text, "Đã có người kết luận trước");
    says(second.text, "đã xác nhận");
  });

  test("without the page's token nothing is decided", async () => {
    const response = await site.app.request("http://localhost/findings/f-hostile/decide", {
      method: "POST",
      headers: { Origin: "http://localhost", "Content-Type": "application/x-www-form-urlencoded" },
      body: "to=confirmed",
    });
    expect(response.status).toBe(403);
    expect(await site.store.decisions.of("f-hostile")).toEqual([]);
  });
});

describe("a reason that holds for more than one finding", () => {
  test("shows what it would silence before it is stored, and can be lifted", async () => {
    const page = "/findings/f-hostile/suppress?reach=document&reason=Ngo%E1%BA%A1i+l%E1%BB%87";
    says((await site.get(page)).text, /Sẽ miễn \d+ phát hiện đang mở/u);
    expect(await site.store.decisions.suppressions()).toEqual([]);
    const nothing = await post(page, "/findings/f-hostile/suppress", { reach: "document", reason: " " });
    expect(nothing.status).toBe(400);
    const done = await post(page, "/findings/f-hostile/suppress", { reach: "document", reason: "Ngoại lệ" });
    expect(done.status).toBe(303);
    const hidden = await site.store.findings.find("f-hostile");
    expect(hidden?.suppressedBy).not.toBeNull();
    const rule = (await site.get(done.to ?? "")).text;
    says(rule, "Ngoại lệ");
    says((await site.get("/findings?state=suppressed")).text, "f-hostile");
    const [suppression] = await site.store.decisions.suppressions();
    await post(done.to ?? "", `/suppressions/${suppression?.id}/lift`, { rule: hidden?.rule ?? "" });
    expect((await site.store.findings.find("f-hostile"))?.suppressedBy).toBeNull();
    lacks((await site.get(done.to ?? "")).text, "Ngoại lệ");
  });
});
