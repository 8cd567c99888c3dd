import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { readPasted } from "../../src/use-cases/pasted-list.ts";
import { aWork } from "../store/build.ts";

let store: Store;
beforeAll(async () => {
  store = await openStore(":memory:");
  await store.works.save([
    aWork({
      symbol: "8/2024/NQ-HĐND",
      issuer: "Hội đồng nhân dân tỉnh An Khê",
      issuedOn: "2024-07-18",
      type: "nghi-quyet",
    }),
    aWork({
      symbol: "8/2024/NQ-HĐND",
      issuer: "Hội đồng nhân dân tỉnh An Sơn",
      issuedOn: "2024-06-26",
      type: "nghi-quyet",
    }),
    aWork({ symbol: "055/2025/QĐ-UBND", issuedOn: "2025-03-01" }),
    aWork({ symbol: "3076/QĐ-UB", issuedOn: "2004-05-06" }),
  ]);
});
afterAll(() => store.close());

/** `symbol day` of what was matched; the lines that were not. */
const read = async (text: string) => {
  const list = await readPasted(store, text);
  return {
    works: list.works.map(({ work }) => `${work.symbol} ${work.issuedOn}`),
    several: list.several.map(({ line }) => line),
    unfound: list.unfound,
  };
};

test("a day in the line tells documents of one number apart, in figures or in words", async () => {
  expect(await read("Nghị quyết số 08/2024/NQ-HĐND ngày 26/6/2024")).toMatchObject({
    works: ["8/2024/NQ-HĐND 2024-06-26"],
  });
  const words = "Nghị quyết số 8/2024/NQ-HĐND ngày 18 tháng 7 năm 2024 của Hội đồng nhân dân tỉnh An Khê";
  expect(await read(words)).toMatchObject({ works: ["8/2024/NQ-HĐND 2024-07-18"], several: [] });
});

test("without a day, or with one that none of them bears, a person has to choose", async () => {
  expect((await read("8/2024/NQ-HĐND")).several).toEqual(["8/2024/NQ-HĐND"]);
  expect((await read("055/2025/QĐ-UBND ngày 02/03/2025")).several).toEqual(["055/2025/QĐ-UBND ngày 02/03/2025"]);
});

test("spaces, several numbers in a line, old numbers, the same document twice", async () => {
  const text = "1\tQuyết định 055 /2025/ QĐ - UBND; số 3076/QĐ-UB\r\n\r\n2\t055/2025/QĐ-UBND\n";
  expect(await read(text)).toEqual({
    works: ["055/2025/QĐ-UBND 2025-03-01", "3076/QĐ-UB 2004-05-06"],
    several: [],
    unfound: [],
  });
});

test("what no document bears and what holds no number is handed back as it was written", async () => {
  const text = "99/2099/QĐ-UBND\nSTT Tên văn bản\n055/2025/QĐ-UBND và 98/2099/QĐ-UBND";
  expect((await read(text)).unfound).toEqual([
    "99/2099/QĐ-UBND",
    "STT Tên văn bản",
    "98/2099/QĐ-UBND (055/2025/QĐ-UBND và 98/2099/QĐ-UBND)",
  ]);
});
