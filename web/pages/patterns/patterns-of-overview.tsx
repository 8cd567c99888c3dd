import { DueRow } from "../../components/due.tsx";
import { ChartKey, MonthChart } from "../../components/month-chart.tsx";
import type { Pattern } from "./pattern.ts";

const months = [
  ["01/2026", 46, 40, 71],
  ["02/2026", 20, 52, 39],
  ["03/2026", 64, 12, 91],
  ["04/2026", 9, 0, 100],
  ["05/2026", 0, 60, 40],
] as const;

/** What tells where things stand. */
export const PATTERNS_OF_OVERVIEW: readonly Pattern[] = [
  {
    id: "den-han",
    title: "Việc đến hạn",
    why: "Ngày, việc, còn bao nhiêu ngày. Việc đã quá ngày nói bằng chữ, màu chỉ nhắc lại.",
    show: (f) => (
      <ul>
        <DueRow f={{ ...f, on: "2026-06-30" }} day="2026-06-15" title="3 phát hiện đã giao, quá hạn" href="#den-han">
          tính từ hạn sớm nhất
        </DueRow>
        <DueRow f={{ ...f, on: "2026-06-30" }} day="2026-06-30" title="1 văn bản bắt đầu có hiệu lực" href="#den-han" />
        <DueRow f={{ ...f, on: "2026-06-30" }} day="2027-01-31" title="Công bố danh mục năm 2026" href="#den-han">
          Thấy 6 văn bản toàn bộ, 2 văn bản một phần.
        </DueRow>
      </ul>
    ),
  },
  {
    id: "bieu-do-thang",
    title: "Biểu đồ theo tháng",
    why: "Hai cột và một vạch mỗi tháng, máy chủ vẽ sẵn. Tên biểu đồ nói đủ bằng chữ; số liệu đầy đủ nằm ở bảng bên dưới biểu đồ.",
    show: (f) => (
      <>
        <ChartKey came="mới" left="đã kết luận" open="còn chờ cuối tháng" />
        <MonthChart
          f={f}
          id="bieu-do-thang-noi"
          months={months.map(([name, came, left, open]) => ({ name, came, left, open }))}
          say="Phát hiện mới, đã kết luận và còn chờ theo tháng, từ 01/2026 đến 05/2026. Còn chờ đến cuối: 40."
        />
      </>
    ),
  },
];
