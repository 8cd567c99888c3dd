import type { Account } from "../../../src/domain/account.ts";
import {
  type AccountFault,
  type AccountForm,
  changeAccount,
  makeAccount,
  resetPassword,
} from "../../../src/use-cases/manage-accounts.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { AccountPage, AccountsPage } from "./page.tsx";

const PATH = "/admin/accounts";

/** Everybody who may come in. */
export const route: Route = { path: PATH, permission: "account:manage", answer: (ask) => showAll(ask, null) };

/** A new account. The answer is the page itself: the first password is shown once and stands in no address. */
export const create: Route = {
  method: "POST",
  path: PATH,
  permission: "account:manage",
  async answer(ask) {
    const { store, by, now } = ask;
    const made = await makeAccount(store, formOf(ask), { by, now });
    return showAll(ask, made.ok ? { login: made.account.login, password: made.password } : made.why);
  },
};

export const one: Route = {
  path: `${PATH}/:id`,
  permission: "account:manage",
  answer: (ask) => showOne(ask, {}),
};

export const save: Route = {
  method: "POST",
  path: `${PATH}/:id`,
  permission: "account:manage",
  async answer(ask) {
    const { store, form, param, by, now } = ask;
    const version = Number(form.get("version")) || 0;
    const done = await changeAccount(store, param("id"), { ...formOf(ask), version }, { by, now });
    if (done.ok) return goTo(ask, ask.frame.href(`${PATH}/${param("id")}`, { said: "saved" }));
    return showOne(ask, { why: done.why });
  },
};

export const reset: Route = {
  method: "POST",
  path: `${PATH}/:id/reset`,
  permission: "account:manage",
  async answer(ask) {
    const password = await resetPassword(ask.store, ask.param("id"), { by: ask.by, now: ask.now });
    return showOne(ask, { password: password ?? undefined });
  },
};

const formOf = ({ form }: Ask): AccountForm => ({
  login: form.get("login") ?? "",
  name: form.get("name") ?? "",
  email: form.get("email") ?? "",
  role: form.get("role") ?? "",
  unit: form.get("unit") ?? "",
  active: form.get("active") === "yes",
});

async function showAll(
  ask: Ask,
  made: { readonly login: string; readonly password: string } | AccountFault | null,
): Promise<Answer> {
  const { store, frame: f, form, now } = ask;
  const [accounts, units] = await Promise.all([store.accounts.accounts(), store.accounts.units()]);
  const { title } = f.t.accounts;
  return {
    title,
    nav: "admin",
    place: [{ label: f.t.nav.admin, href: f.href("/admin") }, { label: title }],
    styles: ["page-accounts.css"],
    status: typeof made === "string" ? 400 : undefined,
    body: (
      <AccountsPage f={f} accounts={accounts} units={units} made={made} typed={form} now={now} token={ask.token()} />
    ),
  };
}

async function showOne(
  ask: Ask,
  outcome: { readonly why?: AccountFault; readonly password?: string },
): Promise<Answer> {
  const { store, frame: f, param, now } = ask;
  const [account, units] = await Promise.all([store.accounts.account(param("id")), store.accounts.units()]);
  if (account === null) return fault(404, "not-found", f.path);
  const typed = outcome.why === undefined || outcome.why === "stale" ? account : { ...account, ...asTyped(ask) };
  return {
    title: account.name,
    nav: "admin",
    place: [
      { label: f.t.nav.admin, href: f.href("/admin") },
      { label: f.t.accounts.title, href: f.href(PATH) },
      { label: account.name },
    ],
    styles: ["page-accounts.css"],
    status: outcome.why === undefined ? undefined : outcome.why === "stale" ? 409 : 400,
    body: (
      <AccountPage f={f} account={account} typed={typed} units={units} now={now} token={ask.token()} {...outcome} />
    ),
  };
}

/** What comes back into the form with its fault. */
function asTyped(ask: Ask): Partial<Account> {
  const { name, email, unit, active } = formOf(ask);
  return { name, email, unit: unit || null, active };
}
