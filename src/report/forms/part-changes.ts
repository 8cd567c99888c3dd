import { type EId, eIdName } from "../../domain/e-id.ts";
import type { LegalDate } from "../../domain/legal-date.ts";
import type { Because, StatusPeriod } from "../../domain/status.ts";
import type { Work, WorkId } from "../../domain/work.ts";
import { insideSentence } from "../../timeline/say-because.ts";
import { sourceOf, standardReason } from "./reasons.ts";
import { inTextOrder, unitsInWords } from "./unit-names.ts";

/** What one document did to parts of another on one day, as mẫu 02 prints it. */
export interface PartChange {
  readonly day: LegalDate;
  readonly kind: "ceased" | "suspended";
  /** Units in the order of the text, what stands in one article said with it once. */
  readonly content: string;
  readonly reason: string;
  readonly because: Because;
}

export type PartDay = Pick<PartChange, "day" | "kind">;

/** Rules under which a provision as it was no longer holds; what is inserted or corrected takes nothing away. */
const TAKES_AWAY: ReadonlySet<string> = new Set(["replaced", "repealed", "expired", "amended", "phrase-changed"]);

interface Deed {
  readonly because: Because;
  /** Names by eId. */
  readonly units: Map<EId, string>;
}

/** Every partial end and suspension of a work known on a day, earliest first; one line a document that acts and day. */
export function partChanges(period: StatusPeriod, sources: ReadonlyMap<WorkId, Work>): readonly PartChange[] {
  const deeds = new Map<string, Deed>();
  for (const { because, eId } of takenAway(period)) {
    const { text, unit } = standardReason(because, sourceOf(because, sources));
    const key = `${because.from} ${because.rule === "suspended"} ${text}`;
    const deed = deeds.get(key) ?? { because, units: new Map() };
    deeds.set(key, deed);
    if (eId === null) continue;
    const name = unit === null ? eIdName(eId) : insideSentence(unit);
    deed.units.set(eId, because.rule === "phrase-changed" ? `cụm từ tại ${name}` : name);
  }
  return [...deeds.values()].sort(byDay).map((deed) => changeOf(deed, sources));
}

/** Deeds of one day follow the text they act on; what names no unit comes last. */
function byDay(a: Deed, b: Deed): number {
  const [day, other] = [a.because.from as LegalDate, b.because.from as LegalDate];
  if (day !== other) return day < other ? -1 : 1;
  const [first, second] = [a, b].map(({ units }) => [...units.keys()].sort(inTextOrder)[0]);
  if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
  return inTextOrder(first, second);
}

/** The same without words, for who only counts: days and kinds, in no order, some of them twice. */
export const partDays = (period: StatusPeriod): readonly PartDay[] =>
  [...takenAway(period)].map(({ because }) => ({ day: because.from as LegalDate, kind: kindOf(because) }));

/** The proofs that take something away, each with the unit it speaks of. */
function* takenAway(period: StatusPeriod): Generator<{ readonly because: Because; readonly eId: EId | null }> {
  const ofUnits = new Set<string>();
  for (const { eId, because } of period.units)
    for (const proof of because) {
      ofUnits.add(proof.says);
      if (takesAway(proof)) yield { because: proof, eId };
    }
  // what takes away everything but a part, or holds in some places only, names no unit
  for (const proof of period.because) {
    const wholly = period.status === "suspended" && proof.rule === "suspended";
    if (!wholly && !ofUnits.has(proof.says) && takesAway(proof)) yield { because: proof, eId: null };
  }
}

const takesAway = ({ from, certainty, rule }: Because): boolean =>
  from !== null && certainty !== "to-determine" && (TAKES_AWAY.has(rule) || rule === "suspended");

const kindOf = ({ rule }: Because): PartChange["kind"] => (rule === "suspended" ? "suspended" : "ceased");

function changeOf({ because, units }: Deed, sources: ReadonlyMap<WorkId, Work>): PartChange {
  const { text, narrowed } = standardReason(because, sourceOf(because, sources));
  const content = units.size > 0 ? unitsInWords(units) : restOf(narrowed, because);
  return {
    day: because.from as LegalDate,
    kind: kindOf(because),
    content: content.charAt(0).toUpperCase() + content.slice(1),
    reason: text,
    because,
  };
}

/** Where no unit is named: what is left out of it, where it holds, or the words that do it. */
function restOf(narrowed: string | null, { quote }: Because): string {
  if (narrowed?.startsWith("trừ ")) return `toàn bộ văn bản, ${narrowed}`;
  if (narrowed !== null) return `việc áp dụng ${narrowed}`;
  return quote === "" ? "một phần văn bản, chưa xác định được điều, khoản" : `theo lời văn: “${quote}”`;
}
