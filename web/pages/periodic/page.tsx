import { REPORT_FORMATS } from "../../../src/use-cases/view-reports.ts";
import {
  hasFigures,
  PERIODIC_KINDS,
  type PeriodicReport,
  type PeriodicSection,
  periodicPath,
  spanName,
  spansUntil,
} from "../../../src/use-cases/view-periodic.ts";
import { FieldFrame } from "../../components/field.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { PairedBars } from "../../components/paired-bars.tsx";
import { ReportTable } from "../../components/report-table.tsx";
import { Said, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import type { Clash } from "./route.tsx";

interface Props {
  readonly f: Frame;
  readonly report: PeriodicReport;
  readonly clash: Clash | null;
  readonly mayWrite: boolean;
  /** Whether a PDF can be made here. */
  readonly pdf: boolean;
  readonly token: string;
}

/** Stretches offered beside the one that is shown. */
const OFFERED = 6;

/** One report: choose it, read it, write what only people know, take it away, freeze it. */
export const PeriodicPage = (props: Props) => {
  const { f, report, mayWrite, pdf, token } = props;
  const { span } = report;
  const t = f.t.periodic;
  return (
    <>
      <PageHead title={<Said f={f} text={report.title} />}>
        {t.from(f.date(span.from), f.date(span.to))} {span.due === null ? null : t.due(f.date(span.due))}{" "}
        {span.verified ? null : t.unverified}
      </PageHead>
      <Choice f={f} report={report} />
      {f.query.get("done") === "written" ? <Message kind="ok" what={t.written} /> : null}
      {span.to >= f.today ? <Message what={t.open(f.date(span.to))} /> : null}
      <div class="acts acts--left report-files">
        <span class="small muted">{t.save}</span>
        {REPORT_FORMATS.map((format) => (
          <a
            class="btn btn--s"
            href={f.href("/reports/periodic/file", { kind: span.kind, period: span.key, format })}
            download={format !== "html"}
          >
            {f.t.reports.formats[format]}
          </a>
        ))}
        {pdf ? (
          <form method="post" action={f.href("/reports/jobs")}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="kind" value="periodic" />
            <input
              type="hidden"
              name="query"
              value={new URLSearchParams({ kind: span.kind, period: span.key }).toString()}
            />
            <button class="btn btn--s" type="submit">
              {f.t.reportJob.make.pdf}
            </button>
          </form>
        ) : null}
        {mayWrite ? (
          <form method="post" action={f.href("/reports/freeze")}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="path" value={periodicPath(span)} />
            <button class="btn btn--s btn--go" type="submit">
              {t.freeze}
            </button>
          </form>
        ) : null}
      </div>
      {report.hints.map((hint) => (
        <Message what={<Said f={f} text={hint} />} />
      ))}
      {report.sections.map((section) => (
        <Section id={`s-${section.key}`} title={<Said f={f} text={section.part.label} />}>
          {(section.part.text ?? []).map((text) => (
            <p>
              <Said f={f} text={text} />
            </p>
          ))}
          {section.part.columns.length === 0 ? null : (
            <ReportTable f={f} part={section.part} caption={section.part.label} />
          )}
          <Chart f={f} section={section} />
          <Prose {...props} section={section} />
        </Section>
      ))}
    </>
  );
};

const Choice = ({ f, report: { span } }: { f: Frame; report: PeriodicReport }) => {
  const t = f.t.periodic;
  return (
    <>
      <nav class="tabs" aria-label={t.kind}>
        {PERIODIC_KINDS.map((kind) => (
          <a href={f.href("/reports/periodic", { kind })} aria-current={kind === span.kind ? "page" : undefined}>
            {t.kinds[kind]}
          </a>
        ))}
      </nav>
      <nav class="chips report-years" aria-label={t.period}>
        {spansUntil(span.kind, f.on, OFFERED).map((one) => (
          <a
            class={one.key === span.key ? "chip chip--on" : "chip"}
            href={f.href("/reports/periodic", { kind: one.kind, period: one.key })}
            aria-current={one.key === span.key ? "true" : undefined}
          >
            <Said f={f} text={spanName(one)} />
          </a>
        ))}
      </nav>
    </>
  );
};

/** Drawn only where there is something to compare. */
const Chart = ({ f, section: { chart } }: { f: Frame; section: PeriodicSection }) =>
  chart === null || !hasFigures(chart) ? null : (
    <PairedBars f={f} title={chart.title} bars={chart.bars} {...f.t.periodic.bars[chart.of]} />
  );

const Prose = ({ f, report: { span }, section, clash, mayWrite, token }: Props & { section: PeriodicSection }) => {
  const { prose } = section;
  if (prose === null) return null;
  const t = f.t.periodic;
  const { written } = prose;
  const lost = clash?.key === prose.key ? clash : null;
  const id = `p-${section.key}`;
  if (!mayWrite)
    return written === null ? (
      <p class="muted">{t.nothingWritten}</p>
    ) : (
      <p class="prewrap">
        <Said f={f} text={written.text} />
      </p>
    );
  return (
    <form
      class="flow-s report-prose"
      method="post"
      action={f.href("/reports/periodic/prose", { kind: span.kind, period: span.key })}
    >
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="key" value={prose.key} />
      <input type="hidden" name="seen" value={String(written?.version ?? 0)} />
      {lost === null ? null : (
        <Message kind="warn" what={t.clash(written?.by ?? "")}>
          <Said f={f} text={lost.text} />
        </Message>
      )}
      <FieldFrame id={id} label={t.words} help={prose.help}>
        <textarea class="input" id={id} name="text" rows={6} aria-describedby={`${id}-help`}>
          {written?.text ?? ""}
        </textarea>
      </FieldFrame>
      <p class="acts acts--left">
        <button class="btn btn--s" type="submit">
          {t.write}
        </button>
        {written === null ? null : (
          <span class="small muted">
            {words(written.by)}, {moment(f, written.at)}
          </span>
        )}
      </p>
    </form>
  );
};
