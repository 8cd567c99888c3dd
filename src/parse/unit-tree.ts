import { joinEId } from "../domain/e-id.ts";
import type { Provision, ProvisionKind } from "../domain/provision.ts";

/** A unit as found in the text, before its extent and its identifier are known. Lower level = larger unit. */
export interface FoundUnit {
  readonly kind: ProvisionKind;
  readonly level: number;
  readonly num: string | null;
  /** Own part of the identifier: `art_5`, `cl_2`. */
  readonly id: string;
  readonly heading: string | null;
  readonly start: number;
}

export const LEVEL = {
  attachment: 0,
  part: 1,
  chapter: 2,
  section: 3,
  subsection: 4,
  article: 5,
  clause: 6,
  point: 7,
  subpoint: 8,
  indent: 9,
  subindent: 10,
} as const;

/** Gives every unit its extent (up to the next unit of its level or above), its parent and its identifier. */
export function buildProvisions(
  units: readonly FoundUnit[],
  end: (start: number, next: number | null) => number,
): Provision[] {
  const done: Provision[] = [];
  const open: { unit: FoundUnit; eId: string; index: number }[] = [];
  const ends = extents(units);
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as FoundUnit;
    while (open.length > 0 && (open.at(-1) as { unit: FoundUnit }).unit.level >= unit.level) open.pop();
    const eId = identify(unit, open);
    const child = units[i + 1];
    const close = end(unit.start, ends[i] === null ? null : (ends[i] as number));
    const own = child && child.start < close ? end(unit.start, child.start) : close;
    const span = { start: unit.start, end: close };
    done.push({
      eId,
      kind: unit.kind,
      num: unit.num,
      heading: unit.heading,
      span,
      own: { start: unit.start, end: own },
      parent: open.at(-1)?.eId ?? null,
    });
    open.push({ unit, eId, index: i });
  }
  return done;
}

/** Start of the next unit of the same or a higher level, for each unit; null = runs to the end of its zone. */
function extents(units: readonly FoundUnit[]): (number | null)[] {
  const result: (number | null)[] = new Array(units.length).fill(null);
  const waiting: number[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as FoundUnit;
    while (waiting.length > 0 && (units[waiting.at(-1) as number] as FoundUnit).level >= unit.level) {
      result[waiting.pop() as number] = unit.start;
    }
    waiting.push(i);
  }
  return result;
}

/** Articles and clauses are never prefixed by chapters; sections are; everything attached is prefixed by its attachment. */
function identify(unit: FoundUnit, open: readonly { unit: FoundUnit; eId: string }[]): string {
  if (unit.kind === "attachment") return unit.id;
  const attachment = open.find((o) => o.unit.kind === "attachment")?.eId ?? null;
  if (unit.kind === "part" || unit.kind === "chapter" || unit.kind === "article") return joinEId(attachment, unit.id);
  const parent = open.at(-1);
  if (!parent) return unit.id;
  const inner = unit.level >= LEVEL.clause;
  if (inner && (parent.unit.kind === "part" || parent.unit.kind === "chapter")) return joinEId(attachment, unit.id);
  return joinEId(parent.eId, unit.id);
}
