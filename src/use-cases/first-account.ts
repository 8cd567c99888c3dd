import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Account } from "../domain/account.ts";
import type { Store } from "../store/store.ts";
import { type AccountFault, namesOf, newAccount, readLogin, readName } from "./manage-accounts.ts";
import { hashPassword, passwordFault, type PasswordFault } from "./passwords.ts";
import type { From } from "./sessions.ts";
import { enter } from "./sign-in.ts";

const CODE = "first-account-code";
/** Who made what was made before there was anybody. */
const FOUNDER = "khởi tạo";
const hashOf = (code: string): string => createHash("sha256").update(code).digest("hex");

/**
 * A new one-time code for making the first account, to be printed where the program was started: who can read that keeps the
 * machine. Null once there is an account. Every start makes a new one.
 */
export async function firstAccountCode(store: Store): Promise<string | null> {
  if (await store.accounts.any()) return null;
  const code = randomBytes(15).toString("base64url");
  await store.settings.set(CODE, hashOf(code));
  return code;
}

export type FirstMade =
  | { readonly ok: true; readonly secret: string; readonly account: Account }
  | {
      readonly ok: false;
      readonly why:
        | "bad-code"
        | "not-first"
        | "not-repeated"
        | PasswordFault
        | Extract<AccountFault, "bad-login" | "no-name">;
    };

/** The first account: an administrator, who then makes the others (SEC-02). It signs in at once. */
export async function makeFirstAccount(
  store: Store,
  form: {
    readonly code: string;
    readonly login: string;
    readonly name: string;
    readonly password: string;
    readonly repeated: string;
  },
  from: From,
  now: number,
): Promise<FirstMade> {
  if (await store.accounts.any()) return { ok: false, why: "not-first" };
  const expected = Buffer.from((await store.settings.get(CODE)) ?? "");
  const given = Buffer.from(hashOf(form.code.trim()));
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return { ok: false, why: "bad-code" };
  const login = readLogin(form.login);
  if (login === null) return { ok: false, why: "bad-login" };
  const name = readName(form.name);
  if (name === null) return { ok: false, why: "no-name" };
  if (form.password !== form.repeated) return { ok: false, why: "not-repeated" };
  const fault = await passwordFault(form.password, namesOf({ login, name, email: null }));
  if (fault !== null) return { ok: false, why: fault };
  const passwordHash = await hashPassword(form.password);
  const own = { login, name, email: null, role: "admin", unit: null, passwordHash, mustChange: false } as const;
  const account: Account = { ...newAccount({ ...own, by: FOUNDER, at: now }), passwordAt: now };
  const made = await store.withTransaction(async () => {
    // of two who hold the code the first makes it
    if ((await store.accounts.any()) || !(await store.accounts.addAccount(account))) return false;
    await store.settings.set(CODE, "");
    const detail = { login, name, role: "admin" };
    await store.audit.append({ at: now, by: FOUNDER, action: "account.make", subject: account.id, detail });
    return true;
  });
  if (!made) return { ok: false, why: "not-first" };
  return enter(store, account, from, "first", now);
}
