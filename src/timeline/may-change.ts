import type { Work } from "../domain/work.ts";
import { parseIssuer } from "../domain/issuer.ts";
import { isCentralSymbol } from "../resolve/work-id.ts";
import { provinceUnitOf } from "../resolve/incarnation.ts";
import { heldBy } from "../resolve/incarnation-units.ts";
import { continues, isKnownProvince, placeKey, trimIssuer } from "../resolve/place-line.ts";

/**
 * Whether a document can end or change another at all: never a higher one, never one of another province. What a text seems
 * to say against this is a misreading or void (Luật 64/2025/QH15 Điều 8); it is shown and not counted. Null = it can.
 */
export function whyMayNotChange(source: Work, target: Work): string | null {
  const [a, b] = [rankOf(source), rankOf(target)];
  if (a !== null && b !== null && a > b && !isHeirOfDistrict(source, target))
    return "văn bản cấp dưới không sửa đổi, bãi bỏ được văn bản cấp trên";
  const [here, there] = [localPlace(source), localPlace(target)];
  if (here === null || there === null) return null;
  const provinces = isProvincial(a) && isProvincial(b);
  if (continues(here, there))
    return provinces && !heldIt(source, target)
      ? "cơ quan ban hành khi đó chưa tiếp nhận địa phương của văn bản đích"
      : null;
  if (a !== b && !provinces) return null;
  if (provinces && !(isKnownProvince(here) && isKnownProvince(there))) return null;
  return "văn bản đích thuộc địa phương khác";
}

/** Districts ended on 01/7/2025; communes took their place, each in its own territory. */
const COMMUNES_INHERIT = "2025-07-01";

/** A commune's document that ends one of a former district: it can, but only where the commune is. */
export const isHeirOfDistrict = (source: Work, target: Work): boolean =>
  source.issuedOn !== null &&
  source.issuedOn >= COMMUNES_INHERIT &&
  parseIssuer(source.issuer ?? "").level === "commune" &&
  parseIssuer(target.issuer ?? "").level === "district";

const isProvincial = (rank: number | null): boolean => rank === PROVINCIAL_COUNCIL || rank === PROVINCIAL_COMMITTEE;

/** A merged province bears the name of one member: only from the merger on does it hold the documents of the others. */
function heldIt(source: Work, target: Work): boolean {
  const [now, then] = [unitOfIssuer(source), unitOfIssuer(target)];
  return source.issuedOn === null || !now || !then || heldBy(then, source.issuedOn).key === now.key;
}

const unitOfIssuer = ({ issuer, issuedOn }: Work) =>
  issuer === null ? null : provinceUnitOf(parseIssuer(trimIssuer(issuer)), issuedOn);

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
