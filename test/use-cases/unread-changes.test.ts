import { expect, test } from "vitest";
import type { StoredLink } from "../../src/store/store.ts";
import { unreadChanges } from "../../src/use-cases/unread-changes.ts";
import { effect, madeDocument, work } from "../timeline/made-up.ts";

const BASE = work("12/2025/QĐ-UBND", "2025-07-10", "2025-07-20");
const LATER = work("04/2026/QĐ-UBND", "2026-02-10", "2026-03-01");
const document = madeDocument([
  ["art_1", "article", "Điều 1. Phạm vi"],
  ["art_2", "article", "Điều 2. Mức hỗ trợ"],
]);
const units = new Set(["art_1", "art_2"]);

const link = (within: string | null, eIds: readonly string[]): StoredLink => ({
  from: LATER.id,
  citation: 0,
  target: 0,
  within,
  start: 0,
  end: 9,
  text: "khoản 3 Điều 2 Quyết định số 12/2025/QĐ-UBND",
  role: "amends",
  key: null,
  resolution: { kind: "work", work: BASE.id, how: "số ký hiệu" },
  eIds,
  missing: [],
});

const told = (links: readonly StoredLink[], effects = [] as ReturnType<typeof effect>[], on = "2026-06-01") =>
  unreadChanges({ document, links, effects, works: new Map([[LATER.id, LATER]]) }, units, on);

test("a clause that speaks of a change and gave no instruction stands at the unit it means, once", () => {
  const found = told([link("art_1__cl_2", ["art_2__cl_3"]), link("art_1__cl_2", ["art_2__cl_3"])]);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    by: "04/2026/QĐ-UBND",
    byEId: "art_1__cl_2",
    place: "art_2",
    target: "art_2__cl_3",
  });
  expect(found[0]?.todo).not.toBe("");
});

test("nothing is said of a clause whose instruction was read, nor before its document holds", () => {
  const read = effect("repeal", LATER.id, BASE.id, "2026-03-01", { sourceEId: "art_1__cl_2", targetEId: "art_1" });
  expect(told([link("art_1__cl_2", [])], [read])).toEqual([]);
  expect(told([link("art_1__cl_2", [])], [], "2026-02-28")).toEqual([]);
});

test("a phrase changed in the whole document by one clause does not speak for another", () => {
  const phrase = effect("replace-phrase", LATER.id, BASE.id, "2026-03-01", {
    sourceEId: "art_1__cl_1",
    phraseFrom: "hộ nuôi ong",
    phraseTo: "hộ nuôi tằm",
  });
  expect(told([link("art_2", [])], [phrase])).toHaveLength(1);
  expect(told([link("art_1", [])], [phrase])).toEqual([]);
});
