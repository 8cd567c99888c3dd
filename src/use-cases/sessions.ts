import { createHash, randomBytes } from "node:crypto";
import { type Account, ALONE, type Person, personOf, type Session } from "../domain/account.ts";
import type { Store } from "../store/store.ts";

/** A session ends after so long without a request, and after so long whatever happens (SEC-06). Milliseconds. */
export const IDLE = 30 * 60_000;
export const LONGEST_SESSION = 12 * 3_600_000;
/** Reading must not become writing: a session's last sight is noted so often. */
const NOTED_EVERY = 60_000;

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");
const SHAPE = /^[A-Za-z0-9_-]{43}$/u;

/** From where somebody signs in, as far as the request tells. */
export interface From {
  readonly agent: string;
  readonly address: string;
}

export interface Present {
  readonly person: Person;
  readonly account: Account;
  readonly session: Session;
}

/** A new session: 256 random bits for the browser, their hash here. In the caller's transaction, which tells of it. */
export async function beginSession(store: Store, account: Account, from: From, now: number): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await store.accounts.beginSession({
    hash: hashOf(secret),
    account: account.id,
    at: now,
    seenAt: now,
    before: await store.accounts.lastSeen(account.id),
    agent: from.agent.slice(0, 200),
    address: from.address.slice(0, 60),
    endedAt: null,
  });
  return secret;
}

/** Who holds this secret now; null = nobody (any more). */
export async function presentWith(store: Store, secret: string, now: number): Promise<Present | null> {
  if (!SHAPE.test(secret)) return null;
  const session = await store.accounts.session(hashOf(secret));
  if (session === null || session.endedAt !== null) return null;
  if (now - session.seenAt > IDLE || now - session.at > LONGEST_SESSION) return null;
  const account = await store.accounts.account(session.account);
  if (account === null || !account.active) return null;
  if (now - session.seenAt >= NOTED_EVERY) await store.accounts.touchSession(session.hash, now);
  return { person: await personFor(store, account), account, session };
}

/** An account as the policy sees it. */
export const personFor = async (store: Store, account: Account): Promise<Person> =>
  personOf(account, account.unit === null ? null : await store.accounts.unit(account.unit));

/** Indexes that have accounts: they never lose the last one, so it is not asked again at every request. */
const peopled = new WeakSet<Store>();

/** Whoever uses the program while nobody has an account. */
export async function aloneHere(store: Store): Promise<Person | null> {
  if (peopled.has(store)) return null;
  if (!(await store.accounts.any())) return ALONE;
  peopled.add(store);
  return null;
}

/** Ends one's own session. */
export const signOut = (store: Store, { session, person }: Present, now: number): Promise<void> =>
  store.withTransaction(async () => {
    if (!(await store.accounts.endSession(session.hash, now))) return;
    const by = person.signature;
    await store.audit.append({ at: now, by, action: "session.end", subject: session.account, detail: {} });
  });

/** Ends all sessions of an account but one; in the caller's transaction. How many there were. */
export async function endSessions(
  store: Store,
  account: Account,
  { by, now, except }: { readonly by: string; readonly now: number; readonly except?: string },
): Promise<number> {
  const ended = await store.accounts.endSessionsOf(account.id, now, except);
  if (ended > 0)
    await store.audit.append({ at: now, by, action: "session.revoke", subject: account.id, detail: { ended } });
  return ended;
}
