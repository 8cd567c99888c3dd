import type { Child } from "hono/jsx";
import { SEVERITY_ORDER } from "../../src/domain/finding.ts";
import type { QueueRow } from "../../src/use-cases/view-findings.ts";
import type { Frame } from "../frame.ts";
import { FindingPlace } from "./finding-rows.tsx";
import { severityIcon, SeverityMark } from "./status.tsx";
import { Icon } from "./sprite.tsx";
import { Said } from "./words.tsx";

interface RowsProps {
  readonly f: Frame;
  readonly rows: readonly QueueRow[];
  readonly current: string | null;
  readonly params: Readonly<Record<string, string | null>>;
}

/** Heads a part of the queue: one level below the page's own heading, or below that of the queue beside a finding. */
export const GroupHeading = ({ main, ...rest }: { main: boolean; class?: string; children: Child }) =>
  main ? <h2 {...rest} /> : <h3 {...rest} />;

/** Rows of the queue under the bars of their severity. */
export const TriageBySeverity = ({ main, ...props }: RowsProps & { readonly main: boolean }) => (
  <>
    {SEVERITY_ORDER.map((severity) => {
      const mine = props.rows.filter((row) => row.severity === severity);
      return mine.length === 0 ? null : (
        <section class="tq">
          <GroupHeading main={main} class="queue__group">
            <SeverityMark f={props.f} severity={severity} />
          </GroupHeading>
          <TriageRows {...props} rows={mine} />
        </section>
      );
    })}
  </>
);

/** Rows that can be ticked; the one shown beside them is marked and pressed by x. */
export const TriageRows = ({ f, rows, current, params, bars = false }: RowsProps & { readonly bars?: boolean }) => (
  <ul class={bars ? "queue" : "queue queue--plain"}>
    {rows.map((row) => (
      <li class={row.state === "open" ? "tq__row" : "tq__row is-done"}>
        <label class="tick">
          <span class="sr">{f.t.triage.pick(row.message)}</span>
          <input
            type="checkbox"
            name="pick"
            value={row.key}
            form="bulk"
            aria-keyshortcuts={f.keys && row.key === current ? "x" : undefined}
          />
        </label>
        <a
          href={f.href(`/findings/${row.key}`, params)}
          aria-current={row.key === current ? "true" : undefined}
          data-row
          data-ahead
        >
          {bars ? (
            <>
              <Icon name={severityIcon(row.severity)} />
              <span class="sr">{f.t.severity[row.severity]}: </span>
            </>
          ) : null}
          <b>
            <Said f={f} text={row.message} />
          </b>
          <small>
            <FindingPlace f={f} row={row} />
            <RowNotes f={f} row={row} />
          </small>
        </a>
      </li>
    ))}
  </ul>
);

/** What people did about it: where it stands, who has it, until when. */
const RowNotes = ({ f, row }: { f: Frame; row: QueueRow }) => {
  const t = f.t.triage;
  const { assigned, state } = row;
  const over = assigned?.due && assigned.due < f.today;
  return (
    <>
      {state === "open" ? null : <span class="tq__note">{t.states[state]}</span>}
      {assigned === null ? null : (
        <span class={over ? "tq__note tq__note--over" : "tq__note"}>
          {t.rowAssigned(assigned.to)}
          {assigned.due === null
            ? null
            : `, ${over ? t.rowOver(f.date(assigned.due)) : t.rowDue(f.date(assigned.due))}`}
        </span>
      )}
    </>
  );
};
