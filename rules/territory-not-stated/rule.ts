import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";
import { fold } from "../../src/domain/fold.ts";

/** Where a text says whom it binds: its title and its first articles. */
const FIRST = /^(?:att_[^_]+__)?art_[123]$/u;

export default defineRule({
  meta: {
    id: "territory-not-stated",
    code: "G07",
    group: "apparatus",
    severity: "medium",
    maturity: "trial",
    title: "Không ghi phạm vi lãnh thổ áp dụng",
    titleEn: "The territory a local document binds is not stated",
    basis: [{ symbol: "64/2025/QH15", eId: "art_54__cl_2", from: "2025-04-01" }],
  },
  given: "document",
  when: ({ issuer, work }) => issuer.level === "province" && issuer.place !== null && work.normative === "yes",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const { document } = subject;
    const title = document.meta.title;
    if (
      !title?.span ||
      /bãi bỏ|sửa đổi|bổ sung|thay thế|đính chính|chức năng|tổ chức bộ máy|quy chế làm việc/iu.test(title.value)
    )
      return;
    const first = document.provisions.filter((p) => FIRST.test(p.eId));
    const words = fold(
      [
        title.value,
        ...document.attachments.map((a) => a.title ?? ""),
        ...first.map((p) => document.text.slice(p.span.start, p.span.end)),
      ].join("\n"),
    );
    const place = fold(subject.issuer.place ?? "").replace(/^(?:tinh|thanh pho) /u, "");
    if (
      /dia ban|toan (?:tinh|thanh pho)|cua (?:tinh|thanh pho)|cap tinh|thuoc (?:tinh|thanh pho)/u.test(words) ||
      words.includes(place)
    )
      return;
    yield {
      message: "Tên văn bản và phạm vi điều chỉnh không ghi văn bản áp dụng trên địa bàn nào.",
      why: "Văn bản của chính quyền địa phương có hiệu lực trong phạm vi đơn vị hành chính; không ghi rõ thì sau sắp xếp không biết áp dụng ở đâu.",
      recommendation: `Bổ sung phạm vi “trên địa bàn ${subject.issuer.place}” vào tên văn bản hoặc điều về phạm vi điều chỉnh.`,
      evidence: [{ ...context.quote(title.span), eId: null }],
      eId: null,
      identity: "territory",
      confidence: 0.65,
    };
  },
});
