import type { EId } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import { groupBy } from "../domain/group-by.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusPeriod } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";

export type MarkKind =
  | "issued"
  | "begins"
  | "part-begins"
  | "changed"
  | "suspended"
  | "resumed"
  | "extended"
  | "part-ended"
  | "ended";

/** Something that happened to a work on a day, by one document. */
export interface TimeMark {
  /** Null = the day is not determined. */
  readonly day: LegalDate | null;
  readonly kind: MarkKind;
  /** Who did it; null = the work itself, or the law. */
  readonly by: WorkId | null;
  readonly symbol: string | null;
  /** Units concerned, in order of the clauses; empty = the whole work. */
  readonly units: readonly EId[];
  /** Of a suspension: the first day it no longer holds; null = open. */
  readonly until: LegalDate | null;
  /** False: named by a clause, but not counted; the reason stands with the effects. */
  readonly applied: boolean;
}

export interface TimelineView {
  /** In order of time; those without a day last. */
  readonly marks: readonly TimeMark[];
  /** Stretches `[from, to)` in which it, or a part of it, was suspended. */
  readonly suspensions: readonly { readonly from: LegalDate; readonly to: LegalDate | null; readonly whole: boolean }[];
}

const KINDS: Readonly<Partial<Record<Effect["action"], MarkKind>>> = {
  suspend: "suspended",
  resume: "resumed",
  extend: "extended",
};
const ENDING: ReadonlySet<Effect["action"]> = new Set(["repeal", "expire", "repeal-document", "replace-document"]);

/** The life of a work, from its issue to its end and what is to come: what the drawing and its table show. */
export function viewTimeline(input: {
  readonly work: Work;
  readonly periods: readonly StatusPeriod[];
  readonly effectsOn: readonly Effect[];
  /** Its own clauses that let parts begin on other days. */
  readonly begins: readonly Effect[];
}): TimelineView {
  const { work, periods, effectsOn, begins } = input;
  const marks: TimeMark[] = [];
  const own = (day: LegalDate | null, kind: MarkKind, units: readonly EId[] = []): void =>
    void marks.push({ day, kind, by: null, symbol: null, units, until: null, applied: true });
  if (work.issuedOn !== null) own(work.issuedOn, "issued");
  const begun = periods.find((p) => p.from !== null && p.status !== "not-yet-in-force" && p.status !== "unknown");
  const begin = periods.find((p) => p.status === "not-yet-in-force")?.since ?? begun?.from ?? work.effectiveOn;
  if (begin !== null && begin !== undefined) own(begin, "begins");
  for (const [day, list] of groupBy(begins, (e) => e.from))
    own(
      day,
      "part-begins",
      list.flatMap((e) => e.targetEId ?? []),
    );
  // what a list says of it is no event in its life
  marks.push(...marksOf(effectsOn.filter((e) => e.listed === undefined)));
  const end = periods.find((p) => p.status === "ceased" && p.from !== null);
  if (end !== undefined && !marks.some((m) => m.kind === "ended" && m.day === end.from)) own(end.from, "ended");
  const suspensions = effectsOn
    .filter((e): e is Effect & { from: LegalDate } => e.action === "suspend" && e.applied && e.from !== null)
    .map((e) => ({ from: e.from, to: e.until, whole: e.targetEId === null }));
  for (const day of new Set(suspensions.flatMap((s) => s.to ?? [])))
    if (!marks.some((m) => m.kind === "resumed" && m.day === day)) own(day, "resumed");
  return { marks: marks.sort(inOrder), suspensions };
}

/** One mark for all that one document does on one day; its repeals of units go with its amendments. */
function marksOf(effects: readonly Effect[]): readonly TimeMark[] {
  const groups = groupBy(effects, (e) => [e.from, e.source, kindOf(e), e.applied, e.until].join(" "));
  const found = [...groups.values()].map((list): TimeMark => {
    const first = list[0] as Effect;
    return {
      day: first.from,
      kind: kindOf(first),
      by: first.source,
      symbol: first.evidence.symbol,
      units: [...new Set(list.flatMap((e) => e.targetEId ?? []))],
      until: first.action === "suspend" ? first.until : null,
      applied: first.applied,
    };
  });
  const changes = found.filter((m) => m.kind === "changed");
  const joins = (m: TimeMark): TimeMark | undefined =>
    m.kind === "part-ended"
      ? changes.find((c) => c.day === m.day && c.by === m.by && c.applied === m.applied)
      : undefined;
  return found
    .filter((m) => joins(m) === undefined)
    .map((m) => ({ ...m, units: [...m.units, ...found.flatMap((other) => (joins(other) === m ? other.units : []))] }));
}

const kindOf = (effect: Effect): MarkKind =>
  KINDS[effect.action] ??
  (ENDING.has(effect.action) ? (effect.targetEId === null ? "ended" : "part-ended") : "changed");

const ORDER: readonly MarkKind[] = [
  "issued",
  "begins",
  "part-begins",
  "changed",
  "part-ended",
  "suspended",
  "resumed",
  "extended",
  "ended",
];

const inOrder = (a: TimeMark, b: TimeMark): number =>
  (a.day ?? "9999").localeCompare(b.day ?? "9999") || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
