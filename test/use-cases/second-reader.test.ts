import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isFaults, readConfig } from "../../src/config.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store, StoredFinding } from "../../src/store/store.ts";
import { askSecondReader, mayBeAsked, readAnswer } from "../../src/use-cases/second-reader.ts";
import { aFinding, aWork } from "../store/build.ts";

let store: Store;
let server: Server;
let asked: { readonly path: string; readonly key: string | undefined; readonly body: string }[];
let answer: { status: number; body: string };

const recorded = (content: string): string =>
  JSON.stringify({
    id: "cmpl-1",
    object: "chat.completion",
    choices: [{ index: 0, message: { role: "assistant", content } }],
  });

const text = async (request: IncomingMessage): Promise<string> => {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
};

beforeEach(async () => {
  store = await openStore(":memory:");
  asked = [];
  server = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push({ path: request.url ?? "", key: request.headers.authorization, body });
      response.writeHead(answer.status, { "Content-Type": "application/json" });
      response.end(answer.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterEach(async () => {
  server.close();
  await store.close();
});

const reader = () => ({
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
  model: "thu-nghiem",
  key: "bi-mat",
});

async function aConflict(): Promise<StoredFinding> {
  const work = aWork({ symbol: "12/2024/QĐ-UBND" });
  await store.works.save([work]);
  const evidence = [
    {
      work: work.id,
      symbol: null,
      eId: "art_3",
      quote: "trong 15 ngày làm việc",
      span: null,
      role: "subject" as const,
    },
    {
      work: null,
      symbol: "742/2024/NĐ-CP",
      eId: "art_9",
      quote: "trong 10 ngày",
      span: null,
      role: "conflicts-with" as const,
    },
  ];
  await store.findings.record("2026-01-01", [aFinding(work, { key: "k", group: "conflict", evidence })], 1);
  return (await store.findings.find("k")) as StoredFinding;
}

describe("the second reader", () => {
  it("is sent the two texts and nothing else of the collection; its opinion is kept and decides nothing", async () => {
    const finding = await aConflict();
    answer = {
      status: 200,
      body: recorded('```json\n{"same_matter":"yes","contradict":"yes","why":"Hai thời hạn khác nhau."}\n```'),
    };
    const done = await askSecondReader(store, reader(), finding, "Hà", 7);
    expect(done).toMatchObject({ ok: true, opinion: { sameMatter: "yes", contradict: "yes", model: "thu-nghiem" } });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ path: "/v1/chat/completions", key: "Bearer bi-mat" });
    expect(asked[0]?.body).toContain("15 ngày làm việc");
    expect(asked[0]?.body).not.toContain("12/2024/QĐ-UBND");
    expect((await store.decisions.opinionsOf("k"))[0]?.why).toBe("Hai thời hạn khác nhau.");
    expect(await store.findings.find("k")).toEqual(finding);
  });

  it.each([
    ["an error of the server", 500, "{}"],
    ["no JSON at all", 200, "xin chào"],
    ["an answer outside the form", 200, recorded("Tôi nghĩ là có.")],
    ["an answer without end", 200, recorded("x".repeat(100_000))],
  ])("that gives %s leaves everything as it was, and says what to do", async (_, status, body) => {
    const finding = await aConflict();
    answer = { status, body };
    const done = await askSecondReader(store, reader(), finding, "Hà", 7);
    expect(done).toMatchObject({ ok: false, problem: { code: "second-reader" } });
    expect(await store.decisions.opinionsOf("k")).toEqual([]);
  });

  it("is asked only where two texts stand against each other", async () => {
    const finding = await aConflict();
    expect(mayBeAsked(finding)).toBe(true);
    expect(mayBeAsked({ ...finding, group: "technique" })).toBe(false);
    expect(mayBeAsked({ ...finding, evidence: finding.evidence.slice(0, 1) })).toBe(false);
  });

  it("answers are read with words around them, and refused when they are not of the form", () => {
    expect(readAnswer('Đây: {"same_matter":"no","contradict":"unsure","why":"a"} .')?.sameMatter).toBe("no");
    for (const bad of ["", "{", '{"same_matter":"có","contradict":"no"}', "}{"]) expect(readAnswer(bad)).toBeNull();
  });

  it("is off unless set, and must lie in the own network", () => {
    const config = (env: Record<string, string>) => readConfig(env, "/tmp");
    expect(config({})).toMatchObject({ reader: null });
    expect(config({ RASOAT_READER_URL: "http://10.1.2.3:8000/v1/" })).toMatchObject({
      reader: { url: "http://10.1.2.3:8000/v1" },
    });
    expect(isFaults(config({ RASOAT_READER_URL: "http://8.8.8.8/v1" }))).toBe(true);
    expect(isFaults(config({ RASOAT_READER_URL: "file:///etc/passwd" }))).toBe(true);
  });
});
