import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import type { Prose } from "../domain/publication.ts";
import type { ReportChart, ReportModel, ReportPart } from "../report/form.ts";
import { decidingActs } from "../report/forms/deciding-acts.ts";
import type { Store } from "../store/store.ts";
import { type Agency, readAgency } from "./agency.ts";
import { formerWorks } from "./former-works.ts";
import { lawFigures } from "./law-figures.ts";
import { campaignOn } from "./old-bodies-campaign.ts";
import {
  BODY_NAMES,
  batchesPart,
  bodiesPart,
  campaignPart,
  FigureBook,
  groundKindsPart,
  groundsPart,
  hintsOf,
  lawPart,
  otherPart,
  reformPart,
  resultsPart,
  summaryPart,
  type TwoStretches,
  unitsPart,
} from "./periodic-parts.ts";
import { previousOf, type ReportSpan, spanName } from "./report-periods.ts";
import { FIGURE_BODIES, reviewFigures } from "./review-figures.ts";
import { reviewDeadline } from "./review-deadlines.ts";

export interface PeriodicSection {
  readonly key: string;
  readonly part: ReportPart;
  /** What people write here; null = nothing to write. */
  readonly prose: { readonly key: string; readonly help: string; readonly written: Prose | null } | null;
  readonly chart: ReportChart | null;
}

export interface PeriodicReport {
  readonly span: ReportSpan;
  readonly title: string;
  readonly sections: readonly PeriodicSection[];
  readonly book: FigureBook;
  /** Why figures may be nought, for who makes the report. */
  readonly hints: readonly string[];
  /** As it is printed, with what people wrote. */
  readonly model: ReportModel;
}

/** The address of a report; with `figure`, of the list behind one of its numbers. */
export const periodicPath = ({ kind, key }: Pick<ReportSpan, "kind" | "key">, figure?: string): string =>
  figure === undefined
    ? `/reports/periodic?kind=${kind}&period=${key}`
    : `/reports/periodic/behind?kind=${kind}&period=${key}&figure=${figure}`;

/** A report of the department: figures and tables filled, what people wrote in its place. */
export async function periodicReport(store: Store, span: ReportSpan): Promise<PeriodicReport> {
  const before = previousOf(span);
  const figures: TwoStretches = {
    review: await reviewFigures(store, { now: span, before }),
    law: { now: await lawFigures(store, span.from, span.to), before: await lawFigures(store, before.from, before.to) },
  };
  const book = new FigureBook((figure) => periodicPath(span, figure));
  const planned = await plan(store, span, figures, book);
  const written = await store.prose.of(
    planned.flatMap(({ key, prose }) => (prose === null ? [] : [proseKey(span, key)])),
  );
  const sections = planned.map(({ key, part, prose, chart = null }): PeriodicSection => {
    const at = proseKey(span, key);
    return {
      key,
      part,
      prose: prose === null ? null : { key: at, help: prose, written: written.get(at) ?? null },
      chart,
    };
  });
  const title = titleOf(span);
  const { agency } = await readAgency(store);
  return {
    span,
    title,
    sections,
    book,
    hints: [...hintsOf(figures.review.now), ...(span.kind === "campaign" ? unsureDeadline(span) : [])],
    model: modelOf(span, title, sections, agency),
  };
}

/** The deadline of the campaign was read in a draft law: for who makes the report. */
function unsureDeadline({ to }: ReportSpan): readonly string[] {
  const deadline = reviewDeadline("former-province-documents", to);
  return deadline === null || deadline.verified
    ? []
    : [`Thời hạn ${formatDate(deadline.day)} và căn cứ của nó cần đối chiếu với văn bản đã ký trước khi báo cáo.`];
}

export const proseKey = ({ kind, key }: Pick<ReportSpan, "kind" | "key">, section: string): string =>
  `report/${kind}/${key}/${section}`;

interface Planned {
  readonly key: string;
  readonly part: ReportPart;
  readonly prose: string | null;
  readonly chart?: ReportChart;
}

const words = (label: string): ReportPart => ({ label, text: [], columns: [], groups: [], total: null });

async function plan(
  store: Store,
  span: ReportSpan,
  figures: TwoStretches,
  book: FigureBook,
): Promise<readonly Planned[]> {
  if (span.kind === "campaign") return campaignPlan(store, span, figures, book);
  if (span.kind === "reform")
    return [
      { key: "reform", part: reformPart("1. Tỷ lệ văn bản đã xử lý sau rà soát", book, figures), prose: null },
      { key: "work", part: summaryPart("2. Kết quả rà soát", book, figures), prose: null, chart: bodyChart(figures) },
      { key: "views", part: words("3. Đánh giá"), prose: "Nguyên nhân, giải pháp nâng tỷ lệ xử lý." },
    ];
  const main: readonly Planned[] = [
    { key: "summary", part: summaryPart("1. Kết quả chung", book, figures), prose: null },
    {
      key: "bodies",
      part: bodiesPart("2. Theo cơ quan ban hành", book, figures),
      prose: null,
      chart: bodyChart(figures),
    },
    { key: "by-ground", part: groundKindsPart("3. Theo căn cứ rà soát", book, figures), prose: null },
    { key: "results", part: resultsPart("4. Theo kết quả rà soát", book, figures), prose: null },
    { key: "grounds", part: groundsPart("5. Căn cứ rà soát mới và tác động", book, figures), prose: null },
    { key: "batches", part: batchesPart("6. Các đợt rà soát, hệ thống hóa", book, figures), prose: null },
    { key: "units", part: unitsPart("7. Tồn đọng, quá hạn theo đơn vị", book, figures), prose: null },
    { key: "law", part: lawPart("8. Hiệu lực của văn bản trong tỉnh", book, figures), prose: null },
  ];
  if (span.kind === "year") return yearPlan(main, figures, book);
  return [
    ...main,
    { key: "other", part: otherPart("9. Dự thảo, phát hiện, công bố", book, figures), prose: null },
    {
      key: "views",
      part: words("10. Đánh giá, kiến nghị"),
      prose: "Việc đã làm khác, khó khăn, kiến nghị của kỳ này.",
    },
  ];
}

/** The six parts of the yearly report (khoản 1 Điều 54 NĐ 79/2025). */
function yearPlan(main: readonly Planned[], figures: TwoStretches, book: FigureBook): readonly Planned[] {
  const first = main.map((one) => ({
    ...one,
    part: { ...one.part, label: one.part.label.replace(/^(\d)\. /u, "1.$1. ") },
  }));
  return [
    {
      key: "a",
      part: words("1. Kết quả rà soát, hệ thống hóa, xử lý văn bản"),
      prose: "Rà soát thường xuyên, theo chuyên đề, lĩnh vực, địa bàn; hệ thống hóa; công bố danh mục.",
    },
    ...first,
    {
      key: "b",
      part: otherPart("2. Đánh giá chất lượng công tác soạn thảo, ban hành văn bản", book, figures),
      prose: "Ưu điểm, hạn chế của việc soạn thảo, thẩm định, ban hành; nguyên nhân.",
    },
    {
      key: "c",
      part: words("3. Thi hành pháp luật về rà soát, hệ thống hóa; tổ chức bộ máy, biên chế, kinh phí"),
      prose: "Văn bản chỉ đạo, số người làm, kinh phí, cơ sở dữ liệu.",
    },
    {
      key: "d",
      part: words("4. Phối hợp trong rà soát, hệ thống hóa; tập huấn, bồi dưỡng, hướng dẫn nghiệp vụ"),
      prose: "Phối hợp với Ban Pháp chế, các sở, cấp xã; lớp tập huấn đã mở.",
    },
    { key: "dd", part: words("5. Khó khăn, vướng mắc và nguyên nhân"), prose: "Về quy định, về tổ chức thực hiện." },
    {
      key: "e",
      part: words("6. Nội dung khác; kiến nghị, đề xuất"),
      prose: "Kiến nghị với cấp trên, phương hướng năm sau.",
    },
  ];
}

/** Documents of old provinces and districts, to be handled before 01/3/2027. */
async function campaignPlan(
  store: Store,
  span: ReportSpan,
  figures: TwoStretches,
  book: FigureBook,
): Promise<readonly Planned[]> {
  const campaign = await campaignOn(store, span.to);
  const text =
    campaign === null
      ? ["Kho chưa có văn bản của cơ quan đã sáp nhập hoặc chấm dứt, hoặc chưa có mốc phải xử lý cho ngày này."]
      : [
          `Phải xử lý xong trước ngày ${formatDate(campaign.day)} (${campaign.source}). Đến ngày ${formatDate(span.to)} ${campaign.daysLeft < 0 ? `đã quá ${-campaign.daysLeft} ngày` : `còn ${campaign.daysLeft} ngày`}.`,
        ];
  const bodies = await formerWorks(store, campaign?.bodies ?? [], span.to);
  return [
    {
      key: "campaign",
      part: campaignPart("1. Văn bản của tỉnh, huyện trước sắp xếp", book, bodies, text),
      prose: null,
      chart: {
        title: "Còn lại theo cơ quan cũ",
        of: "left-of-all",
        bars: bodies.map((b) => ({ label: b.name, now: b.left.length, before: b.all.length })),
      },
    },
    { key: "work", part: summaryPart("2. Kết quả rà soát trong kỳ", book, figures), prose: null },
    {
      key: "views",
      part: words("3. Khó khăn, kiến nghị"),
      prose: "Nhóm văn bản khó xử lý, việc cần cấp trên tháo gỡ.",
    },
  ];
}

const bodyChart = ({ review: { now, before } }: TwoStretches): ReportChart => ({
  title: "Văn bản đã rà soát theo cơ quan ban hành",
  of: "stretches",
  bars: FIGURE_BODIES.map((body) => ({
    label: BODY_NAMES[body],
    now: now.reviewed.filter((item) => item.body === body).length,
    before: before.reviewed.filter((item) => item.body === body).length,
  })),
});

const TITLES: Readonly<Record<ReportSpan["kind"], string>> = {
  month: "Kết quả rà soát, xử lý văn bản quy phạm pháp luật",
  quarter: "Kết quả rà soát, xử lý văn bản quy phạm pháp luật",
  half: "Kết quả rà soát, xử lý văn bản quy phạm pháp luật",
  year: "Công tác rà soát, hệ thống hóa văn bản quy phạm pháp luật",
  campaign: "Rà soát, xử lý văn bản của tỉnh, huyện trước sắp xếp",
  reform: "Xử lý văn bản sau rà soát (phần đóng góp vào báo cáo cải cách hành chính)",
};

const titleOf = (span: ReportSpan): string => `${TITLES[span.kind]} ${spanName(span)}`;

/** The report as a paper of the department (NĐ 30/2020/NĐ-CP). What nobody has said of the department is left open. */
function modelOf(span: ReportSpan, title: string, sections: readonly PeriodicSection[], agency: Agency): ReportModel {
  const dots = (text: string): string => text || "…";
  return {
    form: `bc-${span.kind}`,
    heading: null,
    kind: "BÁO CÁO",
    title,
    on: span.to,
    head: null,
    notes: [],
    parts: [
      { ...words(""), text: [leadOf(span, title, agency)] },
      ...sections.map(({ part, prose, chart }) => ({
        ...part,
        ...(chart !== null && hasFigures(chart) ? { chart } : {}),
        text: [...(part.text ?? []), ...(prose?.written ? paragraphs(prose.written.text) : prose ? ["…"] : [])],
      })),
      { ...words(""), text: [closingOf(title, agency)] },
    ],
    paper: {
      above: `Ủy ban nhân dân ${dots(agency.place)}`,
      issuer: agency.department || "Sở Tư pháp",
      number: `…/BC-${agency.departmentCode || "STP"}`,
      dateline: `${dots(agency.dateline)}, ngày … tháng … năm ${span.to.slice(0, 4)}`,
      recipients: [`Ủy ban nhân dân ${dots(agency.place)};`, ...TO[span.kind], "Lưu: VT."],
      signature: ["GIÁM ĐỐC"],
      signer: agency.departmentHead,
    },
  };
}

/** A chart of noughts says nothing. */
export const hasFigures = ({ bars }: ReportChart): boolean => bars.some(({ now, before }) => now + before > 0);

/** Who receives a report beside the committee: the yearly one goes to the ministry (Điều 54), the share of another's report to it. */
const TO: Readonly<Record<ReportSpan["kind"], readonly string[]>> = {
  month: [],
  quarter: [],
  half: ["Bộ Tư pháp;"],
  year: ["Bộ Tư pháp;"],
  campaign: ["Bộ Tư pháp;"],
  reform: ["Sở Nội vụ;"],
};

/** The decree on review of the report's last day, as the act that publishes lists rests on it. */
function decreeOn(day: LegalDate): string {
  const rests = decidingActs().bases.filter(({ text }) => text.startsWith(DECREE));
  const basis = rests.find(({ from, to }) => from <= day && (to === null || day < to)) ?? rests[0];
  return (basis?.text ?? "").replace("Căn cứ ", "").replace(/;$/u, "");
}
const DECREE = "Căn cứ Nghị định";

const reported = (title: string): string => `${title.charAt(0).toLocaleLowerCase("vi")}${title.slice(1)}`;

const closingOf = (title: string, agency: Agency): string =>
  `Trên đây là báo cáo ${reported(title)}, ${agency.department || "Sở Tư pháp"} kính báo cáo Ủy ban nhân dân ${agency.place || "…"}./.`;

const leadOf = (span: ReportSpan, title: string, agency: Agency): string =>
  `Thực hiện ${decreeOn(span.to)}, ${agency.department || "Sở Tư pháp"} báo cáo ${reported(title)} (số liệu từ ngày ${formatDate(span.from)} đến hết ngày ${formatDate(span.to)}) như sau:`;

const paragraphs = (text: string): readonly string[] =>
  text
    .split(/\n{1,4}/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
