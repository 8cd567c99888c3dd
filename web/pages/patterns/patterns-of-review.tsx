import { SHEET_STATES } from "../../../src/domain/review-sheet.ts";
import type { BurnWeek } from "../../../src/use-cases/view-batch.ts";
import { BatchProgress } from "../../components/batch-progress.tsx";
import { BurnDown } from "../../components/burn-down.tsx";
import { SheetHistory } from "../../components/sheet-history.tsx";
import { SheetState } from "../../components/sheet-state.tsx";
import type { Pattern } from "./pattern.ts";

const weeks: readonly BurnWeek[] = [
  { day: "2026-10-04", left: 48, done: 0 },
  { day: "2026-10-11", left: 41, done: 7 },
  { day: "2026-10-18", left: 40, done: 8 },
  { day: "2026-10-25", left: 22, done: 26 },
  { day: "2026-11-01", left: 9, done: 39 },
];

const entry = { seq: 1, prev: "", hash: "0", subject: "s-1" };

/** What sheets and batches of review are made of. */
export const PATTERNS_OF_REVIEW: readonly Pattern[] = [
  {
    id: "trang-thai-phieu",
    title: "Trạng thái phiếu rà soát",
    why: "Chữ nói trạng thái; nét gạch dưới chỉ phụ họa. Nét đôi là đã có kết luận, như nét đôi của phần đã xong ở nơi khác.",
    show: (f) => (
      <p class="rowx">
        {SHEET_STATES.map((state) => (
          <SheetState f={f} state={state} />
        ))}
      </p>
    ),
  },
  {
    id: "tien-do-dot",
    title: "Tiến độ của đợt rà soát",
    why: "Xong, chờ kết luận, đang rà soát, rồi phần chưa ai làm. Văn bản để ngoài đợt không tính là việc.",
    show: (f) => (
      <div class="flow-s unit-progress">
        <BatchProgress f={f} n={40} by={{ done: 18, proposed: 6, reviewing: 5, todo: 9, "left-out": 2 }} />
        <BatchProgress f={f} n={3} by={{ done: 0, proposed: 0, reviewing: 0, todo: 3, "left-out": 0 }} />
        <BatchProgress f={f} n={3} by={{ done: 2, proposed: 0, reviewing: 0, todo: 0, "left-out": 1 }} />
      </div>
    ),
  },
  {
    id: "viec-con-lai",
    title: "Việc còn lại theo tuần",
    why: "Mỗi cột một tuần, vẽ ở máy chủ; bảng số liệu kèm theo nói đúng những gì hình vẽ nói.",
    show: (f) => <BurnDown f={f} weeks={weeks} />,
  },
  {
    id: "lich-su",
    title: "Lịch sử từ nhật ký",
    why: "Ai làm gì, lúc nào, kèm điều đã nói; lấy thẳng từ nhật ký có mã băm nên không ai sửa được.",
    show: (f) => (
      <SheetHistory
        f={f}
        title={f.t.sheets.history}
        entries={[
          { ...entry, at: 1_790_000_000_000, by: "Trần Thị Hà (ha)", action: "sheet.open", detail: { unit: null } },
          {
            ...entry,
            at: 1_790_090_000_000,
            by: "Trần Thị Hà (ha)",
            action: "sheet.propose",
            detail: { form: "replace", machine: "amend", reason: "Phạm vi điều chỉnh thay đổi" },
          },
        ]}
      />
    ),
  },
];
