import type { Problem } from "../../../src/domain/problem.ts";
import { PageHead } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { Icon } from "../../components/sprite.tsx";
import type { Frame } from "../../frame.ts";
import { ProblemMessage } from "../../components/problem-message.tsx";

const ENDINGS = ".docx,.doc,.rtf,.odt,.pdf,.html,.htm,.md,.txt";

/** Where a draft is handed in. `token` is null where none are taken. */
export const DraftFormPage = ({
  f,
  token,
  problem,
  text,
  day,
  before,
}: {
  f: Frame;
  token: string | null;
  problem: Problem | null;
  text: string;
  day: string;
  before: string;
}) => {
  const t = f.t.draft;
  return (
    <>
      <PageHead title={t.title}>{t.lead}</PageHead>
      <ProblemMessage f={f} problem={problem} />
      {f.query.get("forgotten") === "yes" && problem === null ? <Message kind="ok" what={t.forgotten} /> : null}
      {token === null ? (
        <Blank
          title={t.off}
          act={
            <div class="prose">
              <pre tabindex={0}>
                <code>npm run rasoat -- check DU_THAO.docx</code>
              </pre>
            </div>
          }
        >
          {t.offWhy}
        </Blank>
      ) : (
        <form class="flow drop" method="post" action="/drafts" enctype="multipart/form-data">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="before" value={before} />
          {before === "" ? null : <p class="muted">{t.againWhy}</p>}
          <div class="field">
            <label for="day">{t.day}</label>
            <span class="field__help" id="day-help">
              {t.dayHelp}
            </span>
            <input
              class="input"
              id="day"
              name="day"
              value={day}
              inputmode="numeric"
              autocomplete="off"
              aria-describedby="day-help"
            />
          </div>
          <div class="field">
            <label for="file">{t.file}</label>
            <span class="field__help" id="file-help">
              {t.fileHelp}
            </span>
            <input class="input" type="file" id="file" name="file" accept={ENDINGS} aria-describedby="file-help" />
          </div>
          <div class="field">
            <label for="text">{t.text}</label>
            <span class="field__help" id="text-help">
              {t.textHelp}
            </span>
            <textarea class="input" id="text" name="text" rows={10} aria-describedby="text-help">
              {text}
            </textarea>
          </div>
          <p class="small muted">
            <Icon name="i-lock" /> {t.secret}
          </p>
          <div class="acts acts--left">
            <button class="btn btn--go" type="submit">
              {t.go}
            </button>
          </div>
        </form>
      )}
    </>
  );
};
