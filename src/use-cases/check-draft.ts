import { createHash } from "node:crypto";
import type { Effect } from "../domain/effect.ts";
import type { Facts } from "../domain/facts.ts";
import type { Finding } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Problem } from "../domain/problem.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { CorpusView, Rule } from "../engine/rule.ts";
import { neighbours } from "../engine/neighbours.ts";
import { runRules, wantedTexts } from "../engine/run-rules.ts";
import { loadTables } from "../engine/tables.ts";
import { toSubject } from "../engine/to-subject.ts";
import type { ResolvedFacts } from "../resolve/resolved.ts";
import { resolveFacts } from "../resolve/resolve-facts.ts";
import type { Store } from "../store/store.ts";
import { deriveEffects } from "../timeline/derive-effects.ts";
import { workName } from "../timeline/work-name.ts";
import { type Analysis, analyseText } from "./analyse-file.ts";
import { analyseFiles } from "./analyse-files.ts";
import { type Corpus, loadCorpus } from "./corpus-view.ts";
import { describeWork } from "./describe-work.ts";
import { readsOverlaps, withDraftOverlaps } from "./overlapping-corpus.ts";

export type DraftCheck =
  | {
      readonly ok: true;
      readonly findings: readonly Finding[];
      readonly draft: { readonly work: WorkId; readonly document: LegalDocument };
      readonly work: Work;
      readonly facts: Facts;
      readonly resolved: ResolvedFacts;
      /** What issuing it would do. */
      readonly effects: readonly Effect[];
    }
  | { readonly ok: false; readonly problem: Problem };

/** A draft as a file, or as text pasted into a form. */
export type DraftInput = { readonly path: string; readonly name?: string } | { readonly text: string };

/** Runs the rules on a draft as if it were issued on `day`. Drafts are confidential: nothing of them is stored. */
export async function checkDraft(options: {
  readonly store: Store;
  readonly rules: readonly Rule[];
  readonly day: LegalDate;
  readonly input: DraftInput;
  /** The corpus where it is at hand already; units only of works that are asked for. */
  readonly corpus?: Corpus;
}): Promise<DraftCheck> {
  const { store, rules, day } = options;
  const analysis = await analyseDraft(options.input);
  if (!analysis.ok) return analysis;
  const { document, facts } = analysis;
  const described = describeWork(document, facts);
  const work = { ...described, issuedOn: described.issuedOn ?? day };
  const { view, texts, known, fetchUnits } = options.corpus ?? (await loadCorpus(store, "asked"));
  const resolve = (): ResolvedFacts => resolveFacts({ work, document, facts, ...known });
  const first = resolve();
  const resolved = (await fetchUnits()) ? resolve() : first;
  const effects = deriveEffects({ work, document, facts, resolved });
  const seen = withDraft(view, work, resolved, effects);
  const { citations, amendments } = resolved;
  const subject = toSubject({ work, document, facts, citations, amendments, draft: true });
  const unitText = { work: work.id, text: document.text, provisions: document.provisions };
  const corpus = rules.some(readsOverlaps)
    ? await withDraftOverlaps(seen, store, unitText, neighbours(subject, seen))
    : seen;
  const tables = loadTables();
  let findings: readonly Finding[] = [];
  // units of other documents come when they are asked for: what was found without them is found anew
  do {
    do await texts.bring(wantedTexts(subject, { corpus, rules, day, tables }));
    while (await fetchUnits());
    findings = [...runRules({ subjects: [subject], corpus, rules, day, tables })];
  } while (await fetchUnits());
  return { ok: true, findings, draft: { work: work.id, document }, work, facts, resolved, effects };
}

async function analyseDraft(input: DraftInput): Promise<Analysis> {
  if ("text" in input) {
    const bytes = Buffer.byteLength(input.text);
    const sha256 = createHash("sha256").update(input.text).digest("hex");
    return analyseText({ text: input.text, format: "txt", quality: "text", sha256, bytes }, "dự thảo");
  }
  const { path, name } = input;
  for await (const { analysis } of analyseFiles([path], { parsers: 1, nameOf: (given) => name ?? given }))
    return analysis;
  return {
    ok: false,
    problem: {
      code: "no-draft",
      what: `Không có tệp nào ở ${name ?? path}.`,
      todo: "Kiểm tra đường dẫn tới dự thảo.",
      span: null,
    },
  };
}

/** The corpus as the draft sees it: itself, what it alone cites and what it details are known; nothing else changes. */
function withDraft(view: CorpusView, work: Work, resolved: ResolvedFacts, own: readonly Effect[]): CorpusView {
  const extra = new Map([work, ...resolved.cited].map((w) => [w.id, w]));
  return {
    ...view,
    work: (id) => view.work(id) ?? extra.get(id) ?? null,
    effectsBy: (id) => (id === work.id ? own : view.effectsBy(id)),
    parentsOf: (id) => (id === work.id ? resolved.detailing : view.parentsOf(id)),
    nameOf: (id) => workName(view.work(id) ?? extra.get(id) ?? null),
  };
}
