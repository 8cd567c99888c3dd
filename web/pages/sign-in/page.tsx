import { Field } from "../../components/field.tsx";
import { PageHead } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { PasswordField } from "../../components/password-field.tsx";
import type { Frame } from "../../frame.ts";

export type DoorSays =
  | { readonly what: "wrong" | "ended" | "unknown" | "refused" | "unreachable" }
  | { readonly what: "locked"; readonly until: number };

interface Props {
  readonly f: Frame;
  readonly says: DoorSays | null;
  readonly login: string;
  readonly to: string;
  readonly token: string;
  /** People may come in through a provider of identities. */
  readonly elsewhere: boolean;
}

export const SignInPage = ({ f, says, login, to, token, elsewhere }: Props) => {
  const t = f.t.door;
  return (
    <div class="door flow">
      <PageHead title={t.title}>{t.lead}</PageHead>
      {says === null ? null : <Says f={f} says={says} />}
      {elsewhere ? (
        <p>
          <a class="btn btn--go" href={f.href("/sign-in/elsewhere", { to })}>
            {t.elsewhere}
          </a>
        </p>
      ) : null}
      <form class="flow" method="post" action="/sign-in">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="to" value={to} />
        <Field name="login" label={t.login} value={login} required autocomplete="username" />
        <PasswordField name="password" label={t.password} />
        <p>
          <button class={elsewhere ? "btn" : "btn btn--go"} type="submit">
            {t.go}
          </button>
        </p>
      </form>
    </div>
  );
};

const Says = ({ f, says }: { f: Frame; says: DoorSays }) => {
  const t = f.t.door;
  if (says.what === "locked")
    return (
      <Message kind="fault" what={t.locked(moment(f, says.until))}>
        {t.lockedTodo}
      </Message>
    );
  if (says.what === "ended")
    return (
      <Message kind="ok" what={t.ended}>
        {t.endedWhy}
      </Message>
    );
  const { what } = says;
  return (
    <Message kind="fault" what={t[what]}>
      {t[`${what}Todo`]}
    </Message>
  );
};
