import type { Effect } from "../domain/effect.ts";
import { type EId, isUnder } from "../domain/e-id.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import { type Because, CERTAINTY_NAMES, type Certainty, type StatusPeriod } from "../domain/status.ts";
import type { Work } from "../domain/work.ts";
import type { Detailing } from "../resolve/resolved.ts";
import { type ExpiryRegime, regimeOn } from "./expiry-regimes.ts";
import type { DatedProof, LifeView } from "./life-events.ts";
import { because, inferred, insideSentence } from "./say-because.ts";
import { CHANGING, ENDING } from "./timeline.ts";
import { type Dated, isDated, weighEffect } from "./weigh-effect.ts";
import { workName } from "./work-name.ts";

/** What becomes of a detailing document through the documents it details. */
export interface ParentsFate {
  /** `end` closes it, `doubt` makes its state unknown from that day; an announcement that it goes on undoes either. */
  readonly end: (DatedProof & { readonly kind: "end" | "doubt" }) | null;
  /** Questions a person must answer, and continuations; they change no status. */
  readonly notes: readonly (DatedProof & { readonly isQuestion: boolean })[];
}

export const NO_FATE: ParentsFate = { end: null, notes: [] };

export interface ParentView extends LifeView {
  readonly periods: (id: string) => readonly StatusPeriod[];
  /** The parent's end is proved by a text or by a verified line of the register, with nothing of it kept alive. */
  readonly isCertain: (period: StatusPeriod) => boolean;
  readonly regimes: readonly ExpiryRegime[];
}

interface Ended {
  readonly relation: Detailing;
  readonly period: StatusPeriod & { readonly since: LegalDate };
}

/**
 * The law of the day on which the parent ends or changes decides (Luật 80/2015/QH13 Điều 154(4); Luật 64/2025/QH15 Điều 57(2),
 * twice): a row of the regimes. A document issued after its parent had ended or changed knew of it.
 */
export function parentsFate(child: Work, relations: readonly Detailing[], view: ParentView): ParentsFate {
  const parents = mainParents(relations, view);
  const ended = parents
    .flatMap((relation): Ended[] => {
      const period = finalEnd(view.periods(relation.parent));
      const since = period?.since ?? null;
      return period === null || since === null || child.issuedOn === null || since <= child.issuedOn
        ? []
        : [{ relation, period: { ...period, since } }];
    })
    .sort((a, b) => a.period.since.localeCompare(b.period.since) || a.relation.parent.localeCompare(b.relation.parent));
  const changes = parents.flatMap((relation) => changesOf(child, relation, view));
  const last = ended.at(-1);
  if (!last) return { end: null, notes: changes };
  if (ended.length < parents.length)
    return { end: null, notes: [...ended.map((e) => oneOfSeveral(e, view)), ...changes] };
  const said = saidOfDetailing(last, view);
  if (said) return { ...said, notes: [...said.notes, ...changes] };
  const fate = fateByRegime(ended, last, view);
  return { ...fate, notes: [...fate.notes, ...changes] };
}

function fateByRegime(ended: readonly Ended[], last: Ended, view: ParentView): ParentsFate {
  const day = last.period.since;
  const regimes = ended.map((e) => regimeOf(e, view));
  const regime = regimes.at(-1) ?? null;
  const name = workName(view.work(last.relation.parent));
  const proof = (says: string, certainty: Certainty): Because =>
    inferred("parent-ceased", says, day, last.relation.evidence, certainty);
  if (regime?.outcome === "review" || regime?.outcome === "to-determine") {
    const goesOn =
      regime.outcome === "review"
        ? "vẫn có hiệu lực phần không trái, trừ khi được công bố hết hiệu lực"
        : lower(regime.text);
    const says = `Văn bản được quy định chi tiết là ${name} hết hiệu lực từ ngày ${formatDate(day)}; ${goesOn} (${regime.citedAs}); cần xác định`;
    return { end: null, notes: [{ day, because: proof(says, "to-determine"), isQuestion: true }] };
  }
  const why = `Văn bản được quy định chi tiết là ${name} hết hiệu lực${regime ? ` (${regime.citedAs})` : ""}`;
  const allEnd = regimes.every((r) => r?.outcome === "ceases" || r?.outcome === "ceases-unless-announced");
  const sure = allEnd && ended.every((e) => view.isCertain(e.period));
  const end = sure
    ? { kind: "end" as const, because: proof(`${why}; ${CERTAINTY_NAMES.inferred}`, "inferred") }
    : {
        kind: "doubt" as const,
        because: proof(`${why}; ${CERTAINTY_NAMES.inferred}; chưa đủ căn cứ để kết luận, cần xác định`, "to-determine"),
      };
  return { end: { ...end, day }, notes: [] };
}

/** Abolished without a successor and replaced are two events where the law of the day makes them two. */
function regimeOf({ period }: Ended, view: ParentView): ExpiryRegime | null {
  const abolished =
    period.because[0]?.rule === "repealed" ? regimeOn(view.regimes, "parent-abolished", period.since) : null;
  return abolished ?? regimeOn(view.regimes, "parent-ceased", period.since);
}

function oneOfSeveral({ relation, period }: Ended, view: ParentView): ParentsFate["notes"][number] {
  const name = workName(view.work(relation.parent));
  const says = `Một trong các văn bản được quy định chi tiết là ${name} đã hết hiệu lực từ ngày ${formatDate(period.since)}; cần xác định phần hết hiệu lực theo`;
  return {
    day: period.since,
    because: inferred("parent-ceased", says, period.since, relation.evidence, "to-determine"),
    isQuestion: true,
  };
}

/** "Các văn bản quy định chi tiết Luật … tiếp tục có hiệu lực cho đến khi …": a transitional clause about all of them. */
function saidOfDetailing({ relation, period }: Ended, view: ParentView): ParentsFate | null {
  const said = view
    .effectsOn(relation.parent)
    .filter((e): e is Dated => isDated(e) && e.reach === "detailing")
    .sort((a, b) => a.from.localeCompare(b.from) || a.id.localeCompare(b.id));
  const kept = said.find((e) => e.action === "extend");
  const tell = (e: Effect): Because => {
    const told = because(e, view.work(e.source), view.attachmentName);
    return {
      ...told,
      says: `Văn bản quy định chi tiết ${workName(view.work(relation.parent))}: ${insideSentence(told.says)}`,
    };
  };
  if (kept) {
    const end = kept.until ? { kind: "end" as const, day: kept.until, because: tell(kept) } : null;
    return { end, notes: [{ day: period.since, because: tell(kept), isQuestion: false }] };
  }
  const ending = said.find((e) => ENDING.has(e.action));
  return ending ? { end: { kind: "end", day: ending.from, because: tell(ending) }, notes: [] } : null;
}

/**
 * A parent that is changed or loses a part: since 01/7/2025 the matching part of the child ends with it unless somebody
 * announces that it goes on. Which part matches is for a person to say.
 */
function changesOf(child: Work, relation: Detailing, view: ParentView): ParentsFate["notes"] {
  const parent = view.work(relation.parent);
  const notes = new Map<string, ParentsFate["notes"][number]>();
  if (!parent) return [];
  for (const e of [...view.effectsOn(relation.parent)].sort((a, b) => a.id.localeCompare(b.id))) {
    if (!isDated(e) || e.reach || !isPartial(e) || child.issuedOn === null || e.from <= child.issuedOn) continue;
    if (!concerns(relation.parentEIds, e.targetEId) || weighEffect(e, parent, view).kind !== "counts") continue;
    const event = ENDING.has(e.action) ? "parent-partly-ceased" : "parent-amended";
    const regime = regimeOn(view.regimes, event, e.from);
    if (regime?.outcome !== "part-ceases" && regime?.outcome !== "part-ceases-unless-announced") continue;
    const key = `${e.source}|${e.from}`;
    if (notes.has(key)) continue;
    const deed = event === "parent-amended" ? "được sửa đổi, bổ sung" : "hết hiệu lực một phần";
    const says = `Văn bản được quy định chi tiết là ${workName(parent)} ${deed} bởi ${workName(view.work(e.source))} từ ngày ${formatDate(e.from)}; cần xác định phần tương ứng hết hiệu lực theo (${regime.citedAs})`;
    notes.set(key, {
      day: e.from,
      because: inferred("parent-amended", says, e.from, relation.evidence, "to-determine"),
      isQuestion: true,
    });
  }
  return [...notes.values()];
}

/** Insertions count: what is new in the parent may leave the child's rule behind. Whole ends are not partial. */
const isPartial = (e: Effect): boolean =>
  CHANGING.has(e.action) ||
  e.action === "insert" ||
  (ENDING.has(e.action) && (e.targetEId !== null || e.exception !== null));

/** The unit that changes lies in one that is detailed, or holds one; where either is not known, it may. */
const concerns = (detailed: readonly EId[], changed: EId | null): boolean =>
  changed === null || detailed.length === 0 || detailed.some((eId) => isUnder(changed, eId) || isUnder(eId, changed));

/** A law that only amends another parent is not a second parent. */
function mainParents(relations: readonly Detailing[], view: ParentView): readonly Detailing[] {
  const main = relations.filter((r) => !/^(?:\p{L}+ )?sửa đổi/iu.test(view.work(r.parent)?.title ?? ""));
  return main.length > 0 ? main : relations;
}

/** The last period when it is an end: a parent that was revived has not ended. */
function finalEnd(periods: readonly StatusPeriod[]): StatusPeriod | null {
  const last = periods[periods.length - 1];
  return last?.status === "ceased" ? last : null;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
