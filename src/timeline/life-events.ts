import type { Effect } from "../domain/effect.ts";
import type { EId } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Because, UnitState } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { territoryOf } from "../resolve/territory.ts";
import { type AttachmentName, because } from "./say-because.ts";
import { suspensionsOn, type Suspension } from "./suspensions.ts";
import { CHANGING, ENDING } from "./timeline.ts";
import { type Dated, type EffectsView, isDated, weighEffect } from "./weigh-effect.ts";

/** A day on which a work ends, or goes on again. */
export interface LifeEvent {
  readonly day: LegalDate;
  readonly kind: "end" | "revive" | "doubt";
  readonly because: Because;
  readonly source: WorkId;
}

export interface UnitChange {
  readonly eId: EId;
  readonly day: LegalDate;
  readonly state: UnitState;
  readonly because: Because;
}

export interface DatedProof {
  readonly day: LegalDate;
  readonly because: Because;
}

/** Everything counted about one work, in order of days. */
export interface LifeEvents {
  readonly begin: Because | null;
  /** Units that begin on another day than the whole. */
  readonly begins: readonly Because[];
  readonly life: readonly LifeEvent[];
  /** Days from which something of it no longer holds. */
  readonly partial: readonly DatedProof[];
  readonly suspensions: readonly Suspension[];
  readonly units: readonly UnitChange[];
  /** Changes of which a person must say whether they count. */
  readonly notes: readonly DatedProof[];
}

export interface LifeView extends EffectsView {
  readonly attachmentName?: AttachmentName;
}

export function lifeEvents(work: Work, view: LifeView): LifeEvents {
  // what is said of the documents that detail it is not said of it
  const dated = view
    .effectsOn(work.id)
    .filter(isDated)
    .filter((e) => e.reach === undefined)
    .sort(inOrder);
  const weighed = dated.map((e) => ({ effect: e, weight: weighEffect(e, work, view) }));
  const counted = weighed.flatMap(({ effect, weight }) => (weight.kind === "counts" ? [narrowed(effect, work)] : []));
  const tell: Tell = (e) => because(e, view.work(e.source), view.attachmentName);
  const whole = counted.filter((e) => e.targetEId === null);
  const ends = whole.filter((e) => ENDING.has(e.action) && endsWhole(e, counted));
  const extensions = whole.filter((e) => e.action === "extend" && e.exception === null && e.territory === undefined);
  const suspensions = suspensionsOn(counted, tell);
  const doubtful = weighed.flatMap(({ effect, weight }) =>
    weight.kind === "doubt" ? [{ effect, because: doubted(tell(effect), weight.why) }] : [],
  );
  const isEnd = (e: Dated): boolean => ENDING.has(e.action) && e.targetEId === null && e.exception === null;
  return {
    ...beginning(counted, tell),
    life: [
      ...lifeOf(whole, ends, extensions, tell),
      ...againReplaced(ends, extensions, view, tell),
      ...doubtful.filter((d) => isEnd(d.effect)).map((d) => doubtEvent(d.effect, d.because)),
    ].sort((a, b) => a.day.localeCompare(b.day) || rank(a) - rank(b)),
    partial: counted.filter((e) => takesAway(e, counted)).map((e) => ({ day: e.from, because: tell(e) })),
    suspensions,
    units: counted.flatMap((e) => unitChange(e, tell)),
    notes: doubtful.filter((d) => !isEnd(d.effect)).map((d) => ({ day: d.effect.from, because: d.because })),
  };
}

type Tell = (e: Effect) => Because;

const inOrder = (a: Dated, b: Dated): number =>
  a.from.localeCompare(b.from) || a.action.localeCompare(b.action) || a.id.localeCompare(b.id);

/** An effect limited to old units that are the target's whole territory is not limited at all. */
function narrowed(e: Dated, target: Work): Dated {
  if (!e.territory) return e;
  const { territory, ...wide } = e;
  const own = territoryOf(titled(target), target.issuer, target.issuedOn);
  const covered = new Set(territory.map((t) => t.key));
  if (own.length > 0 && own.every((u) => covered.has(u.key))) return wide;
  if (own.length === 0 || own.some((u) => covered.has(u.key))) return e;
  // the target applies in none of these units: unless it is of the merged province itself, the words speak of something else
  return own.some((u) => u.key.endsWith("@")) ? wide : e;
}

const titled = ({ title }: Work) => ({ title: title === null ? null : { value: title, span: null, confidence: 1 } });

const doubted = (proof: Because, why: string): Because => ({
  ...proof,
  certainty: "to-determine",
  says: `${proof.says}; cần xác định: ${why}`,
});

const doubtEvent = (e: Dated, proof: Because): LifeEvent => ({
  day: e.from,
  kind: "doubt",
  because: proof,
  source: e.source,
});

/** The first day as another law moved it, else as the document's own words give it; and units that begin on their own day. */
function beginning(counted: readonly Dated[], tell: Tell): Pick<LifeEvents, "begin" | "begins"> {
  const commences = counted.filter((e) => e.action === "commence");
  const whole = commences.filter((e) => e.targetEId === null);
  const byHand = whole.find((e) => e.byHand);
  const moved = whole.find((e) => e.source !== e.target);
  const begin = byHand ?? moved ?? whole.find((e) => e.source === e.target);
  const begins = commences.filter((e) => e.targetEId !== null && e.from !== begin?.from).map(tell);
  return { begin: begin ? tell(begin) : null, begins };
}

function lifeOf(
  whole: readonly Dated[],
  ends: readonly Dated[],
  extensions: readonly Dated[],
  tell: Tell,
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
  return events;
}

/**
 * An act that suspends the replacement and keeps the older text alive in the meantime ("tiếp tục có hiệu lực") keeps it only as
 * long as the suspension lasts: on the day the replacement works again the older text is replaced again.
 */
function againReplaced(
  ends: readonly Dated[],
  extensions: readonly Dated[],
  view: EffectsView,
  tell: Tell,
): LifeEvent[] {
  return extensions.flatMap((x) => {
    if (x.until !== null) return [];
    return ends.flatMap((e) => {
      if (e.source === x.source || e.from > x.from) return [];
      const counted = view.effectsOn(e.source).filter(isDated);
      const suspension = suspensionsOn(counted, tell).find((s) => s.source === x.source && s.eId === null);
      return suspension?.until && suspension.until > x.from
        ? [{ day: suspension.until, kind: "end" as const, because: tell(e), source: e.source }]
        : [];
    });
  });
}

/** On one day the end comes first: a clause that keeps a text alive is the more special one. */
const rank = (e: LifeEvent): number => (e.kind === "end" ? 0 : e.kind === "doubt" ? 1 : 2);

function takesAway(e: Dated, counted: readonly Dated[]): boolean {
  if (CHANGING.has(e.action)) return true;
  return ENDING.has(e.action) && (e.targetEId !== null || !endsWhole(e, counted));
}

/** "trừ trường hợp quy định tại Điều 96 của Luật này": the exception stands in the ending document's own transitional article. */
const TRANSITIONAL =
  /(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|Thông tư liên tịch|Quyết định|Quy định|Điều|khoản) này/iu;

/**
 * An exception keeps a part of the old document alive, so that it has only partly ceased; so does an end in a part of its
 * territory. Where the exception points into the ending document itself, cases under way go on but the old document has
 * ended, unless that document keeps named units of it.
 */
function endsWhole(e: Dated, counted: readonly Dated[]): boolean {
  if (e.territory !== undefined) return false;
  if (e.exception === null) return true;
  if (
    !TRANSITIONAL.test(e.exception) ||
    /của (?:Luật|Nghị định|Thông tư|Quyết định|Nghị quyết)[^,;]* số \d/iu.test(e.exception)
  )
    return false;
  return !counted.some((x) => x.source === e.source && x.action === "extend");
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

function unitChange(e: Dated, tell: Tell): UnitChange[] {
  const state = UNIT_STATES[e.action];
  return state && e.targetEId !== null && e.territory === undefined
    ? [{ eId: e.targetEId, day: e.from, state, because: tell(e) }]
    : [];
}
