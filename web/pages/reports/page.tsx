import { eIdName } from "../../../src/domain/e-id.ts";
import type { Because } from "../../../src/domain/status.ts";
import { LIST_FORMS, REPORT_FORMATS, type ReportRow, type ReportView } from "../../../src/use-cases/view-reports.ts";
import { Field } from "../../components/field.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { Status } from "../../components/status.tsx";
import { Cell, GroupRow, NameCell, Row, Table } from "../../components/table.tsx";
import { Said, Symbol } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { monthBefore, type ReportAsk, yearOf } from "./query.ts";

/** Choose a list and its period, look at it with its proofs, take it away as a file. */
export const ReportsPage = ({ f, ask, view }: { f: Frame; ask: ReportAsk; view: ReportView | null }) => {
  const t = f.t.reports;
  return (
    <>
      <PageHead
        title={t.title}
        acts={
          <a class="btn" href={f.href("/reports/published")}>
            {f.t.published.title}
          </a>
        }
      >
        {t.lead}
      </PageHead>
      <Choice f={f} ask={ask} />
      {view === null ? null : (
        <Section
          id="list"
          title={t.forms[view.form]}
          aside={
            <p>
              {t.count(view.total)} · {t.asOf(f.date(ask.to))}
            </p>
          }
        >
          {view.total === 0 ? null : <Files f={f} ask={ask} />}
          <Notes f={f} ask={ask} view={view} />
          {view.counted ? (
            <Counted f={f} view={view} />
          ) : view.total === 0 ? (
            <Blank title={t.none}>{t.noneWhy}</Blank>
          ) : (
            <List f={f} view={view} />
          )}
          {view.counted === null && view.shown < view.total ? (
            <p class="small muted after">{t.shown(view.shown, view.total)}</p>
          ) : null}
        </Section>
      )}
    </>
  );
};

/** The kind of list and the period, as links; other days and a body by a form. */
const Choice = ({ f, ask }: { f: Frame; ask: ReportAsk }) => {
  const t = f.t.reports;
  const year = Number(f.on.slice(0, 4));
  const presets = [
    ...[0, 1, 2, 3].map((back) => ({ label: t.year(year - back), ...yearOf(year - back) })),
    { label: t.lastMonth, ...monthBefore(f.on) },
  ];
  return (
    <>
      <nav class="tabs" aria-label={t.kind}>
        {LIST_FORMS.map((form) => (
          <a href={f.here({ form })} aria-current={form === ask.form ? "page" : undefined}>
            {t.forms[form]}
          </a>
        ))}
      </nav>
      <nav class="chips report-years" aria-label={t.period}>
        {presets.map(({ label, from, to }) => (
          <a
            class={from === ask.from && to === ask.to ? "chip chip--on" : "chip"}
            href={f.here({ from, to })}
            aria-current={from === ask.from && to === ask.to ? "true" : undefined}
          >
            {label}
          </a>
        ))}
        <span class="report-bodies">
          {([true, false] as const).map((local) => (
            <a
              class={local === ask.local ? "chip chip--on" : "chip"}
              href={f.here({ bodies: local ? null : "all" })}
              aria-current={local === ask.local ? "true" : undefined}
            >
              {local ? t.localOnly : t.allBodies}
            </a>
          ))}
        </span>
      </nav>
      <form class="report-form" action="/reports" method="get">
        <input type="hidden" name="form" value={ask.form} />
        {ask.local ? null : <input type="hidden" name="bodies" value="all" />}
        {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
        <Field
          name="from"
          label={t.from}
          help={t.dayHelp}
          value={ask.badFrom ?? f.date(ask.from)}
          fault={ask.badFrom === null ? (ask.reversed ? t.reversed : null) : t.badDay(ask.badFrom)}
        />
        <Field
          name="to"
          label={t.to}
          help={t.dayHelp}
          value={ask.badTo ?? f.date(ask.to)}
          fault={ask.badTo === null ? null : t.badDay(ask.badTo)}
        />
        <Field name="scope" label={t.scope} help={t.scopeHelp} value={ask.scope ?? ""} />
        <button class="btn btn--go" type="submit">
          {t.go}
        </button>
      </form>
    </>
  );
};

const Files = ({ f, ask }: { f: Frame; ask: ReportAsk }) => (
  <p class="acts acts--left report-files">
    <span class="small muted">{f.t.reports.save}</span>
    {REPORT_FORMATS.map((format) => (
      <a
        class="btn btn--s"
        href={f.href("/reports/list", {
          form: ask.form,
          from: ask.from,
          to: ask.to,
          scope: ask.scope,
          bodies: ask.local ? null : "all",
          format,
        })}
      >
        {f.t.reports.formats[format]}
      </a>
    ))}
    <a
      class="btn btn--s btn--go"
      href={f.href("/reports/freeze", {
        form: ask.form,
        from: ask.from,
        to: ask.to,
        scope: ask.scope,
        bodies: ask.local ? null : "all",
      })}
    >
      {f.t.published.freeze}
    </a>
  </p>
);

/** What the list is not, and what it does not hold. */
const Notes = ({ f, ask, view }: { f: Frame; ask: ReportAsk; view: ReportView }) => {
  const t = f.t.reports;
  return (
    <div class="flow-s report-notes">
      <Message what={t.official}>{t.officialWhy[view.form]}</Message>
      {ask.to > f.today ? <Message what={t.ahead}>{t.aheadWhy(f.date(ask.to))}</Message> : null}
      {view.inferred > 0 ? <Message kind="warn" what={t.inferred(view.inferred)} /> : null}
      {view.unknown > 0 ? (
        <p class="small">
          <a href={f.href("/documents", { status: "unknown", on: ask.to === f.today ? null : ask.to })}>
            {t.unknown(view.unknown)}
          </a>
          : {t.unknownWhy}.
        </p>
      ) : null}
    </div>
  );
};

const Counted = ({ f, view }: { f: Frame; view: ReportView }) => (
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

const List = ({ f, view }: { f: Frame; view: ReportView }) => {
  const t = f.t.reports;
  return (
    <>
      <p class="report-label">
        <Said f={f} text={view.label} />
      </p>
      <Table
        caption={view.title}
        class="report-table"
        columns={[...view.columns.map((head) => ({ head: <Said f={f} text={head} /> })), { head: t.proof }]}
      >
        {view.groups.map((group) => (
          <>
            <GroupRow columns={view.columns.length + 1}>
              <Said f={f} text={group.label} /> <span class="n">{f.t.n(group.n)}</span>
              {group.n === 0 ? <span class="muted"> {t.noneInGroup}</span> : null}
            </GroupRow>
            {group.rows.map((row) => (
              <Line f={f} row={row} heads={view.columns} />
            ))}
          </>
        ))}
      </Table>
    </>
  );
};

/** The cell of the number leads to the document; the last one holds the words that prove the row. */
const Line = ({ f, row, heads }: { f: Frame; row: ReportRow; heads: readonly string[] }) => (
  <Row>
    {row.cells.map((text, i) =>
      i === 2 ? (
        <NameCell>
          <a href={f.href(`/documents/${row.work.id}`)} data-row>
            <Said f={f} text={text || f.t.work.noSymbol} />
          </a>
        </NameCell>
      ) : (
        <Cell label={i === 0 ? undefined : heads[i]} full={i > 2}>
          <Said f={f} text={text} />
        </Cell>
      ),
    )}
    <Cell full>
      <Grounds f={f} because={row.period.because} />
    </Cell>
  </Row>
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
