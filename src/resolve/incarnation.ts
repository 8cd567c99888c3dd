import { type Issuer, type IssuerOrgan, parseIssuer } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { type ProvinceUnit, unitOf, unitOn, unitsOfProvince } from "./incarnation-units.ts";
import { livesOfMinistry } from "./incarnation-ministries.ts";
import { placeKey, trimIssuer } from "./place-line.ts";

export interface IncarnationRef {
  readonly key: string;
  readonly name: string;
}

/**
 * A body as it was between two reorganisations. `Ủy ban nhân dân tỉnh An Giang` of 2024 and of 2026 bear one name and are two
 * bodies; the later one took over the documents of all its predecessors (Luật 64/2025/QH15 Điều 54).
 */
export interface Incarnation extends IncarnationRef {
  /** `ubnd:an giang@2025-07-01`; no day for the first one known: `ubnd:an giang@`. */
  readonly key: string;
  /** As it was called then: `Ủy ban nhân dân thành phố Đồng Nai` since 30/4/2026. */
  readonly name: string;
  readonly from: LegalDate | null;
  /** The day it ended; null = still there. */
  readonly to: LegalDate | null;
  readonly predecessors: readonly IncarnationRef[];
  readonly successor: IncarnationRef | null;
}

/**
 * Which incarnation of a body issued on a day. Provinces and ministries only. Null: a body without incarnations in the tables
 * (Quốc hội, communes), a town of a province that bears its name (`thành phố Bắc Ninh` before 20/9/2026), or a day that is
 * missing where it decides.
 */
export function incarnationOf(issuer: string, issuedOn: LegalDate | null): Incarnation | null {
  const body = parseIssuer(trimIssuer(issuer));
  if (body.organ === "bo") return ministryOn(body.name, issuedOn);
  const unit = provinceUnitOf(body, issuedOn);
  return unit && incarnate(unit, body);
}

/** The province a body stands for on a day; null as above. */
export function provinceUnitOf(body: Issuer, day: LegalDate | null): ProvinceUnit | null {
  if (body.level !== "province") return null;
  const place = placeKey(body);
  if (place === null) return null;
  const units = unitsOfProvince(place);
  const unit = day === null ? (units.length === 1 ? (units[0] ?? null) : null) : unitOn(place, day);
  // a town of the province bears the province's name: a city only where the table makes it one on that day
  return unit && /^thành phố/iu.test(body.place ?? "") && !unit.name.startsWith("thành phố") ? null : unit;
}

const ORGAN_NAMES: Partial<Record<IssuerOrgan, string>> = {
  hdnd: "Hội đồng nhân dân",
  ubnd: "Ủy ban nhân dân",
  "chu-tich-ubnd": "Chủ tịch Ủy ban nhân dân",
};

function incarnate(unit: ProvinceUnit, { organ }: Issuer): Incarnation {
  const ref = (key: string): IncarnationRef => ({
    key: `${organ}:${key}`,
    name: `${ORGAN_NAMES[organ] ?? organ} ${unitOf(key)?.name ?? key}`,
  });
  return {
    ...ref(unit.key),
    from: unit.from,
    to: unit.to,
    predecessors: unit.predecessors.map(ref),
    successor: unit.successor === null ? null : ref(unit.successor),
  };
}

function ministryOn(name: string, day: LegalDate | null): Incarnation | null {
  const lives = livesOfMinistry(name);
  if (day === null) return lives.length === 1 ? (lives[0] ?? null) : null;
  return lives.find((l) => (l.from === null || l.from <= day) && (l.to === null || day < l.to)) ?? null;
}
