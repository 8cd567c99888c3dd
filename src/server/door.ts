import type { Context } from "hono";
import type { Account, Person } from "../domain/account.ts";
import type { Store } from "../store/store.ts";
import type { Elsewhere } from "../use-cases/sign-in-elsewhere.ts";
import { aloneHere, type From, presentWith, type Present } from "../use-cases/sessions.ts";
import { addressOf } from "./address.ts";
import type { SecretCookie } from "./session-cookie.ts";

/** How people come in. */
export interface Door {
  /** One person may use the program without an account while there is none: only where no other machine can reach it (SEC-02). */
  readonly alone: boolean;
  /** Where people reach it, `https://…` without a path; null = as they asked. */
  readonly publicUrl: string | null;
  /** A provider of identities; null = local accounts only. */
  readonly elsewhere: Elsewhere | null;
}

export const LOCAL_DOOR: Door = { alone: true, publicUrl: null, elsewhere: null };

/** Who asks. */
export interface Asker {
  readonly person: Person;
  /** Null for the person who is alone. */
  readonly present: Present | null;
}

/** Null: nobody has signed in. */
export async function whoAsks(
  c: Context,
  { store, door, cookie }: { readonly store: Store; readonly door: Door; readonly cookie: SecretCookie },
  now: number,
): Promise<Asker | null> {
  if (door.alone) {
    const person = await aloneHere(store);
    if (person !== null) return { person, present: null };
  }
  const secret = cookie.get(c);
  const present = secret === undefined ? null : await presentWith(store, secret, now);
  return present === null ? null : { person: present.person, present };
}

/** From where a request comes, for the list of one's sessions. */
export const fromOf = (c: Context): From => ({ agent: c.req.header("user-agent") ?? "", address: addressOf(c) });

/** Somebody else chose this password: nothing else is done before its owner has changed it. */
export const mustChange = (account: Account | undefined): boolean =>
  account?.mustChange === true && account.passwordHash !== null;
