import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** From the third amending document on a reader needs four texts to know one rule. */
const TOO_MANY = 3;

export default defineRule({
  meta: {
    id: "amended-too-often",
    code: "F03",
    group: "overlap",
    severity: "medium",
    maturity: "stable",
    title: "Văn bản đã bị sửa đổi nhiều lần hoặc quá một nửa số điều",
    titleEn: "Amended three times or in more than half of its articles",
    basis: [{ symbol: "64/2025/QH15", eId: "art_8__cl_4" }],
  },
  given: "document",
  when: ({ work }) => work.type !== "van-ban-hop-nhat",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const { corpus, day } = context;
    const changes = corpus
      .effectsOn(subject.work.id)
      .filter(
        (e) => e.applied && CHANGING.has(e.action) && e.source !== subject.work.id && e.from !== null && e.from <= day,
      );
    const sources = [...new Set(changes.map((e) => e.source))];
    const articles = [...(corpus.units(subject.work.id) ?? [])].filter((eId) =>
      /^(?:att_[^_]+__)?art_[^_]+$/u.test(eId),
    );
    const touched = new Set(changes.flatMap((e) => /^(?:att_[^_]+__)?art_[^_]+/u.exec(e.targetEId ?? "")?.[0] ?? []));
    const half = articles.length >= 6 && touched.size > articles.length / 2;
    if (sources.length < TOO_MANY && !half) return;
    const proof = sources.flatMap((id) => changes.find((e) => e.source === id)?.evidence ?? []);
    yield {
      message: `${corpus.nameOf(subject.work.id)} đã được ${sources.length} văn bản sửa đổi, bổ sung, ${touched.size}/${articles.length} điều bị tác động.`,
      why: "Văn bản bị sửa nhiều lần hoặc quá một nửa số điều thì khó áp dụng; luật yêu cầu ban hành văn bản mới thay thế.",
      recommendation: "Đề xuất thay thế bằng một văn bản mới; trong khi chờ, dùng bản hợp nhất.",
      evidence: proof.slice(0, 10).map((quote) => ({ ...quote, role: "basis" as const })),
      eId: null,
      identity: sources.sort().join(" "),
    };
  },
});

const CHANGING = new Set(["amend", "insert", "repeal", "replace-phrase", "delete-phrase"]);
