import { expect, test } from "vitest";
import { lateApp } from "../../src/server/late-app.ts";

const request = () => new Request("http://localhost/");

test("is loaded once, however many ask", async () => {
  let loads = 0;
  const app = lateApp(async () => {
    loads++;
    return { fetch: () => new Response("ready") };
  });
  expect(loads).toBe(0);
  app.warm();
  const answers = await Promise.all([app.fetch(request()), app.fetch(request())]);
  expect(await Promise.all(answers.map((a) => a.text()))).toEqual(["ready", "ready"]);
  expect(loads).toBe(1);
});

test("a load that failed is tried again", async () => {
  let loads = 0;
  const app = lateApp(async () => {
    if (loads++ === 0) throw new Error("not yet");
    return { fetch: () => new Response("ready") };
  });
  await expect(app.fetch(request())).rejects.toThrow("not yet");
  expect(await (await app.fetch(request())).text()).toBe("ready");
});
