import type { ListedFate, ReadRow, ReadTotal } from "../domain/publication.ts";
import { fateOf } from "./list-words.ts";

/** I, V, X, L number groups. */
export const PART = /^([A-HJKM-UWYZ])\. (?=\p{Lu}{2})/u;
export const GROUP = /^[IVXLC]{1,6}\. (?=\p{Lu}{2})/u;
export const TITLE = /^(?:DANH MỤC|VĂN BẢN QUY PHẠM PHÁP LUẬT) ?(?=.{0,200}(?:HẾT|NGƯNG|CÒN))|^DANH MỤC$/u;
export const TOTAL = /^Tổng (?:số|cộng)[^:\d]{0,80}:?\s?(\d{1,5})\s?(?:văn bản|VB)?/iu;
/** A heading in capitals goes on in the next line. */
export const CAPITALS = /^[\p{Lu}\d\s.,;:()/…-]{4,200}$/u;

/** Where a reader stands in a list, and what the list says it holds. */
export class ListPlace {
  readonly totals: ReadTotal[] = [];
  #part = "";
  #group = "";
  #partFate: ListedFate | null = null;
  #groupFate: ListedFate | null = null;
  #counted = 0;

  /** A heading: of a part, of a group, or the title of a further list. `rows` = rows read so far. */
  enter(said: string, rows: number): "part" | "group" | "title" {
    const part = PART.exec(said);
    if (part === null && GROUP.test(said)) {
      this.#group = said;
      this.#groupFate = fateOf(said);
      return "group";
    }
    // what was read of a table without "Tổng số" is not taken for the next one's
    this.#counted = rows;
    this.#part = part?.[1] ?? "";
    this.#partFate = fateOf(said);
    this.#group = "";
    this.#groupFate = null;
    return part === null ? "title" : "part";
  }

  total(label: string, said: number, all: readonly ReadRow[]): void {
    const rows = all.slice(this.#counted);
    const documents = new Set(rows.map((row) => row.symbol ?? row.place)).size;
    this.totals.push({ label, said, rows: rows.length, documents });
    this.#counted = all.length;
  }

  here(): Pick<ReadRow, "part" | "group" | "fate"> {
    return { part: this.#part, group: this.#group, fate: this.#groupFate ?? this.#partFate };
  }
}
