import { describe, expect, it } from "vitest";
import { compareUnits, readUnit, type RuleUnit } from "../../src/compare/find-conflicts.ts";
import { ruleUnits } from "../../src/compare/rule-units.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";

const unit = (eId: string, heading: string, text: string): RuleUnit => ({
  eId,
  heading,
  text,
  start: 0,
  above: "Về quản lý bến thuyền du lịch",
});
const higher = [
  unit(
    "art_2",
    "Phê duyệt nội quy bến",
    "Trong thời hạn 10 ngày làm việc kể từ ngày nhận được nội quy, Ủy ban nhân dân cấp xã phê duyệt nội quy bến thuyền.",
  ),
  unit("art_3", "Mức thu", "Bến thuyền nhóm 1: 30.000 đồng/lượt neo đậu."),
  unit("art_4", "Cứu sinh", "Bến thuyền có tối thiểu 04 phao cứu sinh loại tròn."),
].map(readUnit);
const against = (heading: string, text: string, how = { applies: false, details: false }) =>
  compareUnits([readUnit(unit("art_1", heading, text))], higher, how);

describe("compareUnits", () => {
  it("keeps hours that a rule sets apart from hours under which another rule applies", () => {
    const light = readUnit(
      unit("art_4", "Điều kiện", "Bến có đèn chiếu sáng khi hoạt động từ 18 giờ đến 06 giờ sáng hôm sau."),
    );
    const hours = (text: string) => [readUnit(unit("art_5", "Thời gian hoạt động", text))];
    const how = { applies: false, details: true };
    expect(compareUnits(hours("Bến hoạt động từ 05 giờ đến 21 giờ hằng ngày."), [light], how).conflicts).toEqual([]);
    const open = readUnit(unit("art_4", "Thời gian", "Bến hoạt động từ 06 giờ đến 19 giờ hằng ngày."));
    expect(compareUnits(hours("Bến hoạt động từ 05 giờ đến 21 giờ hằng ngày."), [open], how).conflicts).toHaveLength(1);
  });

  it("finds the unit of the same matter among others, and what differs", () => {
    const { conflicts } = against(
      "Nội quy",
      "Ủy ban nhân dân cấp xã phê duyệt nội quy bến thuyền trong vòng 20 ngày làm việc tính từ ngày nhận được nội quy.",
    );
    expect(conflicts.map((c) => [c.other.eId, c.kinds])).toEqual([["art_2", ["deadline"]]]);
    expect(conflicts[0]?.differences[0]).toMatchObject({
      subject: { text: "20 ngày làm việc" },
      basis: { text: "10 ngày làm việc" },
    });
  });
  it("keeps the classes of a tariff apart", () => {
    expect(against("Mức thu", "Bến thuyền nhóm 2: 20.000 đồng/lượt neo đậu.").conflicts).toEqual([]);
    expect(against("Mức thu", "Bến thuyền nhóm 1: 20.000 đồng/lượt neo đậu.").conflicts).toHaveLength(1);
  });
  it("says which units agree with the higher text", () => {
    const { conflicts, agreed } = against(
      "Nội quy",
      "Ủy ban nhân dân cấp xã phê duyệt nội quy bến thuyền chậm nhất là 10 ngày làm việc kể từ ngày nhận được nội quy.",
    );
    expect(conflicts).toEqual([]);
    expect([...agreed]).toEqual(["art_1"]);
  });
  it("leaves another matter alone, whatever figures stand in it", () => {
    expect(
      against("Báo cáo", "Sở Tài chính gửi báo cáo quyết toán trong thời hạn 20 ngày làm việc.").conflicts,
    ).toEqual([]);
  });
});

describe("ruleUnits", () => {
  const document = parseDocument(
    "Điều 1. Phạm vi điều chỉnh\n\nQuyết định này quy định về bến thuyền.\n\nĐiều 2. Mức thu\n\n1. Bến nhóm 1: 30.000 đồng/lượt neo đậu thuyền.\n\n2. Bến nhóm 2: 20.000 đồng/lượt neo đậu thuyền.\n\nĐiều 3. Hiệu lực thi hành\n\nQuyết định này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2026.",
  );
  it("takes clauses, and leaves out scope and effect", () => {
    const units = ruleUnits(document, "Về bến thuyền");
    expect(units.map((u) => u.eId)).toEqual(["art_2__cl_1", "art_2__cl_2"]);
    for (const u of units) expect(document.text.slice(u.start, u.start + u.text.length)).toBe(u.text);
    expect(units[0]?.heading).toBe("Mức thu");
  });
});
