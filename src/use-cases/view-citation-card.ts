import { type EId, isUnder } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusPeriod, UnitStatus } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { RefusedChange } from "../report/consolidated-model.ts";
import type { Store } from "../store/store.ts";
import { unitNames } from "./view-unit-names.ts";
import { textSources, workText } from "./work-text.ts";

/** What is seen of a citation's target without going there. */
export interface CitationCard {
  readonly work: Work;
  /** On the day that is looked at; null where nothing is known. */
  readonly period: StatusPeriod | null;
  /** The cited unit by its name; null where the whole document is cited. */
  readonly unit: string | null;
  /** Its own state on the day, or that of a unit around it that has ended. */
  readonly unitState: UnitStatus | null;
  /** First words of the unit as it read when it was cited; null where the text is not in the collection. */
  readonly words: string | null;
  readonly cut: boolean;
  /** The text is in the collection and does not have this unit, neither then nor now. */
  readonly missing: boolean;
  /** Day of issue of the document that cites; null = not known who cites: the words are those of the day looked at. */
  readonly citedOn: LegalDate | null;
  /** How the document, or the unit, stood when it was cited, where that was already no longer in force. */
  readonly deadThen: "ceased" | "suspended" | "repealed" | null;
  /** On the day looked at the unit reads otherwise than when it was cited: other words, gone, or added since. */
  readonly differs: "changed" | "repealed" | "added-later" | null;
  /** Changes of this unit could not be worked into the words exactly. */
  readonly unsure: boolean;
}

const LONGEST_WORDS = 400;

/** Null when nobody has ever heard of the work. `citing` = the document in which the citation stands. */
export async function viewCitationCard(
  store: Store,
  id: WorkId,
  eId: EId | null,
  on: LegalDate,
  citing: WorkId | null = null,
): Promise<CitationCard | null> {
  const [work, period, by] = await Promise.all([
    store.works.find(id),
    store.statuses.on(id, on),
    citing === null || citing === id ? null : store.works.find(citing),
  ]);
  if (work === null) return null;
  const citedOn = by?.issuedOn ?? null;
  const then = citedOn === null ? null : await store.statuses.on(id, citedOn);
  const deadThen = then?.status === "ceased" || then?.status === "suspended" ? then.status : null;
  const whole = { work, period, citedOn, deadThen };
  if (eId === null)
    return {
      ...whole,
      unit: null,
      unitState: null,
      words: null,
      cut: false,
      missing: false,
      differs: null,
      unsure: false,
    };
  const [read, units, names] = await Promise.all([
    readUnit(store, work, eId, citedOn ?? on, on),
    store.documents.unitsOf([id]),
    unitNames(store, [id]),
  ]);
  const unitState = stateOf(period, eId);
  const goneThen = then === null ? null : stateOf(then, eId, "repealed");
  const words = (read.cited ?? read.now)?.replace(/\s+/gu, " ").trim() ?? null;
  return {
    ...whole,
    unit: names.of(id, eId),
    unitState,
    words: words === null ? null : firstWords(words),
    cut: words !== null && words.length > LONGEST_WORDS,
    missing: words === null && unitState === null && (units.get(id)?.size ?? 0) > 0,
    deadThen: deadThen ?? (goneThen === null ? null : "repealed"),
    differs: citedOn === null || goneThen !== null ? null : differenceOf(read, unitState),
    unsure: read.unsure,
  };
}

/** The unit's own state, or that of a unit around it that has ended. */
function stateOf(period: StatusPeriod | null, eId: EId, only?: UnitStatus["status"]): UnitStatus | null {
  const states = (period?.units ?? []).filter((u) => only === undefined || u.status === only);
  const ended = (u: UnitStatus): boolean => u.status === "repealed" || u.status === "suspended";
  return states.find((u) => u.eId === eId) ?? states.find((u) => ended(u) && isUnder(eId, u.eId)) ?? null;
}

interface UnitRead {
  /** Words when cited and on the day looked at; null = not there. */
  readonly cited: string | null;
  readonly now: string | null;
  readonly unsure: boolean;
}

/** As issued where nothing has changed the unit; else with the changes worked in, on both days. */
async function readUnit(store: Store, work: Work, eId: EId, then: LegalDate, now: LegalDate): Promise<UnitRead> {
  const { id } = work;
  if (!(await store.effects.on(id)).some((e) => e.source !== id && mayTouch(e, eId))) {
    const text = (await store.documents.provision(id, eId))?.text ?? null;
    return { cited: text, now: text, unsure: false };
  }
  const stored = await store.documents.current(id);
  if (stored === null) return { cited: null, now: null, unsure: false };
  const sources = await textSources(store, work, stored);
  const [a, b] = [then, now].map((on) => {
    const { consolidation, refused } = workText(sources, on);
    const mine = consolidation.provisions.filter((p) => isUnder(p.eId, eId) && p.state !== "repealed");
    const text = mine.length === 0 ? null : mine.map((p) => p.text).join("\n");
    return { text, unsure: refused.some((r) => concerns(r, eId, text)) };
  });
  return { cited: a?.text ?? null, now: b?.text ?? null, unsure: a?.unsure === true || b?.unsure === true };
}

const meet = (a: EId, b: EId): boolean => isUnder(a, b) || isUnder(b, a);

/** A phrase changed in the whole document may stand in this unit too. */
const mayTouch = ({ targetEId, phraseFrom }: Effect, eId: EId): boolean =>
  targetEId === null ? phraseFrom !== null : meet(targetEId, eId);

/** A change that is not in the words and may be one of this unit. */
const concerns = ({ target, phraseFrom }: RefusedChange, eId: EId, text: string | null): boolean =>
  target === null ? phraseFrom !== null && (text ?? "").includes(phraseFrom) : meet(target, eId);

function differenceOf({ cited, now, unsure }: UnitRead, state: UnitStatus | null): CitationCard["differs"] {
  if (cited !== null && (now === null || state?.status === "repealed")) return "repealed";
  if (cited === null && now !== null) return "added-later";
  // words that could not be worked in would only seem to be the same or not
  return !unsure && cited !== now ? "changed" : null;
}

const firstWords = (text: string): string =>
  text.length <= LONGEST_WORDS ? text : text.slice(0, text.lastIndexOf(" ", LONGEST_WORDS));
