import type { TokenMade, TokenRow } from "../../../src/use-cases/api-tokens.ts";
import { Field, FieldFrame } from "../../components/field.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

interface Props {
  readonly f: Frame;
  readonly rows: readonly TokenRow[];
  readonly made: TokenMade | null;
  /** What was sent: comes back with its fault. */
  readonly typed: ReadonlyMap<string, string>;
  readonly token: string;
}

export const TokensPage = ({ f, rows, made, typed, token }: Props) => {
  const t = f.t.tokens;
  return (
    <>
      <PageHead title={t.title}>{t.lead}</PageHead>
      {made?.ok ? <Made f={f} name={made.token.name} secret={made.secret} /> : null}
      {f.query.get("revoked") === "yes" && made === null ? (
        <Message kind="ok" what={t.revoked}>
          {t.revokedWhy}
        </Message>
      ) : null}
      <Section id="keys" title={t.list}>
        {rows.length === 0 ? <Blank title={t.none}>{t.noneWhy}</Blank> : <Keys f={f} rows={rows} token={token} />}
      </Section>
      <CreateForm f={f} why={made !== null && !made.ok ? made.why : null} typed={typed} token={token} />
    </>
  );
};

/** The one time the secret is seen. */
const Made = ({ f, name, secret }: { f: Frame; name: string; secret: string }) => {
  const t = f.t.tokens;
  return (
    <section class="flow" aria-label={t.made}>
      <Message kind="ok" what={t.made}>
        {t.madeWhy}
      </Message>
      <dl class="kv">
        <dt>{t.name}</dt>
        <dd>{words(name)}</dd>
        <dt>{t.secret}</dt>
        <dd>
          <code class="secret">{secret}</code>
        </dd>
        <dt>{t.use}</dt>
        <dd>
          <code class="secret">Authorization: Bearer {secret}</code>
        </dd>
      </dl>
    </section>
  );
};

const Keys = ({ f, rows, token }: { f: Frame; rows: readonly TokenRow[]; token: string }) => {
  const t = f.t.tokens;
  return (
    <Table
      caption={t.list}
      columns={[t.name, t.scope, t.state, t.at, t.used, t.until, ""].map((head) => ({
        head: head === "" ? <span class="sr">{t.revoke}</span> : head,
      }))}
    >
      {rows.map(({ token: key, state }) => (
        <Row>
          <NameCell>{words(key.name)}</NameCell>
          <Cell label={t.scope}>{t.scopes[key.scope]}</Cell>
          <Cell label={t.state}>{t.states[state]}</Cell>
          <Cell label={t.at}>
            {moment(f, key.at)} <span class="faint">{words(key.by)}</span>
          </Cell>
          <Cell label={t.used}>{key.lastUsedAt === null ? t.never : moment(f, key.lastUsedAt)}</Cell>
          <Cell label={t.until}>{key.expiresAt === null ? t.noEnd : moment(f, key.expiresAt)}</Cell>
          <Cell>
            {state === "valid" ? (
              <form method="post" action={f.href(`/admin/tokens/${key.id}/revoke`)}>
                <input type="hidden" name="token" value={token} />
                <button class="btn btn--s" type="submit" aria-label={t.revokeOne(key.name)}>
                  {t.revoke}
                </button>
              </form>
            ) : null}
          </Cell>
        </Row>
      ))}
    </Table>
  );
};

type Why = Extract<TokenMade, { ok: false }>["why"];

const CreateForm = ({
  f,
  why,
  typed,
  token,
}: {
  f: Frame;
  why: Why | null;
  typed: ReadonlyMap<string, string>;
  token: string;
}) => {
  const t = f.t.tokens;
  const fault = (...codes: readonly Why[]): string | null =>
    why !== null && codes.includes(why) ? t.faults[why] : null;
  const kept = (name: string): string => (why === null ? "" : (typed.get(name) ?? ""));
  const scope = kept("scope") || "read";
  return (
    <Section id="create" title={t.create}>
      <form class="flow" method="post" action={f.href("/admin/tokens")}>
        <input type="hidden" name="token" value={token} />
        <Field
          name="name"
          label={t.name}
          help={t.nameHelp}
          value={kept("name")}
          fault={fault("no-name", "name-taken")}
          required
        />
        <FieldFrame id="scope" label={t.scope} help={t.scopeHelp} fault={fault("bad-scope")}>
          <select class="input" id="scope" name="scope" aria-describedby="scope-help">
            {(["read", "decide"] as const).map((value) => (
              <option value={value} selected={scope === value}>
                {t.scopes[value]}
              </option>
            ))}
          </select>
        </FieldFrame>
        <Field name="last" label={t.lastDay} help={t.lastDayHelp} value={kept("last")} fault={fault("bad-day")} />
        <p>
          <button class="btn btn--go" type="submit">
            {t.create}
          </button>
        </p>
      </form>
    </Section>
  );
};
