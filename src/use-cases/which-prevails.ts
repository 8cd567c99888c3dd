import type { Finding } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Work } from "../domain/work.ts";
import { type PrecedenceRow, type Prevailing, prevails } from "../engine/prevails.ts";
import type { RankRow } from "../engine/rank.ts";
import { loadTables, rowsOn, type Tables } from "../engine/tables.ts";
import type { EvidenceView } from "./view-evidence.ts";

/** Which of two conflicting texts is applied on a day. */
export interface WhichPrevails extends Pick<Prevailing, "clause" | "ground"> {
  /** The document found faulty, what it is held against, or nobody can say by the statute alone. */
  readonly side: "subject" | "against" | "unknown";
  /** The text that is applied; null = not known. */
  readonly work: Work | null;
}

const FORMER: LegalDate = "2020-01-01";

let shipped: Tables | null = null;

/** Only where two different documents contradict each other; null for every other finding. */
export function whichPrevails(
  finding: Finding,
  evidence: readonly EvidenceView[],
  day: LegalDate,
): WhichPrevails | null {
  if (finding.group !== "conflict") return null;
  const subject = evidence.find((e) => e.evidence.role === "subject")?.work;
  const against = evidence.find((e) => e.evidence.role === "conflicts-with")?.work;
  if (!subject || !against || subject.id === against.id) return null;
  shipped ??= loadTables();
  // kinds of text that are issued no longer stand in the hierarchy of the law before
  const ranks = [...rowsOn(shipped, "hierarchy", day), ...rowsOn(shipped, "hierarchy", FORMER)] as unknown as RankRow[];
  const precedence = rowsOn(shipped, "precedence", day) as unknown as readonly PrecedenceRow[];
  const { which, ground, clause } = prevails(subject, against, { ranks, precedence });
  if (which === "unknown") return { side: "unknown", work: null, ground, clause };
  return which === "first"
    ? { side: "subject", work: subject, ground, clause }
    : { side: "against", work: against, ground, clause };
}
