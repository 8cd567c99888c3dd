import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import { saidPeriod } from "../domain/list-standing.ts";
import type { ImportedList } from "../domain/publication.ts";
import { canonicalSymbol, parseSymbol } from "../domain/symbol.ts";
import type { Store } from "../store/store.ts";
import { nextRevision } from "./index-revision.ts";

/** By what and when a list was published, and what days it tells; null = not known. */
export interface ListDates {
  readonly symbol: string | null;
  readonly issuedOn: LegalDate | null;
  readonly from: LegalDate | null;
  readonly to: LegalDate | null;
}

export type DateFault =
  | "no-list"
  | "bad-symbol"
  | "half-period"
  | "turned-round"
  | "before-its-period"
  | "to-come"
  | "nothing-said"
  | "somebody-first";

/** What a form sends back: whoever comes second is told. */
export const datedMark = ({ dated }: Pick<ImportedList, "dated">): string => String(dated?.at ?? 0);

/**
 * A person says when a list was published, or for which period: from then on it counts, or does not count, as published before
 * another list. `seen` = the mark of the list as the person saw it.
 */
export async function dateList(input: {
  readonly store: Store;
  readonly id: string;
  readonly dates: ListDates;
  readonly seen: string;
  readonly today: LegalDate;
  readonly by: string;
  readonly now: number;
}): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: DateFault }> {
  const { store, id, seen, today, by, now } = input;
  const kept = await store.listImports.find(id);
  if (kept === null) return { ok: false, why: "no-list" };
  const list = JSON.parse(kept.body) as ImportedList;
  if (seen !== datedMark(list)) return { ok: false, why: "somebody-first" };
  const symbol = input.dates.symbol?.normalize("NFC").trim() || null;
  const dates = { ...input.dates, symbol: symbol && canonicalSymbol(symbol) };
  const why = faultOf(dates, today);
  if (why !== null) return { ok: false, why };
  const changed = withDates(list, dates, { by, at: now });
  return store.withTransaction(async () => {
    if (!(await store.listImports.change(id, kept.body, JSON.stringify(changed))))
      return { ok: false, why: "somebody-first" };
    // what the next list leaves out was remembered
    await nextRevision(store);
    const detail = { file: list.file, was: words(list), is: words(changed) };
    await store.audit.append({ at: now, by, action: "list.date", subject: id, detail });
    return { ok: true };
  });
}

function faultOf({ symbol, issuedOn, from, to }: ListDates, today: LegalDate): DateFault | null {
  if (symbol !== null && parseSymbol(symbol) === null) return "bad-symbol";
  if ((from === null) !== (to === null)) return "half-period";
  if (from !== null && to !== null && from > to) return "turned-round";
  if (from !== null && issuedOn !== null && issuedOn < from) return "before-its-period";
  if (issuedOn !== null && issuedOn > today) return "to-come";
  return issuedOn === null && from === null ? "nothing-said" : null;
}

function withDates(list: ImportedList, dates: ListDates, dated: { by: string; at: number }): ImportedList {
  const { symbol, issuedOn, from, to } = dates;
  const decision = symbol === null && issuedOn === null ? null : { symbol, issuedOn };
  // a period that was only guessed goes on being only that
  const period = from === null || to === null ? {} : { from, to, periodBy: "person" as const };
  return { ...list, decision, ...period, dated };
}

/** `315/QĐ-UBND, ngày 22/01/2026, kỳ 01/01/2025 – 31/12/2025` */
function words(list: ImportedList): string {
  const { decision } = list;
  const said = saidPeriod(list);
  return [
    decision?.symbol,
    decision?.issuedOn ? `ngày ${formatDate(decision.issuedOn)}` : null,
    said ? `kỳ ${formatDate(said.from)} – ${formatDate(said.to)}` : null,
  ]
    .filter(Boolean)
    .join(", ");
}
