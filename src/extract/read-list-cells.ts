import type { ReadList, ReadRow } from "../domain/publication.ts";
import { GROUP, ListPlace, PART, TITLE, TOTAL } from "./list-place.ts";
import { dayIn, designationOf, endedBy, joinLines, typeAt } from "./list-words.ts";

/** A line outside tables, or the cells of one row, from left to right; a cell that spans several columns is said once. */
export interface ListLine {
  readonly cells: readonly string[];
  readonly inTable: boolean;
  /** The first of a sheet: no row goes on into it. */
  readonly first?: boolean;
  /** "dòng 12", "trang tính Mẫu 01, dòng 7". */
  readonly place: string;
}

/** What a column holds. `named` = the document or a part of its name. */
type Field = "no" | "named" | "title" | "content" | "reason" | "since" | "start" | "other";

/** In the order of asking: "Lý do hết hiệu lực" is no day, "Ngày hết hiệu lực" no name, "Số, ký hiệu; ngày …; tên gọi" is. */
const COLUMNS: readonly (readonly [Field, RegExp])[] = [
  ["no", /^(?:stt|tt|số tt|số thứ tự)$/u],
  ["reason", /lý do/u],
  ["content", /^nội dung(?! văn bản)|quy định (?:hết|ngưng|tạm)/u],
  ["since", /(?:ngày|thời điểm)(?: tháng năm)? (?:văn bản )?(?:hết|ngưng|tạm)/u],
  ["start", /(?:ngày|thời điểm)(?: tháng năm)? (?:bắt đầu )?(?:có hiệu lực|hiệu lực)/u],
  ["named", /ký hiệu|tên loại|loại văn bản|ngày tháng năm ban hành|văn bản (?:hết|ngưng|còn)|^văn bản$|số văn bản/u],
  ["title", /tên gọi|trích yếu|tên văn bản/u],
];

/**
 * A published list from the cells of its tables (Word, PDF with ruled tables, spreadsheets): columns are known by their headings in
 * the words of NĐ 79/2025 or NĐ 34/2016; a row without a number that names no document goes on with the row above it (a page was
 * turned). Null where no table has such headings.
 */
export function readListCells(lines: Iterable<ListLine>): ReadList | null {
  const reader = new CellReader();
  for (const line of lines) reader.take(line);
  return reader.end();
}

interface OpenRow {
  readonly no: number | null;
  readonly cells: string[];
  readonly place: string;
}

class CellReader {
  readonly #rows: ReadRow[] = [];
  readonly #unread: { place: string; text: string }[] = [];
  readonly #place = new ListPlace();
  #columns: readonly Field[] | null = null;
  #open: OpenRow | null = null;

  take(line: ListLine): void {
    if (line.first) this.#close();
    const cells = line.cells.map((cell) => cell.replace(/\s{1,80}/gu, " ").trim());
    const filled = cells.filter((cell) => cell !== "");
    if (filled.length === 0) return;
    const alone = filled.length === 1 || new Set(filled).size === 1 ? (filled[0] as string) : null;
    if (alone !== null && this.#heading(alone)) return;
    if (!line.inTable) return;
    const columns = columnsOf(cells);
    if (columns !== null) {
      this.#columns = columns;
      return;
    }
    if (this.#columns === null || isNumbering(cells)) return;
    // words above a table or between two, in the one cell of a line
    if (alone !== null && this.#open === null) return;
    this.#row(line, cells);
  }

  end(): ReadList | null {
    this.#close();
    return this.#columns === null ? null : { rows: this.#rows, totals: this.#place.totals, unread: this.#unread };
  }

  #heading(text: string): boolean {
    const total = TOTAL.exec(text);
    if (total) {
      this.#close();
      this.#place.total(text, Number(total[1]), this.#rows);
      return true;
    }
    if (!PART.test(text) && !GROUP.test(text) && !TITLE.test(text)) return false;
    this.#close();
    this.#place.enter(text, this.#rows.length);
    return true;
  }

  #row(line: ListLine, cells: readonly string[]): void {
    const no = this.#numberOf(cells);
    const named = this.#text(cells, "named");
    if (no === null && this.#open !== null && (named === "" || designationOf(named).symbol === null)) {
      // the lower halves of its cells, on the next page
      cells.forEach((cell, i) => {
        const open = this.#open as OpenRow;
        if (cell !== "") open.cells[i] = [open.cells[i] ?? "", cell].filter((part) => part !== "").join("\n");
      });
      return;
    }
    this.#close();
    this.#open = { no, cells: [...cells], place: line.place };
  }

  #numberOf(cells: readonly string[]): number | null {
    const m = /^(\d{1,5})[.)]?$/u.exec(this.#text(cells, "no"));
    return m ? Number(m[1]) : null;
  }

  #text(cells: readonly string[], ...fields: readonly Field[]): string {
    const own = cells.filter((cell, i) => cell !== "" && fields.includes(this.#columns?.[i] ?? "other"));
    return joinLines(own.flatMap((cell) => cell.split("\n")));
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    const named = this.#text(open.cells, "named");
    const title = this.#text(open.cells, "title");
    const document = designationOf(named);
    const reason = this.#text(open.cells, "reason");
    const { part, group, fate } = this.#place.here();
    const sinceWords = this.#text(open.cells, "since");
    // a column too narrow for its days breaks them
    const since = dayIn(sinceWords) ?? dayIn(sinceWords.replace(/\s/gu, ""));
    if (document.symbol === null && since === null) {
      const text = open.cells.filter((cell) => cell !== "").join(" | ");
      if (text !== "") this.#unread.push({ place: open.place, text });
      return;
    }
    const told = fate !== "in-force" && this.#columns?.includes("since");
    this.#rows.push({
      no: open.no,
      fate: fate ?? (this.#columns?.includes("start") ? "in-force" : null),
      part,
      group,
      ...document,
      type: document.type ?? typeAt(named),
      title: title === "" ? document.title : title,
      content: this.#text(open.cells, "content"),
      reason,
      endedBy: endedBy(reason),
      since,
      otherDays: [],
      place: open.place,
      problems: [
        document.symbol === null ? "Không đọc được số, ký hiệu" : null,
        document.symbol !== null && document.issuedOn === null ? "Không đọc được ngày ban hành" : null,
        told && since === null ? "Không đọc được ngày hết hiệu lực" : null,
        told && reason === "" ? "Không đọc được lý do" : null,
      ].filter((one) => one !== null),
    });
  }
}

/** A row of headings: a name of documents and at least two more columns that are understood. */
function columnsOf(cells: readonly string[]): readonly Field[] | null {
  if (cells.some((cell) => cell.length > 160)) return null;
  const fields = cells.map((cell): Field => {
    const words = cell
      .normalize("NFC")
      .toLocaleLowerCase("vi")
      .replace(/[^\p{L}\p{N}]{1,20}/gu, " ")
      .trim();
    return COLUMNS.find(([, shape]) => shape.test(words))?.[0] ?? "other";
  });
  const known = new Set(fields.filter((field) => field !== "other"));
  return (known.has("named") || known.has("title")) && known.size >= 3 ? fields : null;
}

/** The columns numbered below their headings: (1) (2) (3). */
const isNumbering = (cells: readonly string[]): boolean =>
  cells.length > 2 && cells.every((cell, i) => cell.replace(/[()]/gu, "") === String(i + 1));
