import { expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { facetOf, fileAll, fileWorks } from "../../src/use-cases/work-facets.ts";
import { aWork } from "../store/build.ts";
import { aDecision, bringIn } from "./place.ts";

const KNOWN = new Map();

test("a body that bears one name through several lives is filed under each of them", async () => {
  const store = await openStore(":memory:");
  const before = aWork({ symbol: "1/2024/QĐ-UBND", issuer: "Ủy ban nhân dân tỉnh An Giang", issuedOn: "2024-05-01" });
  const after = aWork({ symbol: "1/2026/QĐ-UBND", issuer: "Ủy ban nhân dân tỉnh An Giang", issuedOn: "2026-05-01" });
  const [a, b] = [await facetOf(store, before, KNOWN), await facetOf(store, after, KNOWN)];
  expect(a.body).not.toBe(b.body);
  expect(a.bodyName).toMatch(/^Ủy ban nhân dân tỉnh An Giang \(.*trước 01\/07\/2025\)$/u);
  expect([a.level, b.level]).toEqual(["province", "province"]);
  const commune = { issuer: "Ủy ban nhân dân xã Mộc Sơn", symbol: "1/2026/QĐ-UBND" };
  const old = await facetOf(store, aWork({ ...commune, issuedOn: "2025-06-30" }), KNOWN);
  const now = await facetOf(store, aWork({ ...commune, issuedOn: "2025-07-01" }), KNOWN);
  expect([old.level, now.level]).toEqual(["commune", "commune"]);
  expect(old.body).not.toBe(now.body);
  await store.close();
});

test("what is imported is filed at once; an older index files the rest once", async () => {
  const store = await openStore(":memory:");
  const [entry] = await bringIn(store, { text: aDecision({ symbol: "50/2025/QĐ-UBND" }) });
  const id = entry?.work ?? "";
  expect((await store.facets.of([id])).get(id)?.level).toBe("province");
  expect(await fileAll(store)).toBe(1);
  expect(await fileAll(store)).toBe(0);
  await fileWorks(store, ["not a work"], KNOWN);
  expect(await store.facets.all()).toHaveLength(1);
  await store.close();
});
