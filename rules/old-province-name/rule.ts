import { isLocal } from "../../src/engine/issue-day.ts";
import type { Mention } from "../../src/engine/mentions.ts";
import { type OldName, oldNames } from "../../src/engine/old-names.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "old-province-name",
    code: "G02",
    group: "apparatus",
    severity: "medium",
    maturity: "stable",
    title: "Tên tỉnh đã đổi sau sắp xếp đơn vị hành chính",
    titleEn: "A province is named by a name it no longer has",
    basis: [{ symbol: "202/2025/QH15", eId: null, from: "2025-07-01" }],
  },
  given: "document",
  // A document of before the merger goes on within its old territory (Luật 64/2025/QH15 Điều 54): its names are not wrong.
  when: (subject) => subject.work.issuedOn !== null && isLocal(subject),
  *check({ work }, context) {
    const issued = work.issuedOn as string;
    const rows = context.table<OldName>("provinces", issued).filter((row) => row.from !== null && row.from <= issued);
    yield* oldNames(context, rows, {
      skip: speaksOfTerritory,
      why: ({ old, new: next, source }) => `Khi văn bản được ban hành, ${old} đã là ${next} (${source}).`,
      recommendation: ({ new: next }, where) =>
        `Đính chính hoặc sửa đổi, bổ sung ${where}: ghi ${next}; nếu nói về địa bàn cũ thì ghi rõ “(cũ)” hoặc “trước sắp xếp”.`,
    });
  },
});

/** What an old province issued, and the patchwork of territories, are rightly called by the old name. */
function speaksOfTerritory({ before, after }: Mention): boolean {
  return (
    /(?:địa bàn|phạm vi|địa giới|địa phận|khu vực|thuộc)\s[^,;]{0,40}$/iu.test(before) ||
    (/(?:Hội đồng nhân dân|HĐND|Ủy ban nhân dân|UBND)\s*$/u.test(before) &&
      /(?:số|ngày|ban hành|quy định tại)[^;]{0,120}$/iu.test(before)) ||
    /^[^,;]{0,30}(?:đã ban hành|trước (?:khi )?sắp xếp)/iu.test(after)
  );
}
