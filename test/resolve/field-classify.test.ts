import { describe, expect, it } from "vitest";
import type { Work } from "../../src/domain/work.ts";
import { loadCentralRegister } from "../../src/resolve/central-register.ts";
import { classifyField, classifyFields, LEAST_CONFIDENCE } from "../../src/resolve/classify-field.ts";

const register = loadCentralRegister();
const known = (symbol: string): Work => {
  const work = register.works.find((w) => w.id === register.find(symbol));
  if (!work) throw new Error(`${symbol} is not in the register`);
  return work;
};
const cited = (symbol: string, title: string): Work => ({
  id: `test-${symbol}`,
  symbol,
  type: "quyet-dinh",
  title,
  issuer: "Ủy ban nhân dân tỉnh An Khê",
  issuedOn: null,
  effectiveOn: null,
  known: "text",
  normative: "yes",
});
/** What every decision of a province cites. */
const COMPETENCE = ["72/2025/QH15", "64/2025/QH15"].map(known);

describe("classifyField", () => {
  it.each([
    ["Quy định hạn mức công nhận đất ở và diện tích tối thiểu tách thửa trên địa bàn tỉnh An Khê", "11"],
    ["QUY ĐỊNH BẢNG GIÁ ĐẤT TRÊN ĐỊA BÀN TỈNH AN KHÊ", "11"],
    ["Quy định mức thu, quản lý và sử dụng phí thư viện trên địa bàn tỉnh An Khê", "33"],
    ["Quy định khu vực không được phép chăn nuôi và chính sách hỗ trợ di dời cơ sở chăn nuôi", "24"],
    ["Ban hành Quy chế thi đua, khen thưởng tỉnh An Khê", "29"],
    ["Quy định phân cấp thẩm quyền quyết định mua sắm, thanh lý tài sản công của tỉnh An Khê", "28"],
    ["Quy định quản lý cây xanh đô thị, chiếu sáng đô thị trên địa bàn tỉnh An Khê", "43"],
    ["Quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Xây dựng tỉnh An Khê", "35"],
    ["Quy định mức thu học phí tại cơ sở giáo dục mầm non, phổ thông công lập", "13"],
  ])("%s", (title, topic) => {
    const guess = classifyField({ title, basis: COMPETENCE });
    expect(guess?.topic).toBe(topic);
    expect(guess?.confidence).toBeGreaterThanOrEqual(LEAST_CONFIDENCE);
    expect(guess?.why).toMatch(/^tên gọi có “/u);
  });

  it("says nothing where the title says nothing: competence alone is no field", () => {
    expect(
      classifyField({ title: "Bãi bỏ Quyết định số 12/2019/QĐ-UBND của Ủy ban nhân dân tỉnh", basis: COMPETENCE }),
    ).toBeNull();
    expect(classifyField({ title: "Ban hành Quy chế phối hợp", basis: [] })).toBeNull();
    expect(classifyField({ title: null, basis: [] })).toBeNull();
  });

  it("lets the legal basis decide where the title is vague", () => {
    const title = "Quy định chi tiết một số điều";
    expect(classifyField({ title, basis: COMPETENCE })).toBeNull();
    const land = classifyField({
      title: "Quy định chi tiết một số điều",
      basis: [...COMPETENCE, known("31/2024/QH15")],
    });
    expect(land).toMatchObject({ topic: "11", topicName: "Đất đai" });
    expect(land?.why).toContain("căn cứ 31/2024/QH15");
  });

  it("reads a field that the title names", () => {
    const guess = classifyField({
      title: "Về việc áp dụng, bãi bỏ một số văn bản quy phạm pháp luật thuộc lĩnh vực y tế trên địa bàn tỉnh An Khê",
      basis: COMPETENCE,
    });
    expect(guess).toMatchObject({ topic: "45", topicName: "Y tế, dược" });
    expect(guess?.why).toContain("tên gọi ghi lĩnh vực Y tế, dược");
  });

  it.each([
    ["trong lĩnh vực đất đai, môi trường và khoáng sản trên địa bàn tỉnh An Khê", ["11", "21", "27"]],
    ["thuộc lĩnh vực văn hóa, thể thao và du lịch", ["41"]],
    ["thuộc lĩnh vực giao thông vận tải, xây dựng", ["14", "43"]],
    // a name that goes on is another name
    ["thuộc lĩnh vực đất đai, môi trường kinh doanh", ["11"]],
    ["thuộc lĩnh vực đất đai", ["11"]],
  ])("reads every field that a title lists with the main one: %s", (words, topics) => {
    const title = `Bãi bỏ một số văn bản quy phạm pháp luật ${words}`;
    const fields = classifyFields({ title, basis: [] });
    expect(fields.map(({ topic }) => topic)).toEqual(topics);
    expect(fields.every(({ why }) => why !== "")).toBe(true);
  });

  it("does not take what a title lists beside another subject for a field", () => {
    const title = "Quy định về giám định tư pháp trong lĩnh vực tài nguyên và môi trường";
    const topics = classifyFields({ title, basis: [] }).map(({ topic }) => topic);
    expect(topics.includes("4") ? topics : ["4"]).toEqual(["4"]);
  });

  it("takes the field of the document it changes, by number in the title or handed in", () => {
    const amends = "Sửa đổi, bổ sung một số điều của Thông tư số 24/2018/TT-BYT";
    expect(classifyField({ title: amends, basis: [] })?.topic).toBe("45");
    const repeals = { title: "Bãi bỏ Quyết định số 12/2019/QĐ-UBND", basis: COMPETENCE };
    const changes = [cited("12/2019/QĐ-UBND", "Quy định về bồi thường, hỗ trợ, tái định cư khi Nhà nước thu hồi đất")];
    expect(classifyField({ ...repeals, changes })).toMatchObject({ topic: "11" });
  });

  it("believes the codification about a document that stands in it", () => {
    const id = register.find("15/2017/QH14") as string;
    expect(classifyField({ title: null, basis: [], id })).toMatchObject({ code: "28.3", confidence: 0.99 });
  });
});
