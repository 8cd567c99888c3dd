import { afterAll, beforeAll, expect, test } from "vitest";
import type { WorkId } from "../../src/domain/work.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { viewCitationCard } from "../../src/use-cases/view-citation-card.ts";
import { aDecision, bringIn } from "./place.ts";

const TODAY = "2026-06-30";
let store: Store;
let [target, early, late]: WorkId[] = [];

const citing = (symbol: string, day: string): string =>
  aDecision({
    symbol,
    day,
    title: "Quy định mức chi bảo trì đường xã",
    more: "Điều 9. Mức chi\nMức chi theo khoản 4 Điều 1 Quyết định số 11/2025/QĐ-UBND ngày 10 tháng 7 năm 2025.\n",
  });

beforeAll(async () => {
  store = await openStore(":memory:");
  const amender = aDecision({
    symbol: "22/2025/QĐ-UBND",
    day: "2025-10-01",
    effective: "15 tháng 10 năm 2025",
    title: "Sửa đổi, bổ sung Quyết định số 11/2025/QĐ-UBND về quản lý đường giao thông nông thôn",
    more: `Điều 9. Sửa đổi, bổ sung Quyết định số 11/2025/QĐ-UBND ngày 10 tháng 7 năm 2025
1. Sửa đổi khoản 4 Điều 1 như sau:
“4. Ủy ban nhân dân cấp xã kiểm tra mặt đường mỗi quý một lần.”
2. Bổ sung khoản 5a vào sau khoản 5 Điều 1 như sau:
“5a. Kinh phí bảo trì được công khai hằng quý.”
3. Bãi bỏ khoản 3 Điều 1.
`,
  });
  const entries = await bringIn(
    store,
    { text: aDecision({ symbol: "11/2025/QĐ-UBND", day: "2025-07-10", effective: "20 tháng 7 năm 2025" }) },
    { text: amender },
    { text: citing("12/2025/QĐ-UBND", "2025-08-01") },
    { text: citing("33/2026/QĐ-UBND", "2026-02-01") },
  );
  [target, , early, late] = entries.map((e) => e.work ?? "");
}, 60_000);
afterAll(() => store.close());

const card = (eId: string, from: WorkId | null | undefined) =>
  viewCitationCard(store, target ?? "", eId, TODAY, from ?? null);

test("the words are those of the citing day, and it is said that they have changed since", async () => {
  const then = await card("art_1__cl_4", early);
  expect(then?.words).toContain("sau mỗi đợt mưa lớn");
  expect(then).toMatchObject({ citedOn: "2025-08-01", differs: "changed", unsure: false, missing: false });
  const now = await card("art_1__cl_4", late);
  expect(now?.words).toContain("mỗi quý một lần");
  expect(now).toMatchObject({ differs: null, deadThen: null });
});

test("what was repealed before it was cited is told apart from what ended later", async () => {
  expect(await card("art_1__cl_3", late)).toMatchObject({ deadThen: "repealed", differs: null, missing: false });
  const later = await card("art_1__cl_3", early);
  expect(later).toMatchObject({ deadThen: null, differs: "repealed" });
  expect(later?.words).toContain("Chủ phương tiện");
});

test("a unit added later shows its words, and that it was not there", async () => {
  expect(await card("art_1__cl_5a", early)).toMatchObject({ differs: "added-later", missing: false });
  expect((await card("art_1__cl_5a", late))?.words).toContain("công khai hằng quý");
  expect(await card("art_1__cl_9", late)).toMatchObject({ missing: true, words: null });
});

test("where nobody says who cites, the words are those of the day looked at", async () => {
  const today = await card("art_1__cl_4", null);
  expect(today?.words).toContain("mỗi quý một lần");
  expect(today).toMatchObject({ citedOn: null, differs: null });
});
