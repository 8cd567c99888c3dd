import { HANDLING_FORM_NAMES } from "../domain/handling-form.ts";
import { HANDLING_STATE_NAMES, HANDLING_STEP_NAMES, HANDLING_STEPS } from "../domain/handling.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import { type ListColumn, type ListFormat, listFile } from "../report/list-file.ts";
import type { Store } from "../store/store.ts";
import { stepWords } from "./change-handling.ts";
import { type HandlingFilters, type HandlingRow, type HandlingSort, matchingHandlings } from "./handling-list.ts";

const COLUMNS: readonly ListColumn[] = [
  { label: "STT", kind: "number", width: 6 },
  { label: "Số, ký hiệu", kind: "text", width: 20 },
  { label: "Ngày ban hành", kind: "day", width: 13 },
  { label: "Cơ quan ban hành", kind: "text", width: 30 },
  { label: "Tên gọi của văn bản", kind: "text", width: 50 },
  { label: "Ghi trong bảng theo dõi", kind: "text", width: 30 },
  { label: "Hình thức xử lý", kind: "text", width: 18 },
  { label: "Nội dung", kind: "text", width: 40 },
  { label: "Cơ quan soạn thảo", kind: "text", width: 26 },
  { label: "Người xử lý", kind: "text", width: 18 },
  { label: "Hạn xử lý", kind: "day", width: 13 },
  { label: "Tình trạng", kind: "text", width: 18 },
  { label: "Quá hạn", kind: "text", width: 9 },
  ...HANDLING_STEPS.map((step): ListColumn => ({ label: HANDLING_STEP_NAMES[step], kind: "text", width: 24 })),
  { label: "Kỳ họp", kind: "text", width: 18 },
  { label: "Văn bản kết quả", kind: "text", width: 22 },
  { label: "Kết quả", kind: "text", width: 50 },
  { label: "Tháng xử lý", kind: "text", width: 12 },
  { label: "Ghi chú", kind: "text", width: 30 },
];

/** Every handling that matches, in the order of the list, as a file made while it is sent. */
export async function exportHandlings(
  store: Store,
  filters: HandlingFilters,
  sort: HandlingSort,
  on: LegalDate,
  format: ListFormat,
): Promise<AsyncGenerator<Uint8Array>> {
  const rows = await matchingHandlings(store, filters, sort, on);
  const open = rows.filter((row) => row.handling.state === "open");
  const list = {
    title: `Theo dõi xử lý văn bản sau rà soát, tính đến ngày ${formatDate(on)}`,
    head: [
      `Số dòng: ${rows.length}; đang xử lý ${open.length}, trong đó quá hạn ${rows.filter((r) => r.overdue).length}.`,
      `Chưa xác định hình thức xử lý: ${open.filter((row) => row.handling.body.form === null).length}; chưa có văn bản trong kho: ${rows.filter((row) => row.work === null).length}.`,
    ],
    columns: COLUMNS,
    rows: rows.map(cellsOf),
  };
  return listFile(list, format);
}

function cellsOf({ handling, work, result, unitName, overdue }: HandlingRow, at: number): (string | number | null)[] {
  const { body, due, state } = handling;
  return [
    at + 1,
    work?.symbol ?? null,
    work?.issuedOn ?? null,
    work?.issuer ?? null,
    work?.title ?? null,
    body.asWritten,
    body.form === null ? body.formText || "Chưa xác định" : HANDLING_FORM_NAMES[body.form],
    body.content,
    unitName,
    body.officer,
    due,
    HANDLING_STATE_NAMES[state],
    overdue ? "quá hạn" : null,
    ...HANDLING_STEPS.map((step) => stepWords(body.steps[step])),
    body.session,
    result?.symbol ?? null,
    body.outcome,
    body.doneMonth === null ? null : body.doneMonth.split("-").reverse().join("/"),
    body.note,
  ];
}
