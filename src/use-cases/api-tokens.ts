import { startOfDay } from "../domain/vietnam-time.ts";
import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import type { Person } from "../domain/account.ts";
import type { ApiToken, TokenScope } from "../domain/api-token.ts";
import { addDays, type LegalDate } from "../domain/legal-date.ts";
import { may } from "../domain/policy.ts";
import type { Store } from "../store/store.ts";
import { oneLine } from "../domain/fold.ts";

/** 256 random bits behind a mark by which a search for lost secrets finds them. */
const SHAPE = /^rasoat_[A-Za-z0-9_-]{43}$/u;
/** Milliseconds between two notes of a key's use: reading must not become writing. */
const NOTE_EVERY = 60_000;
const LONGEST_NAME = 100;
const LONGEST_LIFE_IN_DAYS = 3650;

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

export interface NewToken {
  readonly store: Store;
  readonly name: string;
  readonly scope: string;
  /** Last day on which it holds, in Vietnam's time; null = until it is revoked. */
  readonly lastDay: LegalDate | null;
  readonly today: LegalDate;
  /** Whose key it is: it may do what they may. */
  readonly person: Person;
  readonly now: number;
}

export type TokenMade =
  | { readonly ok: true; readonly token: ApiToken; readonly secret: string }
  | { readonly ok: false; readonly why: "no-name" | "name-taken" | "bad-scope" | "bad-day" };

const SCOPES: readonly TokenScope[] = ["read", "decide"];

/** A new key. Its secret is in the answer and nowhere else: only the hash is kept. */
export async function createToken({ store, name, scope, lastDay, today, person, now }: NewToken): Promise<TokenMade> {
  const called = oneLine(name).slice(0, LONGEST_NAME);
  if (!/[\p{L}\p{N}]/u.test(called)) return { ok: false, why: "no-name" };
  const known = SCOPES.find((s) => s === scope);
  if (known === undefined) return { ok: false, why: "bad-scope" };
  if (lastDay !== null && (lastDay < today || lastDay > addDays(today, LONGEST_LIFE_IN_DAYS)))
    return { ok: false, why: "bad-day" };
  // decisions carry the name: two keys of one name could not be told apart in a history
  if ((await store.tokens.all()).some((t) => t.name === called && t.revokedAt === null))
    return { ok: false, why: "name-taken" };
  const secret = `rasoat_${randomBytes(32).toString("base64url")}`;
  const expiresAt = lastDay === null ? null : startOfDay(addDays(lastDay, 1));
  const token: ApiToken = {
    id: randomUUID(),
    name: called,
    scope: known,
    hash: hashOf(secret),
    by: person.signature,
    at: now,
    expiresAt,
    lastUsedAt: null,
    revokedAt: null,
    account: person.alone ? null : person.id,
  };
  await store.withTransaction(async () => {
    await store.tokens.add(token);
    const detail = { name: called, scope: known, lastDay };
    await store.audit.append({ at: now, by: person.signature, action: "token.make", subject: token.id, detail });
  });
  return { ok: true, token, secret };
}

export type TokenState = "valid" | "expired" | "revoked";

export const tokenState = (t: ApiToken, now: number): TokenState =>
  t.revokedAt !== null ? "revoked" : t.expiresAt !== null && t.expiresAt <= now ? "expired" : "valid";

export type TokenCheck =
  | { readonly ok: true; readonly token: ApiToken }
  | { readonly ok: false; readonly why: "unknown" | "expired" | "revoked" };

/** Who shows this secret. It is looked up by its hash, so no time tells how much of a guess was right. */
export async function checkToken(store: Store, secret: string, now: number): Promise<TokenCheck> {
  if (!SHAPE.test(secret)) return { ok: false, why: "unknown" };
  const hash = hashOf(secret);
  const token = await store.tokens.byHash(hash);
  if (token === null || !timingSafeEqual(Buffer.from(token.hash), Buffer.from(hash)))
    return { ok: false, why: "unknown" };
  const state = tokenState(token, now);
  return state === "valid" ? { ok: true, token } : { ok: false, why: state };
}

/** Notes the use of a key, at most once a minute. */
export async function noteUse(store: Store, token: ApiToken, now: number): Promise<void> {
  if (token.lastUsedAt === null || now - token.lastUsedAt >= NOTE_EVERY) await store.tokens.used(token.id, now);
}

export interface TokenRow {
  readonly token: Omit<ApiToken, "hash">;
  readonly state: TokenState;
}

/** One's own keys, or, for who administers accounts, every key there was; those that hold first. */
export async function viewTokens(store: Store, person: Person, now: number): Promise<readonly TokenRow[]> {
  const all = await store.tokens.all();
  const own = may(person, "account:manage") ? all : all.filter((token) => token.account === person.id);
  const rows = own.map(({ hash: _, ...token }) => ({
    token,
    state: tokenState({ ...token, hash: "" }, now),
  }));
  return [...rows.filter((r) => r.state === "valid"), ...rows.filter((r) => r.state !== "valid")];
}

/** False when it was revoked before, never was, or is another's. */
export const revokeToken = (store: Store, id: string, person: Person, now: number): Promise<boolean> =>
  store.withTransaction(async () => {
    const known = (await store.tokens.all()).find((token) => token.id === id);
    if (known === undefined || (known.account !== person.id && !may(person, "account:manage"))) return false;
    if (!(await store.tokens.revoke(id, now))) return false;
    await store.audit.append({ at: now, by: person.signature, action: "token.revoke", subject: id, detail: {} });
    return true;
  });
