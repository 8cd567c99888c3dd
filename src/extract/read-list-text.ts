import type { ReadList, ReadRow } from "../domain/publication.ts";
import { type Cell, rowOf } from "./list-row.ts";
import { CAPITALS, GROUP, ListPlace, PART, TITLE, TOTAL } from "./list-place.ts";
import { symbolIn, typeAt } from "./list-words.ts";

/**
 * A published list (danh mục văn bản hết hiệu lực …) from the text of a PDF or Word file, where the cells of a table stand one
 * below another and each cell may take several lines:
 *
 *     A. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ …          part
 *     STT / Văn bản … / Lý do … / Ngày …          heading of the table, again on every page
 *     I. LĨNH VỰC …                               group
 *     1 / Quyết định số … / Được thay thế … / 30/7/2023
 *     Tổng số: 27 văn bản
 *
 * A row begins with its number: one more than the row before, or 1 again. What stands behind the heading of a new page goes on
 * with the row that was open.
 */
export function readListText(text: string): ReadList {
  const reader = new ListReader(linesOf(text));
  return reader.read();
}

interface Line {
  readonly text: string;
  /** From 1, as the text has it. */
  readonly at: number;
}

/** Lines of the gazette's running head, and page numbers beside them, are not part of the table. */
function linesOf(text: string): readonly Line[] {
  const lines = text
    .normalize("NFC")
    .split("\n")
    .map((line, i): Line => ({ text: cleaned(line), at: i + 1 }))
    .filter((line) => line.text !== "");
  const heads = new Set(lines.flatMap((line, i) => (RUNNING_HEAD.test(line.text) ? [i] : [])));
  const number = (i: number): boolean => /^\d{1,4}$/u.test(lines[i]?.text ?? "");
  const noise = new Set(heads);
  for (const i of heads) {
    for (let k = i - 1; k >= i - 3 && number(k); k--) noise.add(k);
    // a page number and the first row of the page may look alike: the row goes on with a document
    for (let k = i + 1; k <= i + 2 && number(k) && typeAt(lines[k + 1]?.text ?? "") === null; k++) noise.add(k);
  }
  return lines.filter((_, i) => !noise.has(i));
}

/** Bars and stars of Markdown tables, spaces. */
const cleaned = (line: string): string =>
  line
    .replace(/[|*_\\\f]/gu, " ")
    .replace(/[\s\u00a0]{1,80}/gu, " ")
    .trim();

const RUNNING_HEAD = /^CÔNG BÁO\s?\/\s?Số/u;
const NUMBER = /^([1-9]\d{0,3})[.)]?(?: (.+))?$/u;
const COLUMN =
  /^(?:stt|tt|tên|văn bản|số|lý do|ngày|nội dung|thời điểm|ghi chú|hiệu lực|hết|tạm|ngưng|ban hành|cơ quan|trích yếu|của|năm|tháng|quy định|loại|gọi|hành)(?![\p{L}])/iu;

class ListReader {
  readonly #lines: readonly Line[];
  readonly #rows: ReadRow[] = [];
  readonly #unread: { place: string; text: string }[] = [];
  readonly #place = new ListPlace();
  #head: readonly string[] | null = null;
  /** `turned`: the page was turned below its last line; `broken`: it went on behind that. */
  #open: { no: number; lines: Cell[]; turned: boolean; broken: boolean } | null = null;
  /** Lines of a merged cell that stand above the number of their row. */
  #ahead: Cell[] = [];
  #inTable = false;
  #restart = false;
  #last = 0;
  #i = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  read(): ReadList {
    while (this.#i < this.#lines.length) this.#step();
    this.#close();
    return { rows: this.#rows, totals: this.#place.totals, unread: this.#unread };
  }

  #step(): void {
    const line = this.#lines[this.#i] as Line;
    if (this.#heading(line) || this.#columns(line) || this.#total(line)) return;
    this.#i++;
    if (!this.#inTable) return;
    const started = this.#startsRow(line);
    if (started !== null) {
      this.#close();
      this.#open = { no: started.no, lines: [...this.#ahead], turned: false, broken: false };
      this.#ahead = [];
      this.#last = started.no;
      this.#restart = false;
      if (started.rest !== "") this.#open.lines.push({ text: started.rest, at: line.at });
      return;
    }
    if (this.#open === null) {
      this.#ahead.push(line);
      return;
    }
    this.#open.lines.push(line);
    this.#open.broken ||= this.#open.turned;
  }

  /** A part, a group, the title of a further list: what stands below is another table or another field. */
  #heading(line: Line): boolean {
    if (!this.#startsHeading(line.text)) return false;
    this.#close();
    const words = [line.text];
    this.#i++;
    while (this.#goesOn(this.#lines[this.#i]?.text ?? "")) {
      words.push((this.#lines[this.#i] as Line).text);
      this.#i++;
    }
    this.#restart = true;
    if (this.#place.enter(words.join(" "), this.#rows.length) === "title") this.#inTable = false;
    return true;
  }

  #startsHeading(text: string): boolean {
    return PART.test(text) || GROUP.test(text) || TITLE.test(text);
  }

  #goesOn(text: string): boolean {
    return CAPITALS.test(text) && !this.#startsHeading(text) && !/^(?:STT|TT)(?: |$)/u.test(text);
  }

  /** The heading of the table, as it stands or as it stood on the first page. */
  #columns(line: Line): boolean {
    if (!/^(?:STT|TT)(?: |$)/u.test(line.text)) return false;
    const from = this.#i;
    if (this.#head?.every((text, k) => this.#lines[from + k]?.text === text)) {
      this.#i += this.#head.length;
      if (this.#open) this.#open.turned = true;
      return true;
    }
    this.#i++;
    while (this.#i - from < MOST_HEAD && this.#isColumn(this.#lines[this.#i]?.text ?? "")) this.#i++;
    this.#head = this.#lines.slice(from, this.#i).map(({ text }) => text);
    // the columns numbered below it: (1) (2) (3)
    while (/^\(\d\)$/u.test(this.#lines[this.#i]?.text ?? "")) this.#i++;
    if (this.#open) this.#open.turned = true;
    else this.#restart = true;
    this.#inTable = true;
    return true;
  }

  #isColumn(text: string): boolean {
    return COLUMN.test(text) && !/\d/u.test(text) && !GROUP.test(text) && !PART.test(text) && !TOTAL.test(text);
  }

  #total(line: Line): boolean {
    const m = TOTAL.exec(line.text);
    if (!m) return false;
    this.#close();
    this.#i++;
    this.#place.total(line.text, Number(m[1]), this.#rows);
    this.#inTable = false;
    return true;
  }

  /** The number of a row: alone in its line, or before the name of a document. */
  #startsRow(line: Line): { readonly no: number; readonly rest: string } | null {
    const m = NUMBER.exec(line.text);
    if (!m) return null;
    const no = Number(m[1]);
    if (no !== this.#last + 1 && !(no === 1 && this.#restart)) return null;
    const rest = m[2] ?? "";
    if (rest !== "") return typeAt(rest) === null ? null : { no, rest };
    // "ngày / 01 / tháng 8 năm 2014" in a narrow column
    const next = this.#lines[this.#i]?.text ?? "";
    if (/^(?:tháng|năm|văn bản)(?![\p{L}])/iu.test(next)) return null;
    return this.#leadsOn(no) ? { no, rest } : null;
  }

  /** Between this number and the next a document is named. */
  #leadsOn(no: number): boolean {
    const text: string[] = [];
    for (let k = this.#i; k < Math.min(this.#lines.length, this.#i + MOST_LINES_TO_SYMBOL); k++) {
      const line = this.#lines[k]?.text ?? "";
      if (line === String(no + 1) || TOTAL.test(line)) break;
      text.push(line);
    }
    return symbolIn(text.join(" ").replace(/(?<=[\p{Lu}\d][/-]) (?=[\p{Lu}\d])/gu, "")) !== null;
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    const row = rowOf(open.lines, { no: open.no, broken: open.broken, ...this.#place.here() });
    if (row.symbol === null && row.since === null)
      this.#unread.push({ place: row.place, text: open.lines.map(({ text }) => text).join(" ") });
    else this.#rows.push(row);
  }
}

const MOST_HEAD = 24;
const MOST_LINES_TO_SYMBOL = 60;
