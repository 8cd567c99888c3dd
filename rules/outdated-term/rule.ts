import { isLocal } from "../../src/engine/issue-day.ts";
import { type OldName, oldNames } from "../../src/engine/old-names.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "outdated-term",
    code: "K02",
    group: "terminology",
    severity: "medium",
    maturity: "stable",
    title: "Thuật ngữ, giấy tờ theo luật cũ",
    titleEn: "A term or paper of an older law",
    basis: [
      { symbol: "64/2025/QH15", eId: "art_7__cl_1", from: "2025-04-01" },
      { symbol: "79/2025/NĐ-CP", eId: "art_38" },
    ],
  },
  given: "document",
  *check(subject, context) {
    const issued = subject.work.issuedOn;
    const rows = context
      .table<OldName>("outdated-terms", context.day)
      // an older central text is read with the words of the law that replaced them
      .filter((row) => isLocal(subject) || (row.from !== null && issued !== null && row.from <= issued));
    yield* oldNames(context, rows, {
      // "hoặc", "/" beside the new paper: those who still hold the old one may show it
      skip: (m) => /(?:hoặc|\/|,)\s?$/u.test(m.before) || /^\s?(?:hoặc|\/|,)/u.test(m.after),
      why: ({ old, new: next, note, source }) =>
        `Từ ngày luật mới có hiệu lực không còn “${old}”, nay là ${next} (${source})${note ? `; ${note}` : ""}.`,
      recommendation: ({ new: next }, where) => `Sửa đổi, bổ sung ${where}: dùng ${next}.`,
    });
  },
});
