import { VERDICTS } from "../../../src/domain/decision.ts";
import { PERIODS, type ReviewsView } from "../../../src/use-cases/view-reviews.ts";
import { Section } from "../../components/layout.tsx";
import { Pager } from "../../components/lists.tsx";
import { Blank } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { capital, Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

interface Props {
  readonly f: Frame;
  readonly view: ReviewsView;
}

const FILTERS = ["by", "verdict", "rule", "period"];

/** Who decided what, on which document, why, and whether it still holds. */
export const Log = ({ f, view }: Props) => {
  const t = f.t.reviews;
  const filtered = FILTERS.some((name) => f.query.get(name));
  const file = (format: string): string =>
    f.href("/reviews/log", { ...Object.fromEntries(FILTERS.map((name) => [name, f.query.get(name)])), format });
  return (
    <Section
      id="log"
      title={
        <>
          {t.log} <span class="n">{f.t.n(view.log.total)}</span>
        </>
      }
      aside={<p>{t.logWhy}</p>}
    >
      <div class="rowx between">
        <Filter f={f} view={view} />
        {view.log.total === 0 ? null : (
          <p class="small">
            {t.export}: <a href={file("xlsx")}>Excel</a> · <a href={file("csv")}>CSV</a>
          </p>
        )}
      </div>
      {view.log.rows.length === 0 ? (
        <Blank
          title={filtered ? t.noLogFiltered : t.noLog}
          act={
            <a class="btn" href={filtered ? f.href("/reviews", {}, "log") : f.href("/findings")}>
              {filtered ? t.drop : f.t.nav.findings}
            </a>
          }
        >
          {filtered ? t.noLogFilteredWhy : t.noLogWhy}
        </Blank>
      ) : (
        <>
          <Table
            caption={t.log}
            columns={[{ head: t.when }, { head: t.finding }, { head: t.verdict }, { head: t.who }, { head: t.reason }]}
          >
            {view.log.rows.map((row) => (
              <LogRow f={f} view={view} row={row} />
            ))}
          </Table>
          <Pager f={f} shown={view.log.rows.length} total={view.log.total} next={view.log.next} />
        </>
      )}
    </Section>
  );
};

const LogRow = ({ f, view, row }: Props & { row: ReviewsView["log"]["rows"][number] }) => {
  const t = f.t.reviews;
  const work = view.works.get(row.work);
  return (
    <Row>
      <Cell class="nowrap">{moment(f, row.at)}</Cell>
      <NameCell>
        <a href={f.href(`/findings/${row.finding}`)} data-row>
          {row.code}. <Said f={f} text={row.message} />
        </a>
        {work ? <p class="small muted rev-of">{words(shortName(f, work))}</p> : null}
      </NameCell>
      <Cell label={t.verdict}>
        {row.undoneAt === null ? (
          <b>{capital(f.t.decision.states[row.verdict])}</b>
        ) : (
          <>
            <s>{capital(f.t.decision.states[row.verdict])}</s>{" "}
            <small class="muted">{t.undone(moment(f, row.undoneAt))}</small>
          </>
        )}
        {row.until === null ? null : <small class="muted"> {t.until(f.date(row.until))}</small>}
      </Cell>
      <Cell label={t.who}>{row.by}</Cell>
      <Cell full class="small">
        {row.reason === null ? <span class="faint">{t.noReason}</span> : <Said f={f} text={row.reason} />}
      </Cell>
    </Row>
  );
};

const Filter = ({ f, view }: Props) => {
  const t = f.t.reviews;
  const select = (name: string, label: string, choices: readonly (readonly [value: string, label: string])[]) => (
    <div class="field">
      <label for={`rev-${name}`}>{label}</label>
      <select class="input input--s" id={`rev-${name}`} name={name}>
        <option value="">{t.any}</option>
        {choices.map(([value, text]) => (
          <option value={value} selected={f.query.get(name) === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form class="att-filter" action="/reviews#log">
      {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
      {select(
        "by",
        t.who,
        view.choices.people.map((name) => [name, name]),
      )}
      {select(
        "verdict",
        t.verdict,
        VERDICTS.map((verdict) => [verdict, f.t.decision.states[verdict]]),
      )}
      {select(
        "rule",
        t.rule,
        view.choices.rules.map((rule) => [rule, rule]),
      )}
      {select(
        "period",
        t.period,
        PERIODS.map((days) => [String(days), t.days(days)]),
      )}
      <button class="btn btn--s" type="submit">
        {t.filter}
      </button>
    </form>
  );
};
