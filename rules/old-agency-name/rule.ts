import { isLocal } from "../../src/engine/issue-day.ts";
import { type OldName, oldNames } from "../../src/engine/old-names.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "old-agency-name",
    code: "G03",
    group: "apparatus",
    severity: "medium",
    maturity: "stable",
    title: "Tên bộ, cơ quan ngang bộ, sở đã đổi sau sắp xếp",
    titleEn: "A ministry or department is named by a name it no longer has",
    basis: [
      { symbol: "176/2025/QH15", eId: null, from: "2025-03-01" },
      { symbol: "45/2025/NĐ-CP", eId: "art_8", from: "2025-03-01" },
    ],
  },
  given: "document",
  *check(subject, context) {
    const { day, table } = context;
    const tables = [table<OldName>("ministries", day), table<OldName>("departments", day)].flat();
    // an older central text keeps its names: NQ 190/2025/QH15 lets the successor act in their place
    const issued = subject.work.issuedOn;
    const rows = isLocal(subject)
      ? tables
      : tables.filter((row) => row.from !== null && issued !== null && row.from <= issued);
    yield* oldNames(context, rows, {
      why: ({ old, new: next, note, source }) =>
        `${old} đã được sắp xếp, nay là ${next} (${source})${note ? `; ${note}` : ""}. Người thực hiện không còn tìm được cơ quan theo tên trong văn bản.`,
      recommendation: ({ new: next, note }, where) =>
        `Sửa đổi, bổ sung ${where}: thay bằng ${next}${note ? " hoặc cơ quan tiếp nhận đúng nhiệm vụ đó" : ""}; tên trong căn cứ ban hành và trong tên văn bản được viện dẫn giữ nguyên.`,
    });
  },
});
