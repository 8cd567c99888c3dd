import { HANDLING_FORM_NAMES } from "../domain/handling-form.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import { LEGAL_ASPECTS, type SheetAspect, SOCIAL_ASPECTS } from "../domain/review-sheet.ts";
import { STATUS_NAMES } from "../domain/status.ts";
import { dayAt } from "../domain/vietnam-time.ts";
import { type ReviewSheetForm, type ReviewSheetRow, reviewSheetDocx } from "../report/review-sheet-docx.ts";
import type { Store } from "../store/store.ts";
import { titleInside, workName } from "../timeline/work-name.ts";
import { type SheetView, viewSheet } from "./view-sheet.ts";

/** Findings and changes named in one cell of the form; the rest is counted. */
const NAMED = 20;

/** A sheet as a Word file, with the head of the audit trail at the foot of its pages (SEC-16). Null: there is no such sheet. */
export async function exportSheet(
  store: Store,
  id: string,
  on: LegalDate,
): Promise<{ readonly bytes: Uint8Array; readonly symbol: string } | null> {
  const view = await viewSheet(store, id, on);
  if (view === null) return null;
  const head = await store.audit.head();
  const bytes = await reviewSheetDocx(
    formOf(view, on, head === null ? "" : `; nhật ký mục ${head.seq}, mã ${head.hash.slice(0, 16)}`),
  );
  return { bytes, symbol: view.work.symbol ?? view.work.id };
}

const ASPECT_NAMES: Readonly<Record<SheetAspect, string>> = {
  effect: "Hiệu lực",
  basis: "Căn cứ ban hành",
  competence: "Thẩm quyền ban hành",
  content: "Nội dung",
  subjects: "Đối tượng điều chỉnh",
  fitness: "Sự phù hợp với tình hình phát triển kinh tế - xã hội",
  uncovered: "Quan hệ xã hội chưa được điều chỉnh",
};
const ANSWERS = { agree: "Nhất trí", disagree: "Không nhất trí", other: "Ý kiến khác" } as const;
const STATES = {
  open: "đang ghi, chưa có kết luận",
  returned: "trả lại người rà soát, chưa có kết luận",
  proposed: "đã đề xuất, chưa có kết luận",
  concluded: null,
  void: "đã hủy, không có giá trị",
} as const;

function formOf(view: SheetView, on: LegalDate, trail: string): ReviewSheetForm {
  const { sheet, work } = view;
  const { body } = sheet;
  const title = work.title === null ? "" : ` ${titleInside(work.title)}`;
  const unit = view.units.find((one) => one.id === sheet.unit)?.name ?? "";
  return {
    document: `${workName(work)}${title}`,
    reviewer: body.proposedBy?.signature ?? body.reviewer,
    unit,
    day: formatDate(dayAt(body.proposedBy?.at ?? sheet.updatedAt)),
    legal: LEGAL_ASPECTS.map((aspect) => rowOf(view, aspect, legalBasis(view, aspect))),
    social: SOCIAL_ASPECTS.map((aspect) => rowOf(view, aspect, socialBasis(view, aspect))),
    opinions: view.consultations
      .filter((c) => c.body.withdrawn === null)
      .map(({ body: asked, due }) => ({
        unit: asked.unitName,
        answer: asked.answer === null ? "Chưa trả lời" : ANSWERS[asked.answer],
        text: [
          asked.text,
          asked.letter === null ? "" : `(${asked.letter})`,
          asked.answer === null && due !== null ? `Hạn trả lời ${formatDate(due)}` : "",
        ]
          .filter(Boolean)
          .join("\n"),
      })),
    conclusion: conclusionOf(view),
    concluded:
      body.concludedBy === null
        ? null
        : { by: body.concludedBy.signature, day: formatDate(dayAt(body.concludedBy.at)) },
    proposedOn: body.proposedBy === null ? null : formatDate(dayAt(body.proposedBy.at)),
    state: STATES[sheet.state],
    foot: `Phiếu lập bằng Rasoat, dữ liệu tính tại ngày ${formatDate(on)}${trail}`,
  };
}

function rowOf({ sheet }: SheetView, aspect: SheetAspect, basis: readonly string[]): ReviewSheetRow {
  const row = sheet.body.rows[aspect];
  return { label: ASPECT_NAMES[aspect], basis, assessment: row?.assessment ?? "", proposal: row?.proposal ?? "" };
}

function legalBasis(view: SheetView, aspect: (typeof LEGAL_ASPECTS)[number]): readonly string[] {
  const lines: string[] = [];
  if (aspect === "effect" && view.period !== null)
    lines.push(
      `${STATUS_NAMES[view.period.status]}${view.period.since === null ? "" : ` từ ngày ${formatDate(view.period.since)}`}.`,
      ...view.period.because.map((b) => b.says),
    );
  if (aspect === "basis")
    lines.push(
      ...view.bases.map(
        (b) =>
          `${workName(b.work)}: ${b.status === null ? "cần xác định" : STATUS_NAMES[b.status].toLocaleLowerCase("vi")}.`,
      ),
    );
  if (aspect === "content")
    lines.push(
      ...view.changes
        .filter((c) => c.reach !== "other-part")
        .map(
          (c) =>
            `${c.units.length === 0 ? "" : `${c.units.map((u) => u.name).join(", ")} dựa vào `}${c.parentName}, được sửa đổi, thay thế bởi ${c.actName} từ ngày ${formatDate(c.from)}.`,
        ),
    );
  const findings = view.findings[aspect].map(
    (row) =>
      `${row.unit === null ? "" : `${capital(row.unit)}: `}${row.message} (${row.code}${row.verdict === "confirmed" ? ", đã xác nhận" : ""}).`,
  );
  return lines.length + findings.length === 0 ? ["Không có phát hiện."] : bounded([...lines, ...findings]);
}

function socialBasis(view: SheetView, aspect: SheetAspect): readonly string[] {
  if (aspect === "uncovered")
    return bounded(view.delegations.map((d) => `${capital(d.unit)} ${d.parentName}: “${d.quote}”.`));
  return aspect === "fitness" && view.sheet.body.ground === "socio-economic" && view.sheet.body.groundText !== ""
    ? [view.sheet.body.groundText]
    : [];
}

function conclusionOf({ sheet: { body }, grounds, proposal, units }: SheetView): ReviewSheetForm["conclusion"] {
  const said: (readonly [string, string])[] = [];
  const add = (label: string, words: string): unknown => words !== "" && said.push([label, words]);
  add("Căn cứ rà soát", [...grounds.map((work) => workName(work)), body.groundText].filter(Boolean).join("; "));
  add("Hình thức xử lý", body.form === null ? "chưa đề xuất" : HANDLING_FORM_NAMES[body.form]);
  add("Nội dung kiến nghị xử lý", body.content);
  add(
    "Cơ quan/đơn vị chủ trì soạn thảo",
    units.find((u) => u.id === body.draftingUnit)?.name ?? body.draftingUnit ?? "",
  );
  add("Thời hạn xử lý", body.deadline === null ? "" : formatDate(body.deadline));
  if (body.formReason !== null) {
    add("Phần mềm đề xuất", proposal.form === null ? "chưa đủ căn cứ" : HANDLING_FORM_NAMES[proposal.form]);
    add("Lý do chọn khác", body.formReason);
  }
  return said;
}

const bounded = (lines: readonly string[]): readonly string[] =>
  lines.length <= NAMED
    ? lines
    : [...lines.slice(0, NAMED), `và ${lines.length - NAMED} nội dung khác, xem phiếu trên Rasoat.`];

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
