import type { NamedWork } from "../domain/citation.ts";
import { PROVINCES_OF_TODAY } from "../domain/issuer.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import { parseSymbol } from "../domain/symbol.ts";
import type { Resolution, Work } from "../domain/work.ts";
import { continues, placeKey } from "./place-line.ts";

/**
 * Which of several works with one local symbol a text means. Order of proof: symbol and day; symbol and issuer's incarnation.
 * A body that names no issuer means itself or the bodies it took over. What stays open is shown, never guessed.
 */
export function findLocal(
  named: NamedWork,
  all: readonly Work[],
  frame: { readonly on: LegalDate | null; readonly issuer: string | null },
): Resolution {
  const symbol = named.symbol as string;
  const own = placeKey(frame.issuer);
  const said = placeKey(named.issuer);
  const near = all.filter(
    (w) => fitsPlace(w, said, own) && (frame.on === null || w.issuedOn === null || w.issuedOn <= frame.on),
  );
  if (near.length === 0) return { kind: "unresolved", how: `chưa có ${symbol} của cơ quan này trong kho` };
  if (named.issuedOn) return byDay(named, near);
  const year = named.year === null ? null : String(named.year);
  const fitting = year === null ? near : near.filter((w) => w.issuedOn === null || w.issuedOn.startsWith(year));
  const best = preferOwn(preferKnown(fitting), said ?? own);
  if (best.length === 1)
    return { kind: "work", work: (best[0] as Work).id, how: "theo số, ký hiệu và cơ quan ban hành" };
  if (best.length === 0) return { kind: "unresolved", how: `chưa có ${symbol} năm ${year} trong kho` };
  return { kind: "ambiguous", candidates: best.map((w) => w.id), how: `${best.length} văn bản cùng số ${symbol}` };
}

function fitsPlace(work: Work, said: string | null, own: string | null): boolean {
  const place = placeKey(work.issuer);
  if (place === null) return true;
  if (said !== null) return continues(said, place) || continues(place, said);
  return own === null || continues(own, place);
}

function byDay(named: NamedWork, near: readonly Work[]): Resolution {
  const day = named.issuedOn as LegalDate;
  const sameDay = near.filter((w) => w.issuedOn === day);
  const said = placeKey(named.issuer);
  const exact = sameDay.length > 1 && said !== null ? sameDay.filter((w) => placeKey(w.issuer) === said) : sameDay;
  if (exact.length === 1) return { kind: "work", work: (exact[0] as Work).id, how: "theo số, ký hiệu và ngày" };
  if (exact.length > 1)
    return { kind: "ambiguous", candidates: exact.map((w) => w.id), how: `${exact.length} văn bản cùng số, cùng ngày` };
  const undated = near.filter((w) => w.issuedOn === null);
  // one issuer gives a number once a year: another day is a slip of the pen, unless the bodies changed in between
  const hasYear = parseSymbol(named.symbol ?? "")?.year != null;
  const texts = near.filter(
    (w) =>
      w.known === "text" &&
      w.issuedOn !== null &&
      (hasYear || w.issuedOn.slice(0, 4) === day.slice(0, 4)) &&
      w.issuedOn < PROVINCES_OF_TODAY === day < PROVINCES_OF_TODAY,
  );
  const slip = texts[0];
  if (texts.length === 1 && slip?.issuedOn && plausibleSlip(slip.issuedOn, day)) {
    return {
      kind: "work",
      work: slip.id,
      how: `theo số, ký hiệu và cơ quan; ngày ghi (${formatDate(day)}) khác ngày của văn bản (${formatDate(slip.issuedOn)})`,
    };
  }
  return {
    kind: "unresolved",
    how:
      undated.length > 0
        ? "văn bản cùng số trong kho chưa rõ ngày ban hành"
        : `chưa có văn bản số này ngày ${formatDate(day)} trong kho`,
  };
}

/** Day and month swapped, or one of day, month, year misprinted. */
function plausibleSlip(a: LegalDate, b: LegalDate): boolean {
  const [ya, ma, da] = a.split("-");
  const [yb, mb, db] = b.split("-");
  if (ya === yb && ma === db && da === mb) return true;
  return Number(ya !== yb) + Number(ma !== mb) + Number(da !== db) === 1;
}

/** A work with a day tells more than a mention without one. */
function preferKnown(works: readonly Work[]): readonly Work[] {
  const dated = works.filter((w) => w.issuedOn !== null);
  return dated.length > 0 ? dated : works;
}

function preferOwn(works: readonly Work[], place: string | null): readonly Work[] {
  const own = works.filter((w) => place !== null && placeKey(w.issuer) === place);
  return own.length > 0 ? own : works;
}
