import type { Finding } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
import type { CorpusView, Rule, Subject } from "../engine/rule.ts";
import { runRules } from "../engine/run-rules.ts";
import { loadTables } from "../engine/tables.ts";
import { toSubject } from "../engine/to-subject.ts";
import { resolveFacts } from "../resolve/resolve-facts.ts";
import type { Store } from "../store/store.ts";
import { type KnownWorks, loadKnownWorks } from "./known-works.ts";
import { loadCorpusView } from "./corpus-view.ts";

export interface RunRulesOptions {
  readonly store: Store;
  readonly rules: readonly Rule[];
  readonly day: LegalDate;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Findings of all rules over every indexed document, as of a day. Nothing is stored. */
export async function findingsOn(options: RunRulesOptions): Promise<readonly Finding[]> {
  const { store, rules, day, signal } = options;
  const corpus = await loadCorpusView(store);
  const known = await loadKnownWorks(store);
  const tables = loadTables();
  const findings: Finding[] = [];
  const works = await store.documents.indexedWorks();
  for (const [done, id] of works.entries()) {
    if (signal?.aborted) break;
    const subject = await loadSubject(store, corpus, known, id);
    if (subject) findings.push(...runRules({ subjects: [subject], corpus, rules, day, tables }));
    options.onProgress?.(done + 1, works.length);
  }
  return findings;
}

/** Runs the rules as of a day and keeps what they found; a finding no longer raised is kept as gone. */
export async function runRulesOn(
  options: RunRulesOptions & { readonly now: number },
): Promise<{ readonly findings: readonly Finding[]; readonly added: number; readonly gone: number }> {
  const { store, day, now } = options;
  const findings = await findingsOn(options);
  if (options.signal?.aborted) return { findings, added: 0, gone: 0 };
  const { added, gone } = await store.withTransaction(async () => {
    const outcome = await store.findings.record(day, findings, now);
    await store.settings.set("findings-day", day);
    return outcome;
  });
  return { findings, added, gone };
}

async function loadSubject(store: Store, corpus: CorpusView, known: KnownWorks, id: WorkId): Promise<Subject | null> {
  const stored = await store.documents.current(id);
  const work = corpus.work(id);
  if (!stored || !work) return null;
  const { document, facts } = stored;
  return toSubject({ work, document, facts, ...resolveFacts({ work, document, facts, ...known }) });
}
