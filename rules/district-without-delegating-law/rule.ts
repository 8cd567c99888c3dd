import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** Laws that every document names: they set up the body and the way of issuing, and hand over nothing. */
const GENERAL = /tổ chức chính quyền địa phương|tổ chức hội đồng nhân dân|ban hành văn bản|ngân sách nhà nước/iu;

export default defineRule({
  meta: {
    id: "district-without-delegating-law",
    code: "D13",
    group: "competence",
    severity: "high",
    maturity: "trial",
    title: "Văn bản cấp huyện, cấp xã (2016–2025) không nêu luật giao quy định",
    titleEn: "A district or commune text of 2016–2025 names no law that hands it the matter",
    basis: [{ symbol: "80/2015/QH13", eId: "art_30", from: "2016-07-01" }],
  },
  given: "document",
  when: ({ issuer, work }) =>
    (issuer.level === "district" || issuer.level === "commune") &&
    work.normative === "yes" &&
    work.issuedOn !== null &&
    work.issuedOn >= "2016-07-01" &&
    work.issuedOn < "2025-04-01",
  *check(subject, context) {
    if (!isAlive(context) || subject.document.basis.length === 0) return;
    const { corpus } = context;
    const delegates = subject.citations.some((c) =>
      c.targets.some(({ type, name, resolution }) => {
        const work = resolution.kind === "work" ? corpus.work(resolution.work) : null;
        const kind = work?.type ?? type;
        return (kind === "luat" || kind === "bo-luat") && !GENERAL.test(work?.title ?? name ?? "");
      }),
    );
    // a text that only ends others needs no such law
    if (delegates || /bãi bỏ/iu.test(subject.document.meta.title?.value ?? "")) return;
    const { preamble } = subject.document;
    yield {
      message: "Văn bản cấp huyện hoặc cấp xã không viện dẫn luật nào giao cho cấp này quy định.",
      why: "Từ ngày 01/7/2016 đến hết ngày 31/3/2025, cấp huyện và cấp xã chỉ được ban hành văn bản quy phạm pháp luật để quy định những vấn đề được luật giao.",
      recommendation: "Tìm điều luật giao; nếu không có thì bãi bỏ văn bản.",
      evidence: preamble
        ? [
            {
              ...context.quote({ start: preamble.start, end: Math.min(preamble.end, preamble.start + 600) }),
              eId: null,
            },
          ]
        : [],
      eId: null,
      identity: "no-law",
      confidence: 0.65,
    };
  },
});
