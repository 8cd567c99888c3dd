import { type Account, ROLES, type Unit } from "../../../src/domain/account.ts";
import type { AccountFault } from "../../../src/use-cases/manage-accounts.ts";
import { Field, FieldFrame } from "../../components/field.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

interface ListProps {
  readonly f: Frame;
  readonly accounts: readonly Account[];
  readonly units: readonly Unit[];
  readonly made: { readonly login: string; readonly password: string } | AccountFault | null;
  readonly typed: ReadonlyMap<string, string>;
  readonly now: number;
  readonly token: string;
}

export const AccountsPage = ({ f, accounts, units, made, typed, now, token }: ListProps) => {
  const t = f.t.accounts;
  return (
    <>
      <PageHead title={t.title}>{t.lead}</PageHead>
      <div class="stack">
        {made !== null && typeof made !== "string" ? <Shown f={f} what={t.made} why={t.madeWhy} {...made} /> : null}
        {accounts.length === 0 ? (
          <Blank title={t.none}>{t.noneWhy}</Blank>
        ) : (
          <List f={f} accounts={accounts} units={units} now={now} />
        )}
        <CreateForm f={f} units={units} why={typeof made === "string" ? made : null} typed={typed} token={token} />
      </div>
    </>
  );
};

/** The one time a password is seen. */
const Shown = ({
  f,
  what,
  why,
  login,
  password,
}: {
  f: Frame;
  what: string;
  why: string;
  login: string;
  password: string;
}) => (
  <section class="flow" aria-label={what}>
    <Message kind="ok" what={what}>
      {why}
    </Message>
    <dl class="kv">
      <dt>{f.t.accounts.login}</dt>
      <dd>
        <code class="secret">{login}</code>
      </dd>
      <dt>{f.t.accounts.password}</dt>
      <dd>
        <code class="secret">{password}</code>
      </dd>
    </dl>
  </section>
);

const stateOf = (f: Frame, account: Account, now: number): string => {
  const t = f.t.accounts;
  if (!account.active) return t.notUsed;
  if (account.lockedUntil !== null && account.lockedUntil > now) return t.lockedUntil(moment(f, account.lockedUntil));
  return account.mustChange ? t.mustChange : t.inUse;
};

const List = ({ f, accounts, units, now }: Pick<ListProps, "f" | "accounts" | "units" | "now">) => {
  const t = f.t.accounts;
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  return (
    <Table
      caption={t.title}
      columns={[t.name, t.login, t.role, t.unit, t.state, t.lastLogin].map((head) => ({ head }))}
    >
      {accounts.map((account) => (
        <Row>
          <NameCell>
            <a href={f.href(`/admin/accounts/${account.id}`)}>{words(account.name)}</a>
          </NameCell>
          <Cell label={t.login}>
            {account.login} {account.subject === null ? null : <span class="faint">({t.elsewhere})</span>}
          </Cell>
          <Cell label={t.role}>{f.t.roles[account.role]}</Cell>
          <Cell label={t.unit}>
            {account.unit === null ? t.noUnit : words(names.get(account.unit) ?? account.unit)}
          </Cell>
          <Cell label={t.state}>{stateOf(f, account, now)}</Cell>
          <Cell label={t.lastLogin}>{account.lastLoginAt === null ? t.never : moment(f, account.lastLoginAt)}</Cell>
        </Row>
      ))}
    </Table>
  );
};

const CreateForm = ({
  f,
  units,
  why,
  typed,
  token,
}: Pick<ListProps, "f" | "units" | "typed" | "token"> & { why: AccountFault | null }) => {
  const t = f.t.accounts;
  const kept = (name: string): string => (why === null ? "" : (typed.get(name) ?? ""));
  return (
    <Section id="create" title={t.new}>
      <form class="flow narrow" method="post" action="/admin/accounts">
        <input type="hidden" name="token" value={token} />
        <Field
          name="login"
          label={t.login}
          help={t.loginHelp}
          value={kept("login")}
          fault={why === "bad-login" || why === "login-taken" ? t.faults[why] : null}
          required
        />
        <Common
          f={f}
          units={units}
          why={why}
          name={kept("name")}
          email={kept("email")}
          role={kept("role") || "reviewer"}
          unit={kept("unit")}
        />
        <p>
          <button class="btn btn--go" type="submit">
            {t.create}
          </button>
        </p>
      </form>
    </Section>
  );
};

interface CommonProps {
  readonly f: Frame;
  readonly units: readonly Unit[];
  readonly why: AccountFault | null;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly unit: string;
}

/** What a new and a known account have in common. */
const Common = ({ f, units, why, name, email, role, unit }: CommonProps) => {
  const t = f.t.accounts;
  const fault = (code: AccountFault): string | null => (why === code ? t.faults[code] : null);
  return (
    <>
      <Field name="name" label={t.name} value={name} fault={fault("no-name")} required />
      <Field name="email" label={t.email} help={t.emailHelp} value={email} fault={fault("bad-email")} />
      <fieldset class="field roles">
        <legend>{t.role}</legend>
        {ROLES.map((value) => (
          <label class="check">
            <input type="radio" name="role" value={value} checked={value === role} required />
            <span>
              <b>{f.t.roles[value]}</b>: {f.t.roleWhy[value]}
            </span>
          </label>
        ))}
      </fieldset>
      <FieldFrame id="unit" label={t.unit} help={t.unitHelp} fault={fault("bad-unit")}>
        <select class="input" id="unit" name="unit" aria-describedby="unit-help">
          <option value="">{t.noUnit}</option>
          {units
            .filter((one) => one.active || one.id === unit)
            .map((one) => (
              <option value={one.id} selected={one.id === unit}>
                {one.name}
              </option>
            ))}
        </select>
      </FieldFrame>
    </>
  );
};

interface OneProps {
  readonly f: Frame;
  readonly account: Account;
  /** What stands in the form. */
  readonly typed: Account;
  readonly units: readonly Unit[];
  readonly now: number;
  readonly token: string;
  readonly why?: AccountFault;
  readonly password?: string;
}

export const AccountPage = ({ f, account, typed, units, now, token, why, password }: OneProps) => {
  const t = f.t.accounts;
  return (
    <>
      <PageHead
        title={words(account.name)}
        acts={
          <a class="btn" href={f.href("/admin/audit", { subject: account.id })}>
            {t.history}
          </a>
        }
      >
        {account.login} · {stateOf(f, account, now)}
      </PageHead>
      <div class="stack">
        {password === undefined ? null : (
          <Shown f={f} what={t.resetDone} why={t.resetWhy} login={account.login} password={password} />
        )}
        {f.query.get("said") === "saved" && why === undefined ? (
          <Message kind="ok" what={t.saved}>
            {t.savedWhy}
          </Message>
        ) : null}
        {why === "stale" || why === "last-admin" ? <Message kind="fault" what={t.faults[why]} /> : null}
        <form class="flow narrow" method="post" action={f.href(`/admin/accounts/${account.id}`)}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="version" value={String(account.version)} />
          <Common
            f={f}
            units={units}
            why={why ?? null}
            name={typed.name}
            email={typed.email ?? ""}
            role={typed.role}
            unit={typed.unit ?? ""}
          />
          <label class="check">
            <input type="checkbox" name="active" value="yes" checked={typed.active} />
            <span>{t.active}</span>
          </label>
          <p>
            <button class="btn btn--go" type="submit">
              {t.save}
            </button>
          </p>
        </form>
        <form method="post" action={f.href(`/admin/accounts/${account.id}/reset`)}>
          <input type="hidden" name="token" value={token} />
          <button class="btn" type="submit">
            {t.reset}
          </button>
        </form>
      </div>
    </>
  );
};
