import { issuerKey } from "../domain/issuer.ts";
import type { WorkId } from "../domain/work.ts";
import type { CorpusView } from "./rule.ts";

/** `body:` and the key of an issuer: which works that body has. */
export type ReadKey = WorkId | `body:${string}`;

/**
 * The corpus, noting of which works and bodies something was asked: what a document's findings rest on. When none of that
 * changes they stay what they are.
 */
export function recordedReads(corpus: CorpusView): {
  readonly corpus: CorpusView;
  readonly reads: ReadonlySet<ReadKey>;
} {
  const reads = new Set<ReadKey>();
  const noting =
    <Rest extends readonly unknown[], Answer>(ask: (id: WorkId, ...rest: Rest) => Answer) =>
    (id: WorkId, ...rest: Rest): Answer => {
      reads.add(id);
      return ask(id, ...rest);
    };
  return {
    reads,
    corpus: {
      ...corpus,
      status: noting(corpus.status),
      periods: noting(corpus.periods),
      effectsOn: noting(corpus.effectsOn),
      effectsBy: noting(corpus.effectsBy),
      units: noting(corpus.units),
      subject: noting(corpus.subject),
      citing: noting(corpus.citing),
      parentsOf: noting(corpus.parentsOf),
      childrenOf: noting(corpus.childrenOf),
      work: noting(corpus.work),
      nameOf: noting(corpus.nameOf),
      titleTwins: (id) => {
        const twins = corpus.titleTwins(id);
        for (const { other } of twins) reads.add(other);
        return twins;
      },
      worksOf: (issuer) => {
        reads.add(`body:${issuerKey(issuer)}`);
        return corpus.worksOf(issuer);
      },
    },
  };
}
