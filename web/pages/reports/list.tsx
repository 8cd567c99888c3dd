import { eIdName } from "../../../src/domain/e-id.ts";
import type { Because } from "../../../src/domain/status.ts";
import type { ReportPartView, ReportRow, ReportView } from "../../../src/use-cases/view-reports.ts";
import { Status } from "../../components/status.tsx";
import { Message } from "../../components/message.tsx";
import { Cell, GroupRow, NameCell, Row, Table } from "../../components/table.tsx";
import { Said, Symbol } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { UnclearLists } from "./unclear.tsx";

/** The parts of a form, each a table with its groups, its total, and the words that prove each row. */
export const List = ({ f, view }: { f: Frame; view: ReportView }) => (
  <>
    {view.parts.map((part) => (
      <Part f={f} view={view} part={part} />
    ))}
  </>
);

const Part = ({ f, view, part }: { f: Frame; view: ReportView; part: ReportPartView }) => {
  const t = f.t.reports;
  const proved = part.groups.some(({ rows }) => rows.some(({ period }) => period !== null));
  const columns = part.columns.length + (proved ? 1 : 0);
  return (
    <>
      {part.label === "" ? null : (
        <p class="report-label">
          <Said f={f} text={part.label} />
        </p>
      )}
      {part.earlier ? <UnclearLists f={f} lists={view.unclear} /> : null}
      <Table
        caption={[view.title, part.label].filter(Boolean).join(". ")}
        class="report-table"
        columns={[
          ...part.columns.map(({ label }) => ({ head: <Said f={f} text={label} /> })),
          ...(proved ? [{ head: t.proof }] : []),
        ]}
      >
        {part.groups.map((group) => (
          <>
            {group.label === "" && group.n > 0 ? null : (
              <GroupRow columns={columns}>
                <Said f={f} text={group.label} /> {group.n === 0 ? null : <span class="n">{f.t.n(group.n)}</span>}
                {group.n === 0 ? <span class="muted"> {t.noneInGroup}</span> : null}
              </GroupRow>
            )}
            {group.rows.map((row) => (
              <Line f={f} row={row} part={part} proved={proved} />
            ))}
          </>
        ))}
      </Table>
      {part.total === null ? null : (
        <p class="report-total">
          <Said f={f} text={part.total} />
        </p>
      )}
    </>
  );
};

/** The cell of the number leads to the document; the last one holds the words that prove the row. */
const Line = ({ f, row, part, proved }: { f: Frame; row: ReportRow; part: ReportPartView; proved: boolean }) => {
  const named = Math.max(
    row.cells.findIndex(({ href }) => href !== undefined),
    1,
  );
  return (
    <Row>
      {row.cells.map(({ text, href, source }, i) =>
        i === named ? (
          <NameCell>
            {href === undefined ? (
              <Said f={f} text={text || f.t.work.noSymbol} />
            ) : (
              <a href={f.href(href)} data-row>
                <Said f={f} text={text || f.t.work.noSymbol} />
              </a>
            )}
            {source === undefined ? null : (
              <>
                {" "}
                <a class="small" href={source} rel="noreferrer">
                  {f.t.reports.nationalDatabase}
                  <span class="sr">: {text}</span>
                </a>
              </>
            )}
          </NameCell>
        ) : (
          <Cell label={i === 0 ? undefined : part.columns[i]?.label} full={i > 2}>
            <Lines f={f} text={text} />
          </Cell>
        ),
      )}
      {proved ? (
        <Cell full>
          <Grounds f={f} because={row.period?.because ?? []} />
        </Cell>
      ) : null}
    </Row>
  );
};

const Lines = ({ f, text }: { f: Frame; text: string }) => (
  <>
    {text.split("\n").map((line, i) => (
      <>
        {i === 0 ? null : <br />}
        <Said f={f} text={line} />
      </>
    ))}
  </>
);

const Grounds = ({ f, because }: { f: Frame; because: readonly Because[] }) =>
  because.length === 0 ? (
    <span class="muted">{f.t.reports.noProof}</span>
  ) : (
    <details class="fold">
      <summary>{f.t.reports.open(because.length)}</summary>
      <ul class="report-grounds">
        {because.map((b) => (
          <li class="small">
            <Said f={f} text={b.says} />
            {b.certainty === undefined ? null : <small class="muted"> ({f.t.certainty[b.certainty]})</small>}{" "}
            {b.quote === "" ? null : <q lang={f.lang === "vi" ? undefined : "vi"}>{b.quote}</q>}{" "}
            {b.work === null ? null : (
              <a href={f.href(`/documents/${b.work}`, {}, b.eId ?? undefined)}>
                <Symbol text={[b.eId === null ? null : eIdName(b.eId), b.symbol].filter(Boolean).join(" ") || "…"} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </details>
  );

/** A list too long for a page: how many have each status. */
export const Counted = ({ f, view }: { f: Frame; view: ReportView }) => (
  <>
    <Message what={f.t.reports.tooMany(view.total)}>{f.t.reports.tooManyWhy}</Message>
    <ul class="report-counts">
      {(view.counted ?? []).map(([status, n]) => (
        <li class="stat">
          <a class="plain" href={f.href("/documents", { status })}>
            <Status f={f} status={status} known="text" />
          </a>
          <b>{f.t.n(n)}</b>
        </li>
      ))}
    </ul>
  </>
);
