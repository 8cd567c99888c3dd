import writeXlsxFile from "write-excel-file/node";

/** A sheet of plain cells in their places; ranges that are one cell are given by top, left, bottom, right, from 1. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | Date | null)[])[];
  readonly merged: readonly (readonly [number, number, number, number])[];
  /** Rows of the heading, in bold. */
  readonly head: number;
}

type Cell = {
  value: string | number | Date;
  type: StringConstructor | NumberConstructor | DateConstructor;
  format?: string;
  wrap: boolean;
  alignVertical: "top";
  fontWeight?: "bold";
  columnSpan?: number;
  rowSpan?: number;
};

const WIDEST = 48;
const NARROWEST = 6;

/** Texts are typed as text, so that nothing in them can become a formula (SEC-13). */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const data = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: cellsOf(sheet),
    columns: widthsOf(sheet).map((width) => ({ width })),
  }));
  return new Uint8Array(await writeXlsxFile(data).toBuffer());
}

function cellsOf({ rows, merged, head }: WorkbookSheet): (Cell | null)[][] {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const cells = rows.map((row, at) =>
    Array.from({ length: width }, (_, column) => cellOf(row[column] ?? null, at < head)),
  );
  for (const [top, left, bottom, right] of merged) {
    const first = cells[top - 1]?.[left - 1];
    if (first === undefined || first === null) continue;
    const [down, across] = [Math.min(bottom, cells.length) - top + 1, Math.min(right, width) - left + 1];
    for (let row = top; row < top + down; row++)
      for (let column = left; column < left + across; column++) {
        const covered = cells[row - 1];
        if (covered !== undefined && (row !== top || column !== left)) covered[column - 1] = null;
      }
    if (across > 1) first.columnSpan = across;
    if (down > 1) first.rowSpan = down;
  }
  return cells;
}

function cellOf(value: string | number | Date | null, bold: boolean): Cell | null {
  if (value === null || value === "") return null;
  const look = { wrap: true, alignVertical: "top", ...(bold ? { fontWeight: "bold" as const } : {}) } as const;
  if (value instanceof Date) return { value, type: Date, format: "dd/mm/yyyy", ...look };
  return typeof value === "number" ? { value, type: Number, ...look } : { value, type: String, ...look };
}

/** As wide as what stands in a column below its heading, within bounds. */
function widthsOf({ rows, head }: WorkbookSheet): readonly number[] {
  const width = Math.max(1, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const longest = Math.max(
      0,
      ...rows.slice(head).map((row) => String(row[column] ?? "").split("\n")[0]?.length ?? 0),
    );
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
  });
}
