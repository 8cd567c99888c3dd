import type { FindingView } from "../../../src/use-cases/view-findings.ts";
import type { RuleEntry } from "../../../src/use-cases/view-rules.ts";
import { type DecideProps, DecideForm, JustDone, Standing } from "./decide.tsx";
import { SecondReading } from "./second-reading.tsx";
import { Basis } from "../../components/basis.tsx";
import { EvidencePair } from "../../components/evidence.tsx";
import { FindingQueue } from "../../components/finding-rows.tsx";
import { Message } from "../../components/message.tsx";
import { Icon } from "../../components/sprite.tsx";
import { SeverityMark } from "../../components/status.tsx";
import { capital, FullName, Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

type Filters = Readonly<Record<string, string | null>>;

export const FindingPage = ({
  f,
  view,
  rule,
  filters,
  decide,
}: {
  f: Frame;
  view: FindingView;
  rule: RuleEntry | null;
  filters: Filters;
  decide: DecideProps;
}) => {
  const t = f.t.findings;
  const rows = view.place < 0 ? [view.row, ...view.queue] : view.queue;
  return (
    <div class="triage">
      <section class="triage__queue" id="queue" aria-labelledby="h-q" tabindex={-1}>
        <div class="queue__head rowx between">
          <h2 id="h-q">
            {t.queue} <span class="n">{f.t.n(view.total)}</span>
          </h2>
          <a class="small" href={f.href("/findings", filters)}>
            {t.shown}
          </a>
        </div>
        <FindingQueue f={f} rows={rows} current={view.finding.key} filters={filters} />
        {view.total > view.queue.length ? (
          <p class="queue__foot small muted">
            <a href={f.href("/findings", filters)}>{f.t.document.more(view.total - view.queue.length)}</a>
          </p>
        ) : null}
      </section>
      <article class="finding flow" aria-labelledby="h-f">
        <Steps f={f} view={view} filters={filters} />
        <JustDone f={f} decide={decide} />
        <Claim f={f} view={view} rule={rule} />
        <Standing f={f} view={view} token={decide.token} />
        {view.finding.gone ? (
          <Message kind="warn" what={f.t.finding.gone}>
            {f.t.finding.goneWhy}
          </Message>
        ) : null}
        {view.finding.evidence.length === 0 ? null : <EvidencePair f={f} evidence={view.evidence} />}
        <SecondReading f={f} view={view} decide={decide} />
        <div class="verdict">
          <p>
            <Said f={f} text={view.finding.why} />
          </p>
          <p>
            <b>{f.t.finding.todo}</b> <Said f={f} text={view.finding.recommendation} />
          </p>
        </div>
        {rule === null || rule.basis.length === 0 ? null : (
          <section class="rests flow-s">
            <h2>{f.t.finding.restsOn}</h2>
            <Basis f={f} rule={rule} />
          </section>
        )}
        <p class="small faint">
          {f.t.finding.seen(f.date(view.finding.day))} · {f.t.finding.key} {view.finding.key}
        </p>
        {view.finding.gone ? null : <DecideForm f={f} view={view} decide={decide} filters={filters} />}
      </article>
    </div>
  );
};

const Claim = ({ f, view, rule }: { f: Frame; view: FindingView; rule: RuleEntry | null }) => {
  const { finding, work } = view;
  return (
    <header>
      <p class="rowx small">
        <SeverityMark f={f} severity={finding.severity} />
        <span class="muted">{f.t.confidence(finding.confidence)}</span>
        {rule === null ? (
          f.t.findings.rulesIn(finding.code)
        ) : (
          <a href={f.href(`/rules/${finding.rule}`)}>
            {f.t.findings.rulesIn(finding.code)}: {f.lang === "vi" ? rule.title : rule.titleEn}
          </a>
        )}
        {finding.maturity === "trial" ? (
          <span class="tag" title={f.t.maturity.trialMeans}>
            {f.t.maturity.trial}
          </span>
        ) : null}
      </p>
      <h1 id="h-f">
        <Said f={f} text={finding.message} />
      </h1>
      {work === null ? null : (
        <p class="muted">
          {view.row.unit === null ? null : (
            <>
              <Said f={f} text={capital(view.row.unit)} />,{" "}
            </>
          )}
          <a href={f.href(`/documents/${work.id}`, {}, finding.eId ?? undefined)}>
            <FullName f={f} work={work} />
          </a>
        </p>
      )}
    </header>
  );
};

/** Back and forth in the queue; on a narrow screen this is all of the queue one sees. */
const Steps = ({ f, view, filters }: { f: Frame; view: FindingView; filters: Filters }) => {
  const before = view.queue[view.place - 1];
  const after = view.place < 0 ? view.queue[0] : view.queue[view.place + 1];
  return (
    <nav class="steps-bar rowx between" aria-label={f.t.findings.queue}>
      {before === undefined || view.place < 0 ? (
        <span class="btn btn--s" aria-disabled="true">
          <Icon name="i-prev" /> {f.t.findings.previous}
        </span>
      ) : (
        <a class="btn btn--s" rel="prev" href={f.href(`/findings/${before.key}`, filters)}>
          <Icon name="i-prev" /> {f.t.findings.previous}
        </a>
      )}
      <a class="steps-bar__queue" href="#queue">
        {view.place < 0 ? f.t.findings.queue : f.t.findings.position(view.place + 1, view.total)}
      </a>
      {after === undefined ? (
        <span class="btn btn--s" aria-disabled="true">
          {f.t.findings.next} <Icon name="i-next" />
        </span>
      ) : (
        <a class="btn btn--s" rel="next" href={f.href(`/findings/${after.key}`, filters)}>
          {f.t.findings.next} <Icon name="i-next" />
        </a>
      )}
    </nav>
  );
};
