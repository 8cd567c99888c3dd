import type { Handling } from "../domain/handling.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import { dayAt } from "../domain/vietnam-time.ts";
import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { deskUnits } from "./desk-units.ts";
import { type UnitNames, unitNames } from "./view-unit-names.ts";
import { type HandlingRow, isOverdue, rowOf, worksOf } from "./handling-list.ts";

export interface HandlingView extends HandlingRow {
  /** Status of the document to be handled, on the day. */
  readonly status: StatusName | null;
  /** Other handlings of the same document. */
  readonly others: readonly Handling[];
  /** The tracker it came from. */
  readonly tracker: { readonly id: string; readonly file: string } | null;
  /** Texts of the time since that speak of what is to be issued anew; a person says which is the result. */
  readonly likely: readonly Work[];
  /** Names of the units in which the clauses stand that settled it. */
  readonly clauses: UnitNames;
  /** Names to choose a drafting unit from. */
  readonly units: readonly string[];
}

/** One handling with all that stands around it; null when there is none. */
export async function viewHandling(store: Store, id: string, on: LegalDate): Promise<HandlingView | null> {
  const handling = await store.handlings.find(id);
  if (handling === null) return null;
  const [works, units, others, tracker] = await Promise.all([
    store.works.findAll(worksOf([handling])),
    deskUnits(store),
    handling.work === null ? [] : store.handlings.ofWorks([handling.work]),
    handling.importId === null ? null : store.handlings.findImport(handling.importId),
  ]);
  const status = handling.work === null ? null : await store.statuses.on(handling.work, on);
  return {
    ...rowOf(handling, works, units),
    overdue: isOverdue(handling, on),
    status: status?.status ?? null,
    others: others.filter((other) => other.id !== id),
    tracker: tracker === null ? null : { id: tracker.id, file: tracker.body.file },
    likely: await likelyResults(store, handling),
    clauses: await unitNames(
      store,
      (handling.body.settledBy?.quotes ?? []).flatMap(({ work }) => work ?? []),
    ),
    units: await unitChoices(store),
  };
}

const MOST_LIKELY = 5;

async function likelyResults(store: Store, { state, at, body }: Handling): Promise<readonly Work[]> {
  if (state !== "open" || body.form !== "new" || body.content.trim() === "") return [];
  const found = await store.search.works(body.content, { limit: 40 });
  const since = dayAt(at);
  return found
    .filter(
      ({ id, known, issuedOn }) => known === "text" && (issuedOn ?? "") >= since && !body.notResults?.includes(id),
    )
    .slice(0, MOST_LIKELY);
}

/** Units that work with Rasoat, and every name a handling already carries. */
export async function unitChoices(store: Store): Promise<readonly string[]> {
  const units = await deskUnits(store);
  const used = (await store.handlings.all()).flatMap(({ unit }) => (unit === null ? [] : [units.nameOf(unit)]));
  return [...new Set([...units.list.map((unit) => unit.name), ...used])].sort((a, b) => a.localeCompare(b, "vi"));
}
