import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from "docx";
import {
  type ColumnKind,
  columnCount,
  columnKinds,
  heightOf,
  placedCells,
  type TextTable,
  widthOf,
} from "../domain/text-table.ts";
import { run, SIZE, TEXT_WIDTH } from "./docx-house-style.ts";
import { cellLines } from "./text-blocks.ts";

/** A table of the law as wide as the text: rows that name columns are said again on each page, figures stand on the right. */
export function tableOfLaw(text: string, table: TextTable): Table {
  const words = ({ span }: { readonly span: TextTable["span"] }): string => text.slice(span.start, span.end);
  const kinds = columnKinds(table, words);
  const widths = widthsOf(text, table);
  const placed = placedCells(table.rows);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH.portrait, type: WidthType.DXA },
    columnWidths: [...widths],
    rows: table.rows.map(
      ({ header }, i) =>
        new TableRow({
          tableHeader: header,
          cantSplit: true,
          children: (placed[i] ?? []).map(
            ({ cell, column }) =>
              new TableCell({
                columnSpan: widthOf(cell),
                rowSpan: heightOf(cell),
                verticalAlign: header ? VerticalAlign.CENTER : VerticalAlign.TOP,
                margins: { top: 40, bottom: 40, left: 80, right: 80 },
                width: {
                  size: widths.slice(column, column + widthOf(cell)).reduce((sum, w) => sum + w, 0),
                  type: WidthType.DXA,
                },
                children: paragraphs(cellLines(text, cell.span), header, widthOf(cell) > 1 ? "words" : kinds[column]),
              }),
          ),
        }),
    ),
  });
}

function paragraphs(lines: readonly string[], header: boolean, kind: ColumnKind | undefined): Paragraph[] {
  const alignment =
    header || kind === "count" ? AlignmentType.CENTER : kind === "number" ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const style = { size: SIZE.small, bold: header };
  return (lines.length === 0 ? [""] : lines).map((line) => new Paragraph({ alignment, children: [run(line, style)] }));
}

/** Letters a column is at least and at most given room for. */
const NARROWEST = 5;
const WIDEST = 42;

/** Each column by its longest line, so that a column of numbers takes no more room than it needs. */
function widthsOf(text: string, table: TextTable): readonly number[] {
  const longest = Array.from({ length: columnCount(table) }, () => NARROWEST);
  for (const row of placedCells(table.rows))
    for (const { cell, column } of row)
      if (widthOf(cell) === 1)
        for (const line of cellLines(text, cell.span))
          longest[column] = Math.max(longest[column] ?? NARROWEST, Math.min(line.length, WIDEST));
  const sum = longest.reduce((total, n) => total + n, 0);
  return longest.map((n) => Math.floor((TEXT_WIDTH.portrait * n) / sum));
}
