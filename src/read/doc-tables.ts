import type { TableLook } from "./doc-properties.ts";
import type { RunningText } from "./running-text.ts";
import { type MeasuredRow, spreadColumns } from "./table-columns.ts";

/**
 * A Word 97 file has no table, only paragraphs that stand in one: a mark ends each cell, a further one the row and says what
 * it was like. Rows that stand together are a table.
 */
export class DocTables {
  private readonly sink: RunningText;
  private rows: MeasuredRow[] | null = null;

  constructor(sink: RunningText) {
    this.sink = sink;
  }

  /** A paragraph begins. */
  before(look: TableLook | null): void {
    if (look === null) return this.end();
    const { tables } = this.sink;
    if (this.rows === null) {
      tables.openTable();
      this.rows = [];
    }
    if (look.row !== null) return;
    if (tables.row === null) tables.openRow();
    if (tables.cell === null) this.sink.openCell();
  }

  /** A mark of cell or row has ended its paragraph. */
  after(look: TableLook | null): void {
    if (look === null || this.rows === null) return;
    if (look.row === null) return this.sink.closeCell();
    const { row } = this.sink.tables;
    if (row !== null) {
      row.header = look.row.header;
      look.row.joins.forEach(({ before, above }, i) => {
        const cell = row.cells[i];
        if (cell !== undefined) [cell.joinsBefore, cell.joinsAbove] = [before, above];
      });
      this.rows.push({ row, edges: look.row.edges });
    }
    this.sink.tables.closeRow();
  }

  end(): void {
    if (this.rows === null) return;
    if (!spreadColumns(this.rows)) this.sink.tables.break();
    this.sink.tables.closeTable();
    this.rows = null;
  }
}
