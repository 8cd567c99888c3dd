import type { Effect } from "../domain/effect.ts";
import type { EId } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Because, UnitState } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { whyMayNotChange } from "./may-change.ts";
import { because } from "./say-because.ts";
import { CHANGING, ENDING } from "./timeline.ts";

/** A day on which a work ends, or goes on again. */
export interface LifeEvent {
  readonly day: LegalDate;
  readonly kind: "end" | "revive" | "doubt";
  readonly because: Because;
  readonly source: WorkId;
}

export interface Suspension {
  readonly from: LegalDate;
  readonly until: LegalDate | null;
  readonly eId: EId | null;
  readonly because: Because;
}

export interface UnitChange {
  readonly eId: EId;
  readonly day: LegalDate;
  readonly state: UnitState;
  readonly because: Because;
}

/** Everything counted about one work, in order of days. */
export interface LifeEvents {
  readonly begin: Because | null;
  readonly life: readonly LifeEvent[];
  /** Days from which something of it no longer holds. */
  readonly partial: readonly { readonly day: LegalDate; readonly because: Because }[];
  readonly suspensions: readonly Suspension[];
  readonly units: readonly UnitChange[];
}

export interface EventsView {
  readonly work: (id: WorkId) => Work | null;
  readonly effectsOn: (id: WorkId) => readonly Effect[];
}

const dated = (e: Effect): e is Effect & { from: LegalDate } => e.applied && e.from !== null;
type Dated = Effect & { readonly from: LegalDate };

export function lifeEvents(work: Work, view: EventsView): LifeEvents {
  const counted = view
    .effectsOn(work.id)
    .filter(dated)
    .filter((e) => e.source === work.id || happens(e, work, view))
    .sort(inOrder);
  const tell = (e: Effect): Because => because(e, view.work(e.source));
  const whole = counted.filter((e) => e.targetEId === null);
  const ends = whole.filter((e) => ENDING.has(e.action) && endsWhole(e, counted));
  const extensions = whole.filter((e) => e.action === "extend" && e.exception === null);
  return {
    begin: beginning(counted, tell),
    life: lifeOf(whole, ends, extensions, tell),
    partial: counted.filter((e) => takesAway(e, counted)).map((e) => ({ day: e.from, because: tell(e) })),
    suspensions: suspensionsOf(counted, tell),
    units: counted.flatMap((e) => unitChange(e, tell)),
  };
}

const inOrder = (a: Dated, b: Dated): number =>
  a.from.localeCompare(b.from) || a.action.localeCompare(b.action) || a.id.localeCompare(b.id);

/** A clause works only if its document stands on that day and may touch the target at all. */
function happens(effect: Dated, target: Work, view: EventsView): boolean {
  const source = view.work(effect.source);
  if (source && whyMayNotChange(source, target) !== null) return false;
  // the acting document was itself ended or suspended before its clause came to work: nothing happened to the target
  return !view
    .effectsOn(effect.source)
    .filter(dated)
    .some(
      (e) =>
        e.source !== effect.source &&
        e.targetEId === null &&
        e.exception === null &&
        e.action !== "commence" &&
        ((ENDING.has(e.action) && e.from <= effect.from && !isRevived(e, effect, view)) ||
          (e.action === "suspend" && e.from <= effect.from && (e.until === null || effect.from < e.until))),
    );
}

const isRevived = (end: Dated, effect: Dated, view: EventsView): boolean =>
  view
    .effectsOn(effect.source)
    .some((e) => e.applied && e.action === "extend" && e.from !== null && e.from >= end.from && e.from <= effect.from);

/** The first day as another law moved it, else as the document's own words give it. */
function beginning(counted: readonly Dated[], tell: (e: Effect) => Because): Because | null {
  const begins = counted.filter((e) => e.action === "commence" && e.targetEId === null);
  const moved = begins.find((e) => e.source !== e.target);
  const own = begins.find((e) => e.source === e.target);
  const begin = moved ?? own;
  return begin ? tell(begin) : null;
}

function lifeOf(
  whole: readonly Dated[],
  ends: readonly Dated[],
  extensions: readonly Dated[],
  tell: (e: Effect) => Because,
): LifeEvent[] {
  const events: LifeEvent[] = [];
  // an ending clause that is softened by its own document ("… tiếp tục có hiệu lực đến hết ngày …") waits for that day
  const softened = (e: Dated): boolean =>
    extensions.some((x) => x.source === e.source && x.until !== null && x.until > e.from);
  for (const e of ends) if (!softened(e)) events.push({ day: e.from, kind: "end", because: tell(e), source: e.source });
  const terms = whole.filter((e) => e.action === "term");
  for (const e of terms) {
    const prolonged = extensions.some((x) => x.from <= e.from && (x.until === null || x.until > e.from));
    if (!prolonged) events.push({ day: e.from, kind: "end", because: tell(e), source: e.source });
  }
  for (const x of extensions) {
    const endsItself = ends.some((e) => e.source === x.source && e.from >= x.from && !softened(e));
    if (!endsItself) events.push({ day: x.from, kind: "revive", because: tell(x), source: x.source });
    const later = extensions.some(
      (y) =>
        y !== x && y.from >= x.from && x.until !== null && y.from <= x.until && (y.until === null || y.until > x.until),
    );
    if (x.until !== null && !later)
      events.push({ day: x.until, kind: "end", because: { ...tell(x), rule: "term" }, source: x.source });
  }
  return events.sort((a, b) => a.day.localeCompare(b.day) || rank(a) - rank(b));
}

/** On one day the end comes first: a clause that keeps a text alive is the more special one. */
const rank = (e: LifeEvent): number => (e.kind === "end" ? 0 : 1);

function takesAway(e: Dated, counted: readonly Dated[]): boolean {
  if (CHANGING.has(e.action)) return true;
  return ENDING.has(e.action) && (e.targetEId !== null || !endsWhole(e, counted));
}

/** "trừ trường hợp quy định tại Điều 96 của Luật này": the exception stands in the ending document's own transitional article. */
const TRANSITIONAL =
  /(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|Thông tư liên tịch|Quyết định|Quy định|Điều|khoản) này/iu;

/**
 * An exception keeps a part of the old document alive, so that it has only partly ceased. Where it points into the ending
 * document itself, cases under way go on but the old document has ended, unless that document keeps named units of it.
 */
function endsWhole(e: Dated, counted: readonly Dated[]): boolean {
  if (e.exception === null) return true;
  if (
    !TRANSITIONAL.test(e.exception) ||
    /của (?:Luật|Nghị định|Thông tư|Quyết định|Nghị quyết)[^,;]* số \d/iu.test(e.exception)
  )
    return false;
  return !counted.some((x) => x.source === e.source && x.action === "extend");
}

function suspensionsOf(counted: readonly Dated[], tell: (e: Effect) => Because): Suspension[] {
  const resumes = counted.filter((e) => e.action === "resume" || e.action === "extend");
  return counted
    .filter((e) => e.action === "suspend")
    .map((e) => {
      const resumed =
        resumes.find((r) => r.from > e.from && (r.targetEId === null || r.targetEId === e.targetEId))?.from ?? null;
      const until = e.until !== null && (resumed === null || e.until < resumed) ? e.until : resumed;
      return { from: e.from, until, eId: e.targetEId, because: tell(e) };
    });
}

const UNIT_STATES: Readonly<Record<string, UnitState>> = {
  amend: "amended",
  insert: "inserted",
  repeal: "repealed",
  expire: "repealed",
  "repeal-document": "repealed",
  "replace-document": "repealed",
  "replace-phrase": "phrase-changed",
  "delete-phrase": "phrase-changed",
};

function unitChange(e: Dated, tell: (e: Effect) => Because): UnitChange[] {
  const state = UNIT_STATES[e.action];
  return state && e.targetEId !== null ? [{ eId: e.targetEId, day: e.from, state, because: tell(e) }] : [];
}
