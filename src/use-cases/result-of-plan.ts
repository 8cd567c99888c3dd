import type { Effect, EffectAction, Quote } from "../domain/effect.ts";
import { eIdName } from "../domain/e-id.ts";
import { groupBy } from "../domain/group-by.ts";
import type { HandlingForm } from "../domain/handling-form.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { workName } from "../timeline/work-name.ts";

/** What a document did to another, as a plan speaks of it. */
type Deed =
  | Extract<HandlingForm, "abolish" | "abolish-part" | "replace" | "amend" | "suspend" | "announce-continued">
  | "end";

/** A document that did what was planned, or something else; with the clauses that say so. */
export interface PlanResult {
  readonly source: WorkId;
  readonly kept: boolean;
  readonly quotes: readonly Quote[];
  /** `Điều 2 Quyết định số … bãi bỏ toàn bộ: “…”` */
  readonly words: string;
}

const CHANGES: ReadonlySet<EffectAction> = new Set(["amend", "insert", "replace-phrase", "delete-phrase"]);

/** Null for what is no deed of a plan: a correction, a resumption, what could not be understood. */
function deedOf({ action, targetEId, exception, territory }: Effect): Deed | null {
  const whole = targetEId === null && exception === null && territory === undefined;
  if (action === "replace-document") return whole ? "replace" : "abolish-part";
  if (action === "repeal-document") return whole ? "abolish" : "abolish-part";
  if (action === "repeal") return targetEId === null && whole ? "abolish" : "abolish-part";
  // "hết hiệu lực kể từ ngày …" is how both replacing and abolishing documents say it
  if (action === "expire") return whole ? "end" : "abolish-part";
  if (action === "suspend") return "suspend";
  if (action === "extend") return "announce-continued";
  return CHANGES.has(action) ? "amend" : null;
}

const DEED_WORDS: Readonly<Record<Deed, string>> = {
  abolish: "bãi bỏ toàn bộ",
  "abolish-part": "bãi bỏ một phần",
  replace: "thay thế",
  amend: "sửa đổi, bổ sung",
  suspend: "tạm ngưng hiệu lực",
  "announce-continued": "kéo dài hiệu lực",
  end: "nêu hết hiệu lực",
};

/** Deeds by which a plan is kept. */
const KEPT: Readonly<Record<HandlingForm, readonly Deed[]>> = {
  abolish: ["abolish", "end"],
  "abolish-part": ["abolish-part"],
  replace: ["replace", "end"],
  // to prolong a text is to amend it
  amend: ["amend", "announce-continued"],
  suspend: ["suspend"],
  "announce-ceased": ["abolish", "replace", "end"],
  "announce-continued": ["announce-continued"],
  new: [],
  none: [],
};
/** Nothing is left to be handled, whatever was planned or not yet decided. */
const ENDS: readonly Deed[] = ["abolish", "replace", "end"];

/** Only what is read with certainty settles a plan: counted, dated, of a clause or of a person, of this document itself. */
const isCertain = (effect: Effect, work: WorkId): boolean =>
  effect.applied &&
  effect.from !== null &&
  effect.origin !== "register" &&
  effect.reach === undefined &&
  effect.listed === undefined &&
  effect.target === work &&
  effect.source !== work;

export interface PlanAsked {
  readonly work: WorkId;
  readonly form: HandlingForm | null;
  /** From when on a change counts as the planned one; an end counts whenever it came. */
  readonly since: LegalDate;
  /** The document that is said to be the result. */
  readonly result: WorkId | null;
  readonly notResults: readonly WorkId[];
}

/**
 * What became of a plan, by the effects on its document: kept, or not; null while nothing certain has happened. Of several
 * documents the one counts that kept the plan, else the first that ended the document, else the latest.
 */
export function resultOfPlan(
  asked: PlanAsked,
  effects: readonly Effect[],
  works: ReadonlyMap<WorkId, Work>,
): PlanResult | null {
  const { work, form, since, notResults } = asked;
  const certain = effects.filter((effect) => isCertain(effect, work) && !notResults.includes(effect.source));
  const results = [...groupBy(certain, (effect) => effect.source)].flatMap(([source, own]) => {
    const issued = works.get(source)?.issuedOn ?? null;
    const deeds = own.flatMap((effect) => {
      const deed = deedOf(effect);
      const counts = deed !== null && (ENDS.includes(deed) || (issued !== null && issued >= since));
      return deed !== null && counts ? [{ deed, effect }] : [];
    });
    if (deeds.length === 0) return [];
    const fitting = deeds.filter(({ deed }) => (form === null ? ENDS.includes(deed) : KEPT[form].includes(deed)));
    const ended = deeds.some(({ deed }) => ENDS.includes(deed));
    // where nothing was decided yet, a mere change decides nothing
    if (form === null && !ended) return [];
    const shown = fitting.length > 0 ? fitting : deeds;
    return [{ source, issued, kept: fitting.length > 0, ended, ...said(source, shown, works) }];
  });
  const best = [...results].sort(
    (a, b) =>
      Number(b.source === asked.result) - Number(a.source === asked.result) ||
      Number(b.kept) - Number(a.kept) ||
      Number(b.ended) - Number(a.ended) ||
      (b.issued ?? "").localeCompare(a.issued ?? ""),
  )[0];
  return best === undefined ? null : { source: best.source, kept: best.kept, quotes: best.quotes, words: best.words };
}

/** More clauses than this are counted, not quoted. */
const MOST_QUOTED = 3;

function said(
  source: WorkId,
  deeds: readonly { readonly deed: Deed; readonly effect: Effect }[],
  works: ReadonlyMap<WorkId, Work>,
): Pick<PlanResult, "quotes" | "words"> {
  const name = workName(works.get(source) ?? null);
  const quotes = deeds.map(({ effect }) => effect.evidence);
  const clauses = deeds.slice(0, MOST_QUOTED).map(({ deed, effect }) => {
    const unit = effect.evidence.eId === null ? "" : `${capital(eIdName(effect.evidence.eId))} `;
    const apart = effect.exception === null ? "" : ` (trừ ${effect.exception})`;
    const quote =
      effect.evidence.quote === "" ? "" : `: “${effect.evidence.quote.replace(/\s+/gu, " ").slice(0, 300)}”`;
    return `${unit}${name} ${DEED_WORDS[deed]}${apart}${quote}`;
  });
  const more = deeds.length - clauses.length;
  return { quotes: quotes.slice(0, 20), words: clauses.join("; ") + (more > 0 ? `; và ${more} điểm khác` : "") };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
