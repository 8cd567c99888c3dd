import { afterAll, beforeAll, expect, test } from "vitest";
import type { WorkId } from "../../src/domain/work.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { type Decision, decideEffect } from "../../src/use-cases/decide-effect.ts";
import { LOCAL_PERSON } from "../../src/domain/account.ts";
import { aDecision, bringIn } from "./place.ts";

let store: Store;
let [target, amender, citing]: WorkId[] = [];

beforeAll(async () => {
  store = await openStore(":memory:");
  const entries = await bringIn(
    store,
    { text: aDecision({ symbol: "11/2025/QĐ-UBND", day: "2025-07-10", effective: "20 tháng 7 năm 2025" }) },
    {
      text: aDecision({
        symbol: "22/2025/QĐ-UBND",
        day: "2025-10-01",
        effective: "15 tháng 10 năm 2025",
        title: "Sửa đổi, bổ sung Quyết định số 11/2025/QĐ-UBND về quản lý đường giao thông nông thôn",
        more: `Điều 9. Sửa đổi, bổ sung Quyết định số 11/2025/QĐ-UBND ngày 10 tháng 7 năm 2025
1. Bổ sung khoản 5a vào sau khoản 5 Điều 1 như sau:
“5a. Kinh phí bảo trì được công khai hằng quý.”
`,
      }),
    },
    {
      text: aDecision({
        symbol: "33/2026/QĐ-UBND",
        day: "2026-02-01",
        title: "Quy định mức chi bảo trì đường xã",
        more: "Điều 9. Mức chi\nMức chi theo khoản 5a Điều 1 Quyết định số 11/2025/QĐ-UBND ngày 10 tháng 7 năm 2025.\n",
      }),
    },
  );
  [target, amender, citing] = entries.map((e) => e.work ?? "");
}, 60_000);
afterAll(() => store.close());

const missing = async () => (await store.links.from(citing ?? "")).flatMap((l) => l.missing);
const decide = async (decision: Decision) => {
  const effect = (await store.effects.on(target ?? "")).find((e) => e.targetEId === "art_1__cl_5a");
  const key = effect?.id ?? "";
  return decideEffect({ store, source: amender ?? "", key, decision, why: "Đọc sai", by: LOCAL_PERSON, now: 9 });
};

test("who cites a unit is linked anew when a person rejects what added it, and when that is taken back", async () => {
  expect(await missing()).toEqual([]);
  expect(await decide({ kind: "reject" })).toMatchObject({ ok: true });
  expect(await missing()).toEqual(["art_1__cl_5a"]);
  expect(await decide({ kind: "undo" })).toMatchObject({ ok: true });
  expect(await missing()).toEqual([]);
});
