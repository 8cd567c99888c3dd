import type { Person } from "../domain/account.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { may } from "../domain/policy.ts";
import type { Notification } from "../domain/notification.ts";
import type { Store } from "../store/store.ts";
import { findingCensus } from "./finding-census.ts";
import { stateOf } from "./finding-queue.ts";
import { isCalled } from "./people-at-work.ts";

/** Work that waits for one person under one name it was given to. */
export interface MyRow {
  /** As it was written. */
  readonly name: string;
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
  /** Sheets that wait for the person's conclusion, that came back to them, opinions their unit has to give. */
  readonly toConclude: number;
  readonly returned: number;
  readonly opinions: number;
}

/** More are counted as so many. */
const MOST_SHEETS = 200;
const MOST_OPINIONS = 200;
const NEWS_SHOWN = 4;

export async function viewMyWork(store: Store, person: Person, today: LegalDate): Promise<MyWork> {
  const account = person.alone ? null : await store.accounts.account(person.id);
  const known = new Map<string, boolean>();
  const isMine = (name: string): boolean => {
    // where one person is alone with the program, everything that was given to anybody is theirs to follow
    const mine = known.get(name) ?? (person.alone || isCalled({ person, login: account?.login ?? "" }, name));
    known.set(name, mine);
    return mine;
  };
  const { rows, total } = await store.messages.to(person.id, { read: false, limit: NEWS_SHOWN });
  return {
    unread: total,
    news: rows,
    findings: byName(await assignedOpen(store, today), isMine, today),
    toConclude: person.alone || may(person, "sheet:conclude") ? await waitingSheets(store, person) : 0,
    opinions: await askedOf(store, person),
    returned: await returnedTo(store, person),
  };
}

async function assignedOpen(store: Store, today: LegalDate): Promise<readonly Given[]> {
  const { rows } = await findingCensus(store, today);
  return rows.flatMap((row) => (row.assigned !== null && stateOf(row) === "open" ? [row.assigned] : []));
}

type Given = { readonly to: string; readonly due: LegalDate | null };

function byName(given: readonly Given[], isMine: (name: string) => boolean, today: LegalDate): readonly MyRow[] {
  const rows = new Map<string, { n: number; overdue: number }>();
  for (const { to, due } of given) {
    if (!isMine(to)) continue;
    const own = rows.get(to) ?? { n: 0, overdue: 0 };
    own.n += 1;
    if (due !== null && due < today) own.overdue += 1;
    rows.set(to, own);
  }
  return [...rows].map(([name, row]) => ({ name, ...row })).sort((a, b) => b.overdue - a.overdue || b.n - a.n);
}

/** Sheets that wait for this person's conclusion. */
async function waitingSheets(store: Store, person: Person): Promise<number> {
  const { rows } = await store.sheets.list({ states: ["proposed"], limit: MOST_SHEETS });
  const facets = await store.facets.of(rows.map((sheet) => sheet.work));
  return rows.filter((sheet) =>
    may(person, "sheet:conclude", {
      facet: facets.get(sheet.work) ?? null,
      unit: sheet.unit,
      author: sheet.body.proposedBy?.id ?? sheet.body.reviewerId,
    }),
  ).length;
}

/** Opinions that the person's unit was asked for. */
async function askedOf(store: Store, { alone, unit }: Person): Promise<number> {
  if (!alone && unit === null) return 0;
  return (await store.sheets.waiting(MOST_OPINIONS, unit?.id)).length;
}

/** Sheets that came back to this person. */
async function returnedTo(store: Store, person: Person): Promise<number> {
  const { rows } = await store.sheets.list({ states: ["returned"], limit: MOST_SHEETS });
  return rows.filter((sheet) => sheet.body.reviewerId === person.id).length;
}
