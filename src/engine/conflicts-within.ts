import { compareUnits, type ReadUnit, readUnit, type UnitConflict } from "../compare/find-conflicts.ts";
import type { ConflictKind } from "../compare/differences.ts";
import { ruleUnits } from "../compare/rule-units.ts";
import type { Subject } from "./rule.ts";

/** Inside one document only figures are held against each other, and only where the two rules are nearly one. */
const KINDS: ReadonlySet<ConflictKind> = new Set(["deadline", "amount", "rate", "quantity"]);
const ONE_RULE = 0.7;

/**
 * Rules of a document that its own attachment states with other figures: body or attached regulation against annexes and
 * forms. Two articles of one part are two cases more often than a contradiction, and are not compared.
 */
export function conflictsWithin(subject: Subject): readonly UnitConflict[] {
  const parts = new Map<string, ReadUnit[]>();
  for (const unit of ruleUnits(subject.document, subject.work.title)) {
    const part = /^att_[^_]+/u.exec(unit.eId)?.[0] ?? "";
    parts.set(part, [...(parts.get(part) ?? []), readUnit(unit)]);
  }
  const rules = [...parts].filter(([part]) => part === "" || isRegulation(subject, part));
  return rules.flatMap(([part, units]) =>
    [...parts]
      .filter(([other]) => other !== part && other !== "" && !rules.some(([rule]) => rule === other && rule < part))
      .flatMap(([, others]) => compareUnits(units, others, { applies: true, details: true }).conflicts)
      .filter((c) => c.matter >= ONE_RULE && c.differences.some((d) => d.kinds.some((k) => KINDS.has(k)))),
  );
}

const isRegulation = ({ document }: Subject, part: string): boolean =>
  document.attachments.some((a) => a.eId === part && (a.kind === "quy-dinh" || a.kind === "quy-che"));
