import { DOCUMENT_TYPES } from "../domain/document-type.ts";
import type { ItemState } from "../domain/batch.ts";
import { HANDLING_FORM_NAMES } from "../domain/handling-form.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import { STATUS_NAMES } from "../domain/status.ts";
import { dayAt } from "../domain/vietnam-time.ts";
import { type ListColumn, type ListFormat, listFile } from "../report/list-file.ts";
import type { Store } from "../store/store.ts";
import { type ItemFilters, itemRows, matchingItems } from "./view-batch.ts";

const COLUMNS: readonly ListColumn[] = [
  { label: "STT", kind: "number", width: 6 },
  { label: "Số, ký hiệu", kind: "text", width: 20 },
  { label: "Loại văn bản", kind: "text", width: 14 },
  { label: "Tên gọi", kind: "text", width: 60 },
  { label: "Cơ quan ban hành", kind: "text", width: 34 },
  { label: "Ngày ban hành", kind: "day", width: 13 },
  { label: "Hiệu lực", kind: "text", width: 22 },
  { label: "Vì sao thuộc đợt", kind: "text", width: 50 },
  { label: "Đơn vị rà soát", kind: "text", width: 30 },
  { label: "Người rà soát", kind: "text", width: 26 },
  { label: "Hạn", kind: "day", width: 13 },
  { label: "Trạng thái", kind: "text", width: 16 },
  { label: "Quá hạn", kind: "text", width: 9 },
  { label: "Hình thức xử lý", kind: "text", width: 24 },
  { label: "Nội dung kiến nghị", kind: "text", width: 60 },
  { label: "Ngày xong", kind: "day", width: 13 },
  { label: "Ghi chú", kind: "text", width: 40 },
];

const STATES: Readonly<Record<ItemState, string>> = {
  todo: "chưa làm",
  reviewing: "đang rà soát",
  proposed: "chờ kết luận",
  done: "đã xong",
  "left-out": "để ngoài đợt",
};

/** A batch as a list, made while it is sent; null where there is no such batch. Lines nobody was found for stand at its end. */
export async function exportBatch(
  store: Store,
  id: string,
  today: LegalDate,
  filters: Omit<ItemFilters, "page">,
  format: ListFormat,
): Promise<AsyncGenerator<Uint8Array> | null> {
  const batch = await store.batches.find(id);
  if (batch === null) return null;
  const items = matchingItems(batch, await store.batches.itemsOf(id), today, filters);
  const [rows, units] = await Promise.all([itemRows(store, batch, items, today), store.accounts.units()]);
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  const { unfound } = batch.body;
  return listFile(
    {
      title: `Đợt rà soát: ${batch.body.name}`,
      head: [
        `Số văn bản: ${rows.length}; hiệu lực và tiến độ tính tại ngày ${formatDate(today)}`,
        `Hạn của đợt: ${batch.due === null ? "không đặt" : formatDate(batch.due)}`,
        unfound.length === 0
          ? "Mọi dòng của danh sách đã khớp."
          : `${unfound.length} dòng chưa tìm thấy văn bản, ghi ở cuối.`,
      ],
      columns: COLUMNS,
      rows: (function* () {
        let n = 0;
        for (const { item, work, status, sheet, due, overdue } of rows)
          yield [
            ++n,
            work?.symbol ?? null,
            work === null ? null : DOCUMENT_TYPES[work.type],
            work?.title ?? null,
            work?.issuer ?? null,
            work?.issuedOn ?? null,
            status === null ? null : STATUS_NAMES[status],
            item.body.why,
            item.unit === null ? null : (names.get(item.unit) ?? item.unit),
            item.body.person?.signature ?? null,
            due,
            STATES[item.state],
            overdue ? "quá hạn" : null,
            sheet === null || sheet.body.form === null ? null : HANDLING_FORM_NAMES[sheet.body.form],
            sheet?.body.content ?? null,
            item.doneAt === null ? null : dayAt(item.doneAt),
            item.body.note,
          ];
        for (const line of unfound)
          yield [
            ++n,
            null,
            null,
            line,
            null,
            null,
            null,
            "chưa tìm thấy trong kho",
            ...Array(COLUMNS.length - 8).fill(null),
          ];
      })(),
    },
    format,
  );
}
