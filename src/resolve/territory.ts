import { type Issuer, parseIssuer } from "../domain/issuer.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import type { DocumentMeta } from "../domain/legal-document.ts";
import type { Work } from "../domain/work.ts";
import { provinceUnitOf } from "./incarnation.ts";
import { heldBy, type ProvinceUnit, unitOf } from "./incarnation-units.ts";
import { placeKey, trimIssuer } from "./place-line.ts";

/** A unit a document applies in. */
export interface TerritoryUnit {
  /** `viet nam`, `binh phuoc@`, `dong nai@2025-07-01`, `huyen moc son`. */
  readonly key: string;
  /** For an official: `cả nước`, `tỉnh Bình Phước (trước 01/07/2025)`. */
  readonly name: string;
}

/** The whole country. */
export const COUNTRY: TerritoryUnit = { key: "viet nam", name: "cả nước" };

/**
 * Units in which a document applies by what it says itself: its issuer's territory on its day. A document of a merged province
 * goes on inside the *old* unit until the new one decides otherwise (Luật 64/2025/QH15 Điều 54 as amended by Luật
 * 87/2025/QH15); that decision ("Áp dụng … trên địa bàn …") is another document's effect and not seen here. A document of
 * the new province whose title keeps to an old one ("trên địa bàn tỉnh An Sơn cũ") applies there only.
 * Empty: the body or the day does not tell.
 */
export function territoryOf(
  meta: Pick<DocumentMeta, "title"> | null,
  issuer: string | null,
  issuedOn: LegalDate | null,
): readonly TerritoryUnit[] {
  if (!issuer) return [];
  const body = parseIssuer(trimIssuer(issuer));
  if (body.level === "central") return [COUNTRY];
  if (body.level === "district" || body.level === "commune") return smallUnit(body);
  const unit = provinceUnitOf(body, issuedOn);
  if (!unit) return [];
  const named = oldUnitsNamed(meta?.title?.value ?? "", unit);
  return (named.length > 0 ? named : [unit]).map(toTerritory);
}

/**
 * Old units of a merged province that some words of its document keep to ("đối với địa bàn tỉnh An Sơn cũ"); empty: none
 * named, or the body is no merged province on that day.
 */
export function oldTerritoryIn(
  words: string,
  issuer: string | null,
  issuedOn: LegalDate | null,
): readonly TerritoryUnit[] {
  let unit = issuer === null ? null : provinceUnitOf(parseIssuer(trimIssuer(issuer)), issuedOn);
  // a province that only changed its rank or name has one predecessor, of the same territory: nothing is limited by naming it
  for (let step = 0; step < 10 && unit?.predecessors.length === 1; step++)
    unit = unitOf(unit.predecessors[0] as string);
  if (unit === null || unit.predecessors.length < 2) return [];
  const named = oldUnitsNamed(words, unit);
  return named.length < unit.predecessors.length ? named.map(toTerritory) : [];
}

/** The units that hold these territories on a day: `tỉnh Bình Phước` lies in `thành phố Đồng Nai` since 30/4/2026. */
export function territoryOn(units: readonly TerritoryUnit[], day: LegalDate): readonly TerritoryUnit[] {
  const held = units.map((given) => {
    const unit = unitOf(given.key);
    return unit ? toTerritory(heldBy(unit, day)) : given;
  });
  return [...new Map(held.map((u) => [u.key, u])).values()];
}

/** Keys of the units that hold a work's own territory on a day; empty where body or day do not tell. */
export const heldOn = ({ issuer, issuedOn }: Pick<Work, "issuer" | "issuedOn">, day: LegalDate): ReadonlySet<string> =>
  new Set(territoryOn(territoryOf(null, issuer, issuedOn), day).map((unit) => unit.key));

const smallUnit = (body: Issuer): readonly TerritoryUnit[] => {
  const key = placeKey(body);
  return key === null || body.place === null ? [] : [{ key, name: body.place }];
};

/** `trên địa bàn tỉnh An Sơn`, `địa bàn các tỉnh …`: bounded, one line of a title. */
const WHERE = /địa bàn (?:các )?(?:tỉnh|thành phố) [^;.\n]{2,120}/iu;

/** A successor may speak of one of its members; of its own old self only with a word that says "the old one". */
function oldUnitsNamed(title: string, unit: ProvinceUnit): readonly ProvinceUnit[] {
  const where = WHERE.exec(title.normalize("NFC"))?.[0].toLowerCase();
  if (!where) return [];
  return unit.predecessors.flatMap((key) => {
    const old = unitOf(key);
    if (!old) return [];
    const name = old.name.replace(/^(?:tỉnh|thành phố) /u, "").toLowerCase();
    const at = where.indexOf(name);
    if (at < 0) return [];
    const sameName = unit.key.startsWith(key.slice(0, key.indexOf("@") + 1));
    return !sameName || /^\s*\(?(?:cũ|trước)/u.test(where.slice(at + name.length)) ? [old] : [];
  });
}

/** A unit that has ended says so, since the one that follows it often bears its name. */
const toTerritory = ({ key, name, to }: ProvinceUnit): TerritoryUnit => ({
  key,
  name: to === null ? name : `${name} (trước ${formatDate(to)})`,
});
