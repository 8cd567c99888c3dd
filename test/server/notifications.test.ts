import { afterAll, beforeAll, expect, test } from "vitest";
import { NOTIFICATION_KINDS, type Notification } from "../../src/domain/notification.ts";
import { en } from "../../web/i18n/en.ts";
import { vi } from "../../web/i18n/vi.ts";
import { lacks, sampleApp, says } from "./app.ts";
import { post } from "./import-site.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
}, 60_000);
afterAll(() => site?.store.close());

const told = (id: string, given: Partial<Notification> = {}): Notification => ({
  id,
  to: "local",
  kind: "assigned",
  at: Date.parse("2026-11-26T14:05:00+07:00") + Number(id),
  readAt: null,
  mailedAt: null,
  once: id,
  body: {
    path: "/findings/f-conflict",
    values: {
      to: "Sở Xây dựng",
      due: "2026-12-05",
      what: `Thời hạn <b>${id}</b>`,
      code: "D03",
      document: "17/2025/QĐ-UBND",
    },
    by: "Lê Thu Hà (ha)",
  },
  ...given,
});

test("who was told nothing reads what will come here", async () => {
  says((await site.get("/notifications")).text, "Chưa có thông báo nào");
});

test("what is unread stands first with who, when and until when; opening leads on and reads it", async () => {
  await site.store.messages.tell([told("1"), told("2"), told("3", { to: "another" }), told("4", { readAt: 9 })]);
  const page = await site.get("/notifications");
  says(page.text, "Giao cho Sở Xây dựng, hạn 05/12/2026");
  says(page.text, "Thời hạn &lt;b&gt;2&lt;/b&gt;");
  says(page.text, "26/11/2026, 14:05");
  says(page.text, "Lê Thu Hà (ha)");
  lacks(page.text, "Thời hạn &lt;b&gt;3");
  expect(page.text.indexOf("b&gt;1&lt;")).toBeGreaterThan(page.text.indexOf("b&gt;2&lt;"));
  expect(page.text.indexOf("b&gt;4&lt;")).toBeGreaterThan(page.text.indexOf("b&gt;1&lt;"));
  const opened = await site.app.request("http://localhost/notifications/1");
  expect([opened.status, opened.headers.get("location")]).toEqual([303, "/findings/f-conflict"]);
  expect(await site.store.messages.unread("local")).toBe(1);
  expect((await site.get("/notifications/3")).status).toBe(404);
  expect(await site.store.messages.unread("another")).toBe(1);
});

test("one or all are marked as read by a form that brings the page's token", async () => {
  await site.store.messages.tell([told("5"), told("6"), told("7")]);
  const one = await post(site, "/notifications", [["id", "5"]], "/notifications/read");
  expect(one.headers.get("location")).toBe("/notifications?marked=1");
  expect(await site.store.messages.unread("local")).toBe(3);
  const forged = await site.app.request("http://localhost/notifications/read", {
    method: "POST",
    body: new URLSearchParams({ id: "6" }),
  });
  expect(forged.status).toBe(403);
  expect((await post(site, "/notifications", [], "/notifications/read")).headers.get("location")).toContain("marked=3");
  const page = await site.get("/notifications?marked=3");
  says(page.text, "Đã đánh dấu 3 thông báo là đã đọc.");
  says(page.text, "Không còn thông báo chưa đọc.");
  expect(await site.store.messages.unread("another")).toBe(1);
});

test("more than a page of old messages are turned over", async () => {
  await site.store.messages.tell(Array.from({ length: 60 }, (_, i) => told(String(100 + i), { readAt: 1 })));
  const first = await site.get("/notifications");
  const next = /href="(\/notifications\?after=[^"]+)"/u.exec(first.text)?.[1] ?? "";
  const second = await site.get(next);
  says(second.text, "b&gt;100&lt;");
  says(second.text, "Mới nhất");
  lacks(second.text, "Không còn thông báo chưa đọc.");
});

test("every kind has its sentence in both languages, also when nothing is known but the kind", () => {
  for (const kind of NOTIFICATION_KINDS)
    for (const { said } of [vi.notices, en.notices]) {
      const sentence = said[kind]({ due: "2026-12-05", day: "2026-12-05" });
      expect(sentence).not.toMatch(/undefined|null|NaN/u);
      expect(sentence.length).toBeGreaterThan(5);
    }
});
