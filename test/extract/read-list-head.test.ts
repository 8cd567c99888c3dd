import { describe, expect, it } from "vitest";
import { readListHead } from "../../src/extract/read-list-head.ts";

const period = (text: string) => {
  const read = readListHead(text).period;
  return read === null ? null : `${read.from} ${read.to}`;
};

describe("the period of a list", () => {
  it.each([
    ["DANH MỤC VĂN BẢN HẾT HIỆU LỰC NĂM 2025\nSTT", "2025-01-01 2025-12-31"],
    ["DANH MỤC\nVăn bản hết hiệu lực toàn bộ năm 2024\nA. VĂN BẢN HẾT HIỆU LỰC\nSTT", "2024-01-01 2024-12-31"],
    ["DANH MỤC VĂN BẢN HẾT HIỆU LỰC 6 THÁNG ĐẦU NĂM 2026\nSTT", "2026-01-01 2026-06-30"],
    ["DANH MỤC VĂN BẢN HẾT HIỆU LỰC 6 THÁNG CUỐI NĂM 2026\nSTT", "2026-07-01 2026-12-31"],
    ["DANH MỤC VĂN BẢN HẾT HIỆU LỰC THÁNG 2 NĂM 2026\nSTT", "2026-02-01 2026-02-28"],
    ["DANH MỤC VĂN BẢN HẾT HIỆU LỰC QUÝ IV NĂM 2025\nSTT", "2025-10-01 2025-12-31"],
    ["DANH MỤC VĂN BẢN HẾT HIỆU LỰC\nTRONG KỲ HỆ THỐNG HÓA 2019 - 2023\nSTT", "2019-01-01 2023-12-31"],
    ["DANH MỤC VĂN BẢN HẾT HIỆU LỰC TỪ NGÀY 01/02/2025 ĐẾN NGÀY 15/3/2025\nSTT", "2025-02-01 2025-03-15"],
    ["DANH MỤC VĂN BẢN BAN HÀNH TỪ NĂM 2010 ĐẾN NĂM 2020 HẾT HIỆU LỰC NĂM 2025\nSTT", "2025-01-01 2025-12-31"],
    [
      "QUYẾT ĐỊNH\nVề việc công bố Danh mục văn bản hết hiệu lực năm 2025\nCHỦ TỊCH ỦY BAN NHÂN DÂN\nCăn cứ",
      "2025-01-01 2025-12-31",
    ],
  ])("%s", (text, read) => expect(period(text)).toBe(read));

  it.each([
    [
      "no year in its title, one in its first row",
      "DANH MỤC VĂN BẢN HẾT HIỆU LỰC\nSTT\n1\nQuyết định ngày 04 tháng 9 năm 2020",
    ],
    [
      "only the years in which the documents were issued",
      "DANH MỤC VĂN BẢN BAN HÀNH TỪ NĂM 2010 ĐẾN NĂM 2020 HẾT HIỆU LỰC\nSTT",
    ],
    [
      "only the day of the decision",
      "DANH MỤC VĂN BẢN HẾT HIỆU LỰC\n(Kèm theo Quyết định số 9/QĐ-UBND ngày 02 tháng 01 năm 2026)\nSTT",
    ],
    ["nothing", "Văn bản năm 2020"],
  ])("is not said: %s", (_, text) => expect(period(text)).toBeNull());
});

describe("the document that published it", () => {
  it.each([
    ["DANH MỤC\n(Ban hành kèm theo Quyết định số 135/QĐ-UBND ngày 31/01/2024 của Chủ tịch)", "135/QĐ-UBND 2024-01-31"],
    ["(Kèm theo Quyết định số: 35/QĐ-UBND ngày 22 tháng 01 năm 2026)", "35/QĐ-UBND 2026-01-22"],
    ["(Kèm theo Nghị quyết số 35/NQ-HĐND)", "35/NQ-HĐND null"],
    [
      "ỦY BAN NHÂN DÂN TỈNH AN KHÊ\nSố: 35/QĐ-UBND\nAn Khê, ngày 22 tháng 01 năm 2026\nQUYẾT ĐỊNH\nVề việc công bố",
      "35/QĐ-UBND 2026-01-22",
    ],
  ])("%s", (text, read) => {
    const { decision } = readListHead(text);
    expect(`${decision?.symbol} ${decision?.issuedOn}`).toBe(read);
  });

  it.each([
    "(Kèm theo Quyết định số     /QĐ-UBND ngày     tháng 01 năm 2026)",
    "(Kèm theo Quyết định số …/QĐ-UBND ngày …/…/2026)",
    "(Kèm theo Quyết định này)",
  ])("is not said before it is signed: %s", (text) => expect(readListHead(text).decision).toBeNull());
});
