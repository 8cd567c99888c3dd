import type { ReportJob } from "../../../src/use-cases/report-desk.ts";
import { PageHead } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import type { Frame } from "../../frame.ts";

const MEGABYTE = 1024 * 1024;

/** How far the making of a file is; then the file. */
export const ReportJobPage = ({ f, job, token }: { f: Frame; job: ReportJob; token: string }) => {
  const t = f.t.reportJob;
  const open = job.state === "waiting" || job.state === "running";
  const said = t.progress(job.done, job.total);
  return (
    <>
      <PageHead
        title={`${t.title}: ${job.title}`}
        acts={
          <a class="btn" href={f.href("/reports")}>
            {t.again}
          </a>
        }
      >
        {open ? t.leave : null}
      </PageHead>
      {open ? (
        <div class="flow-s report-progress">
          <div class="prog">
            <p>
              <b>{t.states[job.state]}</b> {job.state === "running" ? said : null}
            </p>
            <progress value={job.done} max={Math.max(1, job.total)} aria-label={said} />
          </div>
          <form method="post" action={f.href(`/reports/jobs/${job.id}/cancel`)}>
            <input type="hidden" name="token" value={token} />
            <button class="btn btn--stop" type="submit">
              {t.cancel}
            </button>
          </form>
        </div>
      ) : job.file !== null ? (
        <>
          <Message kind="ok" what={t.states[job.state]} />
          <p class="after">
            <a class="btn btn--go" href={f.href(`/reports/jobs/${job.id}/file`)}>
              {t.download(job.file.name, `${f.t.n(Math.max(1, Math.round(job.file.size / MEGABYTE)))} MB`)}
            </a>
          </p>
        </>
      ) : (
        <Message kind={job.state === "failed" ? "fault" : "info"} what={t.states[job.state]}>
          {job.state === "failed" ? t.failedWhy : null}
        </Message>
      )}
    </>
  );
};
