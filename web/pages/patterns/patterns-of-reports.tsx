import { evenColumns, numberCell, type ReportPart, textCell } from "../../../src/use-cases/report-tables.ts";
import type { ListItem } from "../../../src/use-cases/view-list-imports.ts";
import { NamedInLists } from "../../components/named-lists.tsx";
import { PairedBars } from "../../components/paired-bars.tsx";
import { ReportTable } from "../../components/report-table.tsx";
import { Sides } from "../../components/sides.tsx";
import type { Pattern } from "./pattern.ts";
import * as sample from "./samples.ts";

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

const ROW: ListItem["row"] = {
  no: 3,
  fate: "ceased",
  part: "A",
  group: "",
  type: "quyet-dinh",
  symbol: sample.decision.symbol,
  issuedOn: sample.decision.issuedOn,
  issuer: sample.decision.issuer,
  title: "",
  content: "",
  reason: "Bị bãi bỏ bởi Quyết định số 05/2025/QĐ-UBND",
  endedBy: "05/2025/QĐ-UBND",
  since: "2025-07-01",
  otherDays: [],
  place: "dòng 12",
  problems: [],
};

const [STANDING] = sample.periods;

const DIFFERENCE: ListItem = {
  key: "mau",
  kind: "other-day",
  work: sample.decision,
  row: ROW,
  period: STANDING
    ? { ...STANDING, status: "ceased", reason: "Bị bãi bỏ bởi Quyết định số 05/2025/QĐ-UBND (Điều 2)" }
    : null,
  since: "2025-06-01",
  sides: "",
  answer: null,
  reopened: false,
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
    id: "hai-ben",
    title: "Danh mục và kho, hai bên cạnh nhau",
    why: "Chỗ khác nhau hiện đủ hai bên, cùng cỡ chữ: người xem so rồi mới kết luận. Màn hình hẹp thì bên dưới nhau.",
    show: (f) => <Sides f={f} item={DIFFERENCE} />,
  },
  {
    id: "co-ten-trong-danh-muc",
    title: "Có tên trong danh mục đã nhập",
    why: "Ở tab Hiệu lực: danh mục nào, dòng nào, ghi gì, khớp hay khác kết quả của kho.",
    show: (f) => (
      <NamedInLists
        f={f}
        places={[
          { id: "1", name: "Danh mục kèm theo 315/QĐ-UBND", issuedOn: "2026-01-22", row: ROW, item: DIFFERENCE },
          { id: "2", name: "danh-muc-2025.docx", issuedOn: null, row: ROW, item: null },
        ]}
      />
    ),
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
