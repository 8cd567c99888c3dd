import { afterEach, beforeEach, expect, test } from "vitest";
import type { Notification } from "../../src/domain/notification.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { mailState, openPost, type Post, sendDigests, sendTest } from "../../src/use-cases/daily-digest.ts";
import type { MailServer } from "../../src/use-cases/send-mail.ts";
import { vi } from "../../web/i18n/vi.ts";
import { anAccount } from "../store/conformance-accounts.ts";
import { type FakeMailServer, fakeMailServer, subjectOf, textOf } from "./mail-server.ts";

const NOW = Date.parse("2026-11-26T07:00:00+07:00");
const HOUR = 3_600_000;

let store: Store;
let mail: FakeMailServer;
beforeEach(async () => {
  store = await openStore(":memory:");
  mail = await fakeMailServer();
  const { accounts } = store;
  await accounts.addAccount(anAccount("ha", { name: "Lê Thu Hà", email: "ha@an-khe.example", digest: true }));
  await accounts.addAccount(anAccount("duc", { email: "duc@an-khe.example", digest: false }));
  await accounts.addAccount(anAccount("lan", { email: null, digest: true }));
  await accounts.addAccount(anAccount("cu", { email: "cu@an-khe.example", digest: true, active: false }));
  await accounts.addAccount(anAccount("yen", { email: "yen@an-khe.example", digest: true }));
});
afterEach(async () => {
  await mail.close();
  await store.close();
});

const postTo = (server: MailServer): Post =>
  openPost({
    server,
    publicUrl: "https://rasoat.an-khe.example",
    say: ({ kind, body }) => vi.notices.said[kind](body.values),
  });
const told = (id: string, to: string, given: Partial<Notification> = {}): Notification => ({
  id,
  to,
  kind: "sheet.returned",
  at: Number(id),
  readAt: null,
  mailedAt: null,
  once: id,
  body: { path: "/sheets/s1", values: { document: `${id}/2025/QĐ-UBND`, reason: "lời <bàn> riêng" }, by: "Đức (duc)" },
  ...given,
});

test("only active people who want letters and have an address are sent what they have not read, once a day", async () => {
  await store.messages.tell(["ha", "duc", "lan", "cu"].map((to, i) => told(String(i + 1), to)));
  await store.messages.tell([told("5", "ha"), told("6", "ha", { readAt: 7 })]);
  const post = postTo(mail.server);
  expect(await sendDigests(store, post, NOW)).toBe(1);
  expect(mail.letters.map((one) => one.to)).toEqual([["ha@an-khe.example"]]);
  const raw = mail.letters[0]?.raw ?? "";
  expect(subjectOf(raw)).toBe("Rasoat: 2 thông báo chưa đọc, ngày 26/11/2026");
  const text = textOf(raw);
  expect(text).toContain("Kính gửi Lê Thu Hà,");
  expect(text).toContain(
    "- Phiếu rà soát 1/2025/QĐ-UBND bị trả lại\n  https://rasoat.an-khe.example/notifications/1".replace("\n", "\r\n"),
  );
  expect(text).not.toContain("6/2025");
  // what people wrote as reasons does not leave the house
  expect(text).not.toContain("riêng");
  await store.messages.tell([told("8", "ha")]);
  expect(await sendDigests(store, post, NOW + 5 * HOUR)).toBe(0);
  expect(await sendDigests(store, post, NOW + 24 * HOUR)).toBe(1);
  const second = textOf(mail.letters[1]?.raw ?? "");
  expect(second).toContain("8/2025");
  expect(second).not.toContain("1/2025");
  expect(second).toContain("Còn 2 thông báo khác");
  expect(await sendDigests(store, post, NOW + 48 * HOUR)).toBe(0);
});

test("what arises later on a day without a letter yet is sent on that day", async () => {
  const post = postTo(mail.server);
  expect(await sendDigests(store, post, NOW)).toBe(0);
  await store.messages.tell([told("1", "ha")]);
  expect(await sendDigests(store, post, NOW + HOUR)).toBe(1);
});

test("a server that is not there is noted with its reason, and everything goes in the next round", async () => {
  await store.messages.tell([told("1", "ha"), told("2", "yen")]);
  expect(await sendDigests(store, postTo({ ...mail.server, port: 1 }), NOW)).toBe(0);
  expect(await mailState(store)).toMatchObject({ sentAt: null, failure: { fault: "unreachable", at: NOW } });
  expect(await sendDigests(store, postTo(mail.server), NOW + HOUR)).toBe(2);
  expect(await mailState(store)).toEqual({ sentAt: NOW + HOUR, sent: 2, failure: null });
});

test("one address the server does not take stops nobody else's letter, and stays to be seen", async () => {
  await mail.close();
  mail = await fakeMailServer({
    onRcptTo: ({ address }, _, done) =>
      done(address.startsWith("ha@") ? Object.assign(new Error("no such user"), { responseCode: 550 }) : null),
  });
  await store.messages.tell([told("1", "ha"), told("2", "yen")]);
  expect(await sendDigests(store, postTo(mail.server), NOW)).toBe(1);
  expect(mail.letters.map((one) => one.to)).toEqual([["yen@an-khe.example"]]);
  expect(await mailState(store)).toMatchObject({
    sent: 1,
    failure: { fault: "recipient", to: "Lê Thu Hà (ha)", said: "550 no such user" },
  });
  expect((await store.messages.unmailed("ha", 10)).map((one) => one.id)).toEqual(["1"]);
});

test("a letter to try the server says how it went", async () => {
  expect(await sendTest(store, postTo(mail.server), "quan-tri@an-khe.example", NOW)).toEqual({ ok: true });
  expect(textOf(mail.letters[0]?.raw ?? "")).toContain("https://rasoat.an-khe.example");
  expect(await sendTest(store, postTo({ ...mail.server, port: 1 }), "quan-tri@an-khe.example", NOW)).toMatchObject({
    fault: "unreachable",
  });
});
