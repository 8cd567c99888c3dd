import { describe, expect, it } from "vitest";
import { COUNTRY, territoryOf, territoryOn } from "../../src/resolve/territory.ts";

const titled = (value: string) => ({ title: { value, span: null, confidence: 1 } });
const keys = (units: readonly { readonly key: string }[]): readonly string[] => units.map((u) => u.key);

describe("territoryOf", () => {
  it("is the old province's for what it issued before the merger", () => {
    const units = territoryOf(null, "Ủy ban nhân dân tỉnh Khê Giang", "2023-04-01");
    expect(units).toEqual([{ key: "khe giang@", name: "tỉnh Khê Giang (trước 01/07/2025)" }]);
    expect(territoryOn(units, "2025-07-01")).toEqual([{ key: "an khe@2025-07-01", name: "tỉnh An Khê" }]);
    expect(territoryOn(units, "2025-06-30")).toEqual(units);
  });

  it("tells the old province from the new one of the same name", () => {
    expect(keys(territoryOf(null, "HĐND tỉnh An Giang", "2025-06-30"))).toEqual(["an giang@"]);
    expect(keys(territoryOf(null, "HĐND tỉnh An Giang", "2025-07-01"))).toEqual(["an giang@2025-07-01"]);
  });

  it("keeps to the old unit that the new province's title names", () => {
    const of = (title: string) => keys(territoryOf(titled(title), "Ủy ban nhân dân tỉnh An Khê", "2026-01-05"));
    expect(of("Quy định giá nước sạch trên địa bàn tỉnh Khê Giang (cũ)")).toEqual(["khe giang@"]);
    expect(of("Quy định giá nước sạch trên địa bàn tỉnh An Khê")).toEqual(["an khe@2025-07-01"]);
    const own = (title: string) => keys(territoryOf(titled(title), "Ủy ban nhân dân tỉnh An Giang", "2026-01-05"));
    expect(own("QUY ĐỊNH LỆ PHÍ TRÊN ĐỊA BÀN TỈNH AN GIANG CŨ")).toEqual(["an giang@"]);
    expect(own("Quy định lệ phí trên địa bàn tỉnh An Giang")).toEqual(["an giang@2025-07-01"]);
  });

  it("joins the members of one province once they lie in it", () => {
    const both = ["An Sơn", "Khê Giang"].flatMap((p) => territoryOf(null, `Ủy ban nhân dân tỉnh ${p}`, "2022-02-02"));
    expect(keys(territoryOn(both, "2026-01-01"))).toEqual(["an khe@2025-07-01"]);
  });

  it("covers the country for central bodies, a small unit for small ones, nothing for unknown ones", () => {
    expect(territoryOf(null, "Bộ Y tế", "2020-01-01")).toEqual([COUNTRY]);
    expect(territoryOf(null, "Ủy ban nhân dân huyện Sông La", "2020-01-01")).toEqual([
      { key: "huyen song la", name: "huyện Sông La" },
    ]);
    expect(territoryOf(null, "Ban Quản lý dự án", "2020-01-01")).toEqual([]);
    expect(territoryOf(null, "Ủy ban nhân dân tỉnh An Giang", null)).toEqual([]);
    expect(territoryOf(null, null, "2020-01-01")).toEqual([]);
  });
});
