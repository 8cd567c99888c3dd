import type { EId } from "../../src/domain/e-id.ts";
import { isDelegatedByLaw, isLivingLocalText, sentenceAt } from "../../src/engine/local-power.ts";
import type { Mention } from "../../src/engine/mentions.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { defineRule, type Subject } from "../../src/engine/rule.ts";
import { mentionsByArticle } from "../../src/engine/unit-mentions.ts";

/** The parts of an administrative procedure (NĐ 63/2010/NĐ-CP Điều 8): what to hand in, where, and how long it takes. */
const PARTS: Readonly<Record<"dossier" | "place" | "term", RegExp>> = {
  dossier:
    /(?<!\p{L})(?:[Tt]hành phần hồ sơ(?=[^.;\n]{0,40}(?::|gồm))|[Hh]ồ sơ,? [^.;:\n]{0,70}(?:gồm|bao gồm)(?: có)?\s?:?|[Hh]ồ sơ [^.;:\n]{0,40}(?<!như sau|dưới đây): (?=\p{Ll})|(?<=^|[\n.;] ?(?:\d{1,2}\. )?)Hồ sơ: |[Ss]ố lượng hồ sơ|(?:[Gg]iấy tờ|[Tt]ài liệu) (?:phải |cần )?nộp (?:gồm|bao gồm))/gu,
  place:
    /(?<!\p{L})(?:[Nn]ộp (?:\d{1,2} |một )?(?:bộ )?(?:hồ sơ|đơn)|[Nn]ộp (?:trực tiếp|trực tuyến|qua bưu chính)|[Hh]ồ sơ (?:được )?(?:nộp|gửi)|[Gg]ửi (?:\d{1,2} |một )?(?:bộ )?hồ sơ|[Tt]iếp nhận hồ sơ|Bộ phận [Mm]ột cửa|Bộ phận [Tt]iếp nhận và trả kết quả|Trung tâm [Pp]hục vụ hành chính công|Cổng dịch vụ công)/gu,
  term: /(?<!\p{L})(?:[Tt]hời hạn giải quyết|[Tt]hời gian giải quyết|[Tt]rả kết quả (?:sau|trong|chậm nhất)|(?:[Tt]rong|[Ss]au|[Cc]hậm nhất)(?: là)? (?:thời hạn |thời gian |vòng )?[^.;\n]{0,20}ngày[^.;\n]{0,30}(?:kể |tính )?từ (?:ngày |khi )?(?:tiếp )?nhận (?:được |đủ )?(?:đầy đủ )?hồ sơ)/gu,
};

/** Who applies is somebody from outside; between offices it is an internal procedure. */
const APPLICANT =
  /(?:tổ chức|cá nhân|người dân|hộ gia đình|hộ kinh doanh|doanh nghiệp|hợp tác xã|chủ đầu tư|chủ rừng|chủ cơ sở|người (?:đề nghị|nộp|có|được|lao động)|đơn (?:đề nghị|đăng ký|xin)|giấy đề nghị|tờ khai|Bộ phận [Mm]ột cửa|[Mm]ột cửa|dịch vụ công|hành chính công)/iu;

/** The procedure is somebody else's: the article only says where it is. */
const ELSEWHERE =
  /(?:hồ sơ|trình tự|thủ tục)[^.;\n]{0,120}(?:thực hiện theo|theo quy định tại|được quy định tại) [^.;\n]{0,80}(?:Luật|Nghị định|Thông tư)/u;

/** How offices pass a dossier on among themselves is no procedure of the citizen. */
const INTERNAL = /phối hợp|một cửa|liên thông|quy trình nội bộ|luân chuyển hồ sơ|quy chế (?:làm việc|hoạt động)/iu;

const titles = ({ document }: Subject): string =>
  [document.meta.title?.value, ...document.attachments.map((a) => a.title)].join("\n");

export default defineRule({
  meta: {
    id: "local-procedure",
    code: "D05",
    group: "competence",
    severity: "high",
    maturity: "stable",
    title: "Đặt thủ tục hành chính trong văn bản của địa phương",
    titleEn: "A local document makes an administrative procedure of its own",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_14__cl_4", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "63/2010/NĐ-CP", eId: "art_8", from: "2025-04-01" },
    ],
  },
  given: "document",
  // before 01/7/2016 local texts could; what they laid down holds until abolished (Luật 80/2015/QH13 Điều 172(4))
  when: ({ work }) => work.issuedOn === null || work.issuedOn >= "2016-07-01",
  *check(subject, context) {
    if (!isLivingLocalText(context) || isDelegatedByLaw(subject) || INTERNAL.test(titles(subject))) return;
    const parts = Object.entries(PARTS).map(([name, pattern]) => [name, mentionsByArticle(subject, pattern)] as const);
    const articles = new Set(parts.flatMap(([, found]) => [...found.keys()]));
    for (const article of articles) {
      const found = parts.flatMap(([, byArticle]): Mention[] => byArticle.get(article)?.slice(0, 1) ?? []);
      if (found.length < 2 || !concerns(article)) continue;
      yield {
        message: `${opening(placeName(subject, article))} đặt thủ tục hành chính (${NAMES(parts, article)}).`,
        why: "Văn bản của địa phương không được quy định thủ tục hành chính, trừ khi luật, nghị quyết của Quốc hội giao; thủ tục tự đặt làm phát sinh nghĩa vụ trái thẩm quyền cho người dân.",
        recommendation: `Bãi bỏ phần thủ tục tại ${placeName(subject, article)}, viện dẫn thủ tục do văn bản trung ương quy định; nếu được luật giao thì nêu rõ điều khoản giao.`,
        evidence: found.map((m) => ({ ...context.quote(sentenceAt(subject, m.span.start)), eId: m.eId })),
        eId: article,
        identity: article,
        // a council may do so in special cases (Luật 80/2015/QH13 Điều 27 khoản 4)
        confidence: (found.length === 3 ? 0.94 : 0.86) - (subject.issuer.organ === "hdnd" ? 0.12 : 0),
      };
    }

    function concerns(article: EId): boolean {
      const unit = subject.document.provisions.find((p) => p.eId === article);
      if (!unit) return false;
      const words = subject.document.text.slice(unit.span.start, Math.min(unit.span.end, unit.span.start + 8_000));
      return APPLICANT.test(words) && !ELSEWHERE.test(words);
    }
  },
});

const VIETNAMESE: Readonly<Record<string, string>> = {
  dossier: "thành phần hồ sơ",
  place: "nơi nộp hồ sơ",
  term: "thời hạn giải quyết",
};

const NAMES = (parts: readonly (readonly [string, ReadonlyMap<EId, readonly Mention[]>])[], article: EId): string =>
  parts.flatMap(([name, found]) => (found.has(article) ? [VIETNAMESE[name]] : [])).join(", ");
