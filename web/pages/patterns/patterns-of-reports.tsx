import { evenColumns, numberCell, type ReportPart, textCell } from "../../../src/use-cases/report-tables.ts";
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
];
