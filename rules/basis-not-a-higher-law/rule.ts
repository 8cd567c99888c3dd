import { typeName } from "../../src/domain/document-type.ts";
import { parseIssuer } from "../../src/domain/issuer.ts";
import { type BasisLineView, basisLines } from "../../src/engine/basis-lines.ts";
import { isAmender } from "../../src/engine/cited-works.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { isLocal } from "../../src/engine/issue-day.ts";
import { defineRule, type RuleContext, type RuleFinding } from "../../src/engine/rule.ts";

/** What a căn cứ line names right after "Căn cứ" that is no legal normative document. */
const NO_LAW =
  /^\s*Căn cứ (?:vào )?(?:(?:nội dung|ý kiến|chỉ đạo)[^;]{0,120}? (?:tại|theo) )?((?:Công văn|Thông báo|Kết luận|Kế hoạch|Báo cáo|Tờ trình|Biên bản|Văn bản hợp nhất|Công điện|Thông tri|Hướng dẫn)(?: kết luận)?(?: số)? ?[\p{L}\d][^\s;,]{0,40}|(?:Nghị quyết|Quyết định|Chỉ thị|Quy định)(?: Đại hội[^;]{0,60}| số (?:\d{1,4})[-–/](?:NQ|QĐ|CT|QĐi|QyĐ)[-–/](?:TW|TU)))/u;

export default defineRule({
  meta: {
    id: "basis-not-a-higher-law",
    code: "B03",
    group: "basis",
    severity: "medium",
    maturity: "stable",
    title: "Căn cứ ban hành không phải văn bản quy phạm pháp luật cấp trên",
    titleEn: "A legal basis is not a legal normative document of higher force",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_61", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_62", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes" && (work.issuedOn ?? "") >= "2016-07-01",
  *check(subject, context) {
    if (!isAlive(context)) return;
    for (const line of basisLines(subject)) {
      const named = NO_LAW.exec(line.text)?.[1];
      if (named) yield noLaw(line, named.trim(), context);
      else yield* sameRank(line, context);
    }
  },
});

function noLaw(line: BasisLineView, named: string, { quote }: RuleContext): RuleFinding {
  return {
    message: `Căn cứ “${named}” không phải là văn bản quy phạm pháp luật.`,
    why: "Căn cứ ban hành là văn bản quy phạm pháp luật có hiệu lực pháp lý cao hơn; văn bản của Đảng, công văn, thông báo, văn bản hợp nhất chỉ được ghi ở phần “Thực hiện …”, “Theo đề nghị …” hoặc tờ trình.",
    recommendation:
      "Đính chính: bỏ khỏi phần căn cứ, hoặc thay bằng văn bản quy phạm pháp luật làm cơ sở của nội dung đó.",
    evidence: [quote(line.span)],
    eId: null,
    identity: named,
    confidence: 0.9,
  };
}

/** A decision resting on a decision of the same body, a resolution resting on a decision. What it changes it may name. */
function* sameRank(line: BasisLineView, context: RuleContext): Generator<RuleFinding> {
  const { subject, corpus, quote } = context;
  if (!isLocal(subject)) return;
  const touched = new Set(corpus.effectsBy(subject.work.id).map((e) => e.target));
  for (const citation of line.citations) {
    if (isAmender(subject, citation)) continue;
    for (const { resolution, self } of citation.targets) {
      if (self || resolution.kind !== "work" || touched.has(resolution.work)) continue;
      const basis = corpus.work(resolution.work);
      const organ = parseIssuer(basis?.issuer ?? "").organ;
      if (basis?.type !== "quyet-dinh" || (organ !== "ubnd" && organ !== "chu-tich-ubnd")) continue;
      yield {
        message: `Căn cứ ${corpus.nameOf(basis.id)} không có hiệu lực pháp lý cao hơn ${typeName(subject.work.type).toLowerCase()} này.`,
        why: "Căn cứ ban hành phải là văn bản có hiệu lực pháp lý cao hơn; quyết định của Ủy ban nhân dân không là căn cứ của quyết định cùng cấp hay của nghị quyết Hội đồng nhân dân.",
        recommendation: "Đính chính: bỏ khỏi phần căn cứ; cần thì viện dẫn trong nội dung.",
        evidence: [quote(citation.span)],
        eId: null,
        identity: basis.id,
        severity: "low",
        confidence: 0.8,
      };
    }
  }
}
