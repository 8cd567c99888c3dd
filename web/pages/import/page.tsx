import type { Job } from "../../../src/store/store.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Icon } from "../../components/sprite.tsx";
import type { Frame } from "../../frame.ts";

const ENDINGS = ".docx,.doc,.rtf,.odt,.pdf,.html,.htm,.md,.txt,.xlsx,.png,.jpg,.jpeg,.tif,.tiff,.zip";

/** Where files come in. `token` is null where the app only reads. */
export const ImportPage = ({ f, token, jobs }: { f: Frame; token: string | null; jobs: readonly Job[] }) => {
  const t = f.t.import;
  return (
    <>
      <PageHead title={t.title}>{t.lead}</PageHead>
      {token === null ? (
        <Blank title={t.off} act={<Command text="npm run rasoat -- index THU_MUC" />}>
          {t.offWhy}
        </Blank>
      ) : (
        <UploadForm f={f} token={token} />
      )}
      <Section id="h-jobs" title={t.recent}>
        {jobs.length === 0 ? <p class="muted">{t.noJobs}</p> : <Jobs f={f} jobs={jobs} />}
      </Section>
      {token === null ? null : (
        <Section id="h-folder" title={t.folder}>
          <p class="muted">{t.folderWhy}</p>
          <Command text={"npm run rasoat -- index THU_MUC\nnpm run rasoat -- watch THU_MUC"} />
        </Section>
      )}
    </>
  );
};

const Command = ({ text }: { text: string }) => (
  <div class="prose">
    <pre tabindex={0}>
      <code>{text}</code>
    </pre>
  </div>
);

/** Works without script; `file-drop` adds dropping, progress and a way to stop. */
const UploadForm = ({ f, token }: { f: Frame; token: string }) => {
  const t = f.t.import;
  return (
    <file-drop
      class="drop"
      data-chosen={t.chosen}
      data-sending={t.sending}
      data-sent={t.sent}
      data-stopped={t.stopped}
      data-lost={t.lost}
    >
      <form class="flow" method="post" action="/import" enctype="multipart/form-data">
        <div class="field">
          <input type="hidden" name="token" value={token} />
          <label for="files">{t.files}</label>
          <span class="field__help" id="files-help">
            {t.filesHelp}
          </span>
          <input
            class="input"
            type="file"
            id="files"
            name="files"
            multiple
            required
            accept={ENDINGS}
            aria-describedby="files-help files-secret"
          />
        </div>
        <p class="drop__hint" data-part="hint" hidden>
          {t.drop}
        </p>
        <p class="small muted" id="files-secret">
          <Icon name="i-lock" /> {t.secrets}
        </p>
        <p role="status" data-part="said" class="small" />
        <div class="prog" data-part="progress" hidden>
          <progress value="0" max="100" aria-label={t.sendingLabel} />
        </div>
        <div class="acts acts--left">
          <button class="btn btn--go" type="submit">
            {t.go}
          </button>
          <button class="btn btn--stop" type="button" data-part="stop" hidden>
            {t.stopSending}
          </button>
        </div>
      </form>
    </file-drop>
  );
};

const Jobs = ({ f, jobs }: { f: Frame; jobs: readonly Job[] }) => (
  <table class="table table--stack" role="table">
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader">{f.t.import.started}</th>
        <th role="columnheader">{f.t.import.state}</th>
        <th role="columnheader" class="num">
          {f.t.import.progress}
        </th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      {jobs.map((job) => (
        <tr role="row">
          <th role="rowheader" scope="row">
            <a href={f.href(`/import/${job.id}`)} data-row>
              {moment(f, job.createdAt)}
            </a>
          </th>
          <td role="cell">{f.t.job.states[job.state]}</td>
          <td role="cell" class="num">
            {f.t.job.progress(job.done, job.total)}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
