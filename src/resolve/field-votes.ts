import type { Work } from "../domain/work.ts";
import { loadCentralRegister } from "./central-register.ts";
import { topicOf } from "./field-names.ts";

/** What a cited work says of the field of the one that cites it. */
export interface FieldVotes {
  /** Votes by code; a work gives one in all. */
  readonly byCode: ReadonlyMap<string, number>;
  readonly byTopic: ReadonlyMap<string, number>;
  readonly sum: number;
  /** The work that speaks for a code, for the explanation. */
  readonly spokenBy: ReadonlyMap<string, Work>;
}

/**
 * Every decision of a province cites these for its competence and form, whatever it is about: organisation of government and of
 * local government, promulgation of documents. They do not vote. The budget is often cited beside the matter: it votes low.
 */
const COMPETENCE = new Set(["35.6", "35.7", "44.1"]);
const BUDGET = { code: "26.3", vote: 0.3 };

/** At most this many headings of one work are heard: a law that amends eleven laws is about none of them. */
const HEADINGS_HEARD = 2;

/** Fields of the works: those of the codification, or what `guess` says of the title of a newer one. */
export function fieldVotes(works: readonly Work[], guess: (title: string) => string | null): FieldVotes {
  const byCode = new Map<string, number>();
  const spokenBy = new Map<string, Work>();
  for (const work of new Map(works.map((w) => [w.id, w])).values()) {
    const known = loadCentralRegister().entries.get(work.id)?.fields;
    const guessed = known || !work.title ? null : guess(work.title);
    const codes = (known ?? (guessed ? [guessed] : [])).slice(0, HEADINGS_HEARD);
    for (const code of codes) {
      if (COMPETENCE.has(code)) continue;
      byCode.set(code, (byCode.get(code) ?? 0) + (code === BUDGET.code ? BUDGET.vote : 1) / codes.length);
      spokenBy.set(code, work);
    }
  }
  const byTopic = new Map<string, number>();
  for (const [code, vote] of byCode) byTopic.set(topicOf(code), (byTopic.get(topicOf(code)) ?? 0) + vote);
  return { byCode, byTopic, sum: [...byCode.values()].reduce((a, b) => a + b, 0), spokenBy };
}
