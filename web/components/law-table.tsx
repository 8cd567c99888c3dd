import type { Child } from "hono/jsx";
import {
  type ColumnKind,
  columnCount,
  columnKinds,
  type PlacedCell,
  placedCells,
  type TableCell,
  type TextTable,
  widthOf,
} from "../../src/domain/text-table.ts";
import type { Frame } from "../frame.ts";

export interface LawTableProps {
  readonly f: Frame;
  readonly table: TextTable;
  readonly wordsOf: (cell: TableCell) => string;
  /** What is shown of a cell, one for each of its lines. */
  readonly view: (cell: TableCell) => readonly Child[];
}

/**
 * A table of the law. On a narrow screen it keeps its columns and is pushed sideways inside its frame, by keyboard as well:
 * amounts are read against the heads of their columns.
 */
export const LawTable = ({ f, table, wordsOf, view }: LawTableProps) => {
  const kinds = columnKinds(table, wordsOf);
  const placed = placedCells(table.rows);
  const body = table.rows.findIndex((row) => !row.header);
  const row = (cells: readonly PlacedCell[], header: boolean): Child => (
    <tr>
      {cells.map((cell) => (
        <Cell placed={cell} header={header} kinds={kinds} view={view} />
      ))}
    </tr>
  );
  const head = placed.slice(0, Math.max(body, 0));
  return (
    <div
      class="scroll law__table"
      role="group"
      tabindex={0}
      aria-label={f.t.reader.table(table.rows.length - head.length, columnCount(table))}
    >
      <table>
        {head.length === 0 ? null : <thead>{head.map((cells) => row(cells, true))}</thead>}
        <tbody>
          {placed.slice(head.length).map((cells, i) => row(cells, table.rows[head.length + i]?.header === true))}
        </tbody>
      </table>
    </div>
  );
};

const Cell = ({
  placed: { cell, column },
  header,
  kinds,
  view,
}: {
  placed: PlacedCell;
  header: boolean;
  kinds: readonly ColumnKind[];
  view: LawTableProps["view"];
}) => {
  const lines = view(cell);
  const content = lines.length > 1 ? lines.map((line) => <p>{line}</p>) : lines;
  const span = { colspan: cell.colSpan, rowspan: cell.rowSpan };
  if (header)
    return (
      <th scope={widthOf(cell) > 1 ? "colgroup" : "col"} {...span}>
        {content}
      </th>
    );
  const kind = widthOf(cell) > 1 ? "words" : kinds[column];
  return (
    <td class={kind === undefined || kind === "words" ? undefined : CLASSES[kind]} {...span}>
      {content}
    </td>
  );
};

const CLASSES: Readonly<Record<Exclude<ColumnKind, "words">, string>> = {
  number: "num",
  count: "count",
  long: "long",
};
