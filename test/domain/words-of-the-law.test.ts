import { describe, expect, it } from "vitest";
import { compareNumbers, eIdName, isUnder, parentEId } from "../../src/domain/e-id.ts";
import { fold, plain } from "../../src/domain/fold.ts";
import { issuerKey, parseIssuer } from "../../src/domain/issuer.ts";
import { addDays, daysBetween, legalDate, parseDate } from "../../src/domain/legal-date.ts";
import { toSourceSpan, verbatimStretch } from "../../src/domain/span.ts";
import { canonicalSymbol, parseSymbol, symbolKey } from "../../src/domain/symbol.ts";

describe("symbols", () => {
  it.each([
    ["63/ 2006/QĐ - UBND", "63/2006/QĐ-UBND"],
    ["055/2025/QĐ-UBND", "055/2025/QĐ-UBND"],
    ["Số: 12/2020/QÐ–TTg", "12/2020/QĐ-TTg"],
    ["12/2020/qđ-ttg", "12/2020/QĐ-TTg"],
    ["09B/2013/TT-BTP", "09b/2013/TT-BTP"],
    ["66.7/2025/NQ-CP.", "66.7/2025/NQ-CP"],
    ["01/NQ-TTHĐND", "01/NQ-TTHĐND"],
  ])("%s is written %s", (raw, canonical) => {
    expect(canonicalSymbol(raw)).toBe(canonical);
  });

  it("keeps leading zeros apart and joins writings of one symbol for look-up", () => {
    expect(symbolKey("055/2025/QĐ-UBND")).not.toBe(symbolKey("55/2025/QĐ-UBND"));
    expect(symbolKey("09/2024/QĐ/UBND")).toBe(symbolKey("09/2024/QĐ-UBND"));
  });

  it.each([
    ["64/2025/QH15", "luat", 2025],
    ["01/2012/UBTVQH13", "nghi-quyet", 2012],
    ["34/2016/NĐ-CP", "nghi-dinh", 2016],
    ["77-CP", "nghi-dinh", null],
    ["55/2005/TTLT-BNV-VPCP", "thong-tu-lien-tich", 2005],
    ["07/2012/CT-UBND", "chi-thi", 2012],
    ["569/QĐ-UBND", "quyet-dinh", null],
    ["3076/QĐ-UB", "quyet-dinh", null],
  ])("%s is a %s of %s", (symbol, type, year) => {
    expect(parseSymbol(symbol)).toMatchObject({ type, year });
  });
});

describe("dates", () => {
  it("knows the calendar", () => {
    expect(legalDate(2026, 6, 31)).toBeNull();
    expect(legalDate(2024, 2, 29)).toBe("2024-02-29");
    expect(parseDate("ngày 05 tháng 4 năm 2021")).toBe("2021-04-05");
    expect(parseDate("5/4/2021")).toBe("2021-04-05");
    expect(parseDate("31/122025")).toBeNull();
  });

  it("counts days as the law on promulgation does: issued + N", () => {
    expect(addDays("2025-12-26", 10)).toBe("2026-01-05");
    expect(daysBetween("2019-07-01", "2019-07-08")).toBe(7);
  });
});

describe("units", () => {
  it("orders numbers the Vietnamese way", () => {
    const sorted = ["6", "5b", "5", "10", "5a"].sort(compareNumbers);
    expect(sorted).toEqual(["5", "5a", "5b", "6", "10"]);
    expect(["e", "đ", "d", "a", "g"].sort(compareNumbers)).toEqual(["a", "d", "đ", "e", "g"]);
  });

  it("names and nests", () => {
    expect(eIdName("art_5__cl_2__point_đ")).toBe("điểm đ khoản 2 Điều 5");
    expect(eIdName("att_1__art_5")).toBe("Điều 5 văn bản kèm theo 1");
    expect(isUnder("art_5__cl_2", "art_5")).toBe(true);
    expect(isUnder("art_50", "art_5")).toBe(false);
    expect(parentEId("art_5")).toBeNull();
  });
});

describe("issuers", () => {
  it.each([
    ["Ủy ban nhân dân tỉnh An Khê", "ubnd", "province"],
    ["UBND xã Bình Lâm", "ubnd", "commune"],
    ["Hội đồng nhân dân huyện Sông Con", "hdnd", "district"],
    ["Bộ trưởng Bộ Xây dựng", "bo", "central"],
    ["Thủ tướng Chính phủ", "thu-tuong", "central"],
    ["Chủ tịch Ủy ban nhân dân tỉnh An Khê", "chu-tich-ubnd", "province"],
  ])("%s is %s at %s", (name, organ, level) => {
    expect(parseIssuer(name)).toMatchObject({ organ, level });
  });

  it("joins short and long writings", () => {
    expect(issuerKey("UBND tỉnh An Khê")).toBe(issuerKey("Uỷ ban nhân dân tỉnh An Khê"));
    expect(issuerKey("UBND tỉnh An Khê")).not.toBe(issuerKey("UBND tỉnh Khê Giang"));
  });
});

describe("texts", () => {
  it("folds đ, which databases forget, and keeps the number of words", () => {
    expect(fold("Đất đai ở Ðắk Lắk")).toBe("dat dai o dak lak");
    expect(plain("Hoà, thuỷ")).toBe(plain("hòa thủy"));
    expect(plain("Khoản 2, loại quý")).toBe("khoản 2 loại quý");
  });

  it("quotes the longer side of a page head that stands in the middle of a sentence", () => {
    // "Điều 5 hết " + 40 foreign characters + "hiệu lực toàn bộ", normalised without the head
    const map = [
      [0, 0],
      [11, 51],
    ] as const;
    expect(verbatimStretch(map, { start: 0, end: 27 })).toEqual({ start: 11, end: 27 });
    expect(verbatimStretch(map, { start: 0, end: 11 })).toEqual({ start: 0, end: 11 });
    expect(
      verbatimStretch(
        [
          [0, 0],
          [5, 7],
        ],
        { start: 0, end: 20 },
      ),
    ).toEqual({ start: 0, end: 20 });
  });

  it("leads a span back to the source, dirt after it left outside", () => {
    // source "Điều  5" (two spaces), normalised "Điều 5"
    expect(
      toSourceSpan(
        [
          [0, 0],
          [5, 6],
        ],
        { start: 0, end: 6 },
      ),
    ).toEqual({ start: 0, end: 7 });
    expect(
      toSourceSpan(
        [
          [0, 0],
          [5, 6],
        ],
        { start: 0, end: 5 },
      ),
    ).toEqual({ start: 0, end: 5 });
  });
});
