import { isLivingLocalText, sentenceAt } from "../../src/engine/local-power.ts";
import { presentMentions } from "../../src/engine/mentions.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** Bodies that prepare and carry out but make no rules. */
const BODY = String.raw`(?:(?:các|Giám đốc|Thủ trưởng|Chủ nhiệm|Trưởng)\s)?(?:các\s)?(?:Sở|sở|Ban Dân tộc|Ban Quản lý|Ban quản lý|Chi cục|Văn phòng|Trung tâm|Thanh tra|Phòng|Quỹ|Hội)(?![\p{L}\p{N}])`;

/** Laying down rules for everybody; a plan, a schedule, working rules of the body itself are no rules. */
const MAKES_RULES = `(?:ban hành (?:văn bản |các )?(?:quy định|quy chế|tiêu chuẩn|tiêu chí|định mức|mức|danh mục|đơn giá|bảng giá)|quy định (?:cụ thể|chi tiết|mức|tiêu chí|tiêu chuẩn|điều kiện|đối tượng|danh mục|việc|về)|quyết định (?:mức|ban hành mức))`;

const GIVEN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:[Gg]iao|[Ủủ]y quyền|[Uu]ỷ quyền)(?: cho)?\s${BODY}[^.;:\n]{0,120}?(?<![\p{L}\p{N}])${MAKES_RULES}(?![\p{L}\p{N}])`,
  "gu",
);
const TAKEN = new RegExp(
  String.raw`(?<=^|[.;:\n]\s{0,3}(?:\d{1,2}\. |\p{L}\) |[-–] )?)(?:Giám đốc )?Sở(?: \p{Lu}[^.;:\n]{2,60}?) (?:có trách nhiệm |có thẩm quyền |được )?(?:ban hành (?:quy định|quy chế|tiêu chuẩn|tiêu chí|định mức)|quy định (?:cụ thể|chi tiết))(?![\p{L}\p{N}])`,
  "gu",
);

/** "Mức hỗ trợ cụ thể do Sở Tài chính quy định." */
const LEFT_TO =
  /(?<!\p{L})(?:[Mm]ức|[Tt]iêu chí|[Tt]iêu chuẩn|[Đđ]ối tượng|[Dd]anh mục|[Đđ]iều kiện|[Đđ]ịnh mức|[Đđ]ơn giá)[^.;:\n]{0,60} do (?:Giám đốc )?(?:Sở|Ban Quản lý|Chi cục|Trung tâm) [^.;:\n]{2,60}?(?:quy định|ban hành)(?!\p{L})/gu;

/** A commune body may make rules, but not those that were handed to the province to make. */
const TO_COMMUNES =
  /(?<!\p{L})[Gg]iao(?: cho)? (?:Chủ tịch )?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND) (?:các )?(?:cấp xã|xã)[^.;:\n]{0,80}?(?<!\p{L})(?:quy định (?:cụ thể|chi tiết|mức|tiêu chí|đối tượng)|ban hành (?:quy định|tiêu chí|mức))(?!\p{L})/gu;

/** Preparing a rule for those who may make it. */
const PREPARES =
  /tham mưu|trình|đề xuất|dự thảo|soạn thảo|báo cáo|kiến nghị|phối hợp xây dựng|theo (?:đúng )?quy định|căn cứ quy định/iu;
const INTERNAL = /nội bộ|(?:quy chế|chế độ) làm việc|của đơn vị mình|trong cơ quan/iu;

export default defineRule({
  meta: {
    id: "sub-delegation",
    code: "D04",
    group: "competence",
    severity: "high",
    maturity: "stable",
    title: "Giao tiếp thẩm quyền quy định cho cơ quan không được ban hành văn bản quy phạm pháp luật",
    titleEn: "Hands a rule-making power on to a body that may not make rules",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_11__cl_2", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_4", from: "2025-04-01" },
    ],
  },
  given: "document",
  *check(subject, context) {
    if (!isLivingLocalText(context)) return;
    const seen = new Set<number>();
    const detailing = context.corpus.parentsOf(subject.work.id).length > 0;
    const patterns = [GIVEN, TAKEN, LEFT_TO, ...(detailing ? [TO_COMMUNES] : [])];
    for (const mention of patterns.flatMap((pattern) => presentMentions(subject, pattern))) {
      const sentence = sentenceAt(subject, mention.span.start);
      if (PREPARES.test(mention.text) || INTERNAL.test(`${mention.text}${mention.after}`) || seen.has(sentence.start))
        continue;
      seen.add(sentence.start);
      yield {
        message: `${opening(placeName(subject, mention.eId))} giao tiếp thẩm quyền quy định: “${mention.text}”.`,
        why: "Cơ quan được giao quy định không được ủy quyền tiếp; sở, ban, ngành không có thẩm quyền ban hành văn bản quy phạm pháp luật.",
        recommendation: `Sửa đổi ${placeName(subject, mention.eId)}: quy định ngay trong văn bản, hoặc giao cơ quan chuyên môn tham mưu, trình cấp có thẩm quyền ban hành.`,
        evidence: [context.quote(sentence)],
        eId: mention.eId,
        identity: `${mention.eId} ${mention.text}`,
      };
    }
  },
});
