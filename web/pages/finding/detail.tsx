import type { Child } from "hono/jsx";
import type { Work } from "../../../src/domain/work.ts";
import type { FindingView } from "../../../src/use-cases/view-findings.ts";
import type { RuleEntry } from "../../../src/use-cases/view-rules.ts";
import { Attachments } from "../../components/attachments.tsx";
import { Basis } from "../../components/basis.tsx";
import { EvidencePair } from "../../components/evidence.tsx";
import { Message } from "../../components/message.tsx";
import { Icon } from "../../components/sprite.tsx";
import { SeverityMark } from "../../components/status.tsx";
import { capital, FullName, Said, shortName } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import type { Params } from "../findings/filters.ts";
import { ActBar } from "./act-bar.tsx";
import { type DecideProps, Standing } from "./decide.tsx";
import { Desk } from "./desk.tsx";
import { SecondReading } from "./second-reading.tsx";

export interface DetailProps {
  readonly f: Frame;
  readonly view: FindingView;
  readonly rule: RuleEntry | null;
  readonly params: Params;
  readonly decide: DecideProps;
  /** Where it stands in the queue. */
  readonly step: {
    readonly place: number;
    readonly total: number;
    readonly previous: string | null;
    readonly next: string | null;
  };
  /** What was done a moment ago. */
  readonly said: Child;
  /** The finding is the page itself, not what stands beside the queue. */
  readonly main: boolean;
}

/** One finding: what it says, the law's words, what people did about it, what can be done. */
export const FindingDetail = (props: DetailProps) => {
  const { f, view, rule, decide, said } = props;
  const { finding } = view;
  return (
    <article class="finding flow" aria-labelledby="h-f">
      <Steps {...props} />
      {said}
      <Claim {...props} />
      <Standing f={f} view={view} decide={decide} />
      {finding.gone ? (
        <Message kind="warn" what={f.t.finding.gone}>
          {f.t.finding.goneWhy}
        </Message>
      ) : null}
      {finding.evidence.length === 0 ? null : (
        <EvidencePair f={f} evidence={view.evidence} applied={view.prevails?.side ?? null} />
      )}
      <div class="verdict">
        <Prevailing f={f} view={view} />
        <p>
          <Said f={f} text={finding.why} />
        </p>
        <p>
          <b>{f.t.finding.todo}</b> <Said f={f} text={finding.recommendation} />
        </p>
      </div>
      <SecondReading f={f} view={view} decide={decide} />
      <Desk f={f} view={view} token={decide.may ? decide.token : null} params={props.params} />
      <Attachments {...decide.files} />
      {rule === null || rule.basis.length === 0 ? null : (
        <section class="rests flow-s">
          <h2>{f.t.finding.restsOn}</h2>
          <Basis f={f} rule={rule} />
        </section>
      )}
      <ToSheet {...props} />
      <p class="small faint">
        {f.t.finding.seen(f.date(finding.day))} · {f.t.finding.key} {finding.key}
      </p>
      {decide.may ? null : (
        <Message what={f.t.finding.onlyRead}>
          {f.grants("finding:decide") ? f.t.finding.onlyReadUnit : f.t.finding.onlyReadRole}
        </Message>
      )}
      {finding.gone || !decide.may ? null : <ActBar f={f} view={view} decide={decide} params={props.params} />}
    </article>
  );
};

/** To the review sheet of its document, the one that is open or a new one; or to an inspection, where it never was lawful. */
const ToSheet = ({ f, view: { work, finding }, decide }: DetailProps) =>
  work === null || !decide.may ? null : (
    <div class="rowx">
      {f.grants("sheet:write") ? (
        <form method="post" action={f.href("/sheets")}>
          <input type="hidden" name="token" value={decide.token} />
          <input type="hidden" name="work" value={work.id} />
          <button class="btn btn--s" type="submit">
            {f.t.sheets.ofFinding}
          </button>
        </form>
      ) : null}
      {f.grants("inspection:write") ? (
        <a
          class="btn btn--s"
          href={f.href("/inspections/new", { work: work.id, findings: finding.key, ground: finding.message })}
        >
          {f.t.inspections.ofFinding}
        </a>
      ) : null}
    </div>
  );

/** Which of two texts is applied, by which ground; or, as plainly, that the statute alone does not say. */
const Prevailing = ({ f, view: { prevails } }: { f: Frame; view: FindingView }) => {
  if (prevails === null) return null;
  const t = f.t.triage;
  if (prevails.work === null || prevails.ground === null) return <b>{t.undecidedWhich}</b>;
  return (
    <b>
      <Said f={f} text={`${t.applyWhich(nameOf(f, prevails.work))} ${t.grounds[prevails.ground]}`} />
    </b>
  );
};

const nameOf = (f: Frame, work: Work): string =>
  work.symbol === null ? shortName(f, work) : `${f.t.type[work.type]} ${f.t.work.number(work.symbol)}`;

const Claim = ({ f, view, rule, main }: DetailProps) => {
  const { finding, work } = view;
  const message = <Said f={f} text={finding.message} />;
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
      {main ? (
        <h1 class="finding__claim" id="h-f" tabindex={-1}>
          {message}
        </h1>
      ) : (
        <h2 class="finding__claim" id="h-f" tabindex={-1}>
          {message}
        </h2>
      )}
      {work === null ? null : (
        <p class="muted">
          {view.row.unit === null ? null : (
            <>
              <Said f={f} text={capital(view.row.unit)} />,{" "}
            </>
          )}
          <FullName f={f} work={work} />.{" "}
          <a
            href={f.href(`/documents/${work.id}`, {}, finding.eId ?? undefined)}
            aria-keyshortcuts={f.keys ? "Enter" : undefined}
          >
            {f.t.triage.read}
          </a>{" "}
          {f.keys ? <kbd>Enter</kbd> : null}
        </p>
      )}
    </header>
  );
};

/** Back and forth in the queue; on a narrow screen this is all of the queue one sees. */
const Steps = ({ f, step: { place, total, previous, next }, params }: DetailProps) => {
  const t = f.t.findings;
  const key = (k: string) => (f.keys ? <kbd>{k}</kbd> : null);
  return (
    <nav class="steps-bar rowx between" aria-label={t.queue}>
      {previous === null ? (
        <span class="btn btn--s" aria-disabled="true">
          <Icon name="i-prev" /> {t.previous}
        </span>
      ) : (
        <a
          class="btn btn--s"
          rel="prev"
          href={f.href(`/findings/${previous}`, params)}
          aria-keyshortcuts={f.keys ? "k" : undefined}
          data-ahead
        >
          <Icon name="i-prev" /> {t.previous} {key("k")}
        </a>
      )}
      <span class="small muted">
        {place < 0 ? f.t.triage.notInQueue : t.position(place + 1, total)}{" "}
        <a class="steps-bar__queue" href={f.href("/findings", params)}>
          {t.openQueue}
        </a>
      </span>
      {next === null ? (
        <span class="btn btn--s" aria-disabled="true">
          {t.next} <Icon name="i-next" />
        </span>
      ) : (
        <a
          class="btn btn--s"
          rel="next"
          href={f.href(`/findings/${next}`, params)}
          aria-keyshortcuts={f.keys ? "j" : undefined}
          data-ahead
        >
          {t.next} {key("j")} <Icon name="i-next" />
        </a>
      )}
    </nav>
  );
};
