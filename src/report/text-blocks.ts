import type { TextTable } from "../domain/text-table.ts";
import type { TabledText } from "../timeline/carry-tables.ts";

/** A line of running text, or a table in its place. */
export type TextBlock = string | TextTable;

/** The words of a unit in their order: lines that are not empty, and tables, whose cells are offsets into the unit's text. */
export function textBlocks({ text, tables = [] }: Pick<TabledText, "text" | "tables">): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let at = 0;
  const lines = (to: number): void => {
    for (const line of text.slice(at, to).split("\n")) if (line.trim() !== "") blocks.push(line);
  };
  for (const table of tables) {
    lines(table.span.start);
    blocks.push(table);
    at = table.span.end;
  }
  lines(text.length);
  return blocks;
}

/** Paragraphs of a cell. */
export const cellLines = (text: string, { start, end }: TextTable["span"]): readonly string[] =>
  text
    .slice(start, end)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
