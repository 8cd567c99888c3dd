import type { RunningText } from "./running-text.ts";
import { type MeasuredRow, spreadColumns } from "./table-columns.ts";

interface CellDefinition {
  readonly right: number;
  readonly joinsAbove: boolean;
  readonly joinsBefore: boolean;
}

/**
 * RTF has no table, only rows: what its cells are like (`\trowd … \cellx`), the cells one after another, `\row`. Word says the
 * first once more before `\row`. A table is what rows stand together without a paragraph between them.
 */
export class RtfTables {
  private readonly sink: RunningText;
  private rows: MeasuredRow[] | null = null;
  private cells: CellDefinition[] = [];
  private left = 0;
  private header = false;
  private joinsAbove = false;
  private joinsBefore = false;
  /** A row was announced and has not ended. */
  private announced = false;

  constructor(sink: RunningText) {
    this.sink = sink;
  }

  /** True where the word was about rows and cells. */
  property(name: string, value: number | null): boolean {
    if (name === "trowd") {
      [this.cells, this.left, this.header, this.announced] = [[], 0, false, true];
      [this.joinsAbove, this.joinsBefore] = [false, false];
    } else if (name === "trleft") this.left = value ?? 0;
    else if (name === "trhdr") this.header = true;
    else if (name === "clvmrg") this.joinsAbove = true;
    else if (name === "clmrg") this.joinsBefore = true;
    else if (name === "cellx") {
      const { joinsAbove, joinsBefore } = this;
      this.cells.push({ right: value ?? 0, joinsAbove, joinsBefore });
      [this.joinsAbove, this.joinsBefore] = [false, false];
    } else return false;
    return true;
  }

  /** Words, or the end of a paragraph, are about to be written. */
  before(isText: boolean, inTable: boolean): void {
    const { tables } = this.sink;
    if (this.announced || inTable || tables.row !== null) {
      if (isText && tables.cell === null) this.openCell();
    } else this.end();
  }

  /** `\cell` has ended its last paragraph. */
  closeCell(): void {
    if (this.sink.tables.cell === null) this.openCell();
    this.sink.closeCell();
  }

  closeRow(): void {
    const { row } = this.sink.tables;
    if (row !== null) {
      row.header = this.header;
      row.cells.forEach((cell, i) => {
        cell.joinsAbove = this.cells[i]?.joinsAbove ?? false;
        cell.joinsBefore = this.cells[i]?.joinsBefore ?? false;
      });
      this.rows?.push({ row, edges: [this.left, ...this.cells.map((cell) => cell.right)] });
    }
    this.sink.tables.closeRow();
    this.announced = false;
  }

  end(): void {
    if (this.rows === null) return;
    if (!spreadColumns(this.rows)) this.sink.tables.break();
    this.sink.tables.closeTable();
    this.rows = null;
  }

  private openCell(): void {
    const { tables } = this.sink;
    if (this.rows === null) {
      tables.openTable();
      this.rows = [];
    }
    if (tables.row === null) tables.openRow();
    this.sink.openCell();
  }
}
