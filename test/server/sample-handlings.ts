import type { Handling } from "../../src/domain/handling.ts";
import type { Store } from "../../src/store/store.ts";
import { NEW_HANDLING, NEW_HANDLING_BODY } from "../../src/use-cases/start-handling.ts";

const handling = (id: string, given: Partial<Omit<Handling, "body">>, body: Partial<Handling["body"]>): Handling => ({
  ...NEW_HANDLING,
  id,
  work: null,
  at: 1_790_000_000_000,
  updatedAt: 1_790_000_000_000,
  ...given,
  body: { ...NEW_HANDLING_BODY, by: "Lê Thu Hà", ...body },
});

/** What is followed in the sample collection: late, done, contradicted, not found, with a hostile note. */
export async function addHandlings(store: Store): Promise<void> {
  await store.handlings.add([
    handling(
      "h-late",
      { work: "w17", unit: "Sở Xây dựng", due: "2026-05-31" },
      {
        form: "replace",
        content: "Ban hành quyết định mới về bến khách ngang sông",
        officer: "Trần Minh Đức",
        steps: {
          registered: { day: "2026-02-10", number: "112/SXD-PC", text: "Đăng ký soạn thảo" },
          consulted: { day: "2026-04-02", number: "", text: "Đã lấy ý kiến các xã" },
        },
        note: 'gấp <script>alert("9")</script>',
        history: [{ at: 1_790_000_000_000, by: "Lê Thu Hà", what: "Hạn xử lý: chưa có → 31/05/2026" }],
      },
    ),
    handling(
      "h-other",
      { work: "w22", unit: "Sở Tài chính", state: "contradicted", result: "w06", due: "2026-12-31" },
      { form: "replace", outcome: "06/2026/QĐ-UBND chỉ sửa đổi: “Sửa đổi khoản 1 Điều 3”", doneMonth: "2026-03" },
    ),
    handling("h-written", {}, { asWritten: "QĐ 19 năm 2019 của UBND tỉnh", formText: "Chưa rõ" }),
    handling(
      "h-new",
      { unit: "Sở Tài chính", due: "2026-07-15" },
      { form: "new", content: "Quy định mức thu phí bến" },
    ),
  ]);
}
