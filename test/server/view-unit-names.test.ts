import { expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { PLACES_ONLY, unitNames } from "../../src/use-cases/view-unit-names.ts";

const attached = (eId: string, num: string | null, heading: string | null) => ({ eId, num, heading });

const store = {
  documents: {
    attachmentsOf: () =>
      Promise.resolve(
        new Map([
          [
            "w1",
            [
              attached("att_1", null, "QUY ĐỊNH Trồng tre ven sông"),
              attached("att_2", "II", "PHỤ LỤC II DANH MỤC TRE"),
              attached("att_3", null, "PHỤ LỤC MẪU ĐƠN"),
              attached("att_4", null, "PHỤ LỤC BẢNG GIÁ"),
              attached("att_5", null, null),
            ],
          ],
          ["w2", [attached("att_1", null, "QUY CHẾ Trực đêm")]],
        ]),
      ),
  },
} as unknown as Store;

test("attachments are called what they are", async () => {
  const names = await unitNames(store, ["w1", "w2", null]);
  expect(names.of("w1", "att_1__art_5__cl_2")).toBe("khoản 2 Điều 5 Quy định kèm theo");
  expect(names.of("w1", "att_2")).toBe("Phụ lục II");
  expect(names.of("w1", "att_3")).toBe("Phụ lục kèm theo (thứ 1)");
  expect(names.of("w1", "att_4")).toBe("Phụ lục kèm theo (thứ 2)");
  expect(names.of("w1", "att_5")).toBe("văn bản kèm theo");
  expect(names.of("w2", "att_1__art_1")).toBe("Điều 1 Quy chế kèm theo");
  expect(names.of("w3", "att_1")).toBe(PLACES_ONLY.of(null, "att_1"));
});

test("in a stored sentence the target's names stand outside brackets, the source's inside", async () => {
  const names = await unitNames(store, ["w1", "w2"]);
  expect(
    names.said("Điều 3 văn bản kèm theo 1 được sửa đổi bởi Quyết định số 9 (Điều 1 văn bản kèm theo 1)", "w1", "w2"),
  ).toBe("Điều 3 Quy định kèm theo được sửa đổi bởi Quyết định số 9 (Điều 1 Quy chế kèm theo)");
});
