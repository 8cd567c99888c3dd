import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../src/server/app.ts";
import { lacks, sampleApp, says } from "./app.ts";

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
  says((await site.get("/")).text, "Chưa có tài khoản");
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
    },
  });
  const text = await (await app.request("http://localhost/admin")).text();
  says(text, "10.0.0.5:8000");
  says(text, "mo-hinh");
  lacks(text, "rat-bi-mat");
  says(text, "Chương trình đang cho máy khác mở");
});
