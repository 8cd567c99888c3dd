import { describe, expect, it } from "vitest";
import { matterWords, titleTwins } from "../../src/compare/title-twins.ts";

describe("titles", () => {
  it("are alike when they name one matter of two places", () => {
    const twins = titleTwins([
      { id: "a", group: "g", title: "Quy định giá dịch vụ trông giữ xuồng, ghe trên địa bàn tỉnh An Sơn" },
      { id: "b", group: "g", title: "Về việc quy định giá dịch vụ trông giữ xuồng ghe trên địa bàn tỉnh Khê Giang" },
      { id: "c", group: "g", title: "Quy định giá dịch vụ đò ngang trên địa bàn tỉnh An Sơn" },
      { id: "d", group: "other", title: "Quy định giá dịch vụ trông giữ xuồng ghe" },
    ]);
    expect(twins.get("a")).toEqual([{ other: "b", similarity: 1 }]);
    expect(twins.get("b")).toEqual([{ other: "a", similarity: 1 }]);
    expect(twins.has("c")).toBe(false);
    expect(twins.has("d")).toBe(false);
  });
  it("are alike when the shorter stands in the longer", () => {
    const twins = titleTwins([
      {
        id: "a",
        group: "g",
        title: "Quy định chính sách hỗ trợ di dời lồng bè nuôi cá ra khỏi luồng chạy tàu trên địa bàn tỉnh An Sơn",
      },
      {
        id: "b",
        group: "g",
        title: "Quy định mức hỗ trợ di dời, tháo dỡ lồng bè nuôi cá trong luồng chạy tàu trên địa bàn tỉnh Khê Giang",
      },
    ]);
    expect(twins.get("a")?.[0]?.other).toBe("b");
  });
  it("are not alike when they detail two clauses or speak of two years", () => {
    const of = (clause: string, year: string) =>
      `Quy định chi tiết ${clause} Nghị định về bến đò ngang, xuồng ghe năm học ${year}`;
    const twins = titleTwins([
      { id: "a", group: "g", title: of("khoản 2 Điều 11", "2025") },
      { id: "b", group: "g", title: of("khoản 3 Điều 11", "2025") },
      { id: "c", group: "g", title: of("khoản 2 Điều 11", "2026") },
    ]);
    expect(twins.size).toBe(0);
  });
  it("of amendments and of few words name no matter", () => {
    expect(matterWords("Sửa đổi, bổ sung Quy định giá dịch vụ trông giữ xuồng ghe").size).toBe(0);
    expect(matterWords("Ban hành Quy chế làm việc").size).toBe(0);
  });
});
