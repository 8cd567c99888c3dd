import { isLocal } from "../../src/engine/issue-day.ts";
import { type OldName, oldNames } from "../../src/engine/old-names.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "ended-body-named",
    code: "G05",
    group: "apparatus",
    severity: "medium",
    maturity: "stable",
    title: "Nhắc cơ quan, đơn vị, chức danh đã chấm dứt hoạt động",
    titleEn: "Names a body, unit or office that no longer exists",
    basis: [
      { symbol: "84/2025/QH15", eId: null, from: "2025-07-01" },
      { symbol: "72/2025/QH15", eId: null, from: "2025-07-01" },
    ],
  },
  given: "document",
  *check(subject, context) {
    const { day, table } = context;
    const issued = subject.work.issuedOn;
    // an older central text keeps its names: the successor acts in their place
    const rows = table<OldName>("ended-bodies", day).filter(
      (row) => isLocal(subject) || (row.from !== null && issued !== null && row.from <= issued),
    );
    yield* oldNames(context, rows, {
      why: ({ old, new: next, note, source }) =>
        `${old} không còn, nay là ${next} (${source})${note ? `; ${note}` : ""}. Quy định giao việc cho nơi không còn thì không có người thực hiện.`,
      recommendation: ({ new: next }, where) => `Sửa đổi, bổ sung ${where}: thay bằng ${next}.`,
    });
  },
});
