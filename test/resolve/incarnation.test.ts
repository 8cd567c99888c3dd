import { describe, expect, it } from "vitest";
import { incarnationOf } from "../../src/resolve/incarnation.ts";
import { heldBy, unitOn, unitsOfProvince } from "../../src/resolve/incarnation-units.ts";

describe("incarnationOf", () => {
  it.each([
    ["Ủy ban nhân dân tỉnh Đồng Nai", "2024-05-01", "ubnd:dong nai@", "Ủy ban nhân dân tỉnh Đồng Nai"],
    ["Ủy ban nhân dân tỉnh Đồng Nai", "2025-07-01", "ubnd:dong nai@2025-07-01", "Ủy ban nhân dân tỉnh Đồng Nai"],
    ["UBND thành phố Đồng Nai", "2026-04-30", "ubnd:dong nai@2026-04-30", "Ủy ban nhân dân thành phố Đồng Nai"],
    ["HĐND tỉnh Quảng Ninh", "2026-08-31", "hdnd:quang ninh@", "Hội đồng nhân dân tỉnh Quảng Ninh"],
    ["HĐND thành phố Quảng Ninh", "2026-09-01", "hdnd:quang ninh@2026-09-01", "Hội đồng nhân dân thành phố Quảng Ninh"],
    [
      "Chủ tịch Ủy ban nhân dân tỉnh An Khê",
      "2025-09-01",
      "chu-tich-ubnd:an khe@2025-07-01",
      "Chủ tịch Ủy ban nhân dân tỉnh An Khê",
    ],
    ["Bộ trưởng Bộ Xây dựng", "2020-01-01", "bo:bo xay dung@", "Bộ Xây dựng"],
    ["Bộ Xây dựng", "2025-03-01", "bo:bo xay dung@2025-03-01", "Bộ Xây dựng"],
    ["Bộ Giao thông vận tải", "2025-02-28", "bo:bo giao thong van tai@", "Bộ Giao thông vận tải"],
  ])("%s on %s", (issuer, day, key, name) => expect(incarnationOf(issuer, day)).toMatchObject({ key, name }));

  it("knows what a merged body was made of and what became of it", () => {
    const merged = incarnationOf("Ủy ban nhân dân tỉnh Bắc Ninh", "2025-12-01");
    expect(merged?.predecessors.map((p) => p.key)).toEqual(["ubnd:bac giang@", "ubnd:bac ninh@"]);
    expect(merged?.successor).toEqual({ key: "ubnd:bac ninh@2026-09-20", name: "Ủy ban nhân dân thành phố Bắc Ninh" });
    const old = incarnationOf("Ủy ban nhân dân tỉnh An Sơn", "2020-01-01");
    expect(old).toMatchObject({ from: null, to: "2025-07-01", successor: { key: "ubnd:an khe@2025-07-01" } });
  });

  it("has no earlier life for a ministry that is new", () => {
    expect(incarnationOf("Bộ Nông nghiệp và Môi trường", "2024-01-01")).toBeNull();
    expect(incarnationOf("Bộ Nông nghiệp và Môi trường", "2026-01-01")?.predecessors).toHaveLength(2);
    expect(incarnationOf("Bộ Tài chính", "2026-01-01")?.predecessors.map((p) => p.name)).toContain("Bộ Tài chính");
  });

  it("does not take a town for the province that bears its name", () => {
    expect(incarnationOf("Ủy ban nhân dân thành phố Bắc Ninh", "2020-01-01")).toBeNull();
    expect(incarnationOf("Ủy ban nhân dân thành phố Hà Tĩnh", "2026-01-01")).toBeNull();
    expect(incarnationOf("Ủy ban nhân dân thành phố Huế", "2020-01-01")).toBeNull();
    expect(incarnationOf("Ủy ban nhân dân thành phố Huế", "2025-06-01")?.predecessors).toHaveLength(1);
  });

  it("is null where the day decides and is missing, and for bodies the tables do not have", () => {
    expect(incarnationOf("Ủy ban nhân dân tỉnh An Giang", null)).toBeNull();
    expect(incarnationOf("Ủy ban nhân dân tỉnh Hà Tĩnh", null)?.key).toBe("ubnd:ha tinh@");
    expect(incarnationOf("Quốc hội", "2025-01-01")).toBeNull();
    expect(incarnationOf("Ủy ban nhân dân xã Phú Lâm", "2026-01-01")).toBeNull();
  });
});

describe("units of provinces", () => {
  it("counts three in Đồng Nai and Bắc Ninh, two in Quảng Ninh and An Giang, one in Hà Nội", () => {
    const count = (place: string): number => unitsOfProvince(place).length;
    expect(["dong nai", "bac ninh", "quang ninh", "an giang", "ha noi", "nowhere"].map(count)).toEqual([
      3, 3, 2, 2, 1, 0,
    ]);
  });

  it("follows a territory to the unit that holds it on a day", () => {
    const old = unitOn("binh phuoc", "2020-01-01");
    const held = ["2025-06-30", "2025-07-01", "2026-05-01"].map((day) => old && heldBy(old, day).key);
    expect(held).toEqual(["binh phuoc@", "dong nai@2025-07-01", "dong nai@2026-04-30"]);
    expect(unitOn("binh phuoc", "2025-07-01")).toBeNull();
  });
});
