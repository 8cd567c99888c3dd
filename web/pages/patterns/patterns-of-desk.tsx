import type { SavedViewRow } from "../../../src/use-cases/saved-views.ts";
import { SavedViews } from "../../components/saved-views.tsx";
import type { Pattern } from "./pattern.ts";

const listed = (id: string, name: string, query: string, n: number | null): SavedViewRow => ({
  view: { id, page: "findings", name, query, by: "Lê Thu Hà", at: 0 },
  n,
});

/** What people keep on their desk. */
export const PATTERNS_OF_DESK: readonly Pattern[] = [
  {
    id: "bo-loc-co-ten",
    title: "Bộ lọc có tên",
    why: "Danh sách lưu dưới một tên, kèm số dòng lúc này. Danh sách đang mở có gạch bên trái; bộ lọc chưa có tên thì lưu được.",
    show: (f) => (
      <div class="pat-queue">
        <SavedViews
          f={{ ...f, query: new URLSearchParams("severity=critical") }}
          page="findings"
          token=""
          views={[
            listed("a", "Đất đai, trái nghị định", "field=11&group=conflict", 14),
            listed("b", "Giao cho tôi, quá hạn", "assigned=me&due=over", 0),
            listed("c", "Mọi văn bản của Ủy ban nhân dân tỉnh An Khê trước ngày 01 tháng 7 năm 2025", "body=x", null),
          ]}
        />
      </div>
    ),
  },
];
