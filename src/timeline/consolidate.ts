import { attachmentNames } from "../domain/attachment-name.ts";
import type { Effect } from "../domain/effect.ts";
import { type EId, parentEId } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { clauseOn } from "./amended-amenders.ts";
import { annexWording } from "./annex-wording.ts";
import { applyEffect } from "./apply-effect.ts";
import { amendTitle, asTitleChange, isTitleChange } from "./amend-title.ts";
import { keptAround, onlyAround, preambleOf, withKept } from "./kept-phrase.ts";
import { partRefusal, scopeOf } from "./instruction-scope.ts";
import { formIn, itemOfAnnex } from "./annex-item.ts";
import { shifted } from "./carry-tables.ts";
import { changePhrases } from "./phrase-changes.ts";
import { READ_BY_HAND, type Refusal, refusal } from "./refusals.ts";
import { clashesOf, type DatedChange, inOrder, sharedWith } from "./same-day.ts";
import { levelOf, unquoted } from "./split-units.ts";
import { arabic, WorkingText } from "./working-text.ts";
import { CHANGING, type ConsolidatedProvision, type Consolidation, type RefusedEffect } from "./timeline.ts";

export interface ConsolidateInput {
  readonly work: Pick<Work, "id">;
  readonly document: LegalDocument;
  readonly effects: readonly Effect[];
  readonly on: LegalDate;
  /** Effects on the works that change this one: an amending clause may itself be amended. */
  readonly onSources?: readonly Effect[];
  /** Texts of the works that change this one: an annex may be replaced by an annex of theirs. */
  readonly sources?: ReadonlyMap<WorkId, LegalDocument>;
}

/** Actions that change words. Ends of the whole work do not: the text stays readable after its end. */
const changesText = (e: Effect): boolean =>
  CHANGING.has(e.action) ||
  e.action === "insert" ||
  e.action === "correct" ||
  e.action === "unknown" ||
  (e.targetEId !== null && ENDS_UNIT.has(e.action));
const ENDS_UNIT = new Set(["repeal", "expire", "repeal-document", "replace-document"]);

/**
 * The text of a work on a day: its own units with every change applied exactly, or refused and listed with its reason.
 * A change is refused when its unit, phrase or new wording is not there, when it means a part of a unit that has no number,
 * or when two changes of one day reach for the same words. The order in which effects are given does not matter.
 */
export function consolidate(input: ConsolidateInput): Consolidation {
  return new Consolidator(input).run();
}

type Dated = Effect & { readonly from: LegalDate };

class Consolidator {
  private readonly input: ConsolidateInput;
  private readonly text: WorkingText;
  private readonly refused: RefusedEffect[] = [];
  private readonly idle: RefusedEffect[] = [];
  private readonly names: ReadonlyMap<EId, string>;
  private title: Consolidation["title"];
  private preamble: Consolidation["preamble"] = [];

  constructor(input: ConsolidateInput) {
    this.input = input;
    this.text = new WorkingText(input.document, input.sources);
    this.names = attachmentNames(input.document.attachments.map((a) => ({ ...a, heading: a.title })));
    const title = input.document.meta.title;
    this.title = title ? { text: title.value, notes: [] } : null;
  }

  run(): Consolidation {
    const { work, on, effects } = this.input;
    const due: Dated[] = [];
    for (const given of [...effects].sort((a, b) => a.id.localeCompare(b.id))) {
      if (given.target !== work.id || given.source === work.id || !changesText(given)) continue;
      if (given.from !== null && given.from > on) continue;
      if (given.reach === "detailing") continue;
      const effect = this.landed(asTitleChange(given));
      if (effect.byHand?.kind === "reject") {
        this.idle.push({ effect, ...rejected(effect), place: this.placeOf(effect.targetEId) });
        continue;
      }
      if (effect.from === null || !effect.applied) this.refuse(effect, notApplied(effect));
      else if (this.acts(effect)) due.push(effect as Dated);
    }
    const days = [...new Set(due.map((e) => e.from))].sort();
    for (const day of days) this.applyDay(due.filter((e) => e.from === day));
    this.markSuspended();
    return {
      work: work.id,
      on,
      complete: this.refused.length === 0,
      title: this.title,
      preamble: this.preamble,
      provisions: provisionsOf(this.text),
      refused: this.refused.sort(byDay),
      idle: this.idle.sort(byDay),
    };
  }

  /** A suspension takes no words away: it is said beside the unit that it stops on this day. */
  private markSuspended(): void {
    const { work, on, effects } = this.input;
    const stands = (e: Effect): boolean =>
      e.target === work.id && e.applied && e.from !== null && e.from <= on && (e.until === null || on < e.until);
    for (const e of [...effects].sort((a, b) => a.id.localeCompare(b.id))) {
      if (e.action !== "suspend" || !stands(e)) continue;
      const over = effects.some(
        (r) =>
          r.action === "resume" &&
          stands(r) &&
          (r.from as string) >= (e.from as string) &&
          (r.targetEId === null || r.targetEId === e.targetEId),
      );
      if (over) continue;
      const note = { effect: this.landed(e), change: "suspended" as const, before: null };
      if (note.effect.targetEId === null)
        this.title = this.title && { ...this.title, notes: [...this.title.notes, note] };
      else this.text.remark(note.effect.targetEId, note);
    }
  }

  private acts(effect: Effect): boolean {
    const clause = clauseOn(effect, this.input.onSources ?? [], this.input.on);
    if (clause.kind === "unclear") this.refuse(effect, clause.why);
    if (clause.kind === "idle") this.idle.push({ effect, ...clause.why, place: this.placeOf(effect.targetEId) });
    return clause.kind === "acts";
  }

  private applyDay(today: readonly Dated[]): void {
    this.text.startDay();
    const changes: DatedChange[] = [];
    for (const effect of today) {
      if (isTitleChange(effect)) {
        const others = today.filter((e) => isTitleChange(e));
        const outcome =
          others.length > 1
            ? refusal("hai chỉ dẫn cùng ngày sửa tên văn bản", READ_BY_HAND)
            : amendTitle(this.title, effect);
        if (outcome === null || "why" in outcome)
          this.refuse(effect, outcome ?? refusal("văn bản không có tên đọc được", READ_BY_HAND));
        else this.title = outcome;
        continue;
      }
      const landed = this.onItem(effect);
      const scope = landed === null ? partRefusal() : scopeOf(landed);
      if (typeof scope === "string") changes.push({ effect: landed ?? effect, scope });
      else this.refuse(effect, scope);
    }
    const clashes = clashesOf(this.text, changes);
    for (const { effect } of changes) {
      const clash = clashes.get(effect.id);
      if (clash) this.refuse(effect, clash);
    }
    const clear = changes.filter((c) => !clashes.has(c.effect.id));
    const phrases = clear.filter((c) => c.scope === "phrase" || c.scope === "phrase-in-heading");
    for (const change of clear.filter((c) => !phrases.includes(c)).sort(inOrder)) {
      const why = this.change(change, today);
      if (why) this.refuse(change.effect, why);
    }
    const refused = changePhrases(this.text, phrases);
    for (const { effect } of phrases) {
      this.markKept(effect, refused.get(effect.id) ?? null);
    }
  }

  /** A phrase of the whole document that title or căn cứ keep is told there; one that stands nowhere else is refused so. */
  private markKept(effect: Effect, why: Refusal | null): void {
    const around = { title: this.title?.text ?? null, preamble: preambleOf(this.input.document) };
    const kept = keptAround(effect, around);
    if (why !== null)
      this.refuse(
        effect,
        kept.length > 0 && why.why.startsWith("không tìm thấy")
          ? refusal(onlyAround(kept, unquoted(effect.phraseFrom ?? "")), READ_BY_HAND)
          : why,
      );
    else
      ({ title: this.title, preamble: this.preamble } = withKept(
        { title: this.title, preamble: this.preamble },
        effect,
        kept,
      ));
  }

  private change({ effect, scope }: DatedChange, today: readonly Effect[]): Refusal | null {
    const target = effect.targetEId;
    const empty = (effect.content ?? "").trim() === "";
    if (target !== null && empty && levelOf(target) === "att" && (scope === "whole" || scope === "new")) {
      const alone =
        today.filter((e) => e.source === effect.source && e.evidence.quote === effect.evidence.quote).length === 1;
      const source = this.input.sources?.get(effect.source) ?? null;
      const num = this.numOf(target);
      const worded = annexWording(effect, { eId: target, num }, source, alone);
      if (Array.isArray(worded)) return this.text.putAnnex(target, worded, scope === "new", effect);
      if (worded) return worded as Refusal;
    }
    return applyEffect(this.text, effect, scope, sharedWith(effect, today));
  }

  private numOf(annex: EId): string | null {
    const found = this.input.document.attachments.find((a) => a.eId === annex);
    return found ? found.num : (/^att_([IVXLC]+|\d+)$/u.exec(annex)?.[1] ?? null);
  }

  /** An annex cited by its own number is put where it stands: `att_II` is the attachment numbered II. */
  private landed(effect: Effect): Effect {
    const att = /^att_([^_]+)(?=__|$)/u.exec(effect.targetEId ?? "");
    if (!att || effect.targetEId === null || this.text.units.some((u) => u.eId === att[0])) return effect;
    const same = this.input.document.attachments.filter(
      (a) => a.num !== null && arabic(a.num) === arabic(att[1] as string),
    );
    const [only] = same;
    return same.length === 1 && only && !/^\d/u.test(att[1] as string)
      ? { ...effect, targetEId: only.eId + effect.targetEId.slice(att[0].length) }
      : effect;
  }

  /** Of an annex named with an item, the item; null where it cannot be found. */
  private onItem(effect: Effect): Effect | null {
    const { targetEId } = effect;
    if (targetEId === null || levelOf(targetEId) !== "att" || targetEId.includes("__")) return effect;
    const item = itemOfAnnex(effect.evidence.quote, { eId: targetEId, num: this.numOf(targetEId) }, this.text.units);
    if (item === "unclear") return null;
    return item === null ? effect : { ...effect, targetEId: item, exception: null };
  }

  private refuse(effect: Effect, given: Refusal): void {
    const form = formIn(effect.targetEId, this.text);
    const { why, todo } = form?.why ?? given;
    this.refused.push({ effect, why: this.named(why), todo, place: form?.place ?? this.placeOf(effect.targetEId) });
  }

  /** Attachments by the names the document gives them, forms by theirs. */
  private named(text: string): string {
    return text
      .replace(/văn bản kèm theo (\d+)/gu, (found, n: string) => this.names.get(`att_${n}`) ?? found)
      .replace(/(?<!\p{L})form (\S+)/gu, "Mẫu số $1");
  }

  /** The unit, or the smallest one round it that this text has. */
  private placeOf(eId: EId | null): EId | null {
    for (let at = eId; at !== null; at = parentEId(at)) {
      const here = at;
      if (this.text.units.some((u) => u.eId === here)) return here;
    }
    return null;
  }
}

const rejected = (effect: Effect): Refusal =>
  refusal(
    `người dùng đã bác tác động này: ${effect.byHand?.why || "không ghi lý do"}`,
    "Không cần làm gì; bỏ lời bác nếu thấy sai",
  );

function notApplied(effect: Effect): Refusal {
  const why = effect.whyNot ?? "chưa xác định được ngày áp dụng";
  return refusal(
    why,
    effect.from === null
      ? "Xác định ngày áp dụng (ngày văn bản sửa đổi có hiệu lực) rồi ghi vào tác động này"
      : effect.origin === "register"
        ? "Nhập lời văn của văn bản sửa đổi"
        : READ_BY_HAND,
  );
}

const byDay = (a: RefusedEffect, b: RefusedEffect): number =>
  (a.effect.from ?? "9999").localeCompare(b.effect.from ?? "9999") ||
  (a.effect.evidence.symbol ?? "").localeCompare(b.effect.evidence.symbol ?? "") ||
  (a.effect.evidence.span?.start ?? 0) - (b.effect.evidence.span?.start ?? 0) ||
  a.effect.id.localeCompare(b.effect.id);

const ARTICLE_LABEL = /^(?:Điều|ĐIỀU)\s{0,3}\d+[a-zđ]{0,2}\s{0,2}[.:]?\s{0,3}/u;

function provisionsOf(text: WorkingText): ConsolidatedProvision[] {
  return text.units.map((u) => {
    const words = u.kind === "article" ? u.text.replace(ARTICLE_LABEL, "") : u.text;
    return {
      eId: u.eId,
      kind: u.kind,
      text: words,
      ...shifted(u, words.length - u.text.length),
      ...(u.tableLost === true ? { tableLost: true as const } : {}),
      heading: u.titled ? headingOf(u.kind, words) : null,
      state: u.state,
      by: u.by ? { work: u.by.source, symbol: u.by.evidence.symbol, eId: u.by.sourceEId } : null,
      notes: u.notes,
    };
  });
}

const headingOf = (kind: ConsolidatedProvision["kind"], words: string): string =>
  kind === "article" ? (words.split("\n")[0] ?? "") : words.replace(/\n/gu, " ");
