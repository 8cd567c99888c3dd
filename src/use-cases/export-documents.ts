import { DOCUMENT_TYPES } from "../domain/document-type.ts";
import type { IssuerLevel } from "../domain/issuer.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import { STATUS_NAMES } from "../domain/status.ts";
import type { Work } from "../domain/work.ts";
import { type ListColumn, type ListFile, type ListFormat, listFile } from "../report/list-file.ts";
import type { Store } from "../store/store.ts";
import { type DocumentQuery, type DocumentRow, matchingDocuments } from "./view-documents.ts";

export { LIST_FORMATS, type ListFormat } from "../report/list-file.ts";

/** Vietnamese words that the domain does not name: an exported list is Vietnamese whoever asks for it. */
export interface ListWords {
  readonly levels: Readonly<Record<IssuerLevel, string>>;
  readonly qualities: Readonly<Record<string, string>>;
  readonly normatives: Readonly<Record<Work["normative"], string>>;
  /** What the list is narrowed by. */
  readonly filters: readonly string[];
}

const COLUMNS: readonly ListColumn[] = [
  { label: "STT", kind: "number", width: 6 },
  { label: "Số, ký hiệu", kind: "text", width: 20 },
  { label: "Loại văn bản", kind: "text", width: 14 },
  { label: "Tên gọi", kind: "text", width: 60 },
  { label: "Cơ quan ban hành", kind: "text", width: 34 },
  { label: "Cấp", kind: "text", width: 12 },
  { label: "Lĩnh vực", kind: "text", width: 26 },
  { label: "Địa bàn áp dụng", kind: "text", width: 22 },
  { label: "Ngày ban hành", kind: "day", width: 13 },
  { label: "Ngày có hiệu lực", kind: "day", width: 13 },
  { label: "Hiệu lực", kind: "text", width: 22 },
  { label: "Từ ngày", kind: "day", width: 13 },
  { label: "Vì sao biết", kind: "text", width: 60 },
  { label: "Quy phạm", kind: "text", width: 10 },
  { label: "Lời văn đọc từ", kind: "text", width: 18 },
  { label: "Số phát hiện", kind: "number", width: 9 },
];

/** Every document that matches, as a file made while it is sent. */
export async function exportDocuments(
  store: Store,
  query: DocumentQuery,
  format: ListFormat,
  words: ListWords,
): Promise<AsyncGenerator<Uint8Array>> {
  const rows = await matchingDocuments(store, query);
  return listFile(listOf(rows, query.on, words), format);
}

function listOf(rows: readonly DocumentRow[], on: LegalDate, words: ListWords): ListFile {
  return {
    title: `Danh sách văn bản, hiệu lực tính tại ngày ${formatDate(on)}`,
    head: [
      `Bộ lọc: ${words.filters.length === 0 ? "không, toàn bộ kho" : words.filters.join("; ")}`,
      `Số văn bản: ${counted(rows.length)}`,
      notKnown(rows),
      "Bản tra cứu, không thay cho văn bản chính thức.",
    ],
    columns: COLUMNS,
    rows: (function* () {
      let n = 0;
      for (const row of rows) yield cellsOf(row, ++n, words);
    })(),
  };
}

function cellsOf(
  { work, status, since, reason, findings, quality, facet, fieldName }: DocumentRow,
  n: number,
  words: ListWords,
): readonly (string | number | null)[] {
  return [
    n,
    work.symbol,
    DOCUMENT_TYPES[work.type],
    work.title,
    facet?.bodyName ?? work.issuer,
    words.levels[facet?.level ?? "unknown"],
    fieldName,
    facet?.territoryNames.join("; ") ?? null,
    work.issuedOn,
    work.effectiveOn,
    STATUS_NAMES[status],
    since,
    reason,
    words.normatives[work.normative],
    words.qualities[quality] ?? quality,
    findings,
  ];
}

/** `20.000` */
const counted = (n: number): string => n.toLocaleString("vi");

/** An empty cell never passes for "none": the head says how often each thing is not known. */
function notKnown(rows: readonly DocumentRow[]): string {
  const gaps: readonly (readonly [what: string, is: (row: DocumentRow) => boolean])[] = [
    ["hiệu lực cần xác định", (row) => row.status === "unknown"],
    ["chưa rõ cơ quan ban hành", (row) => row.work.issuer === null],
    ["chưa rõ ngày ban hành", (row) => row.work.issuedOn === null],
    ["chưa rõ ngày có hiệu lực", (row) => row.work.effectiveOn === null],
    ["chưa phân lĩnh vực", (row) => row.fieldName === null],
    ["chưa rõ địa bàn áp dụng", (row) => !row.facet?.territory.length],
    ["lời văn nhận dạng từ ảnh", (row) => row.quality === "ocr"],
  ];
  const said = gaps.flatMap(([what, is]) => {
    const n = rows.filter(is).length;
    return n === 0 ? [] : [`${counted(n)} văn bản ${what}`];
  });
  return said.length === 0 ? "Không có mục nào chưa rõ." : `Chưa biết hoặc cần xem lại: ${said.join("; ")}.`;
}
