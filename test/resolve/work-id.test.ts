import { describe, expect, it } from "vitest";
import { isCentralSymbol, workIdOf } from "../../src/resolve/work-id.ts";

const decree = { type: "nghi-dinh", symbol: "742/2024/NĐ-CP", issuer: "Chính phủ", issuedOn: "2024-06-14" } as const;
const local = {
  type: "quyet-dinh",
  symbol: "03/2025/QĐ-UBND",
  issuer: "Ủy ban nhân dân tỉnh An Khê",
  issuedOn: "2025-08-15",
} as const;

describe("workIdOf", () => {
  it("is 16 hex digits", () => {
    expect(workIdOf(decree)).toMatch(/^[0-9a-f]{16}$/u);
  });

  it("gives a central document one identity with or without day and issuer, and in any writing of its number", () => {
    expect(workIdOf({ ...decree, issuer: null, issuedOn: null })).toBe(workIdOf(decree));
    expect(workIdOf({ ...decree, issuedOn: "2024-06-15", type: "khac" })).toBe(workIdOf(decree));
    expect(workIdOf({ ...decree, symbol: "742/2024/NÐ-CP" })).toBe(workIdOf(decree));
  });

  it("tells central numbers without a year apart by the year of issue", () => {
    const order = { type: "quyet-dinh", symbol: "733/QĐ-BTC", issuer: "Bộ Tài chính", issuedOn: "2025-02-23" } as const;
    expect(workIdOf({ ...order, issuedOn: "2026-02-23" })).not.toBe(workIdOf(order));
    expect(workIdOf({ ...order, issuedOn: "2025-02-24" })).toBe(workIdOf(order));
  });

  it("keeps one symbol of two provinces apart", () => {
    expect(workIdOf({ ...local, issuer: "Ủy ban nhân dân tỉnh Khê Giang" })).not.toBe(workIdOf(local));
  });

  it("keeps the same name before and after the merger apart, and forgives abbreviations", () => {
    expect(workIdOf({ ...local, issuedOn: "2025-03-15" })).not.toBe(workIdOf(local));
    expect(workIdOf({ ...local, issuer: "UBND tỉnh An Khê" })).toBe(workIdOf(local));
  });

  it("never strips a leading zero", () => {
    expect(workIdOf({ ...local, symbol: "003/2025/QĐ-UBND" })).not.toBe(workIdOf(local));
  });
});

describe("isCentralSymbol", () => {
  it.each([
    "64/2025/QH15",
    "742/2024/NĐ-CP",
    "66.7/2025/NQ-CP",
    "12/2020/QĐ-TTg",
    "16/CT-TTg",
    "01/2021/TT-BTP",
    "09b/2013/TT-BTP",
    "55/2005/TTLT-BNV-VPCP",
    "05/2007/TT-UBDTDT",
    "388/NQ-UBTVQH16",
    "44/2002/PL-UBTVQH10",
    "40-LCT/HĐNN8",
    "01/2024/NQ-HĐTP",
    "77-CP",
    "333/QĐ-BTC",
  ])("%s", (symbol) => {
    expect(isCentralSymbol(symbol)).toBe(true);
  });
  it.each([
    "03/2025/NQ-HĐND",
    "569/QĐ-UBND",
    "37/2025/QĐ-CTUBND",
    "14/2004/QĐ-UB",
    "01/NQ-TTHĐND",
    "35/1998/NQ-HĐ",
    "09/2024/QĐ/UBND",
    "07/2012/CT-UBND",
  ])("not %s", (symbol) => {
    expect(isCentralSymbol(symbol)).toBe(false);
  });
});
