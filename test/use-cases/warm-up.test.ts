import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { findingQueue } from "../../src/use-cases/finding-queue.ts";
import { viewAttention } from "../../src/use-cases/view-attention.ts";
import { warmUp } from "../../src/use-cases/warm-up.ts";
import { aFinding, aWork } from "../store/build.ts";

const today = "2026-11-26";
const work = aWork({ symbol: "1/2026/QĐ-UBND" });
let store: Store;
beforeEach(async () => {
  store = await openStore(":memory:");
  await store.works.save([work]);
  await store.findings.record(today, [aFinding(work, { key: "a" })], 1);
});
afterEach(() => store.close());

it("leaves nothing over the whole collection to who opens a page first", async () => {
  await warmUp(store, { today, now: Date.parse(today), signal: new AbortController().signal });
  const faces = vi.spyOn(store.findings, "faces");
  const counts = vi.spyOn(store.worklists, "counts");
  expect((await findingQueue(store, {}, { by: "Lan", today })).rows).toHaveLength(1);
  await viewAttention(store, today);
  expect(faces).not.toHaveBeenCalled();
  expect(counts).not.toHaveBeenCalled();
});

it("stops when the program ends", async () => {
  const faces = vi.spyOn(store.findings, "faces");
  const stop = new AbortController();
  stop.abort();
  await warmUp(store, { today, now: 0, signal: stop.signal });
  expect(faces).not.toHaveBeenCalled();
});
