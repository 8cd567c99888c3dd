import { randomBytes, randomUUID } from "node:crypto";
import { type Account, type Person, type Role, ROLES } from "../domain/account.ts";
import type { Store } from "../store/store.ts";
import { checkPassword, hashPassword, passwordFault, type PasswordFault } from "./passwords.ts";
import { endSessions } from "./sessions.ts";
import { loginOf } from "./sign-in.ts";
import { oneLine } from "../domain/fold.ts";

const LOGIN = /^[a-z0-9][a-z0-9._@-]{1,63}$/u;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}$/u;

export type AccountFault =
  | "bad-login"
  | "login-taken"
  | "no-name"
  | "bad-email"
  | "bad-role"
  | "bad-unit"
  | "stale"
  | "last-admin"
  | "no-account";

/** What is typed of an account. */
export interface AccountForm {
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  /** Id of a unit, or nothing. */
  readonly unit: string;
  readonly active: boolean;
}

export type AccountMade =
  /** The first password: shown once, to be changed at the first sign-in. */
  | { readonly ok: true; readonly account: Account; readonly password: string }
  | { readonly ok: false; readonly why: AccountFault };

interface By {
  readonly by: string;
  readonly now: number;
}

/** Makes an account with a password that its owner changes at the first sign-in. */
export async function makeAccount(store: Store, form: AccountForm, { by, now }: By): Promise<AccountMade> {
  const login = readLogin(form.login);
  if (login === null) return { ok: false, why: "bad-login" };
  const values = await readForm(store, form);
  if (!values.ok) return values;
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  const account = newAccount({ login, ...values.values, passwordHash, mustChange: true, by, at: now });
  return store.withTransaction(async () => {
    if (!(await store.accounts.addAccount(account))) return { ok: false, why: "login-taken" };
    const { role, unit, name } = account;
    const detail = { login, name, role, unit };
    await store.audit.append({ at: now, by, action: "account.make", subject: account.id, detail });
    return { ok: true, account, password };
  });
}

/** An account that nobody has used yet. */
export const newAccount = (
  values: Pick<Account, "login" | "name" | "email" | "role" | "unit" | "passwordHash" | "mustChange" | "by" | "at">,
): Account => ({
  id: randomUUID(),
  subject: null,
  active: true,
  failures: 0,
  failedSince: null,
  lockedUntil: null,
  digest: false,
  passwordAt: null,
  lastLoginAt: null,
  version: 1,
  ...values,
});

/** Null: no login can be written so. */
export function readLogin(written: string): string | null {
  const login = loginOf(written);
  return LOGIN.test(login) ? login : null;
}

/** Null: no name. */
export function readName(written: string): string | null {
  const name = oneLine(written).slice(0, 120);
  return /\p{L}/u.test(name) ? name : null;
}

export type AccountChanged = { readonly ok: true } | { readonly ok: false; readonly why: AccountFault };

/** Changes name, e-mail, role, unit, use. A change of role, unit or use ends the sessions of that person (SEC-06). */
export async function changeAccount(
  store: Store,
  id: string,
  form: AccountForm & { readonly version: number },
  { by, now }: By,
): Promise<AccountChanged> {
  const values = await readForm(store, form);
  if (!values.ok) return values;
  return store.withTransaction(async () => {
    const account = await store.accounts.account(id);
    if (account === null) return { ok: false, why: "no-account" };
    const next = { ...account, ...values.values, active: form.active, version: form.version };
    if (isAdmin(account) && !isAdmin(next) && !(await anotherAdmin(store, id))) return { ok: false, why: "last-admin" };
    if (!(await store.accounts.changeAccount(next))) return { ok: false, why: "stale" };
    const { name, email, role, unit } = next;
    const detail = { name, email, role, unit, active: next.active ? "có" : "không" };
    await store.audit.append({ at: now, by, action: "account.change", subject: id, detail });
    if (role !== account.role || unit !== account.unit || !next.active) await endSessions(store, account, { by, now });
    return { ok: true };
  });
}

const isAdmin = (account: Account): boolean => account.role === "admin" && account.active;

const anotherAdmin = async (store: Store, id: string): Promise<boolean> =>
  (await store.accounts.accounts()).some((other) => other.id !== id && isAdmin(other) && other.passwordHash !== null);

/** A new one-time password for who forgot theirs; everything that is signed in with the old one ends. Null = no such account. */
export async function resetPassword(store: Store, id: string, { by, now }: By): Promise<string | null> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return store.withTransaction(async () => {
    const account = await store.accounts.account(id);
    if (account === null) return null;
    const clean = { failures: 0, failedSince: null, lockedUntil: null };
    await store.accounts.changeAccount({ ...account, ...clean, passwordHash, mustChange: true, passwordAt: now });
    await store.audit.append({ at: now, by, action: "account.password", subject: id, detail: { how: "đặt lại" } });
    await endSessions(store, account, { by, now });
    return password;
  });
}

export type PasswordChanged =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: PasswordFault | "wrong" | "not-repeated" | "same" | "no-password" };

/** Changes one's own password; all other sessions end. */
export async function changePassword(
  store: Store,
  person: Person,
  given: { readonly old: string; readonly fresh: string; readonly repeated: string },
  session: string,
  now: number,
): Promise<PasswordChanged> {
  const account = await store.accounts.account(person.id);
  if (account?.passwordHash == null) return { ok: false, why: "no-password" };
  if (!(await checkPassword(given.old, account.passwordHash))) return { ok: false, why: "wrong" };
  if (given.fresh !== given.repeated) return { ok: false, why: "not-repeated" };
  if (given.fresh === given.old) return { ok: false, why: "same" };
  const fault = await passwordFault(given.fresh, namesOf(account));
  if (fault !== null) return { ok: false, why: fault };
  const passwordHash = await hashPassword(given.fresh);
  return store.withTransaction(async () => {
    await store.accounts.changeAccount({ ...account, passwordHash, mustChange: false, passwordAt: now });
    const by = person.signature;
    await store.audit.append({
      at: now,
      by,
      action: "account.password",
      subject: account.id,
      detail: { how: "tự đổi" },
    });
    await endSessions(store, account, { by, now, except: session });
    return { ok: true };
  });
}

/** What a password must not be made of. */
export const namesOf = ({ login, name, email }: Pick<Account, "login" | "name" | "email">): readonly string[] => [
  login,
  ...(email?.split("@").slice(0, 1) ?? []),
  name.replaceAll(" ", ""),
  name,
];

/** Whether one wants the daily e-mail, and where. */
export const changeDigest = (
  store: Store,
  person: Person,
  wanted: { readonly digest: boolean; readonly email: string },
  now: number,
): Promise<AccountChanged> =>
  store.withTransaction(async () => {
    const account = await store.accounts.account(person.id);
    if (account === null) return { ok: false, why: "no-account" };
    const email = wanted.email.trim() || null;
    if (email !== null && !EMAIL.test(email)) return { ok: false, why: "bad-email" };
    if (!(await store.accounts.changeAccount({ ...account, digest: wanted.digest && email !== null, email })))
      return { ok: false, why: "stale" };
    const detail = { email, digest: wanted.digest ? "có" : "không" };
    const by = person.signature;
    await store.audit.append({ at: now, by, action: "account.change", subject: account.id, detail });
    return { ok: true };
  });

async function readForm(
  store: Store,
  form: AccountForm,
): Promise<
  | { readonly ok: true; readonly values: Pick<Account, "name" | "email" | "role" | "unit"> }
  | { readonly ok: false; readonly why: AccountFault }
> {
  const name = readName(form.name);
  if (name === null) return { ok: false, why: "no-name" };
  const email = form.email.trim() || null;
  if (email !== null && !EMAIL.test(email)) return { ok: false, why: "bad-email" };
  const role: Role | undefined = ROLES.find((one) => one === form.role);
  if (role === undefined) return { ok: false, why: "bad-role" };
  const unit = form.unit === "" ? null : form.unit;
  if (unit !== null && (await store.accounts.unit(unit)) === null) return { ok: false, why: "bad-unit" };
  return { ok: true, values: { name, email, role, unit } };
}

/** 80 bits in four groups that can be read over the telephone: no letters that look alike. */
function oneTimePassword(): string {
  const signs = "abcdefghjkmnpqrstuvwxyz23456789xy";
  const picked = [...randomBytes(16)].map((byte) => signs[byte & 31] ?? "x").join("");
  return picked.replace(/(.{4})(?=.)/gu, "$1-");
}
