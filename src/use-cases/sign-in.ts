import { type Account, signatureOf } from "../domain/account.ts";
import type { Store } from "../store/store.ts";
import { checkPassword } from "./passwords.ts";
import { beginSession, type From } from "./sessions.ts";

/** So many wrong passwords within so many milliseconds lock an account for as long (SEC-09). */
const MOST_FAILURES = 5;
const WINDOW = 15 * 60_000;

export type SignedIn =
  | { readonly ok: true; readonly secret: string; readonly account: Account }
  /** `wrong` for an unknown login, a wrong password and an account that is not used any more alike. */
  | { readonly ok: false; readonly why: "wrong" }
  | { readonly ok: false; readonly why: "locked"; readonly until: number };

/** Signs in with login and password. Every refusal is counted and written down. */
export async function signIn(
  store: Store,
  given: { readonly login: string; readonly password: string },
  from: From,
  now: number,
): Promise<SignedIn> {
  const login = loginOf(given.login);
  const account = await store.accounts.byLogin(login);
  if (account?.lockedUntil != null && account.lockedUntil > now)
    return { ok: false, why: "locked", until: account.lockedUntil };
  const right = await checkPassword(given.password, account?.passwordHash ?? null);
  if (account === null) {
    // a login nobody has may be a password typed into the wrong field: it is not written down
    await failed(store, "", from, now);
    return { ok: false, why: "wrong" };
  }
  if (!right || !account.active) {
    const { lockedUntil } = await store.accounts.failed(account.id, now, WINDOW, MOST_FAILURES);
    await failed(store, account.id, from, now);
    return lockedUntil === null ? { ok: false, why: "wrong" } : { ok: false, why: "locked", until: lockedUntil };
  }
  return enter(store, account, from, "password", now);
}

/** Lets somebody in whose identity is proved. */
export const enter = (
  store: Store,
  account: Account,
  from: From,
  how: "password" | "oidc" | "first",
  now: number,
): Promise<Extract<SignedIn, { ok: true }>> =>
  store.withTransaction(async () => {
    const secret = await beginSession(store, account, from, now);
    await store.accounts.entered(account.id, now);
    const detail = { how, address: from.address };
    const by = signatureOf(account);
    await store.audit.append({ at: now, by, action: "session.begin", subject: account.id, detail });
    return { ok: true as const, secret, account };
  });

const failed = (store: Store, subject: string, { address }: From, now: number): Promise<unknown> =>
  store.audit.append({ at: now, by: "chưa đăng nhập", action: "session.fail", subject, detail: { address } });

/** Logins are compared so. */
export const loginOf = (written: string): string => written.normalize("NFC").trim().toLocaleLowerCase("vi");
