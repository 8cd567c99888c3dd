import { describe, expect, it } from "vitest";
import { findLooseDays, looseDay } from "../../src/read/loose-day.ts";
import { findTrackerHeading } from "../../src/read/tracker-columns.ts";
import { writtenDocuments } from "../../src/read/written-documents.ts";
import { readTracker } from "../../src/read/tracker.ts";

describe("days as people type them", () => {
  it.each([
    ["15/11/2021", "2021-11-15"],
    ["15.11.21", "2021-11-15"],
    ["15 tháng 11 năm 2021", "2021-11-15"],
    ["15112021", "2021-11-15"],
    ["1512021", "2021-01-15"],
    ["31/122025", "2025-12-31"],
    ["3112/2025", "2025-12-31"],
    ["15/1O/2O21", "2021-10-15"],
    ["ngày 5/4/2022 (lần 2)", "2022-04-05"],
    ["44515", "2021-11-15"],
  ])("%s", (written, day) => expect(looseDay(written)).toBe(day));

  it.each(["31/02/2021", "1112021", "15/11", "12/2021/QĐ-UBND", "", "nt", "30/6/2021 hoặc 01/7/2021"])(
    "%s is no certain day",
    (written) => expect(looseDay(written)).toBeNull(),
  );

  it("are Excel's own, or the count of its days", () => {
    expect(looseDay(new Date("2021-11-15T00:00:00Z"))).toBe("2021-11-15");
    expect(looseDay(44_515)).toBe("2021-11-15");
    expect(looseDay(15_112_021)).toBe("2021-11-15");
    expect(findLooseDays("từ 01/7/2025 đến 31.12.2025").map((found) => found.day)).toEqual([
      "2025-07-01",
      "2025-12-31",
    ]);
  });
});

describe("documents as cells name them", () => {
  const named = (cell: string) =>
    writtenDocuments(cell).map(({ symbol, day }) => [symbol?.number, symbol?.year, symbol?.code, day]);

  it.each([
    ["12/2021/QĐ-UBND", "QDUBND"],
    ["12/2021/QĐ.UBND", "QDUBND"],
    ["12/2021/QĐ/UBND", "QDUBND"],
    ["12/ 2021/ QÐ - UBND", "QDUBND"],
    ["12/2021/qđ-ubnd", "QDUBND"],
    ["l2/2O21/QD UBND", "QDUBND"],
    ["12/2021/QĐUBND", "QDUBND"],
    ["12/2021", null],
    ["Quyết định số 12/2021", null],
    ["QĐ số 12 năm 2021", null],
  ])("%s", (cell, code) => expect(named(cell)).toEqual([["12", 2021, code, null]]));

  it("several of a cell, each with its own day", () => {
    expect(
      named("1. QĐ 12/2021/QĐ-UBND ngày 15112021 của UBND tỉnh An Khê\n2. NQ số 05/2O20/NQ-HĐND 10.12.2020"),
    ).toEqual([
      ["12", 2021, "QDUBND", "2021-11-15"],
      ["05", 2020, "NQHDND", "2020-12-10"],
    ]);
    expect(named("QĐ 12/2021/QĐ-UBND ngày 15/11/2021 và QĐ 13/2021/QĐ-UBND ngày 16/11/2021")).toHaveLength(2);
    expect(named("12/2021/QĐ-UBND, 13/2021/QĐ-UBND; 14/2021/QĐ-UBND")).toHaveLength(3);
  });

  it("what a title only mentions is not listed, and is told", () => {
    const [one, ...others] = writtenDocuments(
      "Quyết định số 20/2022/QĐ-UBND ngày 01/02/2022 của UBND tỉnh An Khê sửa đổi, bổ sung một số điều của Quyết định số 12/2021/QĐ-UBND ngày 15/11/2021",
    );
    expect(others).toEqual([]);
    expect([one?.symbol?.number, one?.day, one?.issuer, one?.mentions]).toEqual([
      "20",
      "2022-02-01",
      "UBND tỉnh An Khê",
      ["12/2021/QĐ-UBND"],
    ]);
  });

  it("a title may stand before the number", () => {
    const [one] = writtenDocuments(
      "Quy định về quản lý đường xã ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 15/11/2021",
    );
    expect([one?.symbol?.number, one?.symbol?.year, one?.day]).toEqual(["12", null, "2021-11-15"]);
    expect(one?.title).toContain("Quy định về quản lý đường xã");
  });

  it("the number of a document that shall be abolished is spoken of", () => {
    const [one] = writtenDocuments("Bãi bỏ Quyết định số 12/2021/QĐ-UBND");
    expect([one?.symbol, one?.mentions]).toEqual([null, ["12/2021/QĐ-UBND"]]);
  });
});

describe("the heading of a tracker", () => {
  it("is found over two rows, with what each column holds", () => {
    const found = findTrackerHeading([
      ["BẢNG THEO DÕI"],
      [
        "STT",
        "Tên loại, số, ký hiệu, trích yếu",
        "Cơ quan soạn thảo",
        "Thẩm định STP",
        "Thẩm định STP",
        "Số, ngày ban hành",
        "Ưu tiên",
        "Tháng xử lý",
      ],
      [
        "STT",
        "Tên loại, số, ký hiệu, trích yếu",
        "Cơ quan soạn thảo",
        "Số BC",
        "Ngày",
        "Số, ngày ban hành",
        "Ưu tiên",
        "Tháng xử lý",
      ],
      [1, "12/2021/QĐ-UBND", "Sở Xây dựng"],
    ]);
    expect(found?.firstRow).toBe(3);
    expect(found?.columns).toEqual([
      "stt",
      "document",
      "unit",
      "appraised.number",
      "appraised.day",
      "issued",
      null,
      "doneMonth",
    ]);
  });

  it("the day of issue left of the handling is the document's, right of it the result's", () => {
    const found = findTrackerHeading([
      ["TT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Hình thức xử lý", "Số ban hành", "Ngày ban hành"],
      [1, "12/2021/QĐ-UBND", "15/11/2021"],
    ]);
    expect(found?.columns).toEqual(["stt", "document", "issuedOn", "title", "form", "issued.number", "issued.day"]);
  });

  it("a plain list of documents is no tracker", () => {
    expect(findTrackerHeading([["STT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu"]])).toBeNull();
  });
});

describe("a workbook that is none", () => {
  it("is refused with what to do", async () => {
    const read = await readTracker(new TextEncoder().encode("STT;Văn bản"), "bang.csv");
    expect(read.ok ? "" : read.problem.code).toBe("format-mismatch");
  });
});
