import type { Person } from "../domain/account.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Notification } from "../domain/notification.ts";
import type { Store } from "../store/store.ts";
import { findingCensus } from "./finding-census.ts";
import { stateOf } from "./finding-queue.ts";
import { isCalled } from "./people-at-work.ts";

/** Work that waits for one person under one name it was given to. */
export interface MyRow {
  /** The name as written; null = whatever name, for the one person there is. */
  readonly name: string | null;
  readonly n: number;
  readonly overdue: number;
}

/** What waits for the person who looks. */
export interface MyWork {
  readonly unread: number;
  /** The newest messages that are not read. */
  readonly news: readonly Notification[];
  /** Open findings given to the person or the unit, by the name they were given to. */
  readonly findings: readonly MyRow[];
  /** Documents the person or the unit has to handle. */
  readonly handlings: readonly MyRow[];
}

const NEWS_SHOWN = 4;

export async function viewMyWork(store: Store, person: Person, today: LegalDate): Promise<MyWork> {
  const account = person.alone ? null : await store.accounts.account(person.id);
  // where one person is alone with the program, everything that was given to anybody is theirs to follow
  const isMine = (name: string): boolean => person.alone || isCalled({ person, login: account?.login ?? "" }, name);
  const { rows, total } = await store.messages.to(person.id, { read: false, limit: NEWS_SHOWN });
  return {
    unread: total,
    news: rows,
    findings: await myFindings(store, person, isMine, today),
    handlings: await myHandlings(store, person, isMine, today),
  };
}

type IsMine = (name: string) => boolean;

async function myFindings(store: Store, { alone }: Person, isMine: IsMine, today: LegalDate): Promise<MyWork["findings"]> {
  const rows = new Rows(alone, isMine, today);
  for (const row of (await findingCensus(store, today)).rows)
    if (row.assigned !== null && stateOf(row) === "open") rows.add(row.assigned.to, row.assigned.due);
  return rows.all();
}

async function myHandlings(store: Store, { alone }: Person, isMine: IsMine, today: LegalDate): Promise<MyWork["handlings"]> {
  const rows = new Rows(alone, isMine, today);
  for (const { state, unit, due, body } of await store.handlings.all())
    if (state === "open") rows.add([body.officer, unit ?? ""].find((name) => name !== "" && isMine(name)) ?? "", due);
  return rows.all();
}

/** Counts by name; of somebody who is alone all under one. */
class Rows {
  readonly #rows = new Map<string | null, { n: number; overdue: number }>();
  readonly #known = new Map<string, boolean>();
  readonly #alone: boolean;
  readonly #isMine: IsMine;
  readonly #today: LegalDate;

  constructor(alone: boolean, isMine: IsMine, today: LegalDate) {
    this.#alone = alone;
    this.#isMine = isMine;
    this.#today = today;
  }

  add(name: string, due: LegalDate | null): void {
    if (!this.#mine(name)) return;
    const key = this.#alone ? null : name;
    const own = this.#rows.get(key) ?? { n: 0, overdue: 0 };
    own.n += 1;
    if (due !== null && due < this.#today) own.overdue += 1;
    this.#rows.set(key, own);
  }

  all(): readonly MyRow[] {
    return [...this.#rows].map(([name, counts]) => ({ name, ...counts })).sort((a, b) => b.overdue - a.overdue || b.n - a.n);
  }

  #mine(name: string): boolean {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const mine = this.#isMine(name);
    this.#known.set(name, mine);
    return mine;
  }
}
