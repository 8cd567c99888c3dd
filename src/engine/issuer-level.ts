import type { IssuerLevel } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { ReferenceRow, RuleContext } from "./rule.ts";

interface City extends ReferenceRow {
  readonly name: string;
}

/** "Thành phố An Sơn" is a district unless it is one of the cities under the centre on that day. */
export function levelOf({ subject, table }: RuleContext, day: LegalDate): IssuerLevel {
  const { level, place } = subject.issuer;
  if (level !== "province" || place === null || !/^thành phố\s/iu.test(place)) return level;
  const name = place.replace(/^thành phố\s+/iu, "").trim();
  return table<City>("central-cities", day).some((city) => city.name === name) ? "province" : "district";
}
