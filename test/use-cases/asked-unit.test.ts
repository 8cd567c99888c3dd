import { expect, test } from "vitest";
import { askedUnit, placesOf } from "../../src/use-cases/asked-unit.ts";

test.each([
  ["khoản 2 điều 5 17/2025/QĐ-UBND", "art_5__cl_2", "17/2025/QĐ-UBND"],
  ["Điều 5 khoản 2 của Quyết định 17/2025/QĐ-UBND", "art_5__cl_2", "Quyết định 17/2025/QĐ-UBND"],
  ["diem a khoan 1 dieu 3, nd 742/2024", "art_3__cl_1__point_a", "nd 742/2024"],
  ["điểm đ khoản 1 Điều 3 luật đất đai", "art_3__cl_1__point_đ", "luật đất đai"],
  ["Điều 6a luật đất đai", "art_6a", "luật đất đai"],
  ["Điều ５ 17/2025", "art_5", "17/2025"],
])("%s names a unit", (q, eId, rest) => {
  expect(askedUnit(q)).toEqual({ eId, rest });
});

test.each(["khoản 2 17/2025/QĐ-UBND", "điều kiện mở bến", "điều 17/2025", "Điều lệ", "đa điều 5x9", ""])(
  "%s names none",
  (q) => expect(askedUnit(q)).toBeNull(),
);

test("a unit may stand in the document's own articles and in what is attached", () => {
  const units = new Set(["art_1", "art_2", "att_1__art_2", "att_1__art_2__cl_1", "att_II__art_2"]);
  expect(placesOf("art_2", units)).toEqual(["art_2", "att_1__art_2", "att_II__art_2"]);
  expect(placesOf("art_2__cl_1", units)).toEqual(["att_1__art_2__cl_1"]);
  expect(placesOf("art_9", units)).toEqual([]);
});
