import { describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { StoredLink } from "../../src/store/store.ts";
import { aDecision, bringIn } from "./place.ts";

const TARGET = aDecision({ symbol: "11/2021/QĐ-UBND", day: "2021-02-01", province: "An Sơn", effective: "15/02/2021" });
const AMENDER = aDecision({
  symbol: "22/2022/QĐ-UBND",
  day: "2022-03-01",
  province: "An Sơn",
  effective: "15/3/2022",
  title: "Sửa đổi, bổ sung Quyết định số 11/2021/QĐ-UBND về quản lý đường giao thông nông thôn",
  more: `Điều 9. Sửa đổi, bổ sung Quyết định số 11/2021/QĐ-UBND ngày 01 tháng 02 năm 2021
1. Bổ sung khoản 5a vào sau khoản 5 Điều 1 như sau:
“5a. Kinh phí bảo trì được công khai hằng quý.”
2. Bãi bỏ khoản 4 Điều 1.
`,
});
const citing = (symbol: string, day: string): string =>
  aDecision({
    symbol,
    day,
    province: "An Sơn",
    title: "Quy định mức chi bảo trì đường xã",
    more: `Điều 9. Mức chi
Mức chi theo khoản 4 Điều 1 và khoản 5a Điều 1 Quyết định số 11/2021/QĐ-UBND ngày 01 tháng 02 năm 2021.
Trình tự theo Quyết định số 77/2020/QĐ-UBND${day < "2022" ? " ngày 05 tháng 6 năm 2020" : ""}.
`,
  });
const BEFORE = citing("12/2021/QĐ-UBND", "2021-06-01");
const AFTER = citing("33/2023/QĐ-UBND", "2023-06-01");

/** Everything that linking leaves: links, effects, periods, and the works named only by others. */
async function afterImports(...batches: readonly (readonly string[])[]) {
  const store = await openStore(":memory:");
  for (const batch of batches) await bringIn(store, ...batch.map((text) => ({ text })));
  const links: StoredLink[] = [];
  const effects = [];
  for (const id of await store.documents.indexedWorks()) {
    links.push(...(await store.links.from(id)));
    effects.push(...(await store.effects.from(id)));
  }
  const cited = (await store.works.all()).filter((w) => w.known === "cited");
  const symbols = new Map((await store.works.all()).map((w) => [w.id, w.symbol]));
  await store.close();
  return { links, effects, cited, symbols };
}

describe("linking", () => {
  it("checks units in the version of the citing day, and gives an undated mention its dated twin, in any order", async () => {
    const whole = await afterImports([TARGET, AMENDER, BEFORE, AFTER]);
    const missed = whole.links.filter((l) => l.missing.length > 0);
    // before the amendment nobody could cite what it inserted; afterwards everybody may
    expect(missed.map((l) => [whole.symbols.get(l.from), l.missing])).toEqual([["12/2021/QĐ-UBND", ["art_1__cl_5a"]]]);
    const trace = whole.cited.filter((w) => w.symbol === "77/2020/QĐ-UBND");
    expect(trace).toMatchObject([{ issuedOn: "2020-06-05" }]);
    const backwards = await afterImports([AFTER], [BEFORE], [AMENDER], [TARGET]);
    expect(backwards).toEqual(whole);
    const amenderLast = await afterImports([TARGET, AFTER], [BEFORE], [AMENDER]);
    expect(amenderLast).toEqual(whole);
  }, 120_000);

  it("two days are two documents; once the only day is gone, the mention stands alone again", async () => {
    const other = AFTER.replace("77/2020/QĐ-UBND.", "77/2020/QĐ-UBND ngày 06 tháng 6 năm 2020.").replace(
      "33/2023",
      "34/2023",
    );
    const three = await afterImports([AFTER, BEFORE], [other]);
    expect(three.cited.filter((w) => w.symbol === "77/2020/QĐ-UBND").map((w) => w.issuedOn)).toEqual(
      expect.arrayContaining(["2020-06-05", "2020-06-06", null]),
    );
    const corrected = BEFORE.replace(" ngày 05 tháng 6 năm 2020", "");
    const alone = await afterImports([AFTER, BEFORE], [corrected]);
    expect(alone.cited.filter((w) => w.symbol === "77/2020/QĐ-UBND").map((w) => w.issuedOn)).toEqual([null]);
  }, 120_000);
});
