import { defineRule } from "../../src/engine/rule.ts";
import { isAlive } from "../../src/engine/ended-works.ts";

/** "giai đoạn 2016 - 2020", "năm học 2020-2021", "thời kỳ ổn định ngân sách 2017-2020". */
const PERIOD = /(?:giai đoạn|thời kỳ|nhiệm kỳ|năm học|các năm)[^.;\n\d]{0,30}(\d{4})\s?[-–]\s?(\d{4})/iu;
/** "năm 2021" as the last words of a title. */
const YEAR = /(?<!\p{L})năm (\d{4})(?: trên địa bàn [^.;\n]{0,60})?$/iu;
const PILOT = /(?<!\p{L})thí điểm(?!\p{L})/iu;

export default defineRule({
  meta: {
    id: "subject-no-longer-exists",
    code: "A11",
    group: "validity",
    severity: "medium",
    maturity: "trial",
    title: "Giai đoạn, chương trình nêu trong tên văn bản đã kết thúc",
    titleEn: "The period or programme named in the title is over",
    basis: [{ symbol: "79/2025/NĐ-CP", eId: "art_38__cl_1" }],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes",
  *check({ work, facts, document }, context) {
    const title = work.title ?? "";
    const last = lastYear(title);
    if (last === null || `${last}-12-31` >= context.day || facts.commencement.expiresOn !== null || !isAlive(context))
      return;
    const pilot = PILOT.test(title);
    const { span } = document.meta.title ?? { span: null };
    yield {
      message: `${context.corpus.nameOf(work.id)} quy định cho ${pilot ? "việc thí điểm" : "giai đoạn"} đến hết năm ${last}, chưa thấy văn bản xử lý.`,
      why: "Khi chương trình, giai đoạn, việc thí điểm đã kết thúc thì văn bản có thể không còn đối tượng điều chỉnh. Năm trong tên văn bản không tự nó làm văn bản hết hiệu lực.",
      recommendation:
        "Kiểm tra còn đối tượng đang hưởng hoặc nghĩa vụ đang thực hiện không. Không còn: bãi bỏ, có thể bằng văn bản hành chính (khoản 3 Điều 4 Nghị định số 78/2025/NĐ-CP); còn: ghi rõ lý do giữ.",
      evidence: span ? [{ ...context.quote(span), eId: null }] : [],
      eId: null,
      identity: `${last}`,
      confidence: pilot || PERIOD.test(title) ? 0.6 : 0.45,
    };
  },
});

/** The last year a title names as the end of what it lays down. */
function lastYear(title: string): number | null {
  const period = PERIOD.exec(title);
  if (period) return Number(period[2]);
  const year = YEAR.exec(title.trim());
  return year ? Number(year[1]) : null;
}
