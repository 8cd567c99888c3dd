import { type FirstMade, makeFirstAccount } from "../../../src/use-cases/first-account.ts";
import { Field } from "../../components/field.tsx";
import { PageHead } from "../../components/layout.tsx";
import { PasswordField } from "../../components/password-field.tsx";
import type { Frame } from "../../frame.ts";
import { type Answer, type Ask, type Route, seeOther } from "../../route.ts";

const PATH = "/first-account";

/** `/first-account?code=`: makes the administrator, while there is no account (SEC-02). */
export const route: Route = {
  path: PATH,
  permission: "public",
  answer: async (ask) => ((await ask.store.accounts.any()) ? seeOther("/sign-in") : show(ask, null)),
};

export const make: Route = {
  method: "POST",
  path: PATH,
  permission: "public",
  bounded: "sign-in",
  async answer(ask) {
    const { store, form, entry, now } = ask;
    const given = (name: string): string => form.get(name) ?? "";
    const typed = {
      code: given("code"),
      login: given("login"),
      name: given("name"),
      password: given("password"),
      repeated: given("repeated"),
    };
    const made = await makeFirstAccount(store, typed, entry.from, now);
    return made.ok ? entry.enter(made.secret, "/admin/units") : show(ask, made.why);
  },
};

type Why = Extract<FirstMade, { ok: false }>["why"];

function show(ask: Ask, why: Why | null): Answer {
  const { frame: f, form } = ask;
  const { title } = f.t.first;
  return {
    title,
    nav: null,
    place: [{ label: title }],
    styles: ["page-accounts.css"],
    status: why === null ? undefined : 400,
    body: <FirstPage f={f} why={why} typed={form} token={ask.token()} />,
  };
}

interface Props {
  readonly f: Frame;
  readonly why: Why | null;
  readonly typed: ReadonlyMap<string, string>;
  readonly token: string;
}

const FirstPage = ({ f, why, typed, token }: Props) => {
  const t = f.t.first;
  const fault = (...codes: readonly Why[]): string | null =>
    why !== null && codes.includes(why) ? t.faults[why] : null;
  const kept = (name: string): string => typed.get(name) ?? "";
  return (
    <div class="door flow">
      <PageHead title={t.title}>{t.lead}</PageHead>
      <form class="flow" method="post" action={PATH}>
        <input type="hidden" name="token" value={token} />
        <Field
          name="code"
          label={t.code}
          help={t.codeHelp}
          value={kept("code") || (f.query.get("code") ?? "")}
          fault={fault("bad-code", "not-first")}
          required
        />
        <Field
          name="login"
          label={t.login}
          help={t.loginHelp}
          value={kept("login")}
          fault={fault("bad-login")}
          required
        />
        <Field name="name" label={t.name} value={kept("name")} fault={fault("no-name")} required />
        <PasswordField
          name="password"
          label={t.password}
          help={t.passwordHelp}
          fault={fault("too-short", "too-long", "guessable", "has-name")}
          fresh
        />
        <PasswordField name="repeated" label={t.repeated} fault={fault("not-repeated")} fresh />
        <p>
          <button class="btn btn--go" type="submit">
            {t.go}
          </button>
        </p>
      </form>
    </div>
  );
};
