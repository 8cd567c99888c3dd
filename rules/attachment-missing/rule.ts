import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

const TOGETHER =
  /(?<!\p{L})[Bb]an hành kèm theo (?:Quyết định|Nghị quyết|Thông tư|Nghị định) này (?:bản |01 |các )?((?:Quy định|Quy chế|Phụ lục|Danh mục|Điều lệ|Bảng giá|Định mức|Đơn giá|Biểu mẫu|Tiêu chuẩn)[^.;\n]{0,80})/u;

export default defineRule({
  meta: {
    id: "attachment-missing",
    code: "H09",
    group: "technique",
    severity: "low",
    maturity: "trial",
    title: "Văn bản ban hành kèm theo không có trong văn bản",
    titleEn: "What the document issues as its attachment is not there",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_55", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_71", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ document }) => document.attachments.length === 0,
  *check(subject, context) {
    if (!isAlive(context)) return;
    for (const unit of subject.document.provisions) {
      if (
        unit.kind !== "article" ||
        subject.document.quotes.some((q) => q.start < unit.own.end && unit.own.start < q.end)
      )
        continue;
      const found = TOGETHER.exec(subject.document.text.slice(unit.own.start, unit.own.end));
      if (!found) continue;
      const start = unit.own.start + found.index;
      yield {
        message: `${opening(placeName(subject, unit.eId))} ban hành kèm theo “${(found[1] ?? "").trim()}” nhưng không thấy trong văn bản.`,
        why: "Thiếu phần kèm theo thì nội dung quy định không có; thường do tệp chỉ có phần quyết định.",
        recommendation: "Nhập đủ phần ban hành kèm theo; nếu bản chính không có thì đính chính.",
        evidence: [context.quote({ start, end: start + found[0].length })],
        eId: unit.eId,
        identity: unit.eId,
        confidence: 0.6,
      };
      return;
    }
  },
});
