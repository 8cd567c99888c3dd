import type { Batch, BatchItem } from "../../src/domain/batch.ts";
import type { ReviewSheet } from "../../src/domain/review-sheet.ts";
import type { Store } from "../../src/store/store.ts";
import { EMPTY_SHEET } from "../../src/use-cases/open-sheet.ts";

const SHEET: ReviewSheet = {
  id: "s-06",
  work: "w06",
  batch: "b-ferries",
  unit: null,
  state: "open",
  version: 1,
  at: Date.UTC(2026, 4, 27),
  updatedAt: Date.UTC(2026, 5, 2),
  body: {
    ...EMPTY_SHEET,
    groundWorks: ["w742"],
    rows: { content: { assessment: "Còn phù hợp <b>nguyên văn</b>", proposal: "Giữ nguyên" } },
    reviewer: "Trần Thị Hà (ha)",
    reviewerId: "ha",
  },
};

const BATCH: Batch = {
  id: "b-ferries",
  kind: "theme",
  state: "open",
  due: "2026-06-15",
  version: 1,
  at: Date.UTC(2026, 4, 25),
  body: {
    name: "Rà soát văn bản về bến khách ngang sông",
    purpose: "Chuẩn bị nghị quyết mới",
    ground: null,
    order: "Kế hoạch số 12/KH-STP",
    query: "/documents?q=ben+khach",
    unfound: ["Quyết định số 9/2099/QĐ-UBND <b>không có</b>"],
    from: "2026-01-01",
    cutOff: null,
    lead: null,
    by: "Trần Thị Hà (ha)",
    closedBy: null,
    closedAt: null,
  },
};

const item = (work: string, given: Partial<BatchItem> = {}): BatchItem => ({
  batch: BATCH.id,
  work,
  unit: null,
  state: "todo",
  due: null,
  doneAt: null,
  version: 1,
  body: { why: "bộ lọc: bến khách", person: null, note: "" },
  ...given,
});

/** A sheet that is being filled in and an overdue batch with a document in each state but one. */
export async function putReview(store: Store): Promise<void> {
  await store.sheets.open(SHEET);
  await store.sheets.ask({
    id: "q-money",
    sheet: SHEET.id,
    unit: "Sở Tài chính",
    due: "2026-06-01",
    askedAt: Date.UTC(2026, 4, 28),
    answeredAt: null,
    version: 1,
    body: {
      unitName: "Sở Tài chính",
      question: "Mức giá vé <i>tối đa</i> còn phù hợp không?",
      askedBy: "Trần Thị Hà (ha)",
      answer: null,
      text: "",
      answeredBy: null,
      letter: null,
      withdrawn: null,
    },
  });
  await store.batches.add(BATCH, [
    item("w17"),
    item("w06", { state: "reviewing" }),
    item("w742", { state: "done", doneAt: Date.UTC(2026, 5, 20) }),
    item("w66", { state: "left-out", body: { why: "bộ lọc", person: null, note: "Không phải văn bản quy phạm" } }),
  ]);
}
