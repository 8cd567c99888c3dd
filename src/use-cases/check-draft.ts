import type { Effect } from "../domain/effect.ts";
import type { Finding } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Problem } from "../domain/problem.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { CorpusView, Rule } from "../engine/rule.ts";
import { runRules } from "../engine/run-rules.ts";
import { loadTables } from "../engine/tables.ts";
import { toSubject } from "../engine/to-subject.ts";
import { resolveFacts } from "../resolve/resolve-facts.ts";
import type { Store } from "../store/store.ts";
import { deriveEffects } from "../timeline/derive-effects.ts";
import { analyseFiles } from "./analyse-files.ts";
import { loadCorpusView } from "./corpus-view.ts";
import { loadKnownWorks } from "./known-works.ts";
import { describeWork } from "./describe-work.ts";

export type DraftCheck =
  | {
      readonly ok: true;
      readonly findings: readonly Finding[];
      readonly draft: { readonly work: WorkId; readonly document: LegalDocument };
    }
  | { readonly ok: false; readonly problem: Problem };

/** Runs the rules on a draft as if it were issued on `day`. Drafts are confidential: nothing of them is stored. */
export async function checkDraft(options: {
  readonly store: Store;
  readonly rules: readonly Rule[];
  readonly day: LegalDate;
  readonly path: string;
}): Promise<DraftCheck> {
  const { store, rules, day } = options;
  for await (const { analysis } of analyseFiles([options.path], { parsers: 1 })) {
    if (!analysis.ok) return analysis;
    const { document, facts } = analysis;
    const described = describeWork(document, facts);
    const work = { ...described, issuedOn: described.issuedOn ?? day };
    const view = await loadCorpusView(store);
    const resolved = resolveFacts({ work, document, facts, ...(await loadKnownWorks(store)) });
    const corpus = withDraft(view, work, resolved.cited, deriveEffects({ work, document, facts, resolved }));
    const subject = toSubject({
      work,
      document,
      facts,
      citations: resolved.citations,
      amendments: resolved.amendments,
    });
    return {
      ok: true,
      findings: [...runRules({ subjects: [subject], corpus, rules, day, tables: loadTables() })],
      draft: { work: work.id, document },
    };
  }
  return {
    ok: false,
    problem: {
      code: "no-draft",
      what: `Không có tệp nào ở ${options.path}.`,
      todo: "Kiểm tra đường dẫn tới dự thảo.",
      span: null,
    },
  };
}

/** The corpus as the draft sees it: itself and what it alone cites are known by name; nothing else changes. */
function withDraft(view: CorpusView, work: Work, cited: readonly Work[], own: readonly Effect[]): CorpusView {
  const extra = new Map([work, ...cited].map((w) => [w.id, w]));
  return {
    ...view,
    work: (id) => view.work(id) ?? extra.get(id) ?? null,
    effectsBy: (id) => (id === work.id ? own : view.effectsBy(id)),
  };
}
