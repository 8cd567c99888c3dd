import { describe, expect, it } from "vitest";
import { asOfWords, periodWords } from "../../../src/report/forms/period-words.ts";
import { inTextOrder, unitsInWords } from "../../../src/report/forms/unit-names.ts";

describe("the words of a period", () => {
  it.each([
    ["2026-01-01", "2026-12-31", "năm 2026"],
    ["2026-12-05", "2026-12-05", "ngày 05/12/2026"],
    ["2026-02-01", "2026-02-28", "tháng 2 năm 2026"],
    ["2024-02-01", "2024-02-29", "tháng 2 năm 2024"],
    ["2026-10-01", "2026-12-31", "quý IV năm 2026"],
    ["2026-07-01", "2026-12-31", "6 tháng cuối năm 2026"],
    ["2026-02-01", "2026-04-30", "từ ngày 01/02/2026 đến ngày 30/04/2026"],
    ["2026-11-03", "2026-11-20", "từ ngày 03/11/2026 đến ngày 20/11/2026"],
    ["2024-01-01", "2028-12-31", "trong kỳ hệ thống hóa 2024 - 2028"],
    ["2025-01-01", "2026-12-31", "từ năm 2025 đến năm 2026"],
    ["2025-07-01", "2026-06-30", "từ ngày 01/07/2025 đến ngày 30/06/2026"],
  ])("%s to %s", (from, to, said) => {
    expect(periodWords({ from, to })).toBe(said);
  });

  it("says the day too where a list is of a day", () => {
    expect(asOfWords({ from: "2026-01-01", to: "2026-12-31" })).toBe("tính đến ngày 31/12/2026");
    expect(asOfWords({ from: "2024-01-01", to: "2028-12-31" })).toBe(
      "trong kỳ hệ thống hóa 2024 - 2028, tính đến ngày 31/12/2028",
    );
  });
});

describe("the names of units in a list", () => {
  const said = (...units: readonly (readonly [string, string])[]) => unitsInWords(new Map(units));

  it("follows the text by numbers, not by letters, with what is attached after it", () => {
    const eIds = ["att_1__art_2", "art_10", "art_2__cl_10", "art_2__cl_9", "art_2", "art_9a", "art_9"];
    expect([...eIds].sort(inTextOrder)).toEqual([
      "art_2",
      "art_2__cl_9",
      "art_2__cl_10",
      "art_9",
      "art_9a",
      "art_10",
      "att_1__art_2",
    ]);
  });

  it("says the article once for its clauses, and the clause once for its points", () => {
    expect(
      said(
        ["art_12", "Điều 12"],
        ["art_5__cl_3", "khoản 3 Điều 5"],
        ["art_5__cl_1", "khoản 1 Điều 5"],
        ["art_6__cl_1__point_a", "điểm a khoản 1 Điều 6"],
        ["art_6__cl_1__point_b", "điểm b khoản 1 Điều 6"],
      ),
    ).toBe("khoản 1, khoản 3 Điều 5; điểm a, điểm b khoản 1 Điều 6; Điều 12");
  });

  it("says the attachment once, and keeps apart what only loses some words", () => {
    expect(
      said(
        ["att_1__art_14", "Điều 14 Quy định kèm theo"],
        ["att_1__art_10__cl_1", "cụm từ tại khoản 1 Điều 10 Quy định kèm theo"],
        ["att_1__art_5__cl_2", "khoản 2 Điều 5 Quy định kèm theo"],
        ["art_3", "Điều 3"],
      ),
    ).toBe("Điều 3; khoản 2 Điều 5; cụm từ tại khoản 1 Điều 10; Điều 14 Quy định kèm theo");
  });
});
