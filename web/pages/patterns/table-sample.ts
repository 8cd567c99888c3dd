import type { TableCell, TextTable } from "../../../src/domain/text-table.ts";

/** Fees at a ferry of the sample province, as a unit's words with the table in them. */
const ROWS: readonly (readonly (
  | string
  | { readonly words: string; readonly colSpan?: number; readonly rowSpan?: number }
)[])[] = [
  [
    { words: "STT", rowSpan: 2 },
    { words: "Loại phương tiện", rowSpan: 2 },
    { words: "Mức thu (đồng/lượt)", colSpan: 2 },
    { words: "Ghi chú", rowSpan: 2 },
  ],
  ["Ban ngày", "Ban đêm"],
  ["1", "Xe đạp, xe thô sơ", "2.000", "3.000", ""],
  ["2", "Xe máy, gồm:\n- Xe hai bánh;\n- Xe ba bánh", "5.000", "7.500", "Không thu ngày lễ, tết"],
  ["3", "Ô tô chở người đến chín chỗ, xe bán tải", "25.000", "40.000", ""],
];

export const feeTable: { readonly text: string; readonly table: TextTable } = (() => {
  let text = "";
  const rows = ROWS.map((row, i) => ({
    header: i < 2,
    cells: row.map((cell): TableCell => {
      const { words, ...covers } = typeof cell === "string" ? { words: cell } : cell;
      const start = text.length;
      text += `${words}\n`;
      return { span: { start, end: start + words.length }, ...covers };
    }),
  }));
  return { text, table: { span: { start: 0, end: text.length }, rows } };
})();
