import { type Account, ALONE, type Person, personOf } from "../domain/account.ts";
import { plain } from "../domain/fold.ts";
import { may, type Permission, type PolicyObject } from "../domain/policy.ts";
import type { Store } from "../store/store.ts";

/** Somebody who works here now, and how to reach them. */
export interface Colleague {
  readonly person: Person;
  readonly login: string;
  readonly email: string | null;
  /** Wants the daily e-mail. */
  readonly digest: boolean;
}

/** Everybody whose account is active; the one person there is, before the first account exists. */
export async function peopleAtWork(store: Store): Promise<readonly Colleague[]> {
  if (!(await store.accounts.any())) return [{ person: ALONE, login: ALONE.id, email: null, digest: false }];
  const units = new Map((await store.accounts.units()).map((unit) => [unit.id, unit]));
  const accounts = (await store.accounts.accounts()).filter((account) => account.active);
  return accounts.map((account) => colleagueOf(account, units.get(account.unit ?? "") ?? null));
}

const colleagueOf = (account: Account, unit: Person["unit"]): Colleague => ({
  person: personOf(account, unit),
  login: account.login,
  email: account.email,
  digest: account.digest,
});

/** Is this person meant by a name as somebody wrote it: the signature, the login, the name, the unit's name or its id? */
export function isCalled({ person, login }: Pick<Colleague, "person" | "login">, name: string): boolean {
  const { signature, unit } = person;
  if ([login, unit?.id].includes(name.trim().toLowerCase())) return true;
  // with their accents: Hoa and Hòa are two people
  const asked = plain(name);
  return (
    asked !== "" && [signature, person.name, ...(unit === null ? [] : [unit.name])].some((own) => plain(own) === asked)
  );
}

/** Everybody meant by a name as written, or by a unit's name or id. Two of one name are both meant: one told too many does no harm. */
export const peopleCalled = (people: readonly Colleague[], name: string | null): readonly Person[] =>
  name === null ? [] : people.filter((one) => isCalled(one, name)).map(({ person }) => person);

/** Everybody whom policy allows to do this, to this. */
export const peopleWhoMay = (
  people: readonly Colleague[],
  action: Permission,
  object: PolicyObject = {},
): readonly Person[] => people.filter(({ person }) => may(person, action, object)).map(({ person }) => person);
