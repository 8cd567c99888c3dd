import { compareUnits, type ReadUnit, readUnit, type UnitConflict } from "../compare/find-conflicts.ts";
import { ruleUnits } from "../compare/rule-units.ts";
import { isUnder } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
import { endedOn, isAlive } from "./ended-works.ts";
import { basesOf, conflictNear, successors } from "./conflict-near.ts";
import { citedBy } from "./neighbours.ts";
import { type PrecedenceRow, type Prevailing, prevails } from "./prevails.ts";
import type { RankRow } from "./rank.ts";
import { changes } from "./restating.ts";
import type { CorpusView, RuleContext, Subject } from "./rule.ts";

/** A rule of the subject that contradicts a rule of another document, told under the document that has to give way. */
export interface ProvisionConflict extends UnitConflict {
  readonly work: WorkId;
  readonly prevails: Prevailing;
  /** How the two documents are tied: surer where one is the other's basis. */
  readonly tie: "basis" | "cited" | "same-matter";
}

const found = new WeakMap<Subject, Map<LegalDate, readonly ProvisionConflict[]>>();

/** All contradictions of one document on a day; found once, however many rules ask. */
export function provisionConflicts(context: RuleContext): readonly ProvisionConflict[] {
  const { subject, day } = context;
  const days = found.get(subject) ?? new Map<LegalDate, readonly ProvisionConflict[]>();
  found.set(subject, days);
  const known = days.get(day) ?? findConflicts(context);
  days.set(day, known);
  return known;
}

function findConflicts(context: RuleContext): readonly ProvisionConflict[] {
  const { subject, corpus, day } = context;
  if (!isAlive(context) || subject.work.normative === "no") return [];
  const mine = livingUnits(subject, corpus, day);
  if (mine.length === 0) return [];
  const ranks = [...context.table<RankRow>("hierarchy", day), ...context.table<RankRow>("hierarchy", "2020-01-01")];
  const precedence = context.table<PrecedenceRow>("precedence", day);
  const bases = basesOf(subject, corpus);
  const tied = new Set([...bases, ...bases.flatMap((basis) => successors(corpus, basis))]);
  const cited = new Set(citedBy(subject));
  // a central text fills in the law it executes; only its figures and bans can contradict it
  const central = subject.issuer.level === "central";
  const how = { details: central, applies: central };
  const compared = conflictNear(subject, corpus).flatMap((id) => {
    const other = corpus.subject(id);
    if (!other || endedOn(corpus, id, day) || changes(corpus, subject.work.id, id) || elsewhere(subject, other, corpus))
      return [];
    const which = prevails(subject.work, other.work, { ranks, precedence });
    const tie: ProvisionConflict["tie"] = tied.has(id) ? "basis" : cited.has(id) ? "cited" : "same-matter";
    return [
      {
        id,
        which,
        tie,
        faulty: isFaulty(which, subject, other),
        ...compareUnits(mine, livingUnits(other, corpus, day), how),
      },
    ];
  });
  const above = compared.filter(({ which }) => which.ground === "higher-rank" && which.which === "second");
  const settled = new Set(
    above.flatMap(({ agreed, conflicts }) => [...agreed, ...conflicts.map((c) => c.subject.eId)]),
  );
  return compared.flatMap(({ id, which, tie, faulty, conflicts }) =>
    faulty
      ? conflicts
          // against texts of equal rank a unit that follows, or already breaks, a higher text is not told again
          .filter((c) => which.ground === "higher-rank" || !settled.has(c.subject.eId))
          .map((c) => ({ ...c, work: id, prevails: which, tie }))
      : [],
  );
}

/** Two territories, each with its own rule. */
function elsewhere(subject: Subject, other: Subject, corpus: CorpusView): boolean {
  const [a, b] = [corpus.territoryOf(subject.work.id), corpus.territoryOf(other.work.id)];
  const [x, y] = [subject.issuer.place, other.issuer.place];
  return (a !== null && b !== null && a !== b) || (x !== null && y !== null && x !== y);
}

/**
 * The lower text is told; of two texts of one issuer the later, which should have mended the earlier (Điều 8(5) Luật
 * 64/2025/QH15); of two equal issuers the later too, although nothing says which is applied.
 */
function isFaulty({ which, ground }: Prevailing, subject: Subject, other: Subject): boolean {
  if (ground !== null) return ground === "higher-rank" ? which === "second" : which === "first";
  const [a, b] = [subject.work, other.work];
  const circulars = [a, b].every((w) => w.type === "thong-tu" || w.type === "thong-tu-lien-tich");
  return circulars && a.issuedOn !== null && b.issuedOn !== null && a.issuedOn > b.issuedOn;
}

/** Units that still say what they said: what has been amended or repealed since is not held against anybody. */
function livingUnits(subject: Subject, corpus: CorpusView, day: LegalDate): readonly ReadUnit[] {
  const changed = corpus.status(subject.work.id, day)?.units.map((u) => u.eId) ?? [];
  if (changed.length === 0) return unitsOf(subject);
  return unitsOf(subject).filter(
    ({ unit }) => !changed.some((eId) => isUnder(unit.eId, eId) || isUnder(eId, unit.eId)),
  );
}

const units = new WeakMap<Subject, readonly ReadUnit[]>();

function unitsOf(subject: Subject): readonly ReadUnit[] {
  const known = units.get(subject);
  if (known) return known;
  const read = ruleUnits(subject.document, subject.work.title).map(readUnit);
  units.set(subject, read);
  return read;
}
