import type { Effect } from "../domain/effect.ts";
import { fold } from "../domain/fold.ts";
import { parseIssuer, PROVINCES_OF_TODAY } from "../domain/issuer.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { TableRow } from "./tables.ts";

/** Which province answers today for a work issued by a province of another day. */
export interface Territories {
  /** `tỉnh An Khê` for texts of An Sơn and of Khê Giang; the place itself where nothing changed; null for others. */
  of(work: Work): string | null;
  /** A province that was merged into another: what it issued before is applied there in parallel (Luật 64/2025 Điều 54(2)). */
  isOld(work: Work): boolean;
}

const key = (place: string): string => fold(place).replace(/\s+/gu, " ").trim();

/**
 * From the table of provinces, and from what the index itself shows: a province formed in 2025 that ends or amends a text
 * of another province has taken its place. Only bodies of one kind are so compared.
 */
export function territories(
  rows: readonly TableRow[],
  works: ReadonlyMap<WorkId, Work>,
  effects: readonly Effect[],
): Territories {
  const next = new Map<string, string>();
  for (const effect of effects) {
    const [source, target] = [works.get(effect.source), works.get(effect.target)];
    const [a, b] = [placeOf(source), placeOf(target)];
    if (!source?.issuedOn || !target?.issuedOn || a === null || b === null || key(a) === key(b)) continue;
    if (source.issuedOn >= PROVINCES_OF_TODAY && target.issuedOn < PROVINCES_OF_TODAY) next.set(key(b), a);
  }
  for (const row of rows) next.set(key(String(row["old"])), String(row["new"]));
  const merged = new Set(
    [...next].flatMap(([old, place]) => (withoutKind(old) === withoutKind(key(place)) ? [] : [key(place)])),
  );
  const today = (place: string): string => {
    let now = place;
    for (let i = 0; i < 3; i++) now = next.get(key(now)) ?? now;
    return now;
  };
  return {
    of: (work) => {
      const place = placeOf(work);
      return place === null ? null : today(place);
    },
    isOld: (work) => {
      const place = placeOf(work);
      if (place === null || work.issuedOn === null || work.issuedOn >= PROVINCES_OF_TODAY) return false;
      return next.has(key(place)) || merged.has(key(place));
    },
  };
}

const withoutKind = (place: string): string => place.replace(/^(?:tinh|thanh pho)\s/u, "");

function placeOf(work: Work | undefined): string | null {
  if (!work?.issuer) return null;
  const { level, place } = parseIssuer(work.issuer);
  return level === "province" ? place : null;
}
