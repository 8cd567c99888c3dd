import { daysBetween } from "../../../src/domain/legal-date.ts";
import { HANDLING_STEPS } from "../../../src/domain/handling.ts";
import type { HandlingRow } from "../../../src/use-cases/handling-list.ts";
import { Icon } from "../../components/sprite.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Day, Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { monthWords } from "./filters.ts";

/** The handlings of a list, each with what is still missing in plain sight. `pick`: with a box to tick. */
export const HandlingTable = ({
  f,
  rows,
  pick = false,
}: {
  f: Frame;
  rows: readonly HandlingRow[];
  pick?: boolean;
}) => {
  const t = f.t.handling;
  return (
    <Table
      caption={t.caption}
      class={pick ? "table--pick" : undefined}
      columns={[
        ...(pick ? [{ head: <span class="sr">{t.bulk.column}</span>, class: "pick" }] : []),
        { head: t.document },
        { head: t.form },
        { head: t.unit },
        { head: t.due },
        { head: t.step },
        { head: t.state },
      ]}
    >
      {rows.map((row) => (
        <HandlingLine f={f} row={row} pick={pick} />
      ))}
    </Table>
  );
};

/** Titles are cut in the list; the whole stands on the page of the handling. */
const LONG_TITLE = 140;

const cut = (text: string): string => (text.length > LONG_TITLE ? `${text.slice(0, LONG_TITLE).trimEnd()} …` : text);

const HandlingLine = ({ f, row, pick }: { f: Frame; row: HandlingRow; pick: boolean }) => {
  const t = f.t.handling;
  const { handling, unitName } = row;
  const { body } = handling;
  return (
    <Row>
      {pick ? (
        <Cell class="pick">
          <label class="tick">
            <input
              type="checkbox"
              name="pick"
              value={handling.id}
              checked={f.query.get("pick") === "page"}
              aria-keyshortcuts={f.keys ? "x" : undefined}
            />
            <span class="sr">{t.bulk.pick(nameOf(f, row))}</span>
          </label>
        </Cell>
      ) : null}
      <NameCell>
        <a href={f.href(`/handling/${handling.id}`)} data-row>
          {words(nameOf(f, row))}
        </a>{" "}
        {row.work === null && body.asWritten !== null ? <small class="muted">({t.notFound})</small> : null}
        {titleOf(row) === "" ? null : (
          <div class="small muted hl-title">
            <Said f={f} text={cut(titleOf(row))} />
          </div>
        )}
      </NameCell>
      <Cell label={t.form}>
        {body.form === null ? (
          body.formText === "" ? (
            <span class="hl-gap">{t.undecided}</span>
          ) : (
            <Said f={f} text={body.formText} />
          )
        ) : (
          t.forms[body.form]
        )}
      </Cell>
      <Cell label={t.unit}>
        {unitName === null ? <span class="hl-gap">{t.noUnit}</span> : <Said f={f} text={unitName} />}
      </Cell>
      <Cell label={t.due}>
        <Due f={f} row={row} />
      </Cell>
      <Cell label={t.step}>
        <LastStep f={f} row={row} />
      </Cell>
      <Cell label={t.state}>
        <span class={`hl-state hl-state--${handling.state}`}>{t.states[handling.state]}</span>
        {body.doneMonth === null ? null : <small class="muted"> {monthWords(body.doneMonth)}</small>}
      </Cell>
    </Row>
  );
};

/** The document's number or title; as written in the tracker where it could not be found; what is to be issued anew. */
export const nameOf = (f: Frame, { work, handling }: HandlingRow): string =>
  work !== null
    ? shortName(f, work)
    : (handling.body.asWritten ?? `${f.t.handling.newDocument}: ${handling.body.content}`).slice(0, 160);

const titleOf = ({ work, handling }: HandlingRow): string =>
  work === null ? "" : work.symbol === null ? "" : (work.title ?? handling.body.asWritten ?? "");

export const Due = ({ f, row: { handling, overdue } }: { f: Frame; row: HandlingRow }) => {
  const t = f.t.handling;
  if (handling.due === null)
    return handling.state === "open" ? <span class="hl-gap">{t.noDue}</span> : <span class="muted">–</span>;
  return (
    <>
      <Day f={f} day={handling.due} />
      {overdue ? (
        <small class="hl-late">
          <Icon name="i-warn" /> {t.overdue(daysBetween(handling.due, f.on))}
        </small>
      ) : null}
    </>
  );
};

const LastStep = ({ f, row: { handling } }: { f: Frame; row: HandlingRow }) => {
  const t = f.t.handling;
  const last = [...HANDLING_STEPS].reverse().find((step) => step !== "planned" && handling.body.steps[step]);
  const step = last === undefined ? undefined : handling.body.steps[last];
  if (last === undefined || step === undefined) return <span class="muted">{t.noStep}</span>;
  return (
    <>
      {t.steps[last]}
      <small class="muted">
        {step.number === "" ? null : <> {words(step.number)}</>} {step.day === null ? null : f.date(step.day)}
      </small>
    </>
  );
};
