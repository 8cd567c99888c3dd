import type { Work } from "../domain/work.ts";
import { parseIssuer } from "../domain/issuer.ts";
import { isCentralSymbol } from "../resolve/work-id.ts";
import { continues, isKnownProvince, placeKey } from "../resolve/place-line.ts";

/**
 * Whether a document can end or change another at all: never a higher one, never one of another province. What a text seems
 * to say against this is a misreading or void (Luật 64/2025/QH15 Điều 8); it is shown and not counted. Null = it can.
 */
export function whyMayNotChange(source: Work, target: Work): string | null {
  const [a, b] = [rankOf(source), rankOf(target)];
  if (a !== null && b !== null && a > b) return "văn bản cấp dưới không sửa đổi, bãi bỏ được văn bản cấp trên";
  const [here, there] = [localPlace(source), localPlace(target)];
  if (here === null || there === null || continues(here, there) || a !== b) return null;
  const provinces = a === PROVINCIAL_COUNCIL || a === PROVINCIAL_COMMITTEE;
  if (provinces && !(isKnownProvince(here) && isKnownProvince(there))) return null;
  return "văn bản đích thuộc địa phương khác";
}

const PROVINCIAL_COUNCIL = 7;
const PROVINCIAL_COMMITTEE = 8;

/** 1 Quốc hội … 9 commune; null where it cannot be told. Ministries, courts and auditors share one rank. */
export function rankOf(work: Work): number | null {
  const symbol = work.symbol ?? "";
  if (work.type === "hien-phap") return 0;
  if (/\/QH\d+$/u.test(symbol)) return 1;
  if (/UBTVQH\d+$/u.test(symbol)) return 2;
  if (/-CTN$/u.test(symbol)) return 3;
  if (/[/-](?:NĐ-|NQ-)?CP$/u.test(symbol)) return 4;
  if (/(?:^|[-/])TTg$/u.test(symbol)) return 5;
  if (symbol !== "" && isCentralSymbol(symbol)) return 6;
  const { level, organ } = parseIssuer(work.issuer ?? "");
  const council = organ === "hdnd" || (organ === "khac" && /HĐND/u.test(symbol));
  if (level === "province") return council ? PROVINCIAL_COUNCIL : PROVINCIAL_COMMITTEE;
  if (level === "district") return council ? 9 : 10;
  if (level === "commune") return council ? 11 : 12;
  return null;
}

const localPlace = (work: Work): string | null =>
  work.symbol !== null && isCentralSymbol(work.symbol) ? null : placeKey(work.issuer);
