import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../src/server/app.ts";
import { openPost } from "../../src/use-cases/daily-digest.ts";
import type { MailFault } from "../../src/use-cases/send-mail.ts";
import { lacks, sampleApp, says } from "./app.ts";
import { post as postForm } from "./import-site.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.store.close();
});

const job = (id: string, state: "running" | "failed") => ({
  id,
  kind: "import" as const,
  state,
  step: "reading" as const,
  done: 1,
  total: 9,
  current: null,
  cancelRequested: false,
  problem: state === "failed" ? "đĩa đầy" : null,
  by: "Hà",
  createdAt: 1,
  finishedAt: null,
});

test("says what is kept where, that there are no accounts, and how to keep it", async () => {
  const { text } = await site.get("/admin");
  says(text, "Chưa có tài khoản");
  says(text, "trong bộ nhớ");
  says(text, "rasoat -- backup --out");
  says(text, 'href="/admin/tokens"');
  says((await site.get("/")).text, "chưa có tài khoản");
});

test("jobs are stopped or sent again where that is possible", async () => {
  await site.store.jobs.add(job("j1", "running"));
  await site.store.jobs.add(job("j2", "failed"));
  const { text } = await site.get("/admin");
  says(text, 'action="/import/j1/cancel"');
  lacks(text, 'action="/import/j2/cancel"');
  says(text, "đĩa đầy");
});

test("the configuration in force is shown without its secrets; an open door is called a fault", async () => {
  const app = createApp({
    store: site.store,
    rules: [],
    today: () => "2026-06-30",
    version: "0",
    reader: { url: "http://10.0.0.5:8000/v1", model: "mo-hinh", key: "rat-bi-mat" },
    installation: {
      host: "0.0.0.0",
      port: 3000,
      dataDir: "khong-co",
      parsers: 2,
      registerDir: null,
      allowRemote: true,
      startedAt: 0,
      post: null,
      anchorDir: null,
    },
  });
  const text = await (await app.request("http://localhost/admin")).text();
  says(text, "10.0.0.5:8000");
  says(text, "mo-hinh");
  lacks(text, "rat-bi-mat");
  says(text, "Chương trình đang cho máy khác mở");
});

test("letters: how they went, a test that is sent, and what to do when it does not go; no password anywhere", async () => {
  const sent: string[] = [];
  let fault: MailFault | null = null;
  const post = openPost({
    server: {
      host: "thu.an-khe.example",
      port: 587,
      secure: false,
      user: "u",
      password: "rat-bi-mat",
      from: "r@a.example",
    },
    publicUrl: "https://rasoat.an-khe.example",
    say: () => "",
    send: async (_, { to }) => {
      if (fault !== null) return { ok: false, fault, said: "454 <later>" };
      sent.push(to);
      return { ok: true };
    },
  });
  const base = { host: "127.0.0.1", port: 3000, dataDir: "khong-co", parsers: 1, registerDir: null, startedAt: 0 };
  const installation = { ...base, allowRemote: false, post, anchorDir: null };
  const app = createApp({ store: site.store, rules: [], today: () => "2026-06-30", version: "0", installation });
  const first = await app.request("http://localhost:3000/admin");
  const text = await first.text();
  says(text, "thu.an-khe.example:587");
  says(text, "chưa lần nào");
  lacks(text, "rat-bi-mat");
  const test = () => postForm({ app }, "/admin", [["to", "qt@an-khe.example"]], "/admin/mail/test");
  expect((await test()).headers.get("location")).toBe("/admin?mail=sent#mail");
  expect(sent).toEqual(["qt@an-khe.example"]);
  fault = "login";
  expect((await test()).headers.get("location")).toBe("/admin?mail=failed#mail");
  const after = await (await app.request("http://localhost:3000/admin")).text();
  says(after, "Máy chủ thư không nhận tên hoặc mật khẩu");
  says(after, "454 &lt;later&gt;");
  says(after, "1 thư, ");
});
