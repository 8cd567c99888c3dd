import { afterEach, beforeEach, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { nextRevision } from "../../src/use-cases/index-revision.ts";
import { type RestsOn, rememberedFindings } from "../../src/use-cases/remembered.ts";
import { aFinding, aWork } from "../store/build.ts";

const work = aWork({ symbol: "1/2026/QĐ-UBND" });
let store: Store;
let computed: number;
beforeEach(async () => {
  computed = 0;
  store = await openStore(":memory:");
  await store.works.save([work]);
  await store.findings.record("2026-11-26", [aFinding(work, { key: "a" })], 1);
});
afterEach(() => store.close());

const ask = (restsOn: RestsOn, key = "figure"): Promise<number> =>
  rememberedFindings(store, restsOn, key, async () => ++computed);

const decide = (at: number): Promise<boolean> =>
  store.decisions.add(
    { id: "d", finding: "a", verdict: "confirmed", reason: "Đúng", by: "Lan", at, undoneAt: null, until: null },
    null,
  );

it("computes once, also for those who ask at the same time", async () => {
  expect(await Promise.all([ask("decided"), ask("decided")])).toEqual([1, 1]);
  expect(await ask("decided")).toBe(1);
  expect(await ask("decided", "another")).toBe(2);
});

it("computes again what a decision changes, and nothing else", async () => {
  expect([await ask("decided"), await ask("raised")]).toEqual([1, 2]);
  expect(await decide(2)).toBe(true);
  expect([await ask("decided"), await ask("raised")]).toEqual([3, 2]);
  await store.decisions.undo("d", 3);
  expect([await ask("decided"), await ask("raised")]).toEqual([4, 2]);
});

it("computes again after a run of the rules, an exemption, and a change of the index", async () => {
  expect(await ask("raised")).toBe(1);
  await store.findings.record("2026-11-27", [], 2);
  expect(await ask("raised")).toBe(2);
  await store.findings.setSuppressed(["a"], null);
  expect(await ask("raised")).toBe(3);
  await nextRevision(store);
  expect(await ask("raised")).toBe(4);
});

it("keeps the answer of a query that is asked whenever it is waited for", async () => {
  // biome-ignore lint/suspicious/noThenProperty: as queries of the store are made
  const query = { then: (answer: (n: number) => void) => answer(++computed) } as unknown as Promise<number>;
  const asked = () => rememberedFindings(store, "raised", "query", () => query);
  expect([await asked(), await asked()]).toEqual([1, 1]);
});

it("forgets a failure", async () => {
  const fail = (): Promise<number> =>
    rememberedFindings(store, "raised", "figure", () => Promise.reject(new Error("no")));
  await expect(fail()).rejects.toThrow("no");
  expect(await ask("raised")).toBe(1);
});
