import type { TextTable } from "../../src/domain/text-table.ts";
import { odtFile, odtParagraph } from "./odt-file.ts";
import { rtfFile, rtfParagraph, rtfText } from "./rtf-file.ts";
import { paragraph, wordFile } from "./word-file.ts";

/** A cell of the fee table: its paragraphs, and what it covers. */
interface Cell {
  readonly lines: readonly string[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

const cell = (words: string, more: Omit<Cell, "lines"> = {}): Cell => ({
  lines: words === "" ? [] : words.split("\n"),
  ...more,
});

/** Two rows of head, a cell of several paragraphs, an empty one, one over two rows. */
const ROWS: readonly (readonly Cell[])[] = [
  [
    cell("Số TT", { rowSpan: 2 }),
    cell("Loại phương tiện", { rowSpan: 2 }),
    cell("Mức thu (đồng/lượt)", { colSpan: 2 }),
    cell("Ghi chú", { rowSpan: 2 }),
  ],
  [cell("Ban ngày"), cell("Ban đêm")],
  [cell("1."), cell("Xe đạp"), cell("2.000"), cell("3.000"), cell("")],
  [
    cell("2."),
    cell("Xe máy, gồm:\n- Xe hai bánh;\n- Xe ba bánh"),
    cell("5.000"),
    cell("7.500"),
    cell("Không thu ngày lễ", { rowSpan: 2 }),
  ],
  [cell("3."), cell("Ô tô chở người đến chín chỗ, xe bán tải có chở hàng qua bến"), cell("25.000"), cell("40.000")],
];

export const BEFORE = "2. Mức thu tại bến do xã quản lý như sau:";
export const AFTER = "3. Mức thu quy định tại khoản 2 Điều này đã gồm thuế.";

/** What every reader must find: each row's cells as their words and what they cover. */
export const EXPECTED = ROWS.map((row) => row.map((c) => said(c.lines.join("\n"), c.colSpan, c.rowSpan)));

/** A table as it is compared: its rows of cells, each in words. */
export const gridOf = (text: string, table: TextTable | undefined): readonly (readonly string[])[] =>
  (table?.rows ?? []).map((row) =>
    row.cells.map(({ span, colSpan, rowSpan }) =>
      said(text.slice(span.start, span.end).replace(/\n+/gu, "\n"), colSpan, rowSpan),
    ),
  );

function said(words: string, colSpan = 1, rowSpan = 1): string {
  return `${words}${colSpan > 1 ? ` ←${colSpan}` : ""}${rowSpan > 1 ? ` ↓${rowSpan}` : ""}`;
}

/** For each row its cells with their first columns; cells that reach down are named again as `null` below. */
function laidOut(): readonly (readonly { readonly cell: Cell; readonly goesOn: boolean }[])[] {
  const open: { cell: Cell; left: number }[] = [];
  return ROWS.map((row) => {
    const out: { cell: Cell; goesOn: boolean }[] = [];
    const own = [...row];
    for (let column = 0; column < 5; ) {
      const over = open[column];
      const here = over !== undefined && over.left > 0 ? over.cell : (own.shift() as Cell);
      out.push({ cell: here, goesOn: over !== undefined && over.left > 0 });
      const left = over !== undefined && over.left > 0 ? over.left - 1 : (here.rowSpan ?? 1) - 1;
      for (let i = 0; i < (here.colSpan ?? 1); i++) open[column++] = { cell: here, left };
    }
    return out;
  });
}

export function docxWithTable(): Uint8Array {
  const rows = laidOut().map((row, i) => {
    const cells = row.map(({ cell: c, goesOn }) => {
      const merge = c.rowSpan === undefined ? "" : goesOn ? "<w:vMerge/>" : '<w:vMerge w:val="restart"/>';
      const span = c.colSpan === undefined ? "" : `<w:gridSpan w:val="${c.colSpan}"/>`;
      const words = goesOn || c.lines.length === 0 ? "<w:p/>" : c.lines.map((l) => paragraph(l)).join("");
      return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${words}</w:tc>`;
    });
    return `<w:tr><w:trPr>${i < 2 ? "<w:tblHeader/>" : ""}</w:trPr>${cells.join("")}</w:tr>`;
  });
  return wordFile(`${paragraph(BEFORE)}<w:tbl>${rows.join("")}</w:tbl>${paragraph(AFTER)}`);
}

export function odtWithTable(): Uint8Array {
  const rows = laidOut().map((row) => {
    const cells = row.map(({ cell: c, goesOn }) => {
      const covered = "<table:covered-table-cell/>";
      if (goesOn) return covered;
      const attributes = [
        c.colSpan === undefined ? "" : ` table:number-columns-spanned="${c.colSpan}"`,
        c.rowSpan === undefined ? "" : ` table:number-rows-spanned="${c.rowSpan}"`,
      ].join("");
      const words = c.lines.map((l) => odtParagraph(l)).join("");
      return `<table:table-cell${attributes}>${words}</table:table-cell>${covered.repeat((c.colSpan ?? 1) - 1)}`;
    });
    return `<table:table-row>${cells.join("")}</table:table-row>`;
  });
  const head = `<table:table-header-rows>${rows.slice(0, 2).join("")}</table:table-header-rows>`;
  return odtFile(
    `${odtParagraph(BEFORE)}<table:table>${head}${rows.slice(2).join("")}</table:table>${odtParagraph(AFTER)}`,
  );
}

export function rtfWithTable(): Uint8Array {
  const edges = [800, 4000, 5500, 7000, 9000];
  const rows = laidOut().map((row, i) => {
    let column = -1;
    const definitions = row.map(({ cell: c, goesOn }) => {
      column += c.colSpan ?? 1;
      return `${c.rowSpan === undefined ? "" : goesOn ? "\\clvmrg" : "\\clvmgf"}\\cellx${edges[column]}`;
    });
    const words = row.map(({ cell: c, goesOn }) => (goesOn ? "" : c.lines.map((l) => rtfText(l)).join("\\par ")));
    const definition = `\\trowd${i < 2 ? "\\trhdr" : ""}${definitions.join("")}`;
    return `${definition}\\pard\\intbl ${words.map((w) => `{${w}\\cell }`).join("")}${definition}\\row\r\n`;
  });
  return rtfFile(`${rtfParagraph(BEFORE)}${rows.join("")}${rtfParagraph(AFTER)}`);
}

export function htmlWithTable(): Uint8Array {
  const rows = ROWS.map((row, i) => {
    const cells = row.map((c) => {
      const attributes = `${c.colSpan ? ` colspan="${c.colSpan}"` : ""}${c.rowSpan ? ` rowspan="${c.rowSpan}"` : ""}`;
      const tag = i < 2 ? "th" : "td";
      return `<${tag}${attributes}>${c.lines.map((l) => `<p>${l}</p>`).join("")}</${tag}>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return Buffer.from(`<meta charset="utf-8"><p>${BEFORE}</p><table>${rows.join("\n")}</table><p>${AFTER}</p>`);
}
