import { type EId, isUnder } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusPeriod, UnitStatus } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { unitNames } from "./view-unit-names.ts";

/** What is seen of a citation's target without going there. */
export interface CitationCard {
  readonly work: Work;
  /** On the day; null where nothing is known. */
  readonly period: StatusPeriod | null;
  /** The cited unit by its name; null where the whole document is cited. */
  readonly unit: string | null;
  /** Its own state on the day, or that of a unit around it that has ended. */
  readonly unitState: UnitStatus | null;
  /** First words of the unit as issued; null where the text is not in the collection. */
  readonly words: string | null;
  readonly cut: boolean;
  /** The text is in the collection and never had this unit. */
  readonly missing: boolean;
}

const LONGEST_WORDS = 400;

/** Null when nobody has ever heard of the work. */
export async function viewCitationCard(
  store: Store,
  id: WorkId,
  eId: EId | null,
  on: LegalDate,
): Promise<CitationCard | null> {
  const [work, period] = await Promise.all([store.works.find(id), store.statuses.on(id, on)]);
  if (work === null) return null;
  if (eId === null) return { work, period, unit: null, unitState: null, words: null, cut: false, missing: false };
  const [found, units, names] = await Promise.all([
    store.documents.provision(id, eId),
    store.documents.unitsOf([id]),
    unitNames(store, [id]),
  ]);
  const states = period?.units ?? [];
  const unitState =
    states.find((u) => u.eId === eId) ??
    states.find((u) => (u.status === "repealed" || u.status === "suspended") && isUnder(eId, u.eId)) ??
    null;
  const text = found?.text.replace(/\s+/gu, " ").trim() ?? null;
  return {
    work,
    period,
    unit: names.of(id, eId),
    unitState,
    words: text === null ? null : firstWords(text),
    cut: text !== null && text.length > LONGEST_WORDS,
    missing: found === null && unitState === null && (units.get(id)?.size ?? 0) > 0,
  };
}

const firstWords = (text: string): string =>
  text.length <= LONGEST_WORDS ? text : text.slice(0, text.lastIndexOf(" ", LONGEST_WORDS));
