import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import { evenColumns, numberCell, type ReportModel, textCell } from "./form.ts";

/** One document to review, in words. */
export interface ImpactLine {
  readonly ground: 1 | 2 | 3 | 4;
  readonly name: string;
  readonly title: string;
  readonly units: string;
  readonly status: string;
  readonly proof: string;
}

/** Grounds of Điều 39 NĐ 79/2025/NĐ-CP as an official list names them. */
export const GROUND_NAMES: Readonly<Record<ImpactLine["ground"], string>> = {
  1: "Văn bản bị sửa đổi, bổ sung, thay thế, bãi bỏ, tạm ngưng",
  2: "Văn bản có văn bản đó là căn cứ ban hành hoặc quy định chi tiết văn bản đó",
  3: "Văn bản viện dẫn văn bản đó",
  4: "Văn bản điều chỉnh cùng vấn đề (theo tên gọi, cần người xem)",
};

const COLUMNS = ["STT", "Văn bản", "Tên gọi", "Điều, khoản liên quan", "Hiệu lực", "Bằng chứng"];

/** The list of documents to review because of one document, grouped by ground; numbering goes on through the groups. */
export function impactList(act: string, lines: readonly ImpactLine[], on: LegalDate): ReportModel {
  let n = 0;
  const groups = ([1, 2, 3, 4] as const).flatMap((ground) => {
    const own = lines.filter((l) => l.ground === ground);
    if (own.length === 0) return [];
    return [
      {
        label: `${ground}. ${GROUND_NAMES[ground]}`,
        rows: own.map((l) => [
          numberCell(++n),
          ...[l.name, l.title, l.units, l.status, l.proof].map((text) => textCell(text)),
        ]),
      },
    ];
  });
  return {
    form: "tac-dong",
    heading: null,
    kind: "DANH MỤC",
    title: `Văn bản phải rà soát khi có ${act} (Điều 39 Nghị định số 79/2025/NĐ-CP), tính đến ngày ${formatDate(on)}`,
    parts: [
      {
        label: "Danh sách văn bản phải rà soát",
        columns: evenColumns(COLUMNS),
        groups,
        total: { label: `Tổng số: ${n} văn bản`, n, align: "left" },
      },
    ],
    on,
    head: null,
    notes: [],
  };
}
