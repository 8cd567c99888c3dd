import { type EId, isUnder } from "../domain/e-id.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Provision } from "../domain/provision.ts";
import type { ConsolidatedProvision } from "../timeline/timeline.ts";
import { shifted } from "../timeline/carry-tables.ts";
import { linesOf, type Stretch, type TextLink, withTables } from "./view-text.ts";

export interface DayLayout {
  readonly document: LegalDocument;
  /** The issued text as `layOutText` cut it. */
  readonly issued: readonly Stretch[];
  /** The units of the text on the day, in its order. */
  readonly units: readonly ConsolidatedProvision[];
  /** Citations in words that were not there when the document was issued; offsets into `text`. */
  readonly linksIn: (unit: ConsolidatedProvision, text: string, issued: Stretch | null) => readonly TextLink[];
}

/**
 * The text as it stands on a day: unchanged units keep the stretches of the issued text, changed ones have their new words
 * in the same place, inserted ones stand after the unit they follow. Head, căn cứ, signature and what stands between units
 * remain; so do words after a unit's last child, unless the unit was rewritten or repealed.
 */
export function layOutDay(layout: DayLayout): readonly Stretch[] {
  const { issued, units } = layout;
  const indexOf = match(layout);
  const matched = new Set(indexOf.values());
  const laid: Stretch[] = [];
  const done = new Set<number>();
  let waiting: number[] = [];
  const lay = (index: number, stretch: Stretch | null): void => {
    if (done.has(index)) return;
    done.add(index);
    const fresh = onDay(layout, units[index] as ConsolidatedProvision, stretch);
    if (fresh !== null) laid.push(fresh);
  };
  const layWaiting = (which: (eId: EId) => boolean): void => {
    for (const index of waiting.filter((i) => which((units[i] as ConsolidatedProvision).eId))) lay(index, null);
    waiting = waiting.filter((i) => !done.has(i));
  };
  for (const stretch of issued) {
    const { provision } = stretch;
    const index = provision === null ? undefined : indexOf.get(provision);
    if (provision === null) {
      layWaiting(() => true);
      laid.push(stretch);
    } else if (stretch.anchor === null) {
      layWaiting((eId) => isUnder(eId, provision.eId));
      if (index !== undefined && keepsTail(layout, index)) laid.push(stretch);
    } else if (index !== undefined) {
      layWaiting(() => true);
      for (let i = 0; i < index; i++) if (!matched.has(i)) lay(i, null);
      lay(index, stretch);
      for (let i = index + 1; i < units.length && !matched.has(i); i++) waiting.push(i);
    }
  }
  layWaiting(() => true);
  return laid;
}

/** Which unit of the day each unit of the issued text has become; those without one are gone. */
function match({ document, units }: DayLayout): ReadonlyMap<Provision, number> {
  const places = new Map<EId, number[]>();
  units.forEach((unit, i) => places.set(unit.eId, [...(places.get(unit.eId) ?? []), i]));
  const times = new Map<EId, number>();
  for (const p of document.provisions) times.set(p.eId, (times.get(p.eId) ?? 0) + 1);
  const seen = new Map<EId, number>();
  const found = new Map<Provision, number>();
  for (const provision of document.provisions) {
    const nth = seen.get(provision.eId) ?? 0;
    seen.set(provision.eId, nth + 1);
    const here = places.get(provision.eId) ?? [];
    const index = here.length === times.get(provision.eId) ? here[nth] : nth === 0 ? here[0] : undefined;
    if (index !== undefined) found.set(provision, index);
  }
  return found;
}

/** New words of the whole unit, or of a larger one it stands in, bring their own end. */
function keepsTail({ units }: DayLayout, index: number): boolean {
  const { state, notes, by } = units[index] as ConsolidatedProvision;
  if (state === "original" || state === "repealed") return state === "original";
  return by === null || (notes.length > 0 && notes.every((n) => n.change !== "amended" && n.change !== "inserted"));
}

function onDay(layout: DayLayout, unit: ConsolidatedProvision, stretch: Stretch | null): Stretch | null {
  if (unit.state === "original" && stretch !== null) return stretch;
  const last = unit.eId.slice(unit.eId.lastIndexOf("__") < 0 ? 0 : unit.eId.lastIndexOf("__") + 2);
  const { kind, heading } = unit;
  const num = stretch?.provision?.num ?? last.slice(last.indexOf("_") + 1);
  const text = kind === "article" ? `Điều ${num}. ${unit.text}` : unit.text;
  const span = stretch?.span ?? { start: -1, end: -1 };
  const { tables = [] } = shifted(unit, text.length - unit.text.length);
  const flow = { links: layout.linksIn(unit, text, stretch), marks: [], quotes: [], tables };
  const lines = linesOf(text, { start: 0, end: text.length }, { kind, heading }, flow);
  if (lines.length === 0) return null;
  const provision: Provision = { eId: unit.eId, kind, num, heading, span, own: span, parent: null };
  return {
    eId: unit.eId,
    anchor: stretch?.anchor ?? unit.eId,
    kind,
    provision,
    span,
    lines,
    ...withTables(tables),
    ...(unit.tableLost === true ? { tableLost: true } : {}),
    onDay: true,
  };
}
