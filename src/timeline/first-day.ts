import { addDays, formatDate, type LegalDate } from "../domain/legal-date.ts";
import type { Because } from "../domain/status.ts";
import { parseSymbol } from "../domain/symbol.ts";
import type { Work } from "../domain/work.ts";
import { loadCentralRegister } from "../resolve/central-register.ts";
import type { LifeEvents } from "./life-events.ts";
import { inferred, insideSentence } from "./say-because.ts";

/** Days after issue for which a document that names no first day is left undetermined; after them it is taken to have begun. */
const DAYS_UNTIL_SURELY_BEGUN = 60;

export interface Start {
  /** First day in force; null = unknown for all time. */
  readonly day: LegalDate | null;
  /** From here to `day` nothing can be said. */
  readonly unsureFrom: LegalDate | null;
  readonly because: readonly Because[];
  readonly reason: string;
}

/** When a work begins: by a clause, by the register, or taken to have begun some time after its issue. */
export function startOf(work: Work, events: LifeEvents): Start {
  const { begin, begins } = events;
  if (begin?.from) {
    const apart = begins.map((b) => insideSentence(b.says));
    const shown = apart.slice(0, 3).join("; ");
    const reason = apart.length === 0 ? begin.says : `${begin.says}; riêng ${shown}${apart.length > 3 ? " …" : ""}`;
    return { day: begin.from, unsureFrom: null, because: [begin, ...begins], reason };
  }
  const nothing = { work: work.id, symbol: work.symbol, eId: null, quote: "", span: null };
  // a text whose head or final article could not be read still stands in the register with its days
  const listed = loadCentralRegister().entries.get(work.id);
  const effectiveOn = work.effectiveOn ?? listed?.effectiveOn ?? null;
  if (effectiveOn) {
    const says = `Có hiệu lực từ ngày ${formatDate(effectiveOn)}${listed && effectiveOn === listed.effectiveOn ? " (theo danh mục văn bản trung ương)" : ""}`;
    return {
      day: effectiveOn,
      unsureFrom: null,
      because: [inferred("commenced", says, effectiveOn, nothing)],
      reason: says,
    };
  }
  const issuedOn = work.issuedOn ?? listed?.issuedOn ?? null;
  const year = work.symbol ? (parseSymbol(work.symbol)?.year ?? null) : null;
  const latest = issuedOn ?? (year === null ? null : `${year}-12-31`);
  if (work.known === "text" && latest) {
    const day = addDays(latest, DAYS_UNTIL_SURELY_BEGUN);
    const says = `Văn bản không xác định được ngày có hiệu lực; ban hành ${issuedOn ? `ngày ${formatDate(issuedOn)}` : `năm ${year}`}, coi là đã có hiệu lực`;
    return {
      day,
      unsureFrom: issuedOn ?? `${year}-01-01`,
      because: [inferred("commenced", says, day, nothing)],
      reason: says,
    };
  }
  const why =
    work.known === "text"
      ? "văn bản không ghi ngày ban hành và ngày có hiệu lực"
      : "chưa có toàn văn và ngày có hiệu lực của văn bản";
  return { day: null, unsureFrom: null, because: [], reason: `Chưa xác định: ${why}` };
}
