import type { Effect } from "../domain/effect.ts";
import { compareNumbers, type EId, isUnder, parentEId } from "../domain/e-id.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { ProvisionKind } from "../domain/provision.ts";
import type { TextTable } from "../domain/text-table.ts";
import type { WorkId } from "../domain/work.ts";
import { broughtTables, carryTables, type TabledText, tabledText } from "./carry-tables.ts";
import { notOne, type Refusal, refusal } from "./refusals.ts";
import { levelOf, numberOf, type WordedUnit } from "./split-units.ts";
import type { ConsolidatedNote, ConsolidatedProvision } from "./timeline.ts";

/** A unit while changes are applied. `fresh` = its words were set today, by a change that is no change of a phrase. */
export interface Unit extends TabledText {
  readonly eId: EId;
  readonly kind: ProvisionKind;
  readonly state: ConsolidatedProvision["state"];
  readonly notes: readonly ConsolidatedNote[];
  /** Last change, also where the note stands on a larger unit. */
  readonly by: Effect | null;
  readonly parent: EId | null;
  readonly titled: boolean;
  readonly fresh: boolean;
}

/** Why a unit that once stood here is no longer there: it, or the larger unit `eId`, was repealed or reworded. */
export interface Gone {
  readonly eId: EId;
  readonly by: Effect;
  readonly how: "repealed" | "reworded";
}

/** The units of a text while changes are applied to them, in text order. */
export class WorkingText {
  units: readonly Unit[];
  private readonly lost = new Map<EId, Gone>();
  private readonly sources: ReadonlyMap<WorkId, LegalDocument>;

  constructor(document: LegalDocument, sources: ReadonlyMap<WorkId, LegalDocument> = new Map()) {
    this.sources = sources;
    this.units = document.provisions.map((p) => ({
      eId: p.eId,
      kind: p.kind,
      ...tabledText(document, p.own),
      state: "original",
      notes: [],
      by: null,
      parent: p.parent,
      titled: p.heading !== null,
      fresh: false,
    }));
  }

  startDay(): void {
    this.units = this.units.map((u) => (u.fresh ? { ...u, fresh: false } : u));
  }

  /** How many living units bear this eId. */
  count(eId: EId): number {
    return this.units.filter((u) => u.eId === eId && u.state !== "repealed").length;
  }

  find(eId: EId): Unit | null {
    return this.units.find((u) => u.eId === eId && u.state !== "repealed") ?? null;
  }

  gone(eId: EId): Gone | null {
    for (let at: EId | null = eId; at !== null; at = parentEId(at)) {
      const found = this.lost.get(at);
      if (found && this.count(at) === 0) return found;
    }
    return null;
  }

  /** The unit and everything below it, in text order. */
  subtree(eId: EId): readonly Unit[] {
    return this.units.filter((u) => this.isBelow(u, eId));
  }

  hasBelow(eId: EId): boolean {
    return this.units.some((u) => u.eId !== eId && u.state !== "repealed" && this.isBelow(u, eId));
  }

  /** Numbers of the living units of one level directly below a unit. */
  numbersBelow(parent: EId, level: string): readonly string[] {
    return this.units
      .filter((u) => u.state !== "repealed" && levelOf(u.eId) === level && parentEId(u.eId) === parent)
      .map((u) => numberOf(u.eId));
  }

  /** Units of the same level that are numbered together with this one; repealed ones keep their place. */
  siblings(eId: EId): readonly Unit[] {
    return this.units.filter((u) => levelOf(u.eId) === levelOf(eId) && parentEId(u.eId) === parentEId(eId));
  }

  wholeText(eId: EId): string {
    return this.subtree(eId)
      .map((u) => u.text)
      .join("\n");
  }

  /** Replaces a unit and everything below it. */
  replace(eId: EId, worded: readonly WordedUnit[], effect: Effect): void {
    const old = this.find(eId) as Unit;
    const before = this.wholeText(eId);
    const gone = new Set(this.subtree(eId));
    const kept = new Set(worded.map((w) => w.eId));
    for (const u of gone) if (!kept.has(u.eId)) this.lost.set(u.eId, { eId, by: effect, how: "reworded" });
    const state = old.state === "inserted" ? "inserted" : "amended";
    const tabled = [...gone].some((u) => u.tables !== undefined || u.tableLost === true);
    const tables = worded.map((w) => broughtTables(w.text, this.sources.get(effect.source), false));
    const lost = tabled && tables.every((t) => t.tables === undefined) ? { tableLost: true as const } : {};
    const fresh = worded.map((w, i): Unit => {
      const note: ConsolidatedNote[] = i === 0 ? [...old.notes, { effect, change: "amended", before }] : [];
      const parent = i === 0 ? old.parent : w.parent;
      return { ...w, ...tables[i], ...(i === 0 ? lost : {}), state, notes: note, by: effect, parent, fresh: true };
    });
    this.units = this.units.flatMap((u) => (u === old ? fresh : gone.has(u) ? [] : [u]));
  }

  replaceOwnText(eId: EId, text: string, change: "heading" | "lead", effect: Effect): void {
    const old = this.find(eId) as Unit;
    const note: ConsolidatedNote = { effect, change, before: old.text };
    const fresh = change === "lead" || old.fresh;
    this.put(old, { ...reworded(old, text), state: changed(old), notes: [...old.notes, note], by: effect, fresh });
  }

  /** New words of one unit by changes of phrases. */
  rewrite(old: Unit, text: string, effects: readonly Effect[]): void {
    const notes = effects.map((effect): ConsolidatedNote => ({ effect, change: "phrase", before: old.text }));
    const by = effects.at(-1) as Effect;
    this.put(old, { ...reworded(old, text), state: changed(old), notes: [...old.notes, ...notes], by });
  }

  /** Drops a unit's words; its place stays, marked. What stood below it is gone. */
  repeal(eId: EId, effect: Effect): void {
    const old = this.find(eId) as Unit;
    const note: ConsolidatedNote = { effect, change: "repealed", before: this.wholeText(eId) };
    const gone = new Set(this.subtree(eId));
    for (const u of gone) this.lost.set(u.eId, { eId, by: effect, how: "repealed" });
    const text = `${headOf(old)} (được bãi bỏ)`.trim();
    const marked: Unit = {
      ...untabled(old),
      text,
      state: "repealed",
      notes: [...old.notes, note],
      by: effect,
      titled: false,
    };
    this.units = this.units.flatMap((u) => (u === old ? [marked] : gone.has(u) ? [] : [u]));
  }

  /**
   * Puts new units where their number belongs: behind `after` and what was inserted there before, else among their
   * siblings. Answers false where the numbers of the siblings do not run in order, so that no place is certain.
   */
  insert(worded: readonly WordedUnit[], after: EId | null, effect: Effect): boolean {
    const first = worded[0] as WordedUnit;
    const old = this.units.find((u) => u.eId === first.eId && u.state === "repealed");
    // a number that was repealed and is given again comes back to its place
    const place = old ? { at: this.units.indexOf(old), parent: old.parent } : this.placeFor(first.eId, after);
    if (place === null) return false;
    const fresh = worded.map((w, i): Unit => {
      const notes: ConsolidatedNote[] =
        i === 0 ? [...(old?.notes ?? []), { effect, change: "inserted", before: null }] : [];
      return {
        ...this.brought(w, effect),
        state: "inserted",
        notes,
        by: effect,
        parent: i === 0 ? place.parent : w.parent,
        fresh: true,
      };
    });
    const units = [...this.units];
    units.splice(place.at, 0, ...fresh);
    this.units = units.filter((u) => u !== old);
    return true;
  }

  /** An annex of the amending document in the place of one of this text, or behind the last one. */
  putAnnex(eId: EId, worded: readonly WordedUnit[], isNew: boolean, effect: Effect): Refusal | null {
    const trouble = isNew ? null : notOne(this, eId);
    if (trouble) return trouble;
    if (!isNew) {
      this.replace(eId, worded, effect);
      return null;
    }
    if (this.count(eId) > 0)
      return refusal("phụ lục mang số này đã có trong văn bản", "Xem chỉ dẫn thay thế hay bổ sung phụ lục");
    const fresh = worded.map((w, i): Unit => {
      const notes: ConsolidatedNote[] = i === 0 ? [{ effect, change: "inserted", before: null }] : [];
      return { ...this.brought(w, effect), state: "inserted", notes, by: effect, parent: w.parent, fresh: true };
    });
    this.units = [...this.units, ...fresh];
    return null;
  }

  /** The tables in new words, as the document that brings them has them. */
  tablesOf(words: string, effect: Effect): readonly TextTable[] {
    return broughtTables(words, this.sources.get(effect.source), false).tables ?? [];
  }

  private brought(worded: WordedUnit, effect: Effect): WordedUnit & TabledText {
    return { ...worded, ...broughtTables(worded.text, this.sources.get(effect.source), false) };
  }

  private placeFor(eId: EId, after: EId | null): { readonly at: number; readonly parent: EId | null } | null {
    const siblings = this.siblings(eId);
    const smaller = (u: Unit): boolean => compareUnits(u.eId, eId) < 0;
    if (siblings.some((u, i) => i > 0 && compareUnits((siblings[i - 1] as Unit).eId, u.eId) > 0)) return null;
    const named = after === null ? undefined : siblings.find((u) => u.eId === after);
    if (after !== null && !named) return null;
    const before = siblings.filter(smaller).at(-1);
    // what the instruction says and what the number says must be one place, but for what was inserted there already
    if (named && before && before !== named) {
      const between = siblings.slice(siblings.indexOf(named) + 1, siblings.indexOf(before) + 1);
      if (!smaller(named) || !between.every((u) => u.state === "inserted")) return null;
    }
    if (named && !smaller(named)) return null;
    if (before) return { at: this.endOf(before), parent: before.parent };
    const next = siblings[0];
    if (next) return { at: this.units.indexOf(next), parent: next.parent };
    const parent = this.units.find((u) => u.eId === parentEId(eId) && u.state !== "repealed");
    return parent ? { at: this.units.indexOf(parent) + 1, parent: parent.eId } : null;
  }

  /** A note that leaves the words as they are. */
  remark(eId: EId, note: ConsolidatedNote): void {
    const unit = this.find(eId);
    if (unit) this.put(unit, { ...unit, notes: [...unit.notes, note] });
  }

  private put(old: Unit, fresh: Unit): void {
    this.units = this.units.map((u) => (u === old ? fresh : u));
  }

  private endOf(unit: Unit): number {
    return this.units.findLastIndex((u) => u === unit || this.isBelow(u, unit.eId)) + 1;
  }

  /** Below by number, or inside a chapter whose articles do not bear its number. */
  isBelow(unit: Unit, eId: EId): boolean {
    if (isUnder(unit.eId, eId)) return true;
    if (!GROUPED.has(levelOf(eId))) return false;
    let at: EId | null = unit.parent;
    for (let depth = 0; at !== null && depth < 12; depth++) {
      if (at === eId) return true;
      const up: EId = at;
      at = this.units.find((u) => u.eId === up)?.parent ?? null;
    }
    return false;
  }
}

/** Vietnamese order of two units of one level; chapters count in Roman numerals: II < IIa < III < IV. */
export const compareUnits = (a: EId, b: EId): number => compareNumbers(arabic(numberOf(a)), arabic(numberOf(b)));

export const arabic = (num: string): string => {
  const roman = /^[IVXLC]+/u.exec(num)?.[0];
  if (!roman) return num;
  let n = 0;
  for (let i = 0; i < roman.length; i++) {
    const [a, b] = [ROMAN[roman[i] as string] ?? 0, ROMAN[roman[i + 1] ?? ""] ?? 0];
    n += a < b ? -a : a;
  }
  return `${n}${num.slice(roman.length)}`;
};
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Levels whose units stand inside them without bearing their number. */
export const GROUPED: ReadonlySet<string> = new Set(["part", "chp", "sec", "subsec"]);

const untabled = ({ tables: _, tableLost: __, ...unit }: Unit): Unit => unit;
const reworded = (unit: Unit, text: string): Unit => ({ ...untabled(unit), ...carryTables(unit, text) });

const changed = (unit: Unit): Unit["state"] => (unit.state === "inserted" ? "inserted" : "amended");

const HEADS: Readonly<Partial<Record<ProvisionKind, RegExp>>> = {
  part: /^(?:Phần|PHẦN)(?: thứ| THỨ)?\s\S{1,8}/u,
  chapter: /^(?:Chương|CHƯƠNG)(?: thứ| THỨ)?\s[^\s.:]{1,8}[.:]?/u,
  section: /^(?:Mục|MỤC)\s[^\s.:]{1,8}[.:]?|^[IVXL]{1,6}\s?[.)]/u,
  subsection: /^(?:Tiểu mục|TIỂU MỤC)\s[^\s.:]{1,8}[.:]?/u,
  article: /^(?:Điều|ĐIỀU)\s?\d{1,4}\s?[a-zđ]{0,2}\d?\s?[.:]?/u,
  clause: /^\d{1,3}[a-zđ]{0,2}\d?\s?[.)/-]?/u,
  point: /^(?:\(?[a-zđ]{1,2}\d{0,2}\s?[.)/]|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?)/u,
  indent: /^[-+•*\uf0b7]/u,
};

/** The printed number a unit's text opens with: `Điều 5.`, `2.`, `đ)`; an annex's first line. */
export function headOf(unit: Pick<Unit, "kind" | "text">): string {
  if (unit.kind === "attachment") return unit.text.split("\n")[0]?.trim() ?? "";
  return HEADS[unit.kind]?.exec(unit.text)?.[0].trim() ?? "";
}
