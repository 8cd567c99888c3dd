import type { Account, Person, Session } from "../../../src/domain/account.ts";
import type { Permission } from "../../../src/domain/policy.ts";
import type { PasswordChanged } from "../../../src/use-cases/manage-accounts.ts";
import { Field } from "../../components/field.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { PasswordField } from "../../components/password-field.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

type Why = Extract<PasswordChanged, { ok: false }>["why"];

export interface MeProps {
  readonly f: Frame;
  readonly person: Person;
  /** Null for the person who is alone. */
  readonly account: Account | null;
  readonly grants: readonly Permission[];
  readonly sessions: readonly Session[];
  /** The session of this browser. */
  readonly here: string | null;
  readonly token: string;
  readonly why?: Why;
  readonly mailWhy?: "bad-email" | "other";
}

export const MePage = (props: MeProps) => {
  const { f, person, account } = props;
  const t = f.t.me;
  const said = f.query.get("said");
  return (
    <>
      <PageHead title={t.title} />
      <div class="stack">
        {account?.mustChange ? (
          <Message kind="warn" what={t.mustChange}>
            {t.mustChangeWhy}
          </Message>
        ) : null}
        {said === "changed" ? (
          <Message kind="ok" what={t.changed}>
            {t.changedWhy}
          </Message>
        ) : null}
        {said === "saved" ? <Message kind="ok" what={t.saved} /> : null}
        {said === "ended" ? <Message kind="ok" what={t.endedOthers} /> : null}
        {person.alone ? <Alone f={f} /> : null}
        <Self f={f} person={person} account={account} />
        {account === null ? null : <PasswordForm {...props} account={account} />}
        {account === null ? null : <MailForm {...props} account={account} />}
        {account === null ? null : <Sessions {...props} />}
      </div>
    </>
  );
};

const Alone = ({ f }: { f: Frame }) => (
  <Message kind="warn" what={f.t.me.alone}>
    {f.t.me.aloneWhy} <a href={f.href("/first-account")}>{f.t.me.aloneTodo}</a>
  </Message>
);

const Self = ({ f, person, account }: Pick<MeProps, "f" | "person" | "account">) => {
  const t = f.t.me;
  return (
    <dl class="kv">
      <dt>{t.signs}</dt>
      <dd>{words(person.signature)}</dd>
      {account === null ? null : (
        <>
          <dt>{t.login}</dt>
          <dd>{account.login}</dd>
        </>
      )}
      <dt>{t.role}</dt>
      <dd>{f.t.roles[person.role]}</dd>
      <dt>{t.may}</dt>
      <dd>{f.t.roleWhy[person.role]}</dd>
      <dt>{t.unit}</dt>
      <dd>{person.unit === null ? t.noUnit : words(person.unit.name)}</dd>
    </dl>
  );
};

const PasswordForm = ({ f, account, why, token }: MeProps & { account: Account }) => {
  const t = f.t.me;
  const fault = (...codes: readonly Why[]): string | null =>
    why !== undefined && codes.includes(why) ? t.faults[why] : null;
  return (
    <Section id="password" title={t.password}>
      {account.passwordHash === null ? (
        <p>{t.elsewhere}</p>
      ) : (
        <form class="flow narrow" method="post" action="/me/password">
          <input type="hidden" name="token" value={token} />
          <input
            class="sr"
            type="text"
            name="username"
            value={account.login}
            autocomplete="username"
            tabindex={-1}
            readonly
            aria-label={t.login}
          />
          <PasswordField name="old" label={t.old} fault={fault("wrong", "no-password")} />
          <PasswordField
            name="fresh"
            label={t.fresh}
            help={t.freshHelp}
            fault={fault("too-short", "too-long", "guessable", "has-name", "same")}
            fresh
          />
          <PasswordField name="repeated" label={t.repeated} fault={fault("not-repeated")} fresh />
          <p>
            <button class="btn btn--go" type="submit">
              {t.change}
            </button>
          </p>
        </form>
      )}
    </Section>
  );
};

const MailForm = ({ f, account, mailWhy, token }: MeProps & { account: Account }) => {
  const t = f.t.me;
  return (
    <Section id="mail" title={t.mail}>
      <form class="flow narrow" method="post" action="/me/mail">
        <input type="hidden" name="token" value={token} />
        <Field
          name="email"
          label={t.email}
          value={account.email ?? ""}
          fault={mailWhy === undefined ? null : t.mailFaults[mailWhy]}
          autocomplete="email"
        />
        <label class="check">
          <input type="checkbox" name="digest" value="yes" checked={account.digest} />
          <span>{t.digest}</span>
        </label>
        <p>
          <button class="btn" type="submit">
            {t.save}
          </button>
        </p>
      </form>
    </Section>
  );
};

const Sessions = ({ f, sessions, here, token }: MeProps) => {
  const t = f.t.me;
  return (
    <Section id="sessions" title={t.sessions}>
      <p class="small">{t.sessionsWhy}</p>
      <Table caption={t.sessions} columns={[t.agent, t.address, t.began, t.seen].map((head) => ({ head }))}>
        {sessions.map((session) => (
          <Row now={session.hash === here}>
            <NameCell>
              {words(session.agent || "—")} {session.hash === here ? <b>({t.here})</b> : null}
            </NameCell>
            <Cell label={t.address}>{session.address}</Cell>
            <Cell label={t.began}>{moment(f, session.at)}</Cell>
            <Cell label={t.seen}>{moment(f, session.seenAt)}</Cell>
          </Row>
        ))}
      </Table>
      {sessions.length > 1 ? (
        <form method="post" action="/me/sessions">
          <input type="hidden" name="token" value={token} />
          <button class="btn" type="submit">
            {t.endOthers}
          </button>
        </form>
      ) : null}
    </Section>
  );
};
