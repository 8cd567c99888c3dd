import type { MailState, Post } from "../../../src/use-cases/daily-digest.ts";
import { Field } from "../../components/field.tsx";
import { Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { Facts } from "./facts.tsx";

interface Props {
  readonly f: Frame;
  readonly post: Post | null;
  readonly state: MailState;
  /** Whoever looks may send a test. */
  readonly mayTest: boolean;
  readonly token: string;
}

/** The daily letters: through which server, how it went lately, and a letter to try. */
export const Mail = ({ f, post, state, mayTest, token }: Props) => {
  const t = f.t.mail;
  if (post === null)
    return (
      <Section id="mail" title={t.title}>
        <p class="muted">{t.off}</p>
      </Section>
    );
  const { failure } = state;
  return (
    <Section id="mail" title={t.title}>
      <div class="flow">
        {f.query.get("mail") === "sent" ? (
          <Message kind="ok" what={t.tested}>
            {t.testedWhy}
          </Message>
        ) : null}
        {failure === null ? null : (
          <Message kind="fault" what={t.failed(failure.to, moment(f, failure.at))}>
            {t.faults[failure.fault]} {failure.said === "" ? null : words(t.said(failure.said))} {t.again}
          </Message>
        )}
        <Facts
          rows={[
            [t.server, <code>{post.server}</code>],
            [t.from, <code>{post.from}</code>],
            [t.links, <code>{post.publicUrl}</code>],
            [t.last, state.sentAt === null ? t.never : t.sent(state.sent, moment(f, state.sentAt))],
          ]}
        />
        {mayTest ? (
          <form class="flow" method="post" action={f.href("/admin/mail/test")}>
            <input type="hidden" name="token" value={token} />
            <Field name="to" id="mail-to" label={t.testTo} help={t.testHelp} required />
            <p>
              <button class="btn" type="submit">
                {t.test}
              </button>
            </p>
          </form>
        ) : null}
      </div>
    </Section>
  );
};
