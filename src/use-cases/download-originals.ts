import { csvCell } from "../report/write-report.ts";
import { type ZipEntry, zipStream } from "../report/zip-stream.ts";
import type { OriginalFile, Store } from "../store/store.ts";
import { type DocumentQuery, type DocumentRow, matchingDocuments } from "./view-documents.ts";

/** Bounds of one archive; what is beyond them is named in its list. */
export const MOST_ORIGINALS = 200;
const MOST_BYTES = 300 * 1024 * 1024;
const LONGEST_NAME = 100;
const LIST_NAME = "000-danh-muc-tep.csv";

export interface Originals {
  /** Files in the archive, and documents that were asked for. */
  readonly files: number;
  readonly asked: number;
  readonly archive: AsyncGenerator<Uint8Array>;
}

/** The files that these documents were read from, in one archive, with a list that says what is in it and what is not. */
export async function downloadOriginals(store: Store, query: DocumentQuery): Promise<Originals> {
  const rows = await matchingDocuments(store, query);
  const files = await store.documents.filesOf(rows.slice(0, MOST_ORIGINALS).map(({ work }) => work.id));
  let room = MOST_BYTES;
  const planned = rows.map((row): Planned => {
    const file = files.get(row.work.id);
    if (file === undefined || file.size > room) return { row, file: null };
    room -= file.size;
    return { row, file };
  });
  const count = planned.filter(({ file }) => file !== null).length;
  return { files: count, asked: rows.length, archive: zipStream(entriesOf(store, planned)) };
}

interface Planned {
  readonly row: DocumentRow;
  readonly file: OriginalFile | null;
}

async function* entriesOf(store: Store, planned: readonly Planned[]): AsyncGenerator<ZipEntry> {
  const list = [["Số, ký hiệu", "Tên gọi", "Tệp trong gói này", "Ghi chú"]];
  let n = 0;
  for (const { row, file } of planned) {
    const { symbol, title } = row.work;
    const bytes = file === null ? null : await store.documents.original(file.sha256);
    if (file === null || bytes === null) {
      const why =
        file === null
          ? `Không tải: gói chỉ chứa ${MOST_ORIGINALS} tệp, ${MOST_BYTES / 1024 / 1024} MB. Lọc hẹp hơn rồi tải tiếp`
          : "Không tải: kho không giữ tệp này";
      list.push([symbol ?? "", title ?? "", "", why]);
      continue;
    }
    const name = nameOf(++n, symbol, file.file);
    list.push([symbol ?? "", title ?? "", name, ""]);
    yield { name, parts: [bytes], pack: !/\.(docx|xlsx|pdf|zip|odt|png|jpe?g)$/iu.test(name) };
  }
  const text = `\ufeff${list.map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
  yield { name: LIST_NAME, parts: [new TextEncoder().encode(text)], pack: true };
}

/** `012-17-2025-QĐ-UBND-bến khách.docx`: in the order of the list; nothing that a file system would take for a path. */
function nameOf(n: number, symbol: string | null, file: string): string {
  const own = file.split(/[\\/]/u).at(-1) ?? "";
  const safe = (text: string): string => text.replace(/[^\p{L}\p{N}.,_() -]+/gu, "-").replace(/^[. -]+|[. -]+$/gu, "");
  const ending = /\.[A-Za-z0-9]{1,5}$/u.exec(own)?.[0] ?? "";
  const stem = [symbol ?? "", own.slice(0, own.length - ending.length)].map(safe).filter(Boolean).join("-");
  return `${String(n).padStart(3, "0")}-${stem.slice(0, LONGEST_NAME)}${ending}`;
}
