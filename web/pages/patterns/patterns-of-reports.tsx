import { evenColumns, numberCell, type ReportPart, textCell } from "../../../src/use-cases/report-tables.ts";
import { PairedBars } from "../../components/paired-bars.tsx";
import { ReportTable } from "../../components/report-table.tsx";
import type { Pattern } from "./pattern.ts";

const PART: ReportPart = {
  label: "",
  columns: [
    ...evenColumns(["STT", "Số, ký hiệu", "Lý do hết hiệu lực"]),
    { label: "Số điều", width: 10, align: "right" },
  ],
  groups: [
    {
      label: "I. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ",
      rows: [
        [
          numberCell(1),
          textCell("12/2021/QĐ-UBND ngày 04/5/2021", "/documents"),
          textCell("Bị bãi bỏ bởi Quyết định số 05/2025/QĐ-UBND ngày 01/6/2025"),
          numberCell(14, "/documents"),
        ],
      ],
    },
    { label: "II. VĂN BẢN NGƯNG HIỆU LỰC TOÀN BỘ", rows: [] },
  ],
  total: null,
};

/** Lists and reports. */
export const PATTERNS_OF_REPORTS: readonly Pattern[] = [
  {
    id: "bang-bao-cao",
    title: "Bảng của danh mục, báo cáo",
    why: "Bảng như khi in: nhóm có tiêu đề và số dòng, con số đứng bên phải và dẫn tới danh sách của nó.",
    show: (f) => <ReportTable f={f} part={PART} caption="Bảng mẫu" />,
  },
  {
    id: "cot-hai-ky",
    title: "So hai kỳ",
    why: "Mỗi dòng một cơ quan: kỳ này ở trên, kỳ trước ở dưới. Con số luôn đứng cạnh, màu chỉ nhắc lại.",
    show: (f) => (
      <PairedBars
        f={f}
        title="Văn bản đã rà soát theo cơ quan ban hành"
        now="kỳ này"
        before="kỳ trước"
        bars={[
          { label: "Hội đồng nhân dân tỉnh", now: 12, before: 7 },
          { label: "Ủy ban nhân dân tỉnh", now: 31, before: 40 },
          { label: "Cấp xã", now: 0, before: 3 },
        ]}
      />
    ),
  },
];
