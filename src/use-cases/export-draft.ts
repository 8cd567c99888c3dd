import { eIdName } from "../domain/e-id.ts";
import { formatDate } from "../domain/legal-date.ts";
import { annotatedDraftDocx, type Remark } from "../report/annotated-draft.ts";
import { workName } from "../timeline/work-name.ts";
import type { DraftAssessment } from "./assess-draft.ts";
import type { DraftFindingView, DraftView } from "./view-draft.ts";

/** The checked draft as a Word file: findings in the margin, then what issuing it would do. */
export function annotatedDraft(view: DraftView): Promise<Uint8Array> {
  const { assessment } = view.draft;
  const [must, may] = [view.mustMend.length, view.consider.length];
  return annotatedDraftDocx({
    title: assessment.work.title ?? "Kiểm tra dự thảo",
    summary: [
      `KẾT QUẢ KIỂM TRA DỰ THẢO: ${must} lỗi phải sửa, ${may} điểm cần cân nhắc`,
      `Ngày dự kiến ký: ${formatDate(assessment.day)}. Mỗi điểm là một ghi chú ở lề, đánh số như trên trang kết quả.`,
    ],
    document: assessment.document,
    remarks: [...view.mustMend, ...view.consider].map((v) => remarkOf(v, assessment)),
    outcomes: outcomesOf(view),
  });
}

function remarkOf({ finding, n, others, fresh }: DraftFindingView, { work }: DraftAssessment): Remark {
  const spans = finding.evidence.flatMap((e) => (e.work === work.id && e.span ? [e.span] : []));
  const against = others
    .filter((o) => o.passage.text !== "")
    .map((o) => `${[o.unit, o.work?.symbol ?? o.evidence.symbol].filter(Boolean).join(" ")}: “${o.evidence.quote}”`);
  return {
    spans,
    says: [
      `${n}. ${finding.message}${fresh ? " (mới)" : ""}`,
      finding.why,
      ...against,
      `Nên làm: ${finding.recommendation}`,
      `Mã quy tắc ${finding.code}, độ chắc ${Math.round(finding.confidence * 100)} %`,
    ],
  };
}

function outcomesOf({ draft: { assessment: a }, names }: DraftView): { heading: string; lines: string[] }[] {
  const units = (o: DraftAssessment["changes"][number]): string =>
    o.units.length === 0 ? "" : `: ${o.units.map((eId) => names.of(o.work.id, eId)).join("; ")}`;
  const sections = [
    {
      heading: "Nếu ban hành, văn bản hết hiệu lực toàn bộ",
      lines: a.ends.map((o) => `${workName(o.work)} (${o.by.map((eId) => eIdName(eId)).join(", ")} dự thảo)`),
    },
    {
      heading: "Nếu ban hành, văn bản bị sửa đổi, bãi bỏ một phần, tạm ngưng",
      lines: a.changes.map((o) => `${workName(o.work)}${units(o)}`),
    },
    {
      heading: "Văn bản phải rà soát (Điều 39 Nghị định số 79/2025/NĐ-CP)",
      lines: [...new Map(a.review.map((r) => [r.work.id, r])).values()].map((r) => workName(r.work)),
    },
    { heading: "Văn bản cũ còn nằm lại", lines: a.left.map((l) => workName(l.work)) },
    { heading: "Câu bãi bỏ gợi ý", lines: a.repealClause?.split("\n") ?? [] },
    {
      heading: "Chưa đối chiếu được",
      lines: a.lost.map((l) => `“${l.text}”${l.within === null ? "" : ` (${eIdName(l.within)})`}`),
    },
  ];
  return sections.filter((s) => s.lines.length > 0);
}
