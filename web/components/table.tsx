import type { Child } from "hono/jsx";

export interface Column {
  readonly head: Child;
  /** Class of the head cell: `num`, `sev`. */
  readonly class?: string;
  /** Rows stand in the order of this column. */
  readonly sort?: "ascending" | "descending";
}

/**
 * A table whose rows become blocks on a narrow screen. A display other than `table` takes its meaning away in some browsers,
 * so every part says its role.
 */
export const Table = ({
  caption,
  columns,
  class: extra,
  children,
}: {
  caption: string;
  columns: readonly Column[];
  class?: string;
  /** `Row` elements. */
  children?: Child;
}) => (
  <table class={["table", "table--stack", extra].filter(Boolean).join(" ")} role="table">
    <caption class="sr">{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th role="columnheader" scope="col" class={column.class} aria-sort={column.sort}>
            {column.head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">{children}</tbody>
  </table>
);

export const Row = ({ now = false, id, children }: { now?: boolean; id?: string; children?: Child }) => (
  <tr role="row" class={now ? "is-now" : undefined} id={id}>
    {children}
  </tr>
);

/** The cell that names its row. */
export const NameCell = ({ children }: { children?: Child }) => (
  <th role="rowheader" scope="row" class="full">
    {children}
  </th>
);

/** A line between rows that says what the next ones have in common. */
export const GroupRow = ({ columns, children }: { columns: number; children?: Child }) => (
  <tr role="row" class="group">
    <td role="cell" colspan={columns}>
      {children}
    </td>
  </tr>
);

/** `full` takes the whole width on a narrow screen; `label` is said before the cell there. */
export const Cell = ({
  full = false,
  class: extra,
  label,
  children,
}: {
  full?: boolean;
  class?: string;
  label?: string;
  children?: Child;
}) => (
  <td role="cell" class={[full ? "full" : "", extra ?? ""].filter(Boolean).join(" ") || undefined} data-label={label}>
    {children}
  </td>
);
