import type { ReportCell, ReportPart } from "../../src/use-cases/report-tables.ts";
import type { Frame } from "../frame.ts";
import { Cell, GroupRow, NameCell, Row, Table } from "./table.tsx";
import { Said } from "./words.tsx";

/** A table of a report as it is printed: figures stand right, words lead where the report says they lead. */
export const ReportTable = ({
  f,
  part,
  caption,
  most = Number.POSITIVE_INFINITY,
}: {
  f: Frame;
  part: ReportPart;
  caption: string;
  /** Rows shown; the file has all. */
  most?: number;
}) => {
  let room = most;
  const groups = part.groups.map((group) => {
    const rows = group.rows.slice(0, room);
    room -= rows.length;
    return { ...group, rows, n: group.rows.length };
  });
  const name = nameColumn(part);
  return (
    <Table
      caption={caption}
      class="report-table"
      columns={part.columns.map(({ label, align }) => ({
        head: <Said f={f} text={label} />,
        class: align === "right" ? "num" : undefined,
      }))}
    >
      {groups.map((group) => (
        <>
          {group.label === "" ? null : (
            <GroupRow columns={part.columns.length}>
              <Said f={f} text={group.label} /> <span class="n">{f.t.n(group.n)}</span>
            </GroupRow>
          )}
          {group.rows.map((row) => (
            <Row>
              {row.map((cell, i) => {
                const column = part.columns[i];
                if (i === name)
                  return (
                    <NameCell>
                      <Words f={f} cell={cell} />
                    </NameCell>
                  );
                return (
                  <Cell
                    label={i === 0 ? undefined : column?.label}
                    class={column?.align === "right" ? "num" : undefined}
                  >
                    <Words f={f} cell={cell} />
                  </Cell>
                );
              })}
            </Row>
          ))}
        </>
      ))}
    </Table>
  );
};

/** The column that names a row: the first that is not a running number. */
const nameColumn = (part: ReportPart): number => {
  const [row] = part.groups.flatMap((group) => group.rows);
  const linked = row?.findIndex((cell) => cell.href !== undefined && cell.number === undefined) ?? -1;
  return linked >= 0 ? linked : part.columns[0]?.label === "STT" ? 1 : 0;
};

const Words = ({ f, cell }: { f: Frame; cell: ReportCell }) => {
  const text = cell.number === undefined ? <Said f={f} text={cell.text} /> : cell.text;
  return cell.href === undefined ? text : <a href={withDay(f, cell.href)}>{text}</a>;
};

/** An address of the site keeps the day looked at. */
function withDay(f: Frame, href: string): string {
  const at = new URL(href, "http://here");
  if (at.origin !== "http://here") return href;
  const params: Record<string, readonly string[]> = {};
  for (const name of new Set(at.searchParams.keys())) params[name] = at.searchParams.getAll(name);
  return f.href(at.pathname, params, at.hash === "" ? undefined : decodeURIComponent(at.hash.slice(1)));
}
