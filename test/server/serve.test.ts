import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve } from "../../src/server/serve.ts";
import { sampleApp } from "./app.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(async () => {
  await site.store.close();
});

describe("serve", () => {
  test("answers on loopback and closes its door", async () => {
    const outcome = await serve({ app: site.app, port: 0 });
    if (!outcome.ok) throw new Error(outcome.what);
    const { url, port } = outcome.serving;
    expect(url).toBe(`http://localhost:${port}`);
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(answer.status).toBe(200);
    await answer.text();
    await outcome.serving.close();
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });

  test("refuses an address others can reach unless told otherwise", async () => {
    const outcome = await serve({ app: site.app, port: 0, host: "0.0.0.0" });
    expect(outcome).toMatchObject({ ok: false, code: "not-loopback" });
    const allowed = await serve({ app: site.app, port: 0, host: "0.0.0.0", allowRemote: true });
    expect(allowed.ok).toBe(true);
    if (allowed.ok) await allowed.serving.close();
  });

  test("answers nobody who calls this machine by a foreign name", async () => {
    const outcome = await serve({ app: site.app, port: 0 });
    if (!outcome.ok) throw new Error(outcome.what);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(
        { host: "127.0.0.1", port: outcome.serving.port, path: "/documents", headers: { host: "evil.example" } },
        (answer) => resolve(answer.resume().statusCode),
      )
        .on("error", reject)
        .end();
    });
    expect(status).toBe(421);
    await outcome.serving.close();
  });

  test("says that a port is taken", async () => {
    const first = await serve({ app: site.app, port: 0 });
    if (!first.ok) throw new Error(first.what);
    expect(await serve({ app: site.app, port: first.serving.port })).toMatchObject({ ok: false, code: "port-taken" });
    await first.serving.close();
  });
});
