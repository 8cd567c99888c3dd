import { afterEach, beforeEach, expect, test } from "vitest";
import type { StatusName } from "../../src/domain/status.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { viewSearch } from "../../src/use-cases/view-search.ts";
import { aDocument, anEntry, aPeriod, aWork } from "../store/build.ts";

const ON = "2026-06-30";
let store: Store;
beforeEach(async () => {
  store = await openStore(":memory:");
});
afterEach(() => store.close());

/** `n` documents that all say the same; each third is over. */
async function fill(n: number): Promise<void> {
  const statuses: readonly StatusName[] = ["in-force", "ceased", "unknown"];
  for (let i = 0; i < n; i++) {
    const work = aWork({ symbol: `${i + 1}/2025/QĐ-UBND`, title: `Về việc thứ ${i}` });
    const clauses = Array.from({ length: 1 + (i % 6) }, () => "Chủ bến nộp hồ sơ.");
    await store.withTransaction(async () => {
      await store.works.save([work]);
      await store.documents.add(anEntry(work, aDocument(work.title ?? "", [{ heading: "Hồ sơ", clauses }])));
      const status = statuses[i % 3] as StatusName;
      await store.statuses.replace([work.id], [aPeriod(work, { from: "2025-09-01", to: null, status })]);
    });
  }
}

test("pages of documents follow each other without gap or repeat, what is applied first", async () => {
  await fill(50);
  const seen: string[] = [];
  const tiers: string[] = [];
  let after: string | undefined;
  do {
    const view = await viewSearch(store, { q: "chủ bến", filter: {}, after }, ON);
    expect(view.documents).toBe(50);
    seen.push(...view.groups.map((group) => group.work.id));
    tiers.push(...view.groups.map((group) => group.status));
    after = view.next ?? undefined;
  } while (after !== undefined);
  expect(new Set(seen).size).toBe(50);
  expect(seen.length).toBe(50);
  const order: readonly string[] = ["in-force", "unknown", "ceased"];
  expect(tiers).toEqual([...tiers].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
});

test("a mangled cursor starts at the beginning", async () => {
  await fill(3);
  for (const after of ["x", "W10", Buffer.from('["a",1,2]').toString("base64url")])
    expect((await viewSearch(store, { q: "chủ bến", filter: {}, after }, ON)).groups.length).toBe(3);
});

test("inside one document all provisions are the list, a page at a time", async () => {
  await fill(6);
  const all = await viewSearch(store, { q: "chủ bến", filter: {} }, ON);
  const most = all.groups.find((group) => group.more > 0);
  const inside = await viewSearch(store, { q: "chủ bến", filter: { document: most?.work.id } }, ON);
  expect(inside.inside?.id).toBe(most?.work.id);
  expect(inside.groups).toHaveLength(1);
  expect(inside.groups[0]?.hits.length).toBe((most?.hits.length ?? 0) + (most?.more ?? 0));
});

test("figures beside the filters count documents of what was found", async () => {
  await fill(9);
  const { facets } = await viewSearch(store, { q: "chủ bến", filter: {} }, ON);
  expect(facets.status).toEqual([
    { value: "ceased", n: 3 },
    { value: "in-force", n: 3 },
    { value: "unknown", n: 3 },
  ]);
  expect(facets.applied).toBe(3);
  const narrowed = await viewSearch(store, { q: "chủ bến", filter: { applied: true } }, ON);
  expect(narrowed.documents).toBe(3);
  expect(narrowed.facets.status).toEqual([{ value: "in-force", n: 3 }]);
});

test("a law is found by its name and by its initials, a unit of it by both", async () => {
  const law = aWork({
    symbol: "31/2024/QH15",
    type: "luat",
    title: "Bến thủy nội địa",
    issuer: "Quốc hội",
  });
  await store.withTransaction(async () => {
    await store.works.save([law]);
    await store.documents.add(anEntry(law, aDocument("Bến thủy nội địa", [{ heading: "Phạm vi", clauses: ["Bến."] }])));
  });
  for (const q of ["điều 1 luật bến thủy nội địa", "dieu 1 luat ben thuy noi dia", "điều 1 BTNĐ"])
    expect((await viewSearch(store, { q, filter: {} }, ON)).jumps[0], q).toMatchObject({
      eId: "art_1",
      unit: "Điều 1",
    });
});
