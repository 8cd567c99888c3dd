import type { Effect } from "../domain/effect.ts";
import { compareNumbers, type EId, isUnder, parentEId } from "../domain/e-id.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import { levelOf, numberOf, type WordedUnit } from "./split-units.ts";
import type { ConsolidatedProvision } from "./timeline.ts";

type Unit = {
  eId: EId;
  text: string;
  state: ConsolidatedProvision["state"];
  by: ConsolidatedProvision["by"];
  parent: EId | null;
};

const ARTICLE_LABEL = /^Điều\s+\d+[a-zđ]*\s*[.:]?\s*/u;

/** The units of a text while changes are applied to them, in text order. */
export class WorkingText {
  private units: Unit[];

  constructor(document: LegalDocument) {
    this.units = document.provisions.map((p) => ({
      eId: p.eId,
      text: document.text.slice(p.own.start, p.own.end).trim(),
      state: "original",
      by: null,
      parent: p.parent,
    }));
  }

  provisions(): ConsolidatedProvision[] {
    return this.units.map(({ eId, text, state, by }) => ({
      eId,
      text: levelOf(eId) === "art" ? text.replace(ARTICLE_LABEL, "") : text,
      state,
      by,
    }));
  }

  /** How many living units bear this eId. */
  count(eId: EId): number {
    return this.units.filter((u) => u.eId === eId && u.state !== "repealed").length;
  }

  ownText(eId: EId): string {
    return this.units.find((u) => u.eId === eId)?.text ?? "";
  }

  hasChildren(eId: EId): boolean {
    return this.units.some((u) => u.eId !== eId && u.state !== "repealed" && this.isBelow(u, eId));
  }

  /** Replaces a unit and everything below it. */
  replace(eId: EId, worded: readonly WordedUnit[], effect: Effect): void {
    const at = this.units.findIndex((u) => u.eId === eId);
    const old = this.units[at] as Unit;
    const rest = this.units.filter((u) => u === old || !this.isBelow(u, eId));
    const place = rest.indexOf(old);
    const fresh = worded.map((w) =>
      this.unit(
        w,
        old.state === "inserted" ? "inserted" : "amended",
        effect,
        w.eId === eId ? old.parent : parentEId(w.eId),
      ),
    );
    rest.splice(place, 1, ...fresh);
    this.units = rest;
  }

  replaceOwnText(eId: EId, text: string, effect: Effect): void {
    this.units = this.units.map((u) =>
      u.eId === eId ? { ...u, text, state: u.state === "inserted" ? u.state : "amended", by: source(effect) } : u,
    );
  }

  /** Drops a unit's words; its place stays, marked. What stood below it is gone. */
  repeal(eId: EId, effect: Effect): void {
    const kept = this.units.filter((u) => u.eId === eId || !this.isBelow(u, eId));
    this.units = kept.map((u) =>
      u.eId === eId ? { ...u, text: repealedText(u.text), state: "repealed", by: source(effect) } : u,
    );
  }

  /** Puts new units after a named one, or where their number belongs among their siblings. */
  insert(worded: readonly WordedUnit[], after: EId | null, effect: Effect): void {
    const first = worded[0] as WordedUnit;
    const siblings = this.units.filter((u) => levelOf(u.eId) === levelOf(first.eId) && sameFrame(u.eId, first.eId));
    const named = after === null ? undefined : this.units.find((u) => u.eId === after);
    const before = named ?? siblings.filter((u) => compareNumbers(numberOf(u.eId), numberOf(first.eId)) < 0).at(-1);
    const parent = named?.parent ?? before?.parent ?? parentEId(first.eId);
    const fresh = worded.map((w) => this.unit(w, "inserted", effect, w === first ? parent : parentEId(w.eId)));
    let place: number;
    if (before) place = this.lastOf(before.eId) + 1;
    else if (siblings[0]) place = this.units.indexOf(siblings[0]);
    else place = this.units.findIndex((u) => u.eId === parentEId(first.eId)) + 1;
    this.units = this.units.filter((u) => !(u.eId === first.eId && u.state === "repealed"));
    this.units.splice(Math.min(place, this.units.length), 0, ...fresh);
  }

  /** Rewrites the words of a unit and of all below it; null target = everywhere. Returns how many units changed. */
  rewrite(eId: EId | null, change: (text: string) => string | null, effect: Effect): number {
    let changed = 0;
    this.units = this.units.map((u) => {
      if (u.state === "repealed" || (eId !== null && !this.isBelow(u, eId))) return u;
      const text = change(u.text);
      if (text === null || text === u.text) return u;
      changed += 1;
      return { ...u, text, state: u.state === "inserted" ? u.state : "amended", by: source(effect) };
    });
    return changed;
  }

  private unit(worded: WordedUnit, state: Unit["state"], effect: Effect, parent: EId | null): Unit {
    return { eId: worded.eId, text: worded.text, state, by: source(effect), parent };
  }

  private lastOf(eId: EId): number {
    let last = -1;
    this.units.forEach((u, i) => {
      if (this.isBelow(u, eId)) last = i;
    });
    return last;
  }

  /** Below by number, or inside a chapter whose articles do not bear its number. */
  private isBelow(unit: Unit, eId: EId): boolean {
    if (isUnder(unit.eId, eId)) return true;
    if (levelOf(eId) === "art" || levelOf(eId) === "cl" || levelOf(eId) === "point") return false;
    let at: EId | null = unit.parent;
    for (let depth = 0; at !== null && depth < 12; depth++) {
      if (at === eId) return true;
      const up: EId = at;
      at = this.units.find((u) => u.eId === up)?.parent ?? null;
    }
    return false;
  }
}

const source = (effect: Effect): ConsolidatedProvision["by"] => ({
  work: effect.source,
  symbol: effect.evidence.symbol,
  eId: effect.sourceEId,
});

/** Articles of one attachment, or of the body, are siblings wherever their chapters are; other units share their parent. */
function sameFrame(a: EId, b: EId): boolean {
  return parentEId(a) === parentEId(b);
}

function repealedText(text: string): string {
  const head = /^(?:Điều\s+\d+[a-zđ]*[.:]?|\d{1,3}[a-zđ]?\d?\s*[.)]|[a-zđ]\d?\s*\))/u.exec(text)?.[0] ?? "";
  return `${head} (được bãi bỏ)`.trim();
}
