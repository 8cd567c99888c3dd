import { type EId, isUnder, parentEId } from "../domain/e-id.ts";
import { groupBy } from "../domain/group-by.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { UnitState } from "../domain/status.ts";
import { changesWords, type ConsolidatedNote, type ConsolidatedProvision } from "../timeline/timeline.ts";
import { type TextSources, type WorkText, workText } from "./work-text.ts";

/** One change of a unit's words: on which day, by which clause, and how it read before and after. */
export interface TextChange {
  readonly day: LegalDate;
  readonly by: ConsolidatedProvision["by"];
  readonly state: UnitState;
  /** With the words of all below it where the whole unit was changed. Null where it was not there before. */
  readonly before: string | null;
  readonly after: string;
}

/** How a unit came to stand as it does, also where a larger unit was changed as a whole. */
export interface UnitStep {
  readonly state: UnitState;
  readonly since: LegalDate;
  readonly by: ConsolidatedProvision["by"];
}

export interface TextSteps {
  /** The text on the day. */
  readonly now: WorkText;
  /** By the eId of the unit that was changed, oldest change first. What came with a larger unit has none of its own. */
  readonly changes: ReadonlyMap<EId, readonly TextChange[]>;
  /** By eId: units whose words are not those issued. */
  readonly steps: ReadonlyMap<EId, UnitStep>;
}

/** Days in between for which the whole text is put together once more; a unit changed twice needs it. */
const MOST_DAYS = 12;

/** The text of a work on a day, and every step that led to it. Units whose number stands twice tell no steps. */
export function textSteps(sources: TextSources, on: LegalDate): TextSteps {
  const now = workText(sources, on);
  const current = unique(now.consolidation.provisions);
  const between = [...current.values()].flatMap((unit) => daysOf(unit).slice(0, -1));
  const texts = new Map<LegalDate, Units>();
  for (const day of [...new Set(between)].sort().slice(-MOST_DAYS))
    texts.set(day, unique(workText(sources, day).consolidation.provisions));
  const changes = new Map<EId, readonly TextChange[]>();
  for (const unit of current.values()) {
    const list = changesOf(unit, current, texts);
    if (list.length > 0) changes.set(unit.eId, list);
  }
  return { now, changes, steps: stepsOf(current, changes) };
}

type Units = ReadonlyMap<EId, ConsolidatedProvision>;

function unique(provisions: readonly ConsolidatedProvision[]): Units {
  const found = new Map<EId, ConsolidatedProvision | null>();
  for (const p of provisions) found.set(p.eId, found.has(p.eId) ? null : p);
  return new Map([...found].filter((entry): entry is [EId, ConsolidatedProvision] => entry[1] !== null));
}

type WordingNote = ConsolidatedNote & { readonly change: Exclude<ConsolidatedNote["change"], "suspended" | "kept"> };

/** What was suspended keeps its words; the statuses tell of it. */
const wordings = ({ notes }: ConsolidatedProvision): readonly WordingNote[] =>
  notes.filter((n): n is WordingNote => changesWords(n));

const daysOf = (unit: ConsolidatedProvision): readonly LegalDate[] => [
  ...new Set(wordings(unit).flatMap((n) => n.effect.from ?? [])),
];

const WHOLE: ReadonlySet<ConsolidatedNote["change"]> = new Set(["amended", "inserted", "repealed"]);

const STATES: Readonly<Record<WordingNote["change"], UnitState>> = {
  amended: "amended",
  inserted: "inserted",
  repealed: "repealed",
  phrase: "phrase-changed",
  heading: "amended",
  lead: "amended",
};

/** One change a day: the first note of the day knows the words before, the last one who did it. */
function changesOf(unit: ConsolidatedProvision, now: Units, texts: ReadonlyMap<LegalDate, Units>): TextChange[] {
  const days = groupBy(wordings(unit), (n) => n.effect.from);
  const last = daysOf(unit).at(-1);
  return [...days].flatMap(([day, notes]) => {
    const units = day === last ? now : day === null ? undefined : texts.get(day);
    const [first, done] = [notes[0], notes.at(-1)];
    if (day === null || units === undefined || first === undefined || done === undefined) return [];
    const whole = notes.some((n) => WHOLE.has(n.change));
    const { effect } = done;
    return {
      day,
      by: { work: effect.source, symbol: effect.evidence.symbol, eId: effect.sourceEId },
      state: STATES[notes.find((n) => WHOLE.has(n.change))?.change ?? done.change],
      before: first.before,
      after:
        whole && done.change !== "repealed" ? wholeText(unit.eId, units) : (units.get(unit.eId)?.text ?? unit.text),
    };
  });
}

const wholeText = (eId: EId, units: Units): string =>
  [...units.values()]
    .filter((u) => isUnder(u.eId, eId))
    .map((u) => u.text)
    .join("\n");

/** A unit without a change of its own stands as the unit above it that was changed by the same document. */
function stepsOf(units: Units, changes: ReadonlyMap<EId, readonly TextChange[]>): ReadonlyMap<EId, UnitStep> {
  const steps = new Map<EId, UnitStep>();
  for (const { eId, state, by } of units.values()) {
    if (state === "original") continue;
    for (let at: EId | null = eId; at !== null; at = parentEId(at)) {
      const change = changes
        .get(at)
        ?.findLast((c) => at === eId || (c.by?.work === by?.work && c.state !== "phrase-changed"));
      if (change === undefined) continue;
      const own = at === eId ? change.state : state === "inserted" ? "inserted" : "amended";
      steps.set(eId, { state: own, since: change.day, by: at === eId ? change.by : by });
      break;
    }
  }
  return steps;
}
