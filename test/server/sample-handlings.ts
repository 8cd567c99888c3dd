import type { Handling, TrackerRow } from "../../src/domain/handling.ts";
import type { Store } from "../../src/store/store.ts";
import { aPetition, anInspection } from "../store/conformance-petitions.ts";
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
      {
        form: "replace",
        outcome: "06/2026/QĐ-UBND chỉ sửa đổi: “Sửa đổi khoản 1 Điều 3”",
        doneMonth: "2026-03",
        settledBy: {
          source: "w06",
          quotes: [
            { work: "w06", symbol: "06/2026/QĐ-UBND", eId: "art_1", quote: "Sửa đổi khoản 1 Điều 3", span: null },
          ],
        },
      },
    ),
    handling("h-written", {}, { asWritten: "QĐ 19 năm 2019 của UBND tỉnh", formText: "Chưa rõ" }),
    handling(
      "h-new",
      { unit: "Sở Tài chính", due: "2026-07-15" },
      { form: "new", content: "Quy định mức thu phí bến" },
    ),
  ]);
  await store.petitions.add(
    aPetition("p1", {
      receivedOn: "2026-06-01",
      body: { from: "Ông <b>An</b>", text: "Rà soát 17/2025/QĐ-UBND", unfound: ["99/2019/QĐ-UBND"] },
    }),
  );
  const event = { number: "3/KLKT", note: "", outcome: null, by: "Lê Thu Hà", at: 1 };
  const [opened] = anInspection("i1").body.events;
  await store.petitions.addInspection(
    anInspection("i1", {
      state: "concluded",
      body: {
        ...anInspection("i1").body,
        petition: "p1",
        findings: ["f-hostile"],
        events: [
          ...(opened ? [opened] : []),
          { ...event, event: "concluded", day: "2026-05-11" },
          { ...event, event: "received", day: "2026-05-13" },
        ],
      },
    }),
  );
  await store.handlings.addImport(
    {
      id: "t1",
      sha256: "0".repeat(64),
      at: 1_790_000_000_000,
      body: {
        file: "Theo dõi <2026>.xlsx",
        by: "Lê Thu Hà",
        updates: [],
        sheets: [
          {
            name: "QĐ",
            head: [["TT", "Văn bản", "Cơ quan soạn thảo", "Ưu tiên"]],
            columns: ["stt", "document", "unit", null],
            labels: ["TT", "Văn bản", "Cơ quan soạn thảo", "Ưu tiên"],
            merged: [],
          },
        ],
      },
    },
    [
      row(1, "matched", "QĐ 17/2025/QĐ-UBND", [
        { work: "w17", how: "Khớp số, ký hiệu và ngày ban hành.", candidates: [] },
      ]),
      row(2, "doubtful", "QĐ 6/2026", [
        { how: "Số ghi thiếu ký hiệu.", candidates: [{ work: "w06", why: "khớp số", fits: true }] },
      ]),
      row(3, "doubtful", "QĐ 99/2019/QĐ-UBND", [{ how: "Không có văn bản nào mang số này.", candidates: [] }]),
      row(4, "unread", "<b>Các văn bản khác</b>", []),
    ],
  );
}

const row = (
  at: number,
  state: TrackerRow["state"],
  text: string,
  cited: readonly Partial<TrackerRow["body"]["cited"][number]>[],
): TrackerRow => ({
  importId: "t1",
  row: at,
  state,
  version: 1,
  body: {
    kind: "document",
    sheet: 0,
    sheetRow: at + 1,
    gone: false,
    cells: [at, text, at === 2 ? "nt" : "Sở Xây dựng", "Cao"],
    meant: [at, text, "Sở Xây dựng", "Cao"],
    group: at === 1 ? "I. LĨNH VỰC GIAO THÔNG" : null,
    cited: cited.map((one) => ({ text, work: null, how: "", candidates: [], settled: null, handling: null, ...one })),
    problems: at === 2 ? ["Hạn xử lý “sớm” không đọc được thành ngày."] : [],
  },
});
