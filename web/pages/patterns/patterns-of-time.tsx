import type { ComparedUnit, ComparisonView } from "../../../src/use-cases/view-comparison.ts";
import type { TimelineView } from "../../../src/use-cases/view-timeline.ts";
import { PLACES_ONLY } from "../../../src/use-cases/view-unit-names.ts";
import { Comparison } from "../../components/comparison.tsx";
import { Life } from "../../components/life.tsx";
import { Timeline } from "../../components/timeline.tsx";
import { RefusedChanges } from "../../components/refused-change.tsx";
import { refusedChange } from "./refused-sample.ts";
import type { Pattern } from "./pattern.ts";
import { decision, periods } from "./samples.ts";

const mark = { by: null, symbol: null, units: [], until: null, applied: true } as const;
const later = { ...mark, by: "a3", symbol: "06/2026/QĐ-UBND" } as const;

const timeline: TimelineView = {
  marks: [
    { ...mark, day: "2025-10-06", kind: "issued" },
    { ...mark, day: "2025-10-20", kind: "begins" },
    { ...later, day: "2026-04-01", kind: "changed", units: ["art_6__cl_1", "art_6a", "art_8"] },
    { ...later, day: "2026-04-01", kind: "changed", units: ["art_10"], applied: false },
    { ...later, day: "2026-05-01", kind: "suspended", units: ["art_9"], until: "2026-11-01" },
    { ...mark, day: "2026-11-01", kind: "resumed" },
    { ...mark, day: null, kind: "ended" },
  ],
  suspensions: [{ from: "2026-05-01", to: "2026-11-01", whole: false }],
};

const unit = (eId: string, name: string, number: string, words: string, heading = false): ComparedUnit => ({
  eId,
  key: eId,
  name,
  frame: null,
  number,
  heading,
  words,
  below: [],
});

const none = { reworded: false, parts: null, repealedBy: null } as const;
const fee = unit("art_6__cl_1", "khoản 1 Điều 6", "1.", "Giá vé do chủ bến thông báo tại bến.");
const sameArticle = unit("art_5", "Điều 5", "Điều 5.", "Thời hạn công bố mở bến", true);
const clauseHere = unit("art_7__cl_3", "khoản 3 Điều 7", "3.", "Người lái đò mặc áo phao khi chở khách.");

const comparison: ComparisonView = {
  left: { work: decision, on: null, refused: 0, days: [] },
  right: { work: decision, on: "2026-04-01", refused: 0, days: [] },
  rows: [
    { ...none, state: "same", left: sameArticle, right: sameArticle },
    {
      ...none,
      state: "changed",
      left: fee,
      right: { ...fee, words: "Giá vé được niêm yết công khai tại bến." },
      parts: [
        { same: true, left: "Giá vé", right: "Giá vé" },
        { same: false, left: " do chủ bến thông báo", right: " được niêm yết công khai" },
        { same: true, left: " tại bến.", right: " tại bến." },
      ],
    },
    { ...none, state: "added", left: null, right: unit("art_6a", "Điều 6a", "Điều 6a.", "Vé điện tử", true) },
    {
      ...none,
      state: "moved",
      left: unit("art_4__cl_2", "khoản 2 Điều 4", "2.", clauseHere.words),
      right: clauseHere,
    },
    {
      ...none,
      state: "removed",
      left: unit("art_8", "Điều 8", "Điều 8.", "Kiểm tra bến", true),
      right: null,
      repealedBy: { work: "a3", symbol: "06/2026/QĐ-UBND", eId: "art_1__cl_3" },
    },
  ],
  counts: { changed: 1, added: 1, removed: 1, moved: 1, renumbered: 0, same: 1 },
  bounded: { units: null, unmarked: 0, rows: null },
  names: PLACES_ONLY,
};

/** How time is shown: the days of a document, its life drawn, two days side by side. */
export const PATTERNS_OF_TIME: readonly Pattern[] = [
  {
    id: "dong",
    title: "Các mốc hiệu lực",
    why: "Mỗi mốc là một ngày có điều gì xảy ra; bấm vào để đọc tại ngày đó. Nhiều mốc thì xếp thành hàng.",
    show: (f) => <Life f={f} periods={periods} marks={timeline.marks} known="text" />,
  },
  {
    id: "thoi-gian",
    title: "Dòng thời gian",
    why: "Vẽ đúng tỷ lệ; số trên hình là dòng trong bảng. Dải bên dưới là lúc tạm ngưng hiệu lực.",
    show: (f) => (
      <Timeline f={f} timeline={timeline} periods={periods} work={decision} works={new Map()} names={PLACES_ONLY} />
    ),
  },
  {
    id: "so-sanh",
    title: "So sánh",
    why: "Cũ bên trái, mới bên phải; chỉ chữ khác được đánh dấu, cả điều thêm hay bỏ thì đánh dấu một lần ở mép.",
    show: (f) => <Comparison f={f} view={comparison} all={false} />,
  },
  {
    id: "chua-dua-vao",
    title: "Thay đổi chưa có trong lời văn",
    why: "Đứng trên lời văn và ở lề đúng chỗ: nhằm đơn vị nào, theo đâu, từ ngày nào, vì sao chưa, cần làm gì.",
    show: (f) => <RefusedChanges f={f} changes={[refusedChange]} />,
  },
];
