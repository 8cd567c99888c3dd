import type { CitedTarget } from "../domain/citation.ts";
import { issuerKey } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { symbolKey } from "../domain/symbol.ts";
import type { ResolvedCitation, ResolvedTarget } from "../resolve/resolved.ts";
import type { Subject } from "./rule.ts";

/** One dated mention of a numbered document. */
export interface DatedMention {
  readonly citation: ResolvedCitation;
  readonly target: ResolvedTarget;
  readonly date: LegalDate;
}

/** Mentions that give number and day, by document. A local symbol is shared by many bodies, so its issuer belongs to the key. */
export function datedMentions({ citations }: Subject): readonly (readonly DatedMention[])[] {
  const groups = new Map<string, DatedMention[]>();
  for (const citation of citations) {
    for (const target of citation.targets) {
      if (target.self || target.symbol === null || target.issuedOn === null || citation.quoted) continue;
      const key = `${symbolKey(target.symbol)} ${isLocal(target) ? issuerKey(target.issuer ?? "") : ""}`;
      const group = groups.get(key) ?? [];
      group.push({ citation, target, date: target.issuedOn });
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

/** `12/2021/QĐ-UBND`, `03/2025/NQ-HĐND`: every province, district and commune has one. */
export const isLocal = ({ symbol }: Pick<CitedTarget, "symbol">): boolean =>
  /UB|HĐ(?:ND)?(?![A-ZĐ])/u.test(symbol ?? "");

/** 12/5/2024 for 05/12/2024: day and month changed places. */
export const isSwapped = (a: LegalDate, b: LegalDate): boolean =>
  a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8, 10) && a.slice(8, 10) === b.slice(5, 7);
