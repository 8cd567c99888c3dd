import type { WorkRelation } from "../domain/relation.ts";
import { deriveRelations, type Mention } from "../resolve/derive-relations.ts";
import type { CorpusView, Subject } from "./rule.ts";

/** How the document a rule looks at stands to others: what it does to them, rests on, details, lets apply on. */
export const relationsBy = (subject: Subject, corpus: CorpusView): readonly WorkRelation[] =>
  deriveRelations({
    work: subject.work,
    mentions: subject.citations.flatMap((c): readonly Mention[] =>
      c.quoted
        ? []
        : c.targets.flatMap((t) =>
            t.resolution.kind === "work" ? [{ ...c, to: t.resolution.work, eIds: t.eIds }] : [],
          ),
    ),
    effects: corpus.effectsBy(subject.work.id),
    detailing: corpus.parentsOf(subject.work.id),
    text: subject.document.text,
  });
