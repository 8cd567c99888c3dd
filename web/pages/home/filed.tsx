import type { DocumentType } from "../../../src/domain/document-type.ts";
import type { StatusName } from "../../../src/domain/status.ts";
import type { FiledRow } from "../../../src/use-cases/view-filings.ts";
import { Section } from "../../components/layout.tsx";
import { stateOf } from "../../components/status.tsx";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

export type FiledBy = "type" | "body" | "field";
export const FILED_BY: readonly string[] = ["type", "body", "field"] satisfies FiledBy[];

/** So many rows until the rest is asked for. */
const TOP = 6;
/** What lists of documents call a thing that is not known. */
const UNFILED = "unfiled";

/** From what applies to what has ended: the order of the strip. */
const ORDER: readonly StatusName[] = [
  "in-force",
  "partly-ceased",
  "partly-suspended",
  "suspended",
  "not-yet-in-force",
  "unknown",
  "ceased",
];

/** Documents by one thing they are filed under, each with a strip of its statuses. Every figure is a link. */
export const Filed = ({ f, by, rows, all }: { f: Frame; by: FiledBy; rows: readonly FiledRow[]; all: boolean }) => {
  const t = f.t.home;
  const most = Math.max(1, ...rows.map((row) => row.n));
  return (
    <Section
      id={`h-${by}`}
      title={t.filed[by]}
      aside={
        rows.length > TOP ? (
          <a href={`${f.here({ all: all ? null : by })}#h-${by}`}>{all ? t.fewer : t.all(rows.length)}</a>
        ) : null
      }
    >
      <ul>
        {(all ? rows : rows.slice(0, TOP)).map((row) => (
          <Filing f={f} by={by} row={row} most={most} />
        ))}
      </ul>
    </Section>
  );
};

const Filing = ({ f, by, row, most }: { f: Frame; by: FiledBy; row: FiledRow; most: number }) => {
  const t = f.t.home.filed;
  const list = (status?: StatusName): string => f.href("/documents", { [by]: row.key ?? UNFILED, status });
  const figures: readonly (readonly [status: StatusName, words: string])[] = [
    ["in-force", t.inForce(row.by["in-force"] ?? 0)],
    ["ceased", t.ceased(row.by.ceased ?? 0)],
    ["unknown", t.undetermined(row.by.unknown ?? 0)],
  ];
  return (
    <li class="stat">
      <a href={list()}>{label(f, by, row)}</a>
      <b>{f.t.n(row.n)}</b>
      <Strip row={row} most={most} />
      <small class="figures">
        {figures
          .filter(([status]) => (row.by[status] ?? 0) > 0)
          .map(([status, words]) => (
            <a class="plain" href={list(status)}>
              {words}
            </a>
          ))}
      </small>
    </li>
  );
};

function label(f: Frame, by: FiledBy, row: FiledRow) {
  if (row.key === null) return f.t.home.filed.unknown[by];
  return by === "type" ? f.t.type[row.key as DocumentType] : <Said f={f} text={row.name ?? row.key} />;
}

/** As long as the row is large, cut by status. */
const Strip = ({ row, most }: { row: FiledRow; most: number }) => {
  let at = 0;
  return (
    <svg class="bar" aria-hidden="true">
      <rect class="bed" width="100%" height="6" />
      {ORDER.map((status) => {
        const wide = (100 * (row.by[status] ?? 0)) / most;
        const x = at;
        at += wide;
        return wide === 0 ? null : (
          <rect data-state={stateOf(status)} x={`${x.toFixed(2)}%`} width={`${wide.toFixed(2)}%`} height="6" />
        );
      })}
    </svg>
  );
};
