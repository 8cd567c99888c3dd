import type { ImportEntry, Job } from "../../../src/store/store.ts";
import { isOpen, type JobView, type ResultGroup, ROWS_A_PAGE } from "../../../src/use-cases/view-import.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Icon } from "../../components/sprite.tsx";
import { capital, Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

interface JobPageProps {
  readonly f: Frame;
  readonly view: JobView;
  readonly group: ResultGroup | null;
  readonly token: string;
}

export const JobPage = ({ f, view, group, token }: JobPageProps) => {
  const { job } = view;
  const t = f.t.job;
  return (
    <job-progress data-src={isOpen(job) ? `/import/${job.id}/progress` : undefined}>
      <PageHead
        title={t.title(job.total)}
        acts={isOpen(job) ? <Cancel f={f} job={job} token={token} /> : <Again f={f} />}
      >
        {t.lead(capital(job.by), moment(f, job.createdAt))} {isOpen(job) ? t.leave : null}
      </PageHead>
      <div data-part="progress">{isOpen(job) ? <Progress f={f} job={job} /> : <End f={f} job={job} />}</div>
      <Section id="h-results" title={isOpen(job) ? t.resultsSoFar : t.results}>
        <div data-part="results">
          <Groups f={f} view={view} group={group} />
          <Results f={f} view={view} group={group} />
        </div>
      </Section>
    </job-progress>
  );
};

const Cancel = ({ f, job, token }: { f: Frame; job: Job; token: string }) =>
  job.cancelRequested ? (
    <span class="muted">{f.t.job.cancelling}</span>
  ) : (
    <form method="post" action={`/import/${job.id}/cancel`}>
      <input type="hidden" name="token" value={token} />
      <button class="btn btn--stop" type="submit">
        {f.t.job.cancel}
      </button>
    </form>
  );

const Again = ({ f }: { f: Frame }) => (
  <a class="btn" href={f.href("/import")}>
    {f.t.job.again}
  </a>
);

const STEPS = ["reading", "linking", "rules"] as const;

const Progress = ({ f, job }: { f: Frame; job: Job }) => {
  const t = f.t.job;
  const said = t.progress(job.done, job.total);
  const at = STEPS.indexOf(job.step);
  return (
    <div class="flow-s imp">
      <div class="prog">
        <p>
          <b>{said}</b> {job.state === "queued" ? <span class="muted">{t.states.queued}</span> : null}
        </p>
        <progress value={job.done} max={Math.max(1, job.total)} aria-label={said} />
      </div>
      <ol class="steps" aria-label={t.stepsLabel}>
        {STEPS.map((step, i) => (
          <li class={i < at ? "is-done" : undefined} aria-current={i === at ? "step" : undefined}>
            {i <= at ? <Icon name={i < at ? "i-check" : "i-wait"} /> : null} {t.steps[step]}
          </li>
        ))}
      </ol>
      <p class="muted small imp__file">{job.current === null ? "" : t.current(job.current)}</p>
    </div>
  );
};

const KINDS = { done: "ok", cancelled: "warn", interrupted: "warn", failed: "fault" } as const;

const End = ({ f, job }: { f: Frame; job: Job }) => {
  if (job.state === "queued" || job.state === "running") return null;
  const counted = f.t.job.progress(job.done, job.total);
  return (
    <div class="imp">
      <Message kind={KINDS[job.state]} what={f.t.job.ends[job.state]}>
        {job.problem === null ? `${counted}.` : <Said f={f} text={job.problem} />}{" "}
        {job.state === "done" ? null : f.t.job.kept}
      </Message>
    </div>
  );
};

const GROUPS = ["fresh", "look", "known", "refused"] as const;

const Groups = ({ f, view, group }: Omit<JobPageProps, "token">) => {
  const tab = (id: ResultGroup | null, label: string, n: number) => (
    <a href={f.here({ group: id, from: null })} aria-current={group === id ? "page" : undefined}>
      {label} <span class={id === "look" && n > 0 ? "n n--due" : "n"}>{f.t.n(n)}</span>
    </a>
  );
  return (
    <nav class="tabs" aria-label={f.t.job.filter}>
      {tab(null, f.t.job.all, view.total)}
      {GROUPS.map((id) => tab(id, f.t.job.groups[id], view.counts[id]))}
    </nav>
  );
};

const Results = ({ f, view, group }: Omit<JobPageProps, "token">) => {
  const t = f.t.job;
  if (view.rows.length === 0) return <p class="muted after">{group === null ? t.none : t.noneOf}</p>;
  return (
    <>
      <table class="table table--stack" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {[t.file, t.result, t.document, t.detail, t.todo].map((label) => (
              <th role="columnheader">{label}</th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {view.rows.map((entry) => (
            <Row f={f} view={view} entry={entry} />
          ))}
        </tbody>
      </table>
      <Pages f={f} view={view} />
    </>
  );
};

const LOOKS: Readonly<
  Record<ImportEntry["outcome"], readonly ["ok" | "warn" | "bad", "i-check" | "i-warn" | "i-fault"]>
> = {
  imported: ["ok", "i-check"],
  "new-version": ["ok", "i-check"],
  unchanged: ["ok", "i-check"],
  "other-format": ["ok", "i-check"],
  "needs-look": ["warn", "i-warn"],
  refused: ["bad", "i-fault"],
};

const Row = ({ f, view, entry }: { f: Frame; view: JobView; entry: ImportEntry }) => {
  const t = f.t.job;
  const [look, icon] = LOOKS[entry.outcome];
  const work = entry.work === null ? undefined : view.works.get(entry.work);
  const acts = work === undefined ? undefined : view.acts.get(work.id);
  return (
    <tr role="row">
      <th role="rowheader" scope="row" class="full file">
        {entry.file}
      </th>
      <td role="cell" class={`nowrap res res--${look}`}>
        <Icon name={icon} /> <b>{t.outcomes[entry.outcome]}</b>
      </td>
      <td role="cell">
        {work === undefined ? (
          <span class="faint">{t.unknown}</span>
        ) : (
          <a class="sym" href={f.href(`/documents/${work.id}`)} data-row>
            {words(shortName(f, work))}
          </a>
        )}
      </td>
      <td role="cell" class="full">
        <Detail f={f} entry={entry} />
      </td>
      <td role="cell">
        {work !== undefined && entry.outcome === "needs-look" ? (
          <a href={f.href(`/documents/${work.id}/metadata`)}>{t.mend}</a>
        ) : acts === undefined ? (
          <span class="faint">{t.nothing}</span>
        ) : null}
        {work === undefined || acts === undefined ? null : (
          <>
            {" "}
            <a href={f.href("/impact", { work: work.id })}>{f.t.impact.open}</a>{" "}
            <span class="muted">({f.t.impact.acts(acts)})</span>
          </>
        )}
      </td>
    </tr>
  );
};

const Detail = ({ f, entry }: { f: Frame; entry: ImportEntry }) => {
  if (entry.reason !== null) return <Said f={f} text={entry.reason} />;
  if (entry.outcome === "unchanged") return <>{f.t.job.noChange}</>;
  return <>{entry.outcome === "new-version" ? f.t.job.keptOld : ""}</>;
};

const Pages = ({ f, view: { offset, rows, matching } }: { f: Frame; view: JobView }) =>
  matching <= rows.length ? null : (
    <nav class="pager" aria-label={f.t.pager.label}>
      <p>{f.t.pager.range(offset + 1, offset + rows.length, matching)}</p>
      {offset === 0 ? null : (
        <a class="btn" href={f.here({ from: Math.max(0, offset - ROWS_A_PAGE) || null })} rel="prev">
          <Icon name="i-prev" /> {f.t.findings.previous}
        </a>
      )}
      {offset + rows.length >= matching ? null : (
        <a class="btn" href={f.here({ from: offset + ROWS_A_PAGE })} rel="next">
          {f.t.pager.next} <Icon name="i-next" />
        </a>
      )}
    </nav>
  );
